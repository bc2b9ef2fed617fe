// SPDX-License-Identifier: Apache-2.0
// Texts and keys as bytes.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace verandah::test {

/// Those of `text`, which is borrowed.
[[nodiscard]] inline std::span<const std::byte> bytes(std::string_view text)
{
    return std::as_bytes(std::span{text});
}

/// A copy of what is in a key.
[[nodiscard]] std::vector<std::byte> bytes_of(const auto& key)
{
    return {key.bytes().begin(), key.bytes().end()};
}

} // namespace verandah::test
