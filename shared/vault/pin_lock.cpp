// SPDX-License-Identifier: Apache-2.0
// A PIN as a keyed hash, in memory only.
#include "shared/vault/pin_lock.hpp"

#include "shared/vault/random.hpp"

namespace verandah::vault {

namespace {

Digest digest_of(const SecretBytes& key, std::string_view pin)
{
    return keyed_hash(key.bytes(), std::as_bytes(std::span{pin}));
}

} // namespace

PinLock::PinLock(std::string_view pin) : key_{fresh_key()}, digest_{digest_of(key_, pin)} {}

bool PinLock::opens_with(std::string_view pin) const
{
    return equal_in_constant_time(digest_of(key_, pin), digest_);
}

} // namespace verandah::vault
