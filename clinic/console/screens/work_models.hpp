// SPDX-License-Identifier: Apache-2.0
// What is shown of what is due and of referrals; and a slip before it is printed.
#pragma once

#include "clinic/console/flow/wish.hpp"
#include "clinic/console/paper/slip.hpp"
#include "clinic/console/screens/head_model.hpp"
#include "clinic/console/screens/table.hpp"
#include "shared/ui/icon.hpp"
#include "shared/ui/theme.hpp"

#include <optional>
#include <string>
#include <vector>

namespace verandah::console {

/// A part of the list, with how many there are.
struct WorkTab {
    std::string label;
    std::string count;
    Wish wish;
    char32_t letter = 0;
    bool chosen = false;
    bool is_care = false; ///< There are some, and they press.
};

/// How many of the referrals reached a stage, and how long it took in the middle.
struct CascadeStage {
    std::string label;
    std::string value;
    std::string note;
    float part = 0; ///< Of the issued, 0..1.
};

struct WorkCell {
    std::string words;
    TableCell::Voice voice = TableCell::Voice::usual;
    ui::Icon icon{};
    std::optional<ui::Tone> badge{};
};
struct WorkRow {
    std::string id;
    std::string label;
    std::vector<WorkCell> cells;
    bool chosen = false;
    bool pale = false;
};
struct WorkColumn {
    std::string label;
    float share = 0;
};

/// Something that can be done with the chosen row. Pale when it is not possible with this one.
struct WorkDeedModel {
    WorkDeed deed;
    std::string label;
    ui::Icon icon;
    char32_t letter = 0;
    bool is_possible = true;
};
struct WorkPanel {
    std::string title;  ///< The chosen row, or an invitation to choose one.
    std::string lead{}; ///< What matters most of it; or empty.
    std::vector<std::string> lines;
    std::vector<WorkDeedModel> deeds;
    std::string notice; ///< What came of the last deed; or empty.
    bool notice_is_care = false;
};

struct WorkModel {
    HeadModel head;
    std::vector<WorkTab> tabs;
    std::string narrow_label; ///< Empty: this list cannot be narrowed.
    std::string narrowed;     ///< To what it is.
    std::vector<CascadeStage> cascade;
    std::vector<std::string> reports{}; ///< A line each, under the bars.
    std::vector<WorkColumn> columns;
    std::vector<WorkRow> rows;
    std::string foot;
    TableNote::Why why_empty = TableNote::Why::loading;
    std::string empty_title;
    std::string empty_note;
    std::string again;
    bool goes_on = false; ///< More comes when the end comes into sight.
    WorkPanel panel;
};

struct SlipModel {
    std::string title;
    std::string note;
    std::vector<Slip> slips; ///< At least one. They differ in their code.
    std::string keep;        ///< Empty: it cannot be kept yet.
    std::string close;
};

} // namespace verandah::console
