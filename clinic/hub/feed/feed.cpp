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

std::optional<FeedFrame> Feed::frame(const store::Ledger& ledger, const store::Change& change, const Audience& audience)
{
    const auto id = ledger.feed_id(change.sequence);
    if (change.day) {
        return reset(id);
    }
    switch (audience.kind) {
    case DeviceKind::console:
        if (!audience.sight) { // she is not told of the line; that somebody asks for help, her session says
            return change.alerts ? std::optional{FeedFrame{"session", id, "{}"}} : std::nullopt;
        }
        if (change.tickets.empty() && !(change.alerts && shows_alerts(*audience.sight))) {
            return std::nullopt;
        }
        return FeedFrame{"line", id, wire::encode(line_change(ledger, change.tickets, *audience.sight))};
    case DeviceKind::board:
        if (!change.board) {
            return std::nullopt;
        }
        return FeedFrame{"board", id, wire::encode(board_view(ledger))};
    case DeviceKind::kiosk: return std::nullopt; // a kiosk learns nothing about who comes and goes
    }
    std::unreachable();
}

FeedFrame Feed::catch_up(const store::Ledger& ledger, domain::Sequence last_seen, const Audience& audience) const
{
    const auto now = ledger.sequence();
    const auto id = ledger.feed_id(now);
    if (last_seen == id && anew_at_ != now) {
        return {"up_to_date", id, "{}"};
    }
    // A reader that knew the centre in another life of it has an id outside of this one's: its numbers say nothing.
    const auto before_this_life = ledger.feed_id(0);
    if (last_seen <= before_this_life || last_seen > id) {
        return reset(id);
    }
    const auto first = std::ranges::upper_bound(changes_, last_seen - before_this_life, {}, &store::Change::sequence);
    // Everything after last_seen is remembered when an older commit still is, or when the first one ever is.
    const bool reaches_back = first != changes_.begin() && first != changes_.end();
    if (!reaches_back) {
        return reset(id);
    }
    store::Change missed{.sequence = now, .tickets = {}};
    std::for_each(first, changes_.end(), [&](const store::Change& change) { merge(missed, change); });
    std::ranges::sort(missed.tickets);
    const auto repeated = std::ranges::unique(missed.tickets);
    missed.tickets.erase(repeated.begin(), repeated.end());
    return frame(ledger, missed, audience).value_or(FeedFrame{"up_to_date", id, "{}"});
}

} // namespace verandah::hub
