// SPDX-License-Identifier: Apache-2.0
// What is shown of the cupboard: the list of what is kept, and one of it with its batches and movements.
#pragma once

#include "clinic/console/flow/stock.hpp"
#include "clinic/console/screens/figure.hpp"
#include "clinic/console/screens/head_model.hpp"
#include "clinic/console/screens/table.hpp"
#include "shared/ui/icon.hpp"
#include "shared/ui/theme.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace verandah::console {

/// A short word about something that needs attention, or that does not.
struct StockMark {
    std::string words;
    ui::Tone tone = ui::Tone::quiet;
};

struct CommodityRow {
    domain::CommodityCode commodity;
    ui::Icon icon;
    std::string label;
    std::string balance; ///< "1,240 pieces".
    std::string expires; ///< Of what is given first; or empty.
    std::string without; ///< "3 days without"; or empty.
    StockMark mark;      ///< The most urgent warning; or no words.
    bool is_kept = true; ///< There was ever any.
};

struct BatchRow {
    std::string batch;
    std::string expires;
    std::string balance;
    ui::Tone tone = ui::Tone::plain;
};

struct StockDeedModel {
    StockDeed deed;
    std::string label;
    ui::Icon icon;
    char32_t letter = 0;
    bool is_possible = true;
};

struct MovementRow {
    domain::MovementId movement;
    std::string when;
    std::string what;
    std::string batch;
    std::string amount; ///< With its sign.
    std::string reason;
    bool is_over = false; ///< Taken back.
    bool goes_out = false;
    bool chosen = false;
};

/// In place of rows.
struct EmptyStock {
    TableNote::Why why = TableNote::Why::nothing_there;
    std::string title;
    std::string note;
    std::string again; ///< The button; or empty.
};

/// One commodity.
struct ShelfModel {
    std::string back;
    std::string title;
    std::string balance; ///< The number alone.
    std::string unit;    ///< "pieces can be given".
    std::vector<StockMark> marks;
    std::string note; ///< What else is to be known; or empty.
    std::string batches_title;
    std::vector<BatchRow> batches;
    std::vector<StockDeedModel> deeds;
    std::string said; ///< What became of the last deed; or empty.
    bool said_is_care = false;
    std::array<std::string, 5> headings; ///< When, what, batch, amount, why.
    std::vector<MovementRow> movements;
    EmptyStock empty;
    std::string foot;
    bool goes_on = false; ///< More comes when the end comes into sight.
};

struct StockModel {
    HeadModel head;
    std::vector<Figure> figures;
    std::array<std::string, 5> headings; ///< What, how much, expires, days without, what to look at.
    std::vector<CommodityRow> rows;      ///< What needs attention first.
    EmptyStock empty;
    std::string foot;
    std::optional<ShelfModel> shelf{}; ///< In place of the list.
};

} // namespace verandah::console
