// SPDX-License-Identifier: Apache-2.0
// Random bytes from the operating system, for tokens, keys and nonces.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace verandah::vault {

/// Makes libsodium ready. Call it first in main(); calling it again does nothing. Any thread.
/// Throws std::runtime_error when the library cannot start: nothing may run without it.
void initialise();

/// Fills `bytes` with random bytes fit for keys. Any thread.
void fill_random(std::span<std::byte> bytes);

/// One of 0 to `bound` - 1, each as likely. Precondition: bound >= 1.
[[nodiscard]] std::uint32_t random_below(std::uint32_t bound);

template <std::size_t count>
[[nodiscard]] std::array<std::byte, count> random_bytes()
{
    std::array<std::byte, count> bytes;
    fill_random(bytes);
    return bytes;
}

} // namespace verandah::vault
