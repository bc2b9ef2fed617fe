// SPDX-License-Identifier: Apache-2.0
// What happened to staff accounts and at the consoles' door. Facts, kept for good: they are the audit trail.
#pragma once

#include "shared/domain/code.hpp"
#include "shared/domain/staff/permission.hpp"
#include "shared/domain/time.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace verandah::domain {

/// Bytes that only shared/vault understands: a lock that a passphrase opens, a key sealed to somebody.
using SealedBytes = std::vector<std::byte>;

struct StaffAdded {
    AccountCode account;
    Role role;
    SealedBytes lock; ///< Opens with the passphrase; opening it is the check of the passphrase.
    Instant at;
    friend bool operator==(const StaffAdded&, const StaffAdded&) = default;
};
/// From now on she has another role. A role that may not read records takes the clinic key's copy with it.
struct StaffRoleChanged {
    AccountCode account;
    Role role;
    Instant at;
    friend bool operator==(const StaffRoleChanged&, const StaffRoleChanged&) = default;
};
/// Whether a new lock still holds the key pair of the old one. Only who knows the old passphrase can keep it; a pair
/// made anew opens no clinic key until a colleague grants it again.
enum class KeyPair { kept, made_anew };
struct StaffPassphraseChanged {
    AccountCode account;
    SealedBytes lock;
    KeyPair key_pair;
    Instant at;
    friend bool operator==(const StaffPassphraseChanged&, const StaffPassphraseChanged&) = default;
};
/// The account is closed for good; its name is never given again.
struct StaffRevoked {
    AccountCode account;
    Instant at;
    friend bool operator==(const StaffRevoked&, const StaffRevoked&) = default;
};
/// The clinic key, sealed to her key pair: she opens records from now on.
struct ClinicKeyGranted {
    AccountCode account;
    SealedBytes sealed_key;
    Instant at;
    friend bool operator==(const ClinicKeyGranted&, const ClinicKeyGranted&) = default;
};
struct StaffSignedIn {
    AccountCode account;
    Instant at;
    friend bool operator==(const StaffSignedIn&, const StaffSignedIn&) = default;
};
enum class SignOutReason {
    asked,      ///< She signed out, or somebody else signed in at that console.
    shift_over, ///< Eight hours.
    wrong_pins, ///< Too many of them.
    changed,    ///< Her account was revoked, or its role or passphrase changed.
};
struct StaffSignedOut {
    AccountCode account;
    SignOutReason reason;
    Instant at;
    friend bool operator==(const StaffSignedOut&, const StaffSignedOut&) = default;
};
/// A wrong passphrase. What was typed as account is kept only when there is such an account: it may have been a
/// passphrase.
struct SignInRefused {
    std::optional<AccountCode> account;
    int left_out; ///< How many more at this device were not written down since the last one that was.
    Instant at;
    friend bool operator==(const SignInRefused&, const SignInRefused&) = default;
};
/// Somebody asked for what the table does not give her. `role` is empty when nobody was signed in, and for a device
/// that is no console.
struct AccessRefused {
    Right right;
    std::optional<Role> role;
    int left_out; ///< As above.
    Instant at;
    friend bool operator==(const AccessRefused&, const AccessRefused&) = default;
};

using StaffEvent = std::variant<StaffAdded, StaffRoleChanged, StaffPassphraseChanged, StaffRevoked, ClinicKeyGranted,
                                StaffSignedIn, StaffSignedOut, SignInRefused, AccessRefused>;

/// The permanent words, on disk and on the wire.
[[nodiscard]] std::string_view word(KeyPair key_pair);
[[nodiscard]] std::optional<KeyPair> key_pair_from(std::string_view word);
[[nodiscard]] std::string_view word(SignOutReason reason);
[[nodiscard]] std::optional<SignOutReason> sign_out_reason_from(std::string_view word);

} // namespace verandah::domain
