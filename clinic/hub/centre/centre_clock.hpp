// SPDX-License-Identifier: Apache-2.0
// The centre's clock: which of its days an instant belongs to, what the clock on its wall shows, and when it is open.
#pragma once

#include "shared/domain/centre/centre.hpp"
#include "shared/domain/time.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>

namespace verandah::hub {

/// Local time in one time zone, with the system's tz database (gcc 12 has none in <chrono>, so glibc does the
/// reckoning).
///
/// One hub serves one centre: making a CentreClock sets TZ for the whole process, so make it before any thread starts,
/// and one only. After that every member may be called from any thread.
class CentreClock {
public:
    /// Throws std::invalid_argument when `time_zone` is not installed or `day_boundary` is not 0 to 23;
    /// read_centre() has refused both before.
    CentreClock(const std::string& time_zone, std::chrono::hours day_boundary);

    [[nodiscard]] domain::Moment now() const; ///< By the system's clock.

    /// The instant and the centre's day it falls on. A day begins when the wall clock first comes to the boundary hour
    /// and lasts until it first does so again: setting clocks back never brings yesterday back, and where setting them
    /// forward leaves the boundary hour out, the day begins at that jump.
    [[nodiscard]] domain::Moment at(domain::Instant instant) const;

    [[nodiscard]] std::chrono::local_time<std::chrono::milliseconds> local_time(domain::Instant instant) const;
    [[nodiscard]] std::string time_of_day(domain::Instant instant) const; ///< "18:05".

    /// Whether the wall clock is within `span`, from (included) to (not included), midnight crossed where it says so.
    [[nodiscard]] bool within(const domain::OpenSpan& span, domain::Instant instant) const;

    /// A centre without opening hours is always open.
    [[nodiscard]] bool is_open(std::span<const domain::OpenSpan> hours, domain::Instant instant) const;

    /// The next time after `instant` at which a span begins; nothing when there are no hours.
    [[nodiscard]] std::optional<domain::Instant> next_opening(std::span<const domain::OpenSpan> hours,
                                                              domain::Instant instant) const;

private:
    std::chrono::hours day_boundary_;
};

} // namespace verandah::hub
