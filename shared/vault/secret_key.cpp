// SPDX-License-Identifier: Apache-2.0
// Secret bytes in memory that is guarded, locked and wiped.
#include "shared/vault/secret_key.hpp"

#include "shared/vault/random.hpp"

#include <sodium.h>

#include <algorithm>
#include <new>

namespace verandah::vault {

SecretBytes::SecretBytes()
{
    initialise(); // guarded memory is the one thing that is unsafe before it, and every key begins here
    bytes_.reset(static_cast<std::byte*>(sodium_malloc(key_size)));
    if (!bytes_) {
        throw std::bad_alloc{};
    }
    std::ranges::fill(bytes(), std::byte{0}); // sodium_malloc gives garbage on purpose
}

std::span<std::byte, key_size> SecretBytes::bytes()
{
    return std::span<std::byte, key_size>{bytes_.get(), key_size};
}

std::span<const std::byte, key_size> SecretBytes::bytes() const
{
    return std::span<const std::byte, key_size>{bytes_.get(), key_size};
}

void SecretBytes::Free::operator()(std::byte* bytes) const noexcept
{
    sodium_free(bytes);
}

SecretBytes fresh_key()
{
    SecretBytes key;
    fill_random(key.bytes());
    return key;
}

} // namespace verandah::vault
