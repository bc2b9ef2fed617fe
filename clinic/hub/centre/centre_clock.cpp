// SPDX-License-Identifier: Apache-2.0
// Local time by glibc's localtime_r; everything else is arithmetic on it.
#include "clinic/hub/centre/centre_clock.hpp"

#include "clinic/hub/centre/time_zone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <stdexcept>

namespace verandah::hub {
namespace {

using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using LocalTime = std::chrono::local_time<milliseconds>;

/// How far the wall clock is ahead of UTC at `instant`.
seconds offset_at(domain::Instant instant)
{
    const auto second = std::chrono::system_clock::to_time_t(std::chrono::floor<seconds>(instant));
    std::tm local{};
    if (localtime_r(&second, &local) == nullptr) {
        throw std::out_of_range{"an instant beyond the calendar"};
    }
    return seconds{local.tm_gmtoff};
}

domain::Instant at_offset(LocalTime wall, seconds offset)
{
    return domain::Instant{wall.time_since_epoch()} - offset;
}

/// The first instant at which the wall clock shows `wall`, or, where it is set forward over `wall`, the one at which it
/// would have, had it not been: a day's worth around the jump the offsets are those of the day before and after.
domain::Instant first_instant_of(LocalTime wall)
{
    const auto before = offset_at(at_offset(wall, seconds{0}) - days{1});
    const auto after = offset_at(at_offset(wall, seconds{0}) + days{1});
    const auto earliest = at_offset(wall, std::max(before, after));
    return offset_at(earliest) == std::max(before, after) ? earliest : at_offset(wall, std::min(before, after));
}

} // namespace

CentreClock::CentreClock(const std::string& time_zone, std::chrono::hours day_boundary) : day_boundary_{day_boundary}
{
    if (!is_time_zone(time_zone)) {
        throw std::invalid_argument{"no such time zone on this machine: " + time_zone};
    }
    if (day_boundary < std::chrono::hours{0} || day_boundary > std::chrono::hours{23}) {
        throw std::invalid_argument{"the day boundary is an hour from 0 to 23"};
    }
    setenv("TZ", (":" + time_zone).c_str(), 1);
    tzset();
}

domain::Moment CentreClock::now() const
{
    return at(std::chrono::floor<milliseconds>(std::chrono::system_clock::now()));
}

domain::Moment CentreClock::at(domain::Instant instant) const
{
    const auto day = std::chrono::floor<days>(local_time(instant) - day_boundary_);
    // Where the clock was set back during the last day, it may have come to the next boundary before that already.
    const bool next_began =
        offset_at(instant - days{1}) > offset_at(instant) && first_instant_of(day + days{1} + day_boundary_) <= instant;
    return {instant, domain::CentreDay{next_began ? day + days{1} : day}};
}

LocalTime CentreClock::local_time(domain::Instant instant) const
{
    return LocalTime{(instant + offset_at(instant)).time_since_epoch()};
}

std::string CentreClock::time_of_day(domain::Instant instant) const
{
    const auto wall = local_time(instant);
    const auto since_midnight = std::chrono::floor<minutes>(wall - std::chrono::floor<days>(wall));
    return fmt::format("{:02}:{:02}", since_midnight.count() / 60, since_midnight.count() % 60);
}

bool CentreClock::within(const domain::OpenSpan& span, domain::Instant instant) const
{
    const auto wall = local_time(instant);
    const auto today = std::chrono::floor<days>(wall);
    const auto length = span.to > span.from ? span.to - span.from : span.to - span.from + days{1};
    const auto covers = [&](std::chrono::local_days day) {
        const auto begin = day + span.from;
        return std::chrono::weekday{day} == span.day && begin <= wall && wall < begin + length;
    };
    return covers(today) || covers(today - days{1});
}

bool CentreClock::is_open(std::span<const domain::OpenSpan> hours, domain::Instant instant) const
{
    return hours.empty() ||
           std::ranges::any_of(hours, [&](const domain::OpenSpan& span) { return within(span, instant); });
}

std::optional<domain::Instant> CentreClock::next_opening(std::span<const domain::OpenSpan> hours,
                                                         domain::Instant instant) const
{
    std::optional<domain::Instant> next;
    const auto today = std::chrono::floor<days>(local_time(instant));
    for (const auto& span : hours) {
        const auto first = today + (span.day - std::chrono::weekday{today});
        for (const auto day : std::array{first, first + days{7}}) { // this week's may have begun already
            const auto opening = first_instant_of(day + span.from);
            if (opening > instant && (!next || opening < *next)) {
                next = opening;
            }
        }
    }
    return next;
}

} // namespace verandah::hub
