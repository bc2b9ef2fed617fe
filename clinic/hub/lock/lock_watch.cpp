// SPDX-License-Identifier: Apache-2.0
// What changed since the last look.
#include "clinic/hub/lock/lock_watch.hpp"

#include <system_error>
#include <utility>

namespace verandah::hub {

LockWatch::LockWatch(std::optional<std::filesystem::path> stick, const CentreFile& file, const CentreClock& clock)
    : stick_{std::move(stick)}, file_{file}, clock_{clock}, stick_was_in_{stick_is_in()}
{
}

LockWatch::Finding LockWatch::look(domain::Instant now)
{
    const bool stick_is_in_now = stick_is_in();
    const bool stick_was_in = std::exchange(stick_was_in_, stick_is_in_now);
    const bool is_open_now = is_open(now);
    const bool has_closed = std::exchange(was_open_, is_open_now).value_or(false) && !is_open_now;
    if (stick_was_in && !stick_is_in_now) {
        return Finding::stick_pulled;
    }
    if (has_closed && file_.keys.lock_at_closing) {
        return Finding::closing_time;
    }
    return stick_is_in_now && !stick_was_in ? Finding::open_with_stick : Finding::nothing;
}

bool LockWatch::stick_is_in() const
{
    std::error_code gone; // a stick pulled while it is looked at is gone, too
    return stick_ && std::filesystem::exists(*stick_, gone);
}

bool LockWatch::is_open(domain::Instant now) const
{
    return clock_.is_open(file_.centre.opening_hours, now);
}

} // namespace verandah::hub
