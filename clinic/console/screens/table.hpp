// SPDX-License-Identifier: Apache-2.0
// A table of rows, as every page that lists things shows it: devices, accounts, what happened.
//
// The page says which columns there are and, for a row that is in sight, what stands in its cells. Ten thousand rows
// cost what the twenty in sight do. The table mirrors itself where reading goes from right to left, shrinks words that
// are too long, and scrolls by wheel, by finger and by PgUp, PgDn, Home and End; the arrows go from row to row where
// rows can be chosen, and Enter chooses.
#pragma once

#include "shared/ui/frame.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::console {

/// One column. Columns with neither a share nor pixels divide what the others leave.
struct TableColumn {
    std::string_view label{}; ///< Its heading, or empty. Borrowed for the frame, like all words here.
    float share{0};           ///< Of the table's width, 0..1.
    float pixels{0};          ///< Times the scale; goes before the share.
    ui::Align align{ui::Align::start};
};

/// What stands where a row and a column meet.
struct TableCell {
    /// strong: what a row is called by. quiet: what is seldom read. care: something to look at.
    enum class Voice { usual, strong, quiet, care };

    std::string_view words{};
    Voice voice{Voice::usual};
    ui::Icon icon{};                 ///< Ahead of the words; or none.
    std::optional<ui::Tone> badge{}; ///< The words stand on a pill of that tone.
};

struct TableRow {
    std::string id{};         ///< Among all widgets of the screen, such as "device kiosk-1".
    std::string_view label{}; ///< What it is called when it is pressed. Empty: it cannot be chosen.
    std::vector<TableCell> cells{};
    bool chosen{false};
    bool pale{false}; ///< It is over, and only there to be read.
};

/// What stands in place of rows.
struct TableNote {
    enum class Why { nothing_there, loading, failed };
    Why why{Why::nothing_there};
    std::string_view title{};
    std::string_view more{};  ///< A second line, or empty.
    std::string_view again{}; ///< A button, key R; or empty.
};

struct Table {
    std::string_view id{}; ///< Among the lists of the screen.
    std::span<const TableColumn> columns{};
    int rows{0};
    float row_pixels{47}; ///< Times the scale. Rows that can be chosen need 44 or more to be touched.
    TableNote note{};     ///< For a table without rows.
};

/// What was done with the table in this frame, and how far down it was seen.
struct TableAnswer {
    std::optional<int> chosen{};
    bool again{false};    ///< The note's button.
    int last_in_sight{0}; ///< The last row drawn: for a list that fetches more as somebody goes down.
};

/// So many rows before the end of a list more is asked for.
inline constexpr int rows_ahead = 30;

/// Draws `table` into `area`, no higher than its rows. `row_of` is asked for the rows in sight only, and has to
/// answer for every index from 0 to rows - 1.
[[nodiscard]] TableAnswer draw_table(ui::Frame& frame, const ui::Rect& area, const Table& table,
                                     const std::function<TableRow(int)>& row_of);

} // namespace verandah::console
