// SPDX-License-Identifier: Apache-2.0
// Forgetting a visitor, as JSON.
#include "shared/wire/messages/forgetting_messages.hpp"

#include "shared/wire/messages/parts.hpp"

#include <optional>
#include <utility>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;
using Outcome = ForgettingReceipt::Outcome;

constexpr std::size_t longest_device = 64;
constexpr std::int64_t largest_request = std::int64_t{1} << 53U; // what every JSON reader holds exactly

// Permanent words.
std::string_view word(Outcome outcome)
{
    switch (outcome) {
    case Outcome::forgotten: return "forgotten";
    case Outcome::nothing_kept: return "nothing_kept";
    }
    std::unreachable();
}

std::optional<Outcome> outcome_from(std::string_view text)
{
    for (const auto outcome : {Outcome::forgotten, Outcome::nothing_kept}) {
        if (word(outcome) == text) {
            return outcome;
        }
    }
    return std::nullopt;
}

Json request_json(const ForgettingRequest& request)
{
    return {{"request", request.request.value()}, {"device", request.device}, {"at", milliseconds(request.at)}};
}

ForgettingRequest read_request(ObjectReader& reader)
{
    return {domain::ForgettingRequestId{reader.number("request", 1, largest_request)},
            reader.text("device", longest_device), reader.instant("at")};
}

} // namespace

std::string encode(const ForgetRequest& message)
{
    return Json{{"card", message.card.text()}}.dump();
}

Decoded<ForgetRequest> decode_forget_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) { return ForgetRequest{card(reader, "card")}; });
}

std::string encode(const ForgettingReceipt& message)
{
    return Json{{"outcome", word(message.outcome)}}.dump();
}

Decoded<ForgettingReceipt> decode_forgetting_receipt(std::string_view body)
{
    return decode_object(body,
                         [](ObjectReader& reader) { return ForgettingReceipt{reader.word("outcome", outcome_from)}; });
}

std::string encode(const ForgettingRequestsView& view)
{
    return Json{{"requests", list_json(view.requests, request_json)}}.dump();
}

Decoded<ForgettingRequestsView> decode_forgetting_requests_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return ForgettingRequestsView{read_each(reader, "requests", ForgettingRequestsView::most, read_request)};
    });
}

} // namespace verandah::wire
