// SPDX-License-Identifier: Apache-2.0
// Slips that come back to this console, one after another. What happens to it is in counterfoil_steps.hpp.
#pragma once

#include "shared/domain/referral/counterfoil_code.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace verandah::console {

/// What is told of the last one: that it is taken, or what to do now; never whether it is one of this centre's, whose,
/// or what for. The hub itself says the same to all.
enum class CounterfoilSaid {
    nothing,
    taken,
    not_whole,
    wrong_character,
    a_card, ///< What the scanner read opens a record elsewhere: it is not kept here.
    hub_away,
    too_many,  ///< As many as are kept for a hub that is away: this one is not.
    not_taken, ///< The hub refused: whoever is signed in may not.
};

/// It stays open for the next one. A code that is whole is taken without another press.
struct CounterfoilSheet {
    static constexpr std::size_t longest_typed = 120;
    static constexpr std::size_t most_to_send = 100; ///< While the hub is away.
    std::string typed{};
    CounterfoilSaid said{CounterfoilSaid::nothing};
    std::vector<domain::CounterfoilCode> to_send{}; ///< Until the hub has answered; the first one first.
    bool is_asked{false};                           ///< The hub, about the first one.
};

// What the person does.
struct AskCounterfoil {  ///< Opens the sheet, on any page.
    std::string typed{}; ///< As far as the scanner has come.
    friend bool operator==(const AskCounterfoil&, const AskCounterfoil&) = default;
};

} // namespace verandah::console
