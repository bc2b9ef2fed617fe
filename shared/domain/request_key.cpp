// SPDX-License-Identifier: Apache-2.0
// UUID version 7: text, time and bits (RFC 9562 §4 and §5.7).
#include "shared/domain/request_key.hpp"

#include <charconv>
#include <cstddef>

namespace verandah::domain {

namespace {

constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

std::unexpected<Refusal> not_a_key()
{
    return refuse(Refusal::Why::invalid_input, "Idempotency-Key has to be a UUID of version 7");
}

} // namespace

std::expected<RequestKey, Refusal> RequestKey::parse(std::string_view text)
{
    if (text.size() != shape.size()) {
        return not_a_key();
    }
    Bytes bytes{};
    std::size_t next = 0;
    for (std::size_t at = 0; at < shape.size();) {
        if (shape[at] == '-') {
            if (text[at++] != '-') {
                return not_a_key();
            }
            continue;
        }
        const auto* from = text.data() + at;
        const auto [end, fault] = std::from_chars(from, from + 2, bytes[next++], 16);
        if (fault != std::errc{} || end != from + 2) {
            return not_a_key();
        }
        at += 2;
    }
    return from_bytes(bytes);
}

std::expected<RequestKey, Refusal> RequestKey::from_bytes(const Bytes& bytes)
{
    if ((bytes[6] >> 4U) != 7 || (bytes[8] >> 6U) != 0b10) {
        return not_a_key();
    }
    return RequestKey{bytes};
}

RequestKey RequestKey::make(Instant at, const std::array<std::uint8_t, 10>& random)
{
    Bytes bytes{};
    const auto milliseconds = static_cast<std::uint64_t>(at.time_since_epoch().count());
    for (std::size_t index = 0; index < 6; ++index) {
        bytes[index] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - index)));
    }
    std::memcpy(bytes.data() + 6, random.data(), random.size());
    bytes[6] = static_cast<std::uint8_t>(0x70U | (bytes[6] & 0x0fU));
    bytes[8] = static_cast<std::uint8_t>(0x80U | (bytes[8] & 0x3fU));
    return RequestKey{bytes};
}

Instant RequestKey::made_at() const
{
    std::uint64_t milliseconds = 0;
    for (std::size_t index = 0; index < 6; ++index) {
        milliseconds = (milliseconds << 8U) | bytes_[index];
    }
    return Instant{std::chrono::milliseconds{milliseconds}};
}

std::string RequestKey::text() const
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(shape.size());
    for (std::size_t index = 0; index < bytes_.size(); ++index) {
        if (index == 4 || index == 6 || index == 8 || index == 10) {
            text.push_back('-');
        }
        text.push_back(digits[bytes_[index] >> 4U]);
        text.push_back(digits[bytes_[index] & 0x0fU]);
    }
    return text;
}

} // namespace verandah::domain
