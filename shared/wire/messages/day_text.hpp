// SPDX-License-Identifier: Apache-2.0
// A day as text, "2026-11-24" (ISO 8601).
#pragma once

#include "shared/domain/time.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace verandah::wire {

[[nodiscard]] inline std::string day_text(domain::CentreDay day)
{
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

/// nullopt for anything that is not a real day in that form.
[[nodiscard]] inline std::optional<domain::CentreDay> day_from(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto number = [&](std::size_t from, std::size_t digits) {
        unsigned value = 0;
        const auto* end = text.data() + from + digits;
        const auto read = std::from_chars(text.data() + from, end, value);
        return read.ptr == end && read.ec == std::errc{} ? std::optional{value} : std::nullopt;
    };
    const auto year = number(0, 4);
    const auto month = number(5, 2);
    const auto day = number(8, 2);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const domain::CentreDay date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                                 std::chrono::day{*day}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

} // namespace verandah::wire
