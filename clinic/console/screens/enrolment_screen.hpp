// SPDX-License-Identifier: Apache-2.0
// Before everything else: this console or board has no hub yet. What to do, what was typed so far, what went wrong, and
// the languages.
#pragma once

#include "shared/ui/frame.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verandah::console {

struct EnrolmentLanguage {
    std::string code;
    std::string own_name;
    bool chosen = false;
};

struct EnrolmentModel {
    std::string title;
    std::string note{};
    std::string typed_label{}; ///< "Code", "Address".
    std::string typed{};       ///< As it is shown; empty: nothing yet.
    std::string hint{};        ///< Below it.
    std::string notice{};      ///< What is wrong and what to do; or empty.
    std::string go_on{};       ///< Empty: it is at work, and nothing can be done.
    std::string paste{};       ///< Empty as above.
    std::string back{};        ///< Empty: there is nothing to go back to.
    std::vector<EnrolmentLanguage> languages{};
};

enum class EnrolmentStep { go_on, back, paste };
struct ChooseEnrolmentLanguage {
    std::string code;
    friend bool operator==(const ChooseEnrolmentLanguage&, const ChooseEnrolmentLanguage&) = default;
};
using EnrolmentAction = std::variant<EnrolmentStep, ChooseEnrolmentLanguage>;

[[nodiscard]] std::optional<EnrolmentAction> draw_enrolment_screen(ui::Frame& frame, const EnrolmentModel& model);

/// Every word on it, in reading order.
[[nodiscard]] std::vector<std::string> words_shown(const EnrolmentModel& model);

} // namespace verandah::console
