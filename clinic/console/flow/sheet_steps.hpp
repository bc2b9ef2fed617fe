// SPDX-License-Identifier: Apache-2.0
// How a sheet is filled in and what it asks for when it is confirmed. For flow/*.cpp, and for the words of the sheets.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <optional>
#include <string>

namespace verandah::console {

/// A press on an option; groups and options are counted as the sheet shows them.
void choose(Console& console, const ChooseOption& option);
void type_words(Console& console, const std::string& words);

/// What stands in the way of confirming; nullopt when the sheet says enough.
enum class Missing { service, minutes, reason, priority, folder, batch, expiry, amount, stock };
[[nodiscard]] std::optional<Missing> missing(const Console& console);
/// What the sheet asks of the hub. Precondition: nothing is missing and the sheet's ticket is still there.
[[nodiscard]] std::optional<Write> confirmed(const Console& console);

/// The minutes of a hold, typed or chosen; nullopt outside the centre's limits.
[[nodiscard]] std::optional<std::chrono::minutes> hold_minutes(const Console& console, const HoldSheet& sheet);
/// The words kept with a call or a class: typed, or the usual reason in English, the journal's own language.
[[nodiscard]] std::string reason_words(std::optional<UsualReason> reason, const std::string& typed);

} // namespace verandah::console
