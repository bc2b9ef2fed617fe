// SPDX-License-Identifier: Apache-2.0
// Ed25519 by libsodium, and keys that follow one another by BLAKE2b.
#include "shared/vault/audit_key.hpp"

#include "shared/vault/hash.hpp"
#include "shared/vault/hexadecimal.hpp"
#include "shared/vault/random.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <algorithm>

namespace verandah::vault {

namespace {

static_assert(key_size == crypto_sign_SEEDBYTES && key_size == crypto_sign_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);

// Permanent: what an epoch's seed is hashed with to give the next.
constexpr std::string_view to_the_next = "verandah audit key of the next epoch";

/// libsodium's secret key of a seed, wiped when let go.
class Pair {
public:
    explicit Pair(const AuditSeed& seed)
    {
        crypto_sign_seed_keypair(public_half.data(), secret_half.data(), sodium_view(seed.bytes()));
    }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;
    ~Pair() { sodium_memzero(secret_half.data(), secret_half.size()); }

    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_half{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_half{};
};

} // namespace

std::string VerifyingKey::text() const
{
    return hexadecimal(bytes_);
}

std::optional<VerifyingKey> VerifyingKey::from_text(std::string_view text)
{
    const auto bytes = bytes_in<key_size>(text);
    return bytes ? std::optional{VerifyingKey{*bytes}} : std::nullopt;
}

std::string VerifyingKey::fingerprint() const
{
    constexpr std::size_t shown = 10;
    constexpr std::size_t group = 2;
    const auto digest = hash({bytes_});
    std::string text;
    for (std::size_t at = 0; at < shown; at += group) {
        text += (at == 0 ? "" : "-") + hexadecimal(std::span{digest}.subspan(at, group));
    }
    return text;
}

bool VerifyingKey::holds(std::span<const std::byte> message, const Signature& signature) const
{
    return crypto_sign_verify_detached(sodium_view(std::span{signature}), sodium_view(message), message.size(),
                                       sodium_view(std::span{bytes_})) == 0;
}

AuditKey AuditKey::make()
{
    SecretBytes seed;
    fill_random(seed.bytes());
    return {1, AuditSeed{std::move(seed)}};
}

VerifyingKey AuditKey::public_half() const
{
    const Pair pair{seed_};
    VerifyingKey::Bytes bytes{};
    std::ranges::copy(std::as_bytes(std::span{pair.public_half}), bytes.begin());
    return VerifyingKey{bytes};
}

AuditKey AuditKey::next() const
{
    SecretBytes seed; // hashed right into guarded memory
    crypto_generichash(sodium_view(seed.bytes()), key_size, reinterpret_cast<const unsigned char*>(to_the_next.data()),
                       to_the_next.size(), sodium_view(seed_.bytes()), key_size);
    return {epoch_ + 1, AuditSeed{std::move(seed)}};
}

Signature AuditKey::sign(std::span<const std::byte> message) const
{
    const Pair pair{seed_};
    Signature signature{};
    crypto_sign_detached(sodium_view(std::span{signature}), nullptr, sodium_view(message), message.size(),
                         pair.secret_half.data());
    return signature;
}

} // namespace verandah::vault
