// SPDX-License-Identifier: Apache-2.0
// Snapshots and frames become one line, whatever their order.
#include "clinic/console/flow/line_replica.hpp"

namespace verandah::console {

namespace {

/// A frame can only be later than the snapshot asked for while it was under way; this many cover any such while.
constexpr std::size_t most_kept_frames = 512;

} // namespace

void LineReplica::take(const wire::LineView& view)
{
    line_ = domain::Line{line_.rules()};
    undoable_.clear();
    for (const auto& ticket : view.tickets) {
        put(ticket);
    }
    alerts_ = view.alerts;
    closed_ = view.is_closed;
    sequence_ = view.sequence;
    for (const auto& [sequence, change] : std::exchange(since_asked_, {})) {
        take(sequence, change);
    }
}

void LineReplica::take(domain::Sequence sequence, const wire::LineChange& change)
{
    since_asked_.push_back({sequence, change});
    if (since_asked_.size() > most_kept_frames) {
        since_asked_.erase(since_asked_.begin());
    }
    if (sequence <= sequence_) {
        return;
    }
    for (const auto& ticket : change.tickets) {
        put(ticket);
    }
    alerts_ = change.alerts;
    sequence_ = sequence;
}

void LineReplica::forget()
{
    *this = LineReplica{line_.rules()};
}

void LineReplica::adopt(domain::Centre rules)
{
    domain::Line line{std::move(rules)};
    for (const auto& [id, ticket] : line_.tickets()) {
        line.put(ticket);
    }
    line_ = std::move(line);
}

std::optional<domain::Move> LineReplica::undoable(domain::TicketId ticket) const
{
    const auto found = undoable_.find(ticket);
    return found == undoable_.end() ? std::nullopt : std::optional{found->second};
}

void LineReplica::put(const wire::TicketView& view)
{
    line_.put(view.ticket);
    if (view.undoable) {
        undoable_.insert_or_assign(view.ticket.id, *view.undoable);
    } else {
        undoable_.erase(view.ticket.id);
    }
}

} // namespace verandah::console
