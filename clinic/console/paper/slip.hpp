// SPDX-License-Identifier: Apache-2.0
// A slip of paper to carry away: where to go, and a counterfoil that comes back. No name, no number, no reason.
#pragma once

#include "shared/domain/referral/counterfoil_code.hpp"
#include "shared/ui/rect.hpp"
#include "shared/ui/text.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::console {

/// Every word already in the visitor's language, and neutral: anybody may read it over her shoulder.
struct Slip {
    ui::Direction direction{ui::Direction::left_to_right};
    std::string title;              ///< "Please welcome whoever brings this slip"
    std::string what;               ///< "An appointment at a clinic"
    std::string where_label, where; ///< An institution's name, as it writes itself.
    std::string address;
    std::string when_label;
    std::vector<std::string> when; ///< Opening hours, a line each.
    std::string promise;           ///< "Nobody is named on this slip."
    std::string counterfoil_label; ///< "Bring this part back"
    std::string counterfoil_note;
    std::optional<domain::CounterfoilCode> code{}; ///< Without one there is no counterfoil.
};

/// Something on the page, in millimetres from its top and from where reading begins.
struct SlipPiece {
    enum class Kind { text, code, fold };
    Kind kind;
    ui::Rect place;
    std::string words{}; ///< Of a text; what a code says.
    float size{0};       ///< Millimetres an em.
    ui::Weight weight{ui::Weight::regular};
};
struct SlipPage {
    ui::Size size; ///< Millimetres.
    std::vector<SlipPiece> pieces;
};

/// How high words are on the paper that are as wide at most. Whoever draws the page measures: paper and screen agree.
using MeasureWords = std::function<float(std::string_view words, float size, ui::Weight weight, float width)>;

/// Lays the slip out on A6. Words get smaller together when they would not fit.
[[nodiscard]] SlipPage lay_out(const Slip& slip, const MeasureWords& measure);

} // namespace verandah::console
