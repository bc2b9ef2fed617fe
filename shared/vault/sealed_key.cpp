// SPDX-License-Identifier: Apache-2.0
// Keys under keys, by XChaCha20-Poly1305 of libsodium.
#include "shared/vault/sealed_key.hpp"

#include "shared/vault/random.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

namespace verandah::vault {

namespace {

constexpr std::size_t sealed_nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;

static_assert(std::tuple_size_v<SealedKey> == sealed_nonce_size + key_size + crypto_aead_xchacha20poly1305_ietf_ABYTES);

} // namespace

SealedKey seal_key(std::span<const std::byte, key_size> key, std::span<const std::byte, key_size> under,
                   std::span<const std::byte> associated)
{
    SealedKey sealed;
    const auto nonce = std::span{sealed}.first<sealed_nonce_size>();
    fill_random(nonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sodium_view(std::span{sealed}.subspan<sealed_nonce_size>()), nullptr,
                                               sodium_view(key), key.size(), sodium_view(associated), associated.size(),
                                               nullptr, sodium_view(nonce), sodium_view(under));
    return sealed;
}

std::optional<SecretBytes> open_key(const SealedKey& sealed, std::span<const std::byte, key_size> under,
                                    std::span<const std::byte> associated)
{
    const auto nonce = std::span{sealed}.first<sealed_nonce_size>();
    const auto box = std::span{sealed}.subspan<sealed_nonce_size>();
    SecretBytes key;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(sodium_view(key.bytes()), nullptr, nullptr, sodium_view(box),
                                                   box.size(), sodium_view(associated), associated.size(),
                                                   sodium_view(nonce), sodium_view(under)) != 0) {
        return std::nullopt;
    }
    return key;
}

} // namespace verandah::vault
