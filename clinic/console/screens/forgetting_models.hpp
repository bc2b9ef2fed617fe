// SPDX-License-Identifier: Apache-2.0
// What is shown of forgetting a visitor: that somebody asks for it, and the sheet on which it is done.
#pragma once

#include "shared/domain/id.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/ui/icon.hpp"
#include "shared/ui/theme.hpp"

#include <optional>
#include <string>
#include <vector>

namespace verandah::console {

/// A quiet band over every page.
struct AskedToForgetModel {
    domain::ForgettingRequestId request;
    std::string words;  ///< "Somebody at kiosk 1 asks to be forgotten".
    std::string since;  ///< "2 min · and 1 more".
    std::string action; ///< Opens the sheet.
};

/// What goes, or what stays.
struct ForgettingList {
    std::string heading;
    ui::Icon icon;
    ui::Tone tone = ui::Tone::plain;
    std::vector<std::string> lines;
};

struct ForgettingModel {
    enum class Kind { scan, consider, told }; ///< told: one thing said, large: under way, done, or why not.
    enum class Progress { none, under_way };
    Kind kind = Kind::told;
    ui::Icon icon{};
    ui::Tone tone = ui::Tone::teal;
    std::string title{};
    std::string note{};
    Progress progress = Progress::none;

    std::optional<files::SecretText> card{}; ///< The field a scanner types into.
    std::string field_label{};

    std::vector<ForgettingList> lists{};
    std::string warning{}; ///< There is no undo.
    std::string agree{};   ///< "She is with me, and she wants it".
    bool agreed = false;

    std::string missing{}; ///< What is still needed, or what went wrong; or empty.
    std::string confirm{}; ///< Empty: there is nothing to do but to wait or to close.
    std::string decline{}; ///< "Not now"; empty when nobody asked at a kiosk.
    std::string cancel{};  ///< Closes the sheet; empty: it closes by itself.
};

} // namespace verandah::console
