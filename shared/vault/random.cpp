// SPDX-License-Identifier: Apache-2.0
// Random bytes by libsodium.
#include "shared/vault/random.hpp"

#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <stdexcept>

namespace verandah::vault {

void initialise()
{
    if (sodium_init() < 0) {
        throw std::runtime_error{"libsodium cannot start: no source of random bytes"};
    }
}

void fill_random(std::span<std::byte> bytes)
{
    randombytes_buf(sodium_view(bytes), bytes.size());
}

std::uint32_t random_below(std::uint32_t bound)
{
    return randombytes_uniform(bound);
}

} // namespace verandah::vault
