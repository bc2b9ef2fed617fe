// SPDX-License-Identifier: Apache-2.0
// One place in line: what a ticket is, the states it can be in, and what it remembers so that every move can be undone.
#pragma once

#include "shared/domain/code.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/journey/step.hpp"
#include "shared/domain/queue/ticket_number.hpp"
#include "shared/domain/time.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace verandah::domain {

/// Where a ticket stands (field.md §3).
enum class TicketState {
    waiting,   ///< In line for every step that is ready.
    returning, ///< Back from away: waits until enough others were called, then waits as before.
    on_hold,   ///< "Back in N minutes", or nothing to do until a test result is ready.
    called,    ///< On the board, on the way.
    serving,   ///< With somebody.
    away,      ///< Was called and did not come.
    done,      ///< Everything asked for is finished.
    left,      ///< Went without being finished.
    closed,    ///< The day ended first.
};
inline constexpr std::array every_ticket_state{TicketState::waiting, TicketState::returning, TicketState::on_hold,
                                               TicketState::called,  TicketState::serving,   TicketState::away,
                                               TicketState::done,    TicketState::left,      TicketState::closed};

/// The permanent word for a state, on the wire and in reports.
[[nodiscard]] std::string_view word(TicketState state);
[[nodiscard]] std::optional<TicketState> ticket_state_from(std::string_view word);

/// Whether the person is still somewhere in the centre's line: not done, left or closed.
[[nodiscard]] bool is_open(TicketState state);

/// The three times a visit is made of, kept apart (field.md §3). Each grows as steps finish.
struct TimeSpent {
    std::chrono::milliseconds wait{};    ///< Arrived or sent on → called.
    std::chrono::milliseconds way{};     ///< Called → started.
    std::chrono::milliseconds service{}; ///< Started → finished.
    friend bool operator==(const TimeSpent&, const TimeSpent&) = default;
};

/// Everything about a ticket that a move changes, and so everything that an undo brings back.
struct Standing {
    TicketState state{TicketState::waiting};
    PriorityCode priority;
    Instant place; ///< Orders a class and drives its points: the arrival, unless it was sent on or sent first.
    Instant since; ///< When it came into this state.
    std::vector<Step> steps{};
    std::optional<StationCode> station{}; ///< Where it is called, served, or was called last when away.
    int calls{0};                         ///< How many times it was called for the present step.
    std::optional<Instant> until{};       ///< On hold: back to waiting by itself then. Called: away by itself then.
    int calls_to_wait{0};                 ///< Returning: how many calls of others are still to pass.
    TimeSpent spent{};
    friend bool operator==(const Standing&, const Standing&) = default;
};

/// The moves of a ticket, as people undo them.
enum class Move {
    called,
    started,
    step_finished,
    held,
    resumed,
    went_away,
    came_back,
    sent_on,
    left,
    reclassified,
    closed
};
inline constexpr std::array every_move{Move::called,  Move::started,      Move::step_finished, Move::held,
                                       Move::resumed, Move::went_away,    Move::came_back,     Move::sent_on,
                                       Move::left,    Move::reclassified, Move::closed};

[[nodiscard]] std::string_view word(Move move);
[[nodiscard]] std::optional<Move> move_from(std::string_view word);

/// A ticket of the centre day. `past` is what undo steps back through; the journal keeps the full history for good.
struct Ticket {
    struct Past {
        Move move; ///< The move that ended `before`.
        Standing before;
        friend bool operator==(const Past&, const Past&) = default;
    };

    TicketId id;
    TicketNumber number;
    Instant arrived;                  ///< Never before an earlier ticket's, even when the clock was set back.
    std::optional<VisitorId> visitor; ///< Whose card was scanned, if one was and it was known.
    Standing now;
    std::vector<Past> past;
    friend bool operator==(const Ticket&, const Ticket&) = default;

    /// The service it is called to or served with; nullopt in every other state.
    [[nodiscard]] std::optional<ServiceCode> current_service() const;
    /// How long it has waited up to `at`: only time spent waiting counts, over all steps.
    [[nodiscard]] std::chrono::milliseconds waited(Instant at) const;
};

} // namespace verandah::domain
