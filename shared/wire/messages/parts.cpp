// SPDX-License-Identifier: Apache-2.0
// The parts that several messages share.
#include "shared/wire/messages/parts.hpp"

#include <charconv>
#include <limits>

namespace verandah::wire {

using Json = nlohmann::json;

domain::TicketId ticket_id(ObjectReader& reader)
{
    return domain::TicketId{reader.number("ticket", 1, std::numeric_limits<std::int64_t>::max())};
}

domain::TicketNumber ticket_number(ObjectReader& reader)
{
    const auto number = reader.number("number", 1, domain::TicketNumber::largest);
    return *domain::TicketNumber::make(static_cast<int>(number)); // the reader answers within the range, come what may
}

Json reason_json(const domain::CallReason& reason)
{
    Json json{{"kind", domain::word(reason.kind)}};
    if (reason.kind == domain::CallReason::Kind::priority) {
        json["weight"] = reason.weight;
        json["minutes"] = reason.waited.count();
    } else if (reason.kind == domain::CallReason::Kind::chosen) {
        json["words"] = reason.words;
    }
    return json;
}

domain::Words read_words(ObjectReader& reader, std::string_view field)
{
    domain::Words words;
    for (const auto& [language, text] : reader.object(field).items()) {
        if (text.is_string()) {
            words.emplace(language, text.get<std::string>());
        } else {
            reader.refuse(field, "holds something that is not a text");
        }
    }
    return words;
}

domain::CallReason read_reason(ObjectReader& reader)
{
    ObjectReader inner{reader.object("reason")};
    domain::CallReason reason{.kind = inner.word("kind", domain::call_reason_kind_from)};
    reason.weight = static_cast<int>(inner.optional_number("weight", 0, 1'000'000).value_or(0));
    reason.waited = std::chrono::minutes{inner.optional_number("minutes", 0, 1'000'000'000).value_or(0)};
    reason.words = inner.optional_text("words").value_or("");
    if (const auto finished = inner.finish(); !finished) {
        reader.refuse("reason", finished.error().detail);
    }
    return reason;
}

std::optional<domain::CardCode> optional_card(ObjectReader& reader, std::string_view field)
{
    const auto text = reader.optional_text(field);
    if (!text) {
        return std::nullopt;
    }
    const auto code = domain::CardCode::parse(*text);
    if (!code) {
        reader.refuse(field, "is not a card code");
        return std::nullopt;
    }
    return *code;
}

domain::CardCode card(ObjectReader& reader, std::string_view field)
{
    const auto code = optional_card(reader, field);
    if (!code) {
        reader.refuse(field, "is missing");
    }
    return code.value_or(domain::CardCode{{}, {}});
}

domain::CardCode::Token card_token(ObjectReader& reader, std::string_view field)
{
    domain::CardCode::Token token{};
    const auto text = reader.text(field);
    bool is_token = text.size() == 2 * token.size();
    for (std::size_t index = 0; is_token && index < token.size(); ++index) {
        std::uint8_t byte = 0;
        const auto* from = text.data() + 2 * index;
        const auto [end, fault] = std::from_chars(from, from + 2, byte, 16);
        is_token = fault == std::errc{} && end == from + 2;
        token[index] = std::byte{byte};
    }
    if (!is_token) {
        reader.refuse(field, "has to be 32 hexadecimal digits");
    }
    return token;
}

std::string hexadecimal(const domain::CardCode::Token& token)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : token) {
        text.push_back(digits[std::to_integer<std::size_t>(byte >> 4U)]);
        text.push_back(digits[std::to_integer<std::size_t>(byte & std::byte{0x0f})]);
    }
    return text;
}

Json alert_json(const domain::AlertRaised& alert)
{
    return {{"alert", alert.alert.value()},
            {"kind", domain::word(alert.kind)},
            {"device", alert.device},
            {"at", milliseconds(alert.at)}};
}

domain::AlertRaised read_alert(ObjectReader& reader)
{
    return {domain::AlertId{reader.number("alert", 1, std::numeric_limits<std::int64_t>::max())},
            reader.word("kind", domain::alert_kind_from), reader.text("device", 64), reader.instant("at")};
}

} // namespace verandah::wire
