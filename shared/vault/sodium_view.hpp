// SPDX-License-Identifier: Apache-2.0
// Our bytes as libsodium's. Included by this layer's .cpp files only.
#pragma once

#include <cstddef>
#include <span>

namespace verandah::vault {

template <std::size_t extent>
[[nodiscard]] unsigned char* sodium_view(std::span<std::byte, extent> bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

template <std::size_t extent>
[[nodiscard]] const unsigned char* sodium_view(std::span<const std::byte, extent> bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace verandah::vault
