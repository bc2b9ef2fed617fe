// SPDX-License-Identifier: Apache-2.0
// What is asked of the line and what is answered, as JSON.
#include "shared/wire/messages/queue_messages.hpp"

#include "shared/wire/messages/json_reader.hpp"
#include "shared/wire/messages/parts.hpp"

#include <algorithm>
#include <limits>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;

constexpr std::size_t most_services = 32;

// Permanent words.
std::string_view word(domain::CallNext::IfBusy if_busy)
{
    return if_busy == domain::CallNext::IfBusy::refuse ? "refuse" : "finish_first";
}

std::optional<domain::CallNext::IfBusy> if_busy_from(std::string_view text)
{
    using enum domain::CallNext::IfBusy;
    return text == "refuse"         ? std::optional{refuse}
           : text == "finish_first" ? std::optional{finish_first}
                                    : std::nullopt;
}

std::string_view word(domain::SendOn::Place place)
{
    switch (place) {
    case domain::SendOn::Place::first: return "first";
    case domain::SendOn::Place::last: return "last";
    case domain::SendOn::Place::by_arrival: return "by_arrival";
    }
    std::unreachable();
}

std::optional<domain::SendOn::Place> send_on_place_from(std::string_view text)
{
    using enum domain::SendOn::Place;
    const auto places = {first, last, by_arrival};
    const auto* const found = std::ranges::find(places, text, [](auto place) { return word(place); });
    return found == places.end() ? std::nullopt : std::optional{*found};
}

} // namespace

std::string encode(const CheckInRequest& message)
{
    Json json{{"services", codes_json(message.services)}};
    if (message.card) {
        json["card"] = message.card->text();
    }
    if (message.priority) {
        json["priority"] = message.priority->view();
    }
    return json.dump();
}

Decoded<CheckInRequest> decode_check_in_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        CheckInRequest message{reader.codes<domain::ServiceCode>("services", most_services)};
        message.card = optional_card(reader, "card");
        message.priority = reader.optional_code<domain::PriorityCode>("priority");
        return message;
    });
}

std::string encode(const CheckInReceipt& message)
{
    return Json{{"ticket", message.ticket.value()},
                {"number", message.number.value()},
                {"people_before", message.people_before}}
        .dump();
}

Decoded<CheckInReceipt> decode_check_in_receipt(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return CheckInReceipt{ticket_id(reader), ticket_number(reader),
                              static_cast<int>(reader.number("people_before", 0, domain::TicketNumber::largest))};
    });
}

std::string encode(const CallNextRequest& message)
{
    return Json{{"if_busy", word(message.if_busy)}}.dump();
}

Decoded<CallNextRequest> decode_call_next_request(std::string_view body)
{
    return decode_object(body,
                         [](ObjectReader& reader) { return CallNextRequest{reader.word("if_busy", if_busy_from)}; });
}

std::string encode(const CallThisRequest& message)
{
    return Json{{"station", message.station.view()}, {"reason", message.reason}}.dump();
}

Decoded<CallThisRequest> decode_call_this_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return CallThisRequest{reader.code<domain::StationCode>("station"), reader.text("reason")};
    });
}

std::string encode(const CallReceipt& message)
{
    return Json{{"ticket", message.ticket.value()},
                {"number", message.number.value()},
                {"service", message.service.view()},
                {"reason", reason_json(message.reason)}}
        .dump();
}

Decoded<CallReceipt> decode_call_receipt(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return CallReceipt{ticket_id(reader), ticket_number(reader), reader.code<domain::ServiceCode>("service"),
                           read_reason(reader)};
    });
}

std::string encode(const HoldRequest& message)
{
    return Json{{"minutes", message.back_in.count()}}.dump();
}

Decoded<HoldRequest> decode_hold_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        constexpr int a_week = 7 * 24 * 60; // the line has its own, shorter limit
        return HoldRequest{std::chrono::minutes{reader.number("minutes", 0, a_week)}};
    });
}

std::string encode(const SendOnRequest& message)
{
    return Json{{"service", message.service.view()}, {"place", word(message.place)}}.dump();
}

Decoded<SendOnRequest> decode_send_on_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return SendOnRequest{reader.code<domain::ServiceCode>("service"), reader.word("place", send_on_place_from)};
    });
}

std::string encode(const ReclassifyRequest& message)
{
    return Json{{"priority", message.priority.view()}, {"reason", message.reason}}.dump();
}

Decoded<ReclassifyRequest> decode_reclassify_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return ReclassifyRequest{reader.code<domain::PriorityCode>("priority"), reader.text("reason")};
    });
}

std::string encode(const EmptyRequest&)
{
    return "{}";
}

Decoded<EmptyRequest> decode_empty_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader&) { return EmptyRequest{}; });
}

std::string encode(const MoveReceipt& message)
{
    return Json{{"ticket", message.ticket.value()}}.dump();
}

Decoded<MoveReceipt> decode_move_receipt(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) { return MoveReceipt{ticket_id(reader)}; });
}

} // namespace verandah::wire
