// SPDX-License-Identifier: Apache-2.0
// Reading and writing the fields of one event. For event_codec.cpp only.
#pragma once

#include "clinic/store/event_codec.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verandah::store {

using Json = nlohmann::json;

/// Which event to read, as an argument.
template <class Event>
struct Is {};

[[nodiscard]] inline std::int64_t ms(domain::Instant at)
{
    return at.time_since_epoch().count();
}

[[nodiscard]] inline std::int64_t day_number(domain::CentreDay day)
{
    return std::chrono::sys_days{day}.time_since_epoch().count(); ///< Days since 1970-01-01.
}

template <class Code>
[[nodiscard]] Json code_list(const std::vector<Code>& codes)
{
    auto list = Json::array();
    for (const auto& code : codes) {
        list.push_back(code.view());
    }
    return list;
}

/// A card's hash or a request's key, as a CBOR byte string.
template <class Whole>
[[nodiscard]] Json binary(const Whole& whole)
{
    const auto* begin = reinterpret_cast<const std::uint8_t*>(whole.bytes().data());
    return Json::binary({begin, begin + whole.bytes().size()});
}

/// What only shared/vault understands, as a CBOR byte string.
[[nodiscard]] inline Json sealed_bytes(const domain::SealedBytes& sealed)
{
    const auto* begin = reinterpret_cast<const std::uint8_t*>(sealed.data());
    return Json::binary({begin, begin + sealed.size()});
}

inline constexpr std::int64_t nobody = -1; ///< Where a visitor's id would stand.

/// Whose card was known, always in the same number of bytes: the length of a row does not tell.
[[nodiscard]] inline Json visitor_field(const std::optional<domain::VisitorId>& visitor)
{
    Json::binary_t bytes(std::vector<std::uint8_t>(sizeof(std::int64_t)));
    const auto value = static_cast<std::uint64_t>(visitor ? visitor->value() : nobody);
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        bytes[index] = static_cast<std::uint8_t>(value >> (8 * index)); // little endian
    }
    return bytes;
}

[[nodiscard]] inline Json reason_fields(const domain::CallReason& reason)
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

/// The fields of one event, by name, each to be read once. Every answer throws UnreadableEvent when the field is
/// missing or of another shape.
class Fields {
public:
    explicit Fields(const Json& json) : json_{&json} {} ///< Borrowed; an object.

    [[nodiscard]] bool has(std::string_view name) const { return json_->contains(name); }
    /// Throws UnreadableEvent when a field is left that nobody read: a later version wrote it, and meant something.
    void finish() const
    {
        if (read_ != json_->size()) {
            throw UnreadableEvent{"an event with a field that this version does not know"};
        }
    }

    template <std::integral Number>
    [[nodiscard]] Number integer(std::string_view name) const
    {
        const auto& field = at(name);
        const bool fits = field.is_number_unsigned()
                              ? std::in_range<Number>(field.get<std::uint64_t>())
                              : field.is_number_integer() && std::in_range<Number>(field.get<std::int64_t>());
        if (!fits) {
            throw unreadable(name);
        }
        return field.get<Number>();
    }
    [[nodiscard]] std::string_view text_view(std::string_view name) const
    {
        const auto& field = at(name);
        if (!field.is_string()) {
            throw unreadable(name);
        }
        return field.get_ref<const std::string&>();
    }
    [[nodiscard]] std::string text(std::string_view name) const { return std::string{text_view(name)}; }
    [[nodiscard]] domain::Instant instant(std::string_view name) const
    {
        return domain::Instant{std::chrono::milliseconds{integer<std::int64_t>(name)}};
    }
    [[nodiscard]] domain::CentreDay day(std::string_view name) const
    {
        constexpr int year_3000 = 376'200; // in days since 1970
        const int number = integer<int>(name);
        if (number < 0 || number > year_3000) {
            throw unreadable(name);
        }
        return domain::CentreDay{std::chrono::sys_days{std::chrono::days{number}}};
    }
    template <class Id>
    [[nodiscard]] Id id(std::string_view name) const
    {
        return Id{integer<std::int64_t>(name)};
    }
    [[nodiscard]] domain::TicketNumber ticket_number(std::string_view name) const
    {
        return checked(domain::TicketNumber::make(integer<int>(name)), name);
    }
    template <class Code>
    [[nodiscard]] Code code(std::string_view name) const
    {
        return checked(Code::make(text_view(name)), name);
    }
    template <class Code>
    [[nodiscard]] std::vector<Code> codes(std::string_view name) const
    {
        std::vector<Code> codes;
        const auto& list = at(name);
        if (!list.is_array()) {
            throw unreadable(name);
        }
        for (const auto& word : list) {
            codes.push_back(checked(Code::make(word.is_string() ? word.get_ref<const std::string&>() : ""), name));
        }
        return codes;
    }
    template <std::integral Number>
    [[nodiscard]] std::vector<Number> integers(std::string_view name) const
    {
        std::vector<Number> numbers;
        const auto& list = at(name);
        if (!list.is_array()) {
            throw unreadable(name);
        }
        for (const auto& number : list) {
            const Json one{{name, number}};
            numbers.push_back(Fields{one}.integer<Number>(name));
        }
        return numbers;
    }
    template <class From>
    [[nodiscard]] auto word(std::string_view name, From from) const
    {
        return checked(from(text_view(name)), name);
    }
    [[nodiscard]] domain::CallReason reason(std::string_view name) const
    {
        const Fields inner{at(name)};
        domain::CallReason reason{.kind = inner.word("kind", domain::call_reason_kind_from)};
        if (reason.kind == domain::CallReason::Kind::priority) {
            reason.weight = inner.integer<int>("weight");
            reason.waited = std::chrono::minutes{inner.integer<std::int64_t>("minutes")};
        } else if (reason.kind == domain::CallReason::Kind::chosen) {
            reason.words = inner.text("words");
        }
        inner.finish();
        return reason;
    }
    [[nodiscard]] std::optional<domain::VisitorId> visitor(std::string_view name) const
    {
        const auto bytes = this->bytes<std::array<std::uint8_t, sizeof(std::int64_t)>>(name);
        std::uint64_t value = 0;
        for (std::size_t index = 0; index < bytes.size(); ++index) {
            value |= static_cast<std::uint64_t>(bytes[index]) << (8 * index);
        }
        const auto visitor = static_cast<std::int64_t>(value);
        return visitor == nobody ? std::nullopt : std::optional{domain::VisitorId{visitor}};
    }
    [[nodiscard]] domain::CardHash card(std::string_view name) const
    {
        return domain::CardHash{bytes<domain::CardHash::Bytes>(name)};
    }
    [[nodiscard]] domain::SealedBytes sealed_bytes(std::string_view name, std::size_t longest = 1'024) const
    {
        const auto& field = at(name);
        if (!field.is_binary() || field.get_binary().size() > longest) {
            throw unreadable(name);
        }
        const auto bytes = std::as_bytes(std::span{field.get_binary()});
        return {bytes.begin(), bytes.end()};
    }
    [[nodiscard]] domain::RequestKey request_key(std::string_view name) const
    {
        return checked(domain::RequestKey::from_bytes(bytes<domain::RequestKey::Bytes>(name)), name);
    }

    template <class Bytes>
    [[nodiscard]] Bytes bytes(std::string_view name) const
    {
        const auto& field = at(name);
        Bytes bytes{};
        if (!field.is_binary() || field.get_binary().size() != bytes.size()) {
            throw unreadable(name);
        }
        std::ranges::transform(field.get_binary(), bytes.begin(),
                               [](std::uint8_t byte) { return static_cast<typename Bytes::value_type>(byte); });
        return bytes;
    }

private:
    [[nodiscard]] static UnreadableEvent unreadable(std::string_view name)
    {
        return UnreadableEvent{"an event whose field '" + std::string{name} + "' is missing or of another shape"};
    }
    [[nodiscard]] const Json& at(std::string_view name) const
    {
        const auto field = json_->find(name);
        if (field == json_->end()) {
            throw unreadable(name);
        }
        ++read_;
        return *field;
    }
    template <class Maybe>
    [[nodiscard]] static typename Maybe::value_type checked(const Maybe& value, std::string_view name)
    {
        if (!value) {
            throw unreadable(name);
        }
        return *value;
    }

    const Json* json_;
    mutable std::size_t read_{0};
};

} // namespace verandah::store
