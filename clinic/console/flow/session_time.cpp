// SPDX-License-Identifier: Apache-2.0
// What time does to a session: waits and notices end, a console left alone dozes off, what nobody tells is asked.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/session_acts.hpp"
#include "clinic/console/flow/session_steps.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

/// What changes without the feed telling it: totals, and whether a device came in.
Effects ask_what_is_due(Console& console, domain::Instant now)
{
    const auto is_due = [now](domain::Instant asked_at, std::chrono::milliseconds every) {
        return now < asked_at || now - asked_at >= every;
    };
    auto& session = console.session;
    const auto every = session.offer ? offer_is_asked_every : devices_are_asked_every;
    if (door(console) == Door::open && console.page == Page::devices && may(console, Page::devices) &&
        is_due(session.devices_asked_at, every)) {
        return {fetch_devices(console, now)};
    }
    if (needs_totals(console) && is_due(console.totals_asked_at, totals_last)) {
        return {fetch_totals(console, now)};
    }
    return {};
}

} // namespace

std::vector<Effect> session_time_passed(Console& console, domain::Instant now)
{
    auto& session = console.session;
    session.touched_at = std::min(session.touched_at, now); // the hub's clock was set back
    if (session.notice && is_good(session.notice->about) && now - session.notice->since > session_notice_lasts) {
        session.notice.reset();
    }
    if (session.free_at && *session.free_at <= now) {
        session.free_at.reset();
    }
    if (session.panic && *session.panic != Panic::asked && now - session.panic_since > session_notice_lasts) {
        session.panic.reset();
    }
    if (now - session.touched_at < dozes_after) {
        return ask_what_is_due(console, now);
    }
    if (is_signed_in(console) && !session.dozing) {
        return doze(console);
    }
    if (session.form && !session.under_way) { // half typed, and nobody there any more
        session.form = Form{session.form->kind};
    }
    return {};
}

} // namespace verandah::console
