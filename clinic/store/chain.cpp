// SPDX-License-Identifier: Apache-2.0
// The bytes that are hashed.
#include "clinic/store/chain.hpp"

#include <string_view>

namespace verandah::store {

SequenceBytes bytes_of(domain::Sequence sequence)
{
    SequenceBytes bytes{};
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        bytes[index] = static_cast<std::byte>(sequence >> (8 * index));
    }
    return bytes;
}

vault::Digest first_link()
{
    constexpr std::string_view name = "verandah journal 1";
    return vault::hash({std::as_bytes(std::span{name})});
}

vault::Digest link_after(const vault::Digest& before, domain::Sequence sequence, std::span<const std::byte> sealed)
{
    const auto number = bytes_of(sequence);
    return vault::hash({before, number, sealed});
}

} // namespace verandah::store
