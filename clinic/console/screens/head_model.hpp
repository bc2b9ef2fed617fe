// SPDX-License-Identifier: Apache-2.0
// The band over everything that belongs to every page.
#pragma once

#include <optional>
#include <string>

namespace verandah::console {

/// Live, or not: a pill with a dot or an icon, and a word.
struct LinkPill {
    std::string label;
    bool live = false;
};

/// Whoever is signed in; a press opens what she can do about herself.
struct WhoModel {
    std::string account;
    std::string ends; ///< "ends in 9 min", when that is soon.
};

struct HeadModel {
    std::string title;
    std::string station; ///< "Room 2"; a press changes it. Empty for whoever calls nobody.
    std::string skills;  ///< "Nurse · Test".
    std::optional<WhoModel> who{};
    LinkPill link;
};

} // namespace verandah::console
