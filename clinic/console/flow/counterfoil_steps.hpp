// SPDX-License-Identifier: Apache-2.0
// Taking slips back at this console. For flow/*.cpp; the app asks it what a scanner types.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::console {

/// Whether slips can be taken back here and now: she may, and nothing lies over the page.
[[nodiscard]] bool may_take_slips(const Console& console);

/// A scanner, or somebody, begins to type a slip's code where nothing else is typed: what to wish for. In an open
/// record the digits answer its questions, so there it is nullopt.
[[nodiscard]] std::optional<AskCounterfoil> slip_begun(const Console& console, std::string_view typed);

[[nodiscard]] std::vector<Effect> ask_for_slip(Console& console, const AskCounterfoil& wish);

// On its sheet, which has to be open.
[[nodiscard]] std::vector<Effect> type_slip(Console& console, const std::string& typed);
[[nodiscard]] std::vector<Effect> confirm_slip(Console& console);

/// The hub answered, whatever lies on the screen by now.
[[nodiscard]] std::vector<Effect> slip_settled(Console& console, CounterfoilSaid said);

/// Whether what is typed may be a card's code, which nobody else should read.
[[nodiscard]] bool is_hidden(const CounterfoilSheet& sheet);
/// The sheet, when it is open.
[[nodiscard]] const CounterfoilSheet* slip_sheet(const Console& console);

} // namespace verandah::console
