// SPDX-License-Identifier: Apache-2.0
// BLAKE2b by libsodium.
#include "shared/vault/hash.hpp"

#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

namespace verandah::vault {

namespace {

template <class Bytes>
crypto_generichash_state* state_of(Bytes& bytes)
{
    return reinterpret_cast<crypto_generichash_state*>(bytes.data());
}

} // namespace

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

RunningHash::RunningHash()
{
    static_assert(sizeof state_ == sizeof(crypto_generichash_state) && alignof(crypto_generichash_state) <= 64);
    crypto_generichash_init(state_of(state_), nullptr, 0, std::tuple_size_v<Digest>);
}

void RunningHash::add(std::span<const std::byte> part)
{
    crypto_generichash_update(state_of(state_), sodium_view(part), part.size());
}

Digest RunningHash::digest()
{
    Digest digest;
    crypto_generichash_final(state_of(state_), sodium_view(std::span{digest}), digest.size());
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
