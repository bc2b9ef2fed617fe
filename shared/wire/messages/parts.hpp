// SPDX-License-Identifier: Apache-2.0
// The parts that several messages share: tickets, numbers, reasons, cards, alerts. For shared/wire/messages/*.cpp only.
#pragma once

#include "shared/domain/alert/alert_book.hpp"
#include "shared/domain/card/card_code.hpp"
#include "shared/domain/centre/centre.hpp"
#include "shared/domain/queue/call_reason.hpp"
#include "shared/domain/queue/command.hpp"
#include "shared/domain/queue/ticket_number.hpp"
#include "shared/wire/messages/json_reader.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <algorithm>
#include <iterator>

namespace verandah::wire {

/// Reads `body` as one object with `read(ObjectReader&)` and hands out what it read, or the first refusal.
template <class Read>
auto decode_object(std::string_view body, Read read) -> Decoded<decltype(read(std::declval<ObjectReader&>()))>
{
    const auto json = parse_json(body);
    if (!json) {
        return std::unexpected{json.error()};
    }
    ObjectReader reader{*json};
    auto message = read(reader);
    if (const auto finished = reader.finish(); !finished) {
        return std::unexpected{finished.error()};
    }
    return message;
}

/// Reads each object of a list with `read(ObjectReader&)`; a refusal within becomes one of `outer`.
template <class Read>
auto read_each(ObjectReader& outer, std::string_view field, std::size_t longest, Read read)
    -> std::vector<decltype(read(std::declval<ObjectReader&>()))>
{
    std::vector<decltype(read(std::declval<ObjectReader&>()))> all;
    for (const auto& value : outer.list(field, longest)) {
        ObjectReader reader{value};
        auto each = read(reader);
        if (const auto finished = reader.finish(); !finished) {
            outer.refuse(field, "holds something refused: " + finished.error().detail);
            break;
        }
        all.push_back(std::move(each));
    }
    return all;
}

template <class Code>
[[nodiscard]] nlohmann::json codes_json(const std::vector<Code>& codes)
{
    auto list = nlohmann::json::array();
    for (const auto& code : codes) {
        list.push_back(code.view());
    }
    return list;
}

/// One JSON value for each of `list`.
template <class List, class Encode>
[[nodiscard]] nlohmann::json list_json(const List& list, Encode encode_one)
{
    auto json = nlohmann::json::array();
    std::ranges::transform(list, std::back_inserter(json), encode_one);
    return json;
}

[[nodiscard]] domain::TicketId ticket_id(ObjectReader& reader);         ///< Field "ticket".
[[nodiscard]] domain::TicketNumber ticket_number(ObjectReader& reader); ///< Field "number".
[[nodiscard]] nlohmann::json reason_json(const domain::CallReason& reason);
[[nodiscard]] domain::CallReason read_reason(ObjectReader& reader); ///< Field "reason".

/// A card code; a text that is none is refused without being repeated.
[[nodiscard]] std::optional<domain::CardCode> optional_card(ObjectReader& reader, std::string_view field);
[[nodiscard]] domain::CardCode card(ObjectReader& reader, std::string_view field);
[[nodiscard]] domain::CardCode::Token card_token(ObjectReader& reader,
                                                 std::string_view field); ///< 32 hexadecimal digits.
[[nodiscard]] std::string hexadecimal(const domain::CardCode::Token& token);

/// An object of texts by language.
[[nodiscard]] domain::Words read_words(ObjectReader& reader, std::string_view field);

[[nodiscard]] nlohmann::json alert_json(const domain::AlertRaised& alert);
[[nodiscard]] domain::AlertRaised read_alert(ObjectReader& reader);

} // namespace verandah::wire
