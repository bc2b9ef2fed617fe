// SPDX-License-Identifier: Apache-2.0
// BLAKE2b by libsodium.
#include "shared/vault/hash.hpp"

#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

namespace verandah::vault {

// libsodium's return values are not looked at here: they report only lengths out of range, and ours are fixed by type.

Digest hash(std::initializer_list<std::span<const std::byte>> parts)
{
    Digest digest;
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, digest.size());
    for (const auto part : parts) {
        crypto_generichash_update(&state, sodium_view(part), part.size());
    }
    crypto_generichash_final(&state, sodium_view(std::span{digest}), digest.size());
    return digest;
}

struct RunningHash::State {
    crypto_generichash_state libsodium;
};

RunningHash::RunningHash() : state_{std::make_unique<State>()}
{
    crypto_generichash_init(&state_->libsodium, nullptr, 0, std::tuple_size_v<Digest>);
}

RunningHash::~RunningHash() = default;

void RunningHash::add(std::span<const std::byte> part)
{
    crypto_generichash_update(&state_->libsodium, sodium_view(part), part.size());
}

Digest RunningHash::digest()
{
    Digest digest;
    crypto_generichash_final(&state_->libsodium, sodium_view(std::span{digest}), digest.size());
    return digest;
}

Digest keyed_hash(std::span<const std::byte, key_size> key, std::span<const std::byte> content)
{
    Digest digest;
    crypto_generichash(sodium_view(std::span{digest}), digest.size(), sodium_view(content), content.size(),
                       sodium_view(key), key.size());
    return digest;
}

bool equal_in_constant_time(std::span<const std::byte> left, std::span<const std::byte> right)
{
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace verandah::vault
