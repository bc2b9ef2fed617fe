// SPDX-License-Identifier: Apache-2.0
// What is shown to somebody who looks back at who did what.
#pragma once

#include "clinic/console/flow/wish.hpp"
#include "clinic/console/screens/head_model.hpp"
#include "clinic/console/screens/table.hpp"
#include "shared/ui/icon.hpp"
#include "shared/ui/theme.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace verandah::console {

struct DeedRow {
    std::string when;
    std::string who; ///< Empty: nobody was signed in there.
    std::string what;
    std::string where;
    bool is_care = false; ///< Something was refused.
};

/// A part of the filter that is set; a press takes it away.
struct FilterPart {
    PastPart part;
    std::string label;
};

/// A band about the whole past: whether it is as it was.
struct CheckModel {
    ui::Icon icon;
    ui::Tone tone = ui::Tone::quiet;
    std::string words;
    std::string note; ///< More of it, on a second line; or empty.
};

/// What became of the file.
struct SavedModel {
    std::string words;
    std::string close; ///< Empty: it is being written.
    bool is_care = false;
};

struct PastModel {
    HeadModel head;
    std::string filter_label;
    std::string save_label;
    std::vector<FilterPart> filters;
    CheckModel check;
    std::optional<SavedModel> saved;
    std::array<std::string, 4> headings; ///< When, who, what, where.
    std::vector<DeedRow> rows;
    std::string foot; ///< How far she has looked back, and whether there is more.
    TableNote::Why why_empty = TableNote::Why::loading;
    std::string empty_title;
    std::string empty_note;
    std::string again;    ///< The button of a look that came to nothing; or empty.
    bool goes_on = false; ///< More comes when the end comes into sight.
};

} // namespace verandah::console
