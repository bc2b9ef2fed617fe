// SPDX-License-Identifier: Apache-2.0
// A member's secret key under her passphrase.
#include "shared/vault/staff_lock.hpp"

#include "shared/vault/packed.hpp"
#include "shared/vault/random.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <algorithm>
#include <vector>

namespace verandah::vault {

namespace {

using Why = domain::Refusal::Why;

constexpr std::string_view beginning = "stafflk1"; // permanent

static_assert(key_size == crypto_box_SECRETKEYBYTES);
static_assert(sizeof(StaffPublicKey) == crypto_box_PUBLICKEYBYTES);

/// All of a lock but the sealed key, which is bound to it.
std::vector<std::byte> header(Argon2Cost cost, const Argon2Salt& salt, const StaffPublicKey& public_key)
{
    std::vector<std::byte> bytes;
    bytes.reserve(std::tuple_size_v<StaffLock::Bytes>);
    append(bytes, std::as_bytes(std::span{beginning}));
    append(bytes, cost.operations());
    append(bytes, cost.memory_kibibytes());
    append(bytes, salt);
    append(bytes, public_key.bytes);
    return bytes;
}

} // namespace

StaffSecret StaffSecret::make()
{
    SecretBytes secret;
    fill_random(secret.bytes()); // any 32 bytes are a secret key of X25519
    return StaffSecret{std::move(secret)};
}

StaffPublicKey StaffSecret::public_key() const
{
    StaffPublicKey key{};
    crypto_scalarmult_base(sodium_view(std::span{key.bytes}), sodium_view(bytes()));
    return key;
}

StaffLock StaffLock::make(const StaffSecret& secret, std::string_view passphrase, Argon2Cost cost)
{
    const auto salt = random_bytes<std::tuple_size_v<Argon2Salt>>();
    const auto public_key = secret.public_key();
    const auto key = stretch(passphrase, salt, cost);
    return {cost, salt, public_key, seal_key(secret.bytes(), key.bytes(), header(cost, salt, public_key))};
}

StaffLock StaffLock::decoy(Argon2Cost cost)
{
    return {cost, random_bytes<std::tuple_size_v<Argon2Salt>>(), StaffSecret::make().public_key(),
            random_bytes<std::tuple_size_v<SealedKey>>()};
}

std::expected<StaffLock, domain::Refusal> StaffLock::read(std::span<const std::byte> bytes)
{
    const auto begins_right =
        std::ranges::equal(bytes.first(std::min(bytes.size(), beginning.size())), std::as_bytes(std::span{beginning}));
    if (bytes.size() != std::tuple_size_v<Bytes> || !begins_right) {
        return domain::refuse(Why::invalid_input, "not a staff lock of version 1");
    }
    Unpacking unpacking{bytes.subspan(beginning.size())};
    const auto operations = unpacking.number<std::uint32_t>();
    const auto memory = unpacking.number<std::uint32_t>();
    const auto cost = Argon2Cost::make(operations, memory);
    if (!cost) {
        return std::unexpected{cost.error()};
    }
    const auto salt = unpacking.bytes<Argon2Salt>();
    const StaffPublicKey public_key{unpacking.bytes<std::array<std::byte, 32>>()};
    return StaffLock{*cost, salt, public_key, unpacking.bytes<SealedKey>()};
}

StaffLock::Bytes StaffLock::bytes() const
{
    auto packed = header(cost_, salt_, public_key_);
    append(packed, sealed_);
    Bytes bytes;
    std::ranges::copy(packed, bytes.begin());
    return bytes;
}

std::expected<StaffSecret, domain::Refusal> StaffLock::open(std::string_view passphrase) const
{
    const auto key = stretch(passphrase, salt_, cost_);
    auto secret = open_key(sealed_, key.bytes(), header(cost_, salt_, public_key_));
    if (!secret) {
        return domain::refuse(Why::not_allowed, "the passphrase does not open this lock");
    }
    return StaffSecret{std::move(*secret)};
}

} // namespace verandah::vault
