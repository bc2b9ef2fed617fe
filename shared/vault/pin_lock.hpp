// SPDX-License-Identifier: Apache-2.0
// The short PIN that brings a signed-in console back from its idle lock.
#pragma once

#include "shared/vault/hash.hpp"
#include "shared/vault/secret_key.hpp"

#include <string_view>

namespace verandah::vault {

/// Knows a PIN again without keeping it. It has no form on any disk: it is made at sign-in and gone with the session.
///
/// A keyed BLAKE2b and not Argon2id: a million PINs are tried in minutes however slow one try is made, and whoever can
/// read the hub's memory has the session's own keys lying beside. What protects a PIN is that it works on one console,
/// for one shift, and for few wrong tries; who counts the tries is the session. Here a try costs nothing, so nobody
/// can keep the hub busy with PINs.
class PinLock {
public:
    explicit PinLock(std::string_view pin);

    /// Takes the same time for every PIN of a length.
    [[nodiscard]] bool opens_with(std::string_view pin) const;

private:
    SecretBytes key_; ///< Random, another for each PIN: equal PINs look different.
    Digest digest_;
};

} // namespace verandah::vault
