// SPDX-License-Identifier: Apache-2.0
// Fields that several parts of a file's entries have: days, counterfoils, objects within objects. For
// shared/wire/messages/care/*.cpp only.
#pragma once

#include "shared/domain/referral/counterfoil_hash.hpp"
#include "shared/wire/messages/day_text.hpp"
#include "shared/wire/messages/parts.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace verandah::wire {

/// A day as text; a text that is none is refused.
[[nodiscard]] inline std::optional<domain::CentreDay> optional_day(ObjectReader& reader, std::string_view field)
{
    const auto text = reader.optional_text(field, 10);
    const auto day = text ? day_from(*text) : std::nullopt;
    if (text && !day) {
        reader.refuse(field, "is not a day");
    }
    return day;
}

[[nodiscard]] inline domain::CentreDay day(ObjectReader& reader, std::string_view field)
{
    constexpr domain::CentreDay stand_in{std::chrono::year{2000} / 1 / 1};
    const auto read = optional_day(reader, field);
    if (!read) {
        reader.refuse(field, "is missing");
    }
    return read.value_or(stand_in);
}

/// Reads the object under `field` with `read(ObjectReader&)`; a refusal within becomes one of `outer`.
template <class Read>
auto read_within(ObjectReader& outer, std::string_view field, Read read)
{
    ObjectReader inner{outer.object(field)};
    auto value = read(inner);
    if (const auto finished = inner.finish(); !finished) {
        outer.refuse(field, "holds something refused: " + finished.error().detail);
    }
    return value;
}

/// The same, where the object may be missing: `json` is what `outer` reads.
template <class Read>
auto read_within_if_there(ObjectReader& outer, const nlohmann::json& json, std::string_view field, Read read)
    -> std::optional<decltype(read(std::declval<ObjectReader&>()))>
{
    if (!json.is_object() || !json.contains(field)) {
        return std::nullopt;
    }
    return read_within(outer, field, read);
}

/// 32 hexadecimal digits: as wide as a card's token, and nothing of one.
[[nodiscard]] inline domain::CounterfoilHash counterfoil_hash(ObjectReader& reader, std::string_view field)
{
    return card_token(reader, field);
}

} // namespace verandah::wire
