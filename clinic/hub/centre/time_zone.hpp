// SPDX-License-Identifier: Apache-2.0
// The time zones that this machine knows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Whether the tz database of this machine (Debian's package tzdata) has a zone of that name, such as "Asia/Kolkata".
[[nodiscard]] bool is_time_zone(std::string_view name);

/// The names of zones that people live in, for suggestions. Empty when the tz database is not installed.
[[nodiscard]] std::vector<std::string> time_zones();

} // namespace verandah::hub
