// SPDX-License-Identifier: Apache-2.0
// The smallest centre that is right, for tests that make one thing in it wrong.
#pragma once

#include <string>
#include <string_view>

namespace verandah::test {

/// Lines are counted by the tests: add new ones at the end only.
inline constexpr std::string_view small_centre = R"(name = "A house"
time_zone = "Etc/UTC"
day_boundary = 4
languages = ["en", "hi"]

[[class]]
code = "urgent"
discipline = "urgent"
label = { en = "Urgent", hi = "तुरंत" }

[[class]]
code = "standard"
label = { en = "Standard", hi = "सामान्य" }

[[station]]
code = "room-1"
sign = "1"
skills = ["nursing"]

[[service]]
code = "nurse"
icon = "medical_services"
colour = "teal"
label = { en = "See a nurse", hi = "नर्स से मिलें" }
expected_minutes = 12
skill = "nursing"
class = "standard"

[[service]]
code = "test"
icon = "science"
colour = "sky"
label = { en = "A quick test", hi = "झटपट जाँच" }
skill = "nursing"
class = "standard"
after = ["nurse"]

[[open]]
days = ["monday", "friday"]
from = "18:00"
to = "02:00"

[[roster]]
station = "room-1"
days = ["monday"]
from = "18:00"
to = "22:00"

[limits]
call_lasts_minutes = 7

[hub]
listen = "127.0.0.1:0"
names = ["localhost"]
)";

/// The small centre with the first `from` replaced by `to`.
inline std::string small_centre_with(std::string_view from, std::string_view to)
{
    std::string text{small_centre};
    return text.replace(text.find(from), from.size(), to);
}

} // namespace verandah::test
