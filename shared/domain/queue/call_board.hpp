// SPDX-License-Identifier: Apache-2.0
// What the waiting room sees: who was called last, and to which door.
#pragma once

#include "shared/domain/queue/event.hpp"
#include "shared/domain/queue/line.hpp"

#include <span>
#include <string>
#include <vector>

namespace verandah::domain {

/// One call on the board: a number and the sign on a door, never a service or a name (field.md §3).
struct BoardCall {
    TicketNumber number;
    std::string sign;
    int calls; ///< 1 for the first call, 2 when called again …: the same number is spoken anew.
    Instant at;
    friend bool operator==(const BoardCall&, const BoardCall&) = default;
};

/// The last few calls of today, latest first. A call that is taken back disappears; calling again moves it to the
/// front.
class CallBoard {
public:
    static constexpr std::size_t shown = 5; ///< The one being called and four before it.

    [[nodiscard]] std::span<const BoardCall> calls() const { return calls_; }
    /// Takes note of `event`, seen from just after `line` has applied it.
    void follow(const Line& line, const LineEvent& event);
    friend bool operator==(const CallBoard&, const CallBoard&) = default;

private:
    void show(const Line& line, TicketId ticket, Instant at);
    void remove(const TicketNumber& number);
    std::vector<BoardCall> calls_;
};

} // namespace verandah::domain
