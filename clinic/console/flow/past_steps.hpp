// SPDX-License-Identifier: Apache-2.0
// What happens to the list of who did what. For flow/*.cpp, and for its words.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <vector>

namespace verandah::console {

/// Begins a look with that filter: the first page, then whether the past is as it was.
[[nodiscard]] std::vector<Effect> look_back(Console& console, const wire::AuditFilter& filter, PastDays days);
/// Her page is there and nothing of it, or it came to nothing.
[[nodiscard]] bool needs_to_look_back(const Console& console);
[[nodiscard]] std::vector<Effect> handle_past(Console& console, const PastHappening& happening);
[[nodiscard]] std::vector<Effect> handle_past_wish(Console& console, const PastWish& wish, domain::Instant now);
/// Begins the look, or the file, that the sheet asks for.
[[nodiscard]] std::vector<Effect> confirm_past(Console& console, const FilterSheet& sheet, domain::Instant now);
[[nodiscard]] std::vector<Effect> confirm_past(Console& console, const SaveSheet& sheet, domain::Instant now);

/// The centre's day that `now` is on.
[[nodiscard]] domain::CentreDay today(const Console& console, domain::Instant now);
/// Accounts and devices among what was looked at so far, at most eight, in the order of the alphabet.
[[nodiscard]] std::vector<std::string> names_in(const Past& past);

} // namespace verandah::console
