// SPDX-License-Identifier: Apache-2.0
// Cards, alerts and refusals, as JSON.
#include "shared/wire/messages/card_messages.hpp"

#include "shared/wire/messages/parts.hpp"

#include <utility>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;
using domain::Refusal;

constexpr std::chrono::seconds longest_wait = std::chrono::hours{24};

// Permanent words.
std::string_view word(Refusal::Why why)
{
    switch (why) {
    case Refusal::Why::invalid_input: return "invalid_input";
    case Refusal::Why::not_found: return "not_found";
    case Refusal::Why::not_open: return "not_open";
    case Refusal::Why::not_allowed: return "not_allowed";
    case Refusal::Why::conflict: return "conflict";
    }
    std::unreachable();
}

std::optional<Refusal::Why> why_from(std::string_view text)
{
    using enum Refusal::Why;
    for (const auto why : {invalid_input, not_found, not_open, not_allowed, conflict}) {
        if (word(why) == text) {
            return why;
        }
    }
    return std::nullopt;
}

} // namespace

std::string encode(const CardRequest& message)
{
    return Json{{"token", hexadecimal(message.token)}}.dump();
}

Decoded<CardRequest> decode_card_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) { return CardRequest{card_token(reader, "token")}; });
}

std::string encode(const CardReceipt& message)
{
    return Json{{"card", message.card.text()}}.dump();
}

Decoded<CardReceipt> decode_card_receipt(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) { return CardReceipt{card(reader, "card")}; });
}

std::string encode(const ReplaceCardRequest& message)
{
    return Json{{"card", message.card.text()}, {"token", hexadecimal(message.token)}}.dump();
}

Decoded<ReplaceCardRequest> decode_replace_card_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return ReplaceCardRequest{card(reader, "card"), card_token(reader, "token")};
    });
}

std::string encode(const RevokeCardRequest& message)
{
    return Json{{"card", message.card.text()}}.dump();
}

Decoded<RevokeCardRequest> decode_revoke_card_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) { return RevokeCardRequest{card(reader, "card")}; });
}

std::string encode(const AlertRequest& message)
{
    return Json{{"kind", domain::word(message.kind)}}.dump();
}

Decoded<AlertRequest> decode_alert_request(std::string_view body)
{
    return decode_object(
        body, [](ObjectReader& reader) { return AlertRequest{reader.word("kind", domain::alert_kind_from)}; });
}

std::string encode(const RefusalBody& body)
{
    Json error{{"why", word(body.refusal.why)}, {"detail", body.refusal.detail}};
    if (body.wait) {
        error["wait_seconds"] = body.wait->count();
    }
    return Json{{"error", std::move(error)}}.dump();
}

std::string encode(const Refusal& refusal)
{
    return encode(RefusalBody{refusal});
}

RefusalBody decode_refusal_body(std::string_view body)
{
    const auto refusal = decode_object(body, [](ObjectReader& reader) {
        ObjectReader error{reader.object("error")};
        RefusalBody read{{error.word("why", why_from), error.text("detail", 4096)}};
        if (const auto wait = error.optional_number("wait_seconds", 0, longest_wait.count())) {
            read.wait = std::chrono::seconds{*wait};
        }
        if (const auto finished = error.finish(); !finished) {
            reader.refuse("error", finished.error().detail);
        }
        return read;
    });
    return refusal ? *refusal : RefusalBody{{Refusal::Why::conflict, "the hub answered something unknown"}};
}

Refusal decode_refusal(std::string_view body)
{
    return decode_refusal_body(body).refusal;
}

} // namespace verandah::wire
