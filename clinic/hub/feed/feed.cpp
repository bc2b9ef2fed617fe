// SPDX-License-Identifier: Apache-2.0
// The live feed: who hears what.
#include "clinic/hub/feed/feed.hpp"

#include "clinic/hub/feed/views_of_ledger.hpp"

#include <algorithm>
#include <iterator>

namespace verandah::hub {

namespace {

using wire::DeviceKind;

FeedFrame reset(domain::Sequence sequence)
{
    return {"reset", sequence, "{}"};
}

bool shows_alerts(const domain::Sight& sight)
{
    return sight.alerts == domain::Sight::Alerts::shown;
}

void merge(store::Change& into, const store::Change& change)
{
    into.sequence = change.sequence;
    into.day = into.day || change.day;
    into.board = into.board || change.board;
    into.alerts = into.alerts || change.alerts;
    std::ranges::copy(change.tickets, std::back_inserter(into.tickets));
}

/// Whoever is not told where help is asked for hears by her session that it is: "session" has her ask for it.
std::vector<FeedFrame> frames_at_console(const store::Ledger& ledger, const store::Change& change,
                                         const std::optional<domain::Sight>& sight)
{
    const auto id = ledger.feed_id(change.sequence);
    const bool asks_session = change.alerts && !(sight && shows_alerts(*sight));
    const bool tells_line = sight && (!change.tickets.empty() || (change.alerts && shows_alerts(*sight)));
    std::vector<FeedFrame> frames;
    if (asks_session) {
        frames.push_back({"session", tells_line ? id - 1 : id, "{}"});
    }
    if (tells_line) {
        frames.push_back({"line", id, wire::encode(line_change(ledger, change.tickets, *sight))});
    }
    return frames;
}

} // namespace

void Feed::note(const store::Change& change)
{
    if (change.anew) {
        changes_.clear(); // what was remembered is of another ledger
        anew_at_ = change.sequence;
        return;
    }
    changes_.push_back(change);
    if (changes_.size() > remembered) {
        changes_.pop_front();
    }
}

std::vector<FeedFrame> Feed::frames(const store::Ledger& ledger, const store::Change& change, const Audience& audience)
{
    const auto id = ledger.feed_id(change.sequence);
    if (change.day) {
        return {reset(id)};
    }
    switch (audience.kind) {
    case DeviceKind::console: return frames_at_console(ledger, change, audience.sight);
    case DeviceKind::board:
        if (!change.board) {
            return {};
        }
        return {{"board", id, wire::encode(board_view(ledger))}};
    case DeviceKind::kiosk: return {}; // a kiosk learns nothing about who comes and goes
    }
    std::unreachable();
}

std::vector<FeedFrame> Feed::catch_up(const store::Ledger& ledger, domain::Sequence last_seen,
                                      const Audience& audience) const
{
    const auto now = ledger.sequence();
    const auto id = ledger.feed_id(now);
    if (last_seen == id && anew_at_ != now) {
        return {{"up_to_date", id, "{}"}};
    }
    // A reader that knew the centre in another life of it has an id outside of this one's: its numbers say nothing.
    const auto before_this_life = ledger.feed_id(0);
    if (last_seen <= before_this_life || last_seen > id) {
        return {reset(id)};
    }
    const auto first = std::ranges::upper_bound(changes_, last_seen - before_this_life, {}, &store::Change::sequence);
    // Everything after last_seen is remembered when an older commit still is, or when the first one ever is.
    const bool reaches_back = first != changes_.begin() && first != changes_.end();
    if (!reaches_back) {
        return {reset(id)};
    }
    store::Change missed{.sequence = now, .tickets = {}};
    std::for_each(first, changes_.end(), [&](const store::Change& change) { merge(missed, change); });
    std::ranges::sort(missed.tickets);
    const auto repeated = std::ranges::unique(missed.tickets);
    missed.tickets.erase(repeated.begin(), repeated.end());
    auto sent = frames(ledger, missed, audience);
    if (sent.empty()) {
        sent.push_back({"up_to_date", id, "{}"});
    }
    return sent;
}

} // namespace verandah::hub
