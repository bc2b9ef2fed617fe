// SPDX-License-Identifier: Apache-2.0
// What devices see of the centre: snapshots, and the frames of the live feed, which carry states, never differences, so
// that a frame seen twice or late does no harm.
//
// GET /v1/centre -> CentreView   every device
// GET /v1/line   -> LineView     consoles; without steps and alerts to whoever does not see them
// GET /v1/board  -> BoardView    boards and consoles
// GET /v1/events (server-sent events, id = journal sequence):
//   event "line"   LineChange   consoles at which somebody sees the line: the tickets that changed, all open alerts
//   event "board"  BoardView    boards: the whole board again
//   event "forgetting" {}       consoles at which somebody may forget a visitor: a request came or went; ask for them
//   event "session" {}          consoles: who is signed in here has changed; ask for the session and the views anew
//   event "reset"  {}           every device: what you know is too old or the day changed; fetch the snapshot anew
// A snapshot names the sequence it is as of; frames up to that id are in it already.
#pragma once

#include "shared/domain/alert/alert_book.hpp"
#include "shared/domain/centre/centre.hpp"
#include "shared/domain/event.hpp"
#include "shared/domain/queue/call_board.hpp"
#include "shared/domain/queue/ticket.hpp"
#include "shared/domain/stock/commodity.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

/// The centre as devices need it: no name, no roster. Times are UTC; `utc_offset` turns them into the centre's wall
/// clock.
struct CentreView {
    /// What a kiosk offers to take away without a place in line. The label is discreet.
    struct Supply {
        domain::CommodityCode commodity;
        domain::CommodityKind kind;
        domain::Words label;
        std::int64_t pieces; ///< What one touch takes.
        friend bool operator==(const Supply&, const Supply&) = default;
    };
    domain::Centre centre;              ///< name, time_zone, roster and opening_hours stay empty.
    domain::Instant now;                ///< The hub's clock: devices reckon with the difference to their own.
    std::chrono::minutes utc_offset{0}; ///< Local time minus UTC.
    bool is_open{true};                 ///< By the opening hours.
    bool day_is_closed{false};          ///< Staff closed the day: no more numbers.
    std::optional<domain::Instant> opens_at{};
    std::vector<Supply> supplies{};
    friend bool operator==(const CentreView&, const CentreView&) = default;
};

/// A ticket as consoles see it: as it stands, and what undo would take back. `ticket.past` is empty and `visitor` is
/// not told.
struct TicketView {
    domain::Ticket ticket;
    std::optional<domain::Move> undoable{};
    friend bool operator==(const TicketView&, const TicketView&) = default;
};

struct LineView {
    domain::Sequence sequence{0};
    std::optional<domain::CentreDay> day{};
    bool is_closed{false};
    std::vector<TicketView> tickets{}; ///< All of today, in order of issue.
    std::vector<domain::AlertRaised> alerts{};
    friend bool operator==(const LineView&, const LineView&) = default;
};

struct LineChange {
    std::vector<TicketView> tickets{};
    std::vector<domain::AlertRaised> alerts{}; ///< All that are open.
    friend bool operator==(const LineChange&, const LineChange&) = default;
};

struct BoardView {
    domain::Sequence sequence{0};
    int waiting{0};                         ///< Everybody who still waits, on hold and away not counted.
    std::vector<domain::BoardCall> calls{}; ///< Latest first, at most CallBoard::shown.
    friend bool operator==(const BoardView&, const BoardView&) = default;
};

[[nodiscard]] TicketView view_of(const domain::Ticket& ticket);

[[nodiscard]] std::string encode(const CentreView& view);
[[nodiscard]] std::string encode(const LineView& view);
[[nodiscard]] std::string encode(const LineChange& change);
[[nodiscard]] std::string encode(const BoardView& view);

[[nodiscard]] Decoded<CentreView> decode_centre_view(std::string_view body);
[[nodiscard]] Decoded<LineView> decode_line_view(std::string_view body);
[[nodiscard]] Decoded<LineChange> decode_line_change(std::string_view body);
[[nodiscard]] Decoded<BoardView> decode_board_view(std::string_view body);

} // namespace verandah::wire
