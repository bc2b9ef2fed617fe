// SPDX-License-Identifier: Apache-2.0
// Argon2id by libsodium.
#include "shared/vault/argon2.hpp"

#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <new>
#include <span>

namespace verandah::vault {

namespace {

constexpr std::uint32_t kibibyte = 1024;

static_assert(std::tuple_size_v<Argon2Salt> == crypto_pwhash_argon2id_SALTBYTES);

} // namespace

std::expected<Argon2Cost, domain::Refusal> Argon2Cost::make(std::uint32_t operations, std::uint32_t memory_kibibytes)
{
    const auto least = lightest();
    if (operations < least.operations() || operations > most_operations ||
        memory_kibibytes < least.memory_kibibytes() || memory_kibibytes > most_memory) {
        return domain::refuse(domain::Refusal::Why::invalid_input,
                              "an Argon2 cost is 2 to 8 operations and 65536 to 1048576 KiB");
    }
    return Argon2Cost{operations, memory_kibibytes};
}

Argon2Cost Argon2Cost::usual()
{
    return {crypto_pwhash_argon2id_OPSLIMIT_MODERATE, crypto_pwhash_argon2id_MEMLIMIT_MODERATE / kibibyte};
}

Argon2Cost Argon2Cost::lightest()
{
    return {crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE, crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE / kibibyte};
}

SecretBytes stretch(std::string_view passphrase, const Argon2Salt& salt, Argon2Cost cost)
{
    SecretBytes key;
    const auto memory = static_cast<std::size_t>(cost.memory_kibibytes()) * kibibyte;
    if (crypto_pwhash_argon2id(sodium_view(key.bytes()), key_size, passphrase.data(), passphrase.size(),
                               sodium_view(std::span{salt}), cost.operations(), memory,
                               crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc{}; // with arguments inside its bounds it has no other reason
    }
    return key;
}

} // namespace verandah::vault
