// SPDX-License-Identifier: Apache-2.0
// Events as the journal's bytes: CBOR (RFC 8949) maps with permanent words, readable without this program.
#pragma once

#include "shared/domain/event.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace verandah::store {

/// Bytes that are no event this program knows. Breakage: the journal is damaged, or was written by a later version.
class UnreadableEvent : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The permanent word of its kind, such as "ticket_issued".
[[nodiscard]] std::string_view kind_of(const domain::Event& event);
[[nodiscard]] std::vector<std::string_view> kinds_of_event(); ///< All of them.

/// Appends nothing, replaces `bytes`: the caller reuses the buffer.
void encode_event(const domain::Recorded& recorded, std::vector<std::uint8_t>& bytes);

/// Throws UnreadableEvent.
[[nodiscard]] domain::Recorded decode_event(std::span<const std::byte> bytes);

} // namespace verandah::store
