// SPDX-License-Identifier: Apache-2.0
// What is asked of the line over the wire, and what is answered. JSON bodies; field names are permanent.
// decode_…: invalid_input for anything that is not exactly such a message, unknown fields included.
#pragma once

#include "shared/domain/card/card_code.hpp"
#include "shared/domain/queue/call_reason.hpp"
#include "shared/domain/queue/command.hpp"
#include "shared/domain/queue/ticket.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

template <class Message>
using Decoded = std::expected<Message, domain::Refusal>;

/// POST /v1/check-ins {"services":["nurse"], "card":"…", "priority":"urgent"}. The last two may be missing; only a
/// console may say a priority.
struct CheckInRequest {
    std::vector<domain::ServiceCode> services;
    std::optional<domain::CardCode> card{};
    std::optional<domain::PriorityCode> priority{};
};
/// 201 {"ticket":17, "number":47, "people_before":4}
struct CheckInReceipt {
    domain::TicketId ticket;
    domain::TicketNumber number;
    int people_before;
    friend bool operator==(const CheckInReceipt&, const CheckInReceipt&) = default;
};

/// POST /v1/stations/{station}/call-next {"if_busy":"refuse"|"finish_first"}
struct CallNextRequest {
    domain::CallNext::IfBusy if_busy{domain::CallNext::IfBusy::refuse};
};
/// POST /v1/tickets/{ticket}/call {"station":"room-2", "reason":"…"}
struct CallThisRequest {
    domain::StationCode station;
    std::string reason;
};
/// 200 {"ticket":17, "number":47, "service":"nurse", "reason":{"kind":"priority","weight":2,"minutes":16}}
struct CallReceipt {
    domain::TicketId ticket;
    domain::TicketNumber number;
    domain::ServiceCode service;
    domain::CallReason reason;
    friend bool operator==(const CallReceipt&, const CallReceipt&) = default;
};

/// POST /v1/tickets/{ticket}/hold {"minutes":10}
struct HoldRequest {
    std::chrono::minutes back_in;
};
/// POST /v1/tickets/{ticket}/send-on {"service":"test", "place":"first"|"last"|"by_arrival"}
struct SendOnRequest {
    domain::ServiceCode service;
    domain::SendOn::Place place;
};
/// POST /v1/tickets/{ticket}/priority {"priority":"urgent", "reason":"…"}
struct ReclassifyRequest {
    domain::PriorityCode priority;
    std::string reason;
};
/// call-again, start, done, resume, away, back, left, undo, day/close and day/reopen take an empty object: {}
struct EmptyRequest {};
/// 200 {"ticket":17}: what was asked has happened. The ticket's new standing comes by the live feed.
struct MoveReceipt {
    domain::TicketId ticket;
    friend bool operator==(const MoveReceipt&, const MoveReceipt&) = default;
};

[[nodiscard]] std::string encode(const CheckInRequest& message);
[[nodiscard]] std::string encode(const CheckInReceipt& message);
[[nodiscard]] std::string encode(const CallNextRequest& message);
[[nodiscard]] std::string encode(const CallThisRequest& message);
[[nodiscard]] std::string encode(const CallReceipt& message);
[[nodiscard]] std::string encode(const HoldRequest& message);
[[nodiscard]] std::string encode(const SendOnRequest& message);
[[nodiscard]] std::string encode(const ReclassifyRequest& message);
[[nodiscard]] std::string encode(const EmptyRequest& message);
[[nodiscard]] std::string encode(const MoveReceipt& message);

[[nodiscard]] Decoded<CheckInRequest> decode_check_in_request(std::string_view body);
[[nodiscard]] Decoded<CheckInReceipt> decode_check_in_receipt(std::string_view body);
[[nodiscard]] Decoded<CallNextRequest> decode_call_next_request(std::string_view body);
[[nodiscard]] Decoded<CallThisRequest> decode_call_this_request(std::string_view body);
[[nodiscard]] Decoded<CallReceipt> decode_call_receipt(std::string_view body);
[[nodiscard]] Decoded<HoldRequest> decode_hold_request(std::string_view body);
[[nodiscard]] Decoded<SendOnRequest> decode_send_on_request(std::string_view body);
[[nodiscard]] Decoded<ReclassifyRequest> decode_reclassify_request(std::string_view body);
[[nodiscard]] Decoded<EmptyRequest> decode_empty_request(std::string_view body);
[[nodiscard]] Decoded<MoveReceipt> decode_move_receipt(std::string_view body);

} // namespace verandah::wire
