// SPDX-License-Identifier: Apache-2.0
// The console's own copy of the hub's line: order, next pick and reasons are worked out here, live, without asking.
#pragma once

#include "shared/domain/queue/line.hpp"
#include "shared/wire/messages/views.hpp"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace verandah::console {

/// Follows the hub's line by snapshots and by frames of the live feed. Frames carry states, so one that comes twice,
/// late or before its snapshot does no harm.
class LineReplica {
public:
    explicit LineReplica(domain::Centre rules) : line_{std::move(rules)} {}

    /// Everything anew. Frames taken since expect_snapshot() that are later than `view` are kept.
    void take(const wire::LineView& view);
    /// Some tickets and all alerts, as of `sequence`. What is not newer than the replica changes nothing.
    void take(domain::Sequence sequence, const wire::LineChange& change);
    /// The snapshot asked for from now on is the first of a new story: earlier frames do not belong to it.
    void expect_snapshot() { since_asked_.clear(); }
    /// Whoever stands at the console now may not see it, or has not been told yet.
    void forget();
    /// The centre's rules changed; whoever is in the line stays.
    void adopt(domain::Centre rules);

    [[nodiscard]] const domain::Line& line() const { return line_; }
    [[nodiscard]] bool is_closed() const { return closed_; }
    [[nodiscard]] std::span<const domain::AlertRaised> alerts() const { return alerts_; }
    [[nodiscard]] domain::Sequence sequence() const { return sequence_; }
    /// What undo would take back; nullopt when there is nothing.
    [[nodiscard]] std::optional<domain::Move> undoable(domain::TicketId ticket) const;

private:
    struct Taken {
        domain::Sequence sequence;
        wire::LineChange change;
    };

    void put(const wire::TicketView& view);

    domain::Line line_;
    std::map<domain::TicketId, domain::Move> undoable_;
    std::vector<domain::AlertRaised> alerts_;
    std::vector<Taken> since_asked_;
    domain::Sequence sequence_{0};
    bool closed_{false};
};

} // namespace verandah::console
