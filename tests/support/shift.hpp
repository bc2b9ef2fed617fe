// SPDX-License-Identifier: Apache-2.0
// The beginning of a shift, by the same requests that a console makes: an administrator on the first day, an account,
// and somebody at each console.
#pragma once

#include "shared/domain/staff/role.hpp"
#include "shared/domain/time.hpp"
#include "shared/wire/http/client.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace verandah::test {

/// An account and the words that open it.
struct Credentials {
    std::string account;
    std::string passphrase;
};

/// What everybody types at a console that wants the PIN.
inline constexpr std::string_view shift_pin = "482915";

/// The requests are made at `now`, which is the machine's clock unless a test has another.
///
/// Makes the house's first administrator and a coordinator's account at this console, whose certificate says which it
/// is. Nobody is signed in there afterwards. Throws std::runtime_error with the hub's answer.
[[nodiscard]] Credentials make_staff(wire::HttpClient& console, std::optional<domain::Instant> now = std::nullopt);

/// Another account in a house whose administrator make_staff() made. Nobody is signed in there afterwards. Throws as
/// above.
[[nodiscard]] Credentials add_staff(wire::HttpClient& console, const std::string& account, domain::Role role,
                                    std::optional<domain::Instant> now = std::nullopt);

/// Signs in at this console: as a session belongs to the device, whatever else is that console is signed in, too, until
/// the hub ends. Throws as above.
void sign_in(wire::HttpClient& console, const Credentials& credentials,
             std::optional<domain::Instant> now = std::nullopt);

/// Says that somebody touched this console. Throws as above.
void keep(wire::HttpClient& console);

/// For a centre.toml: passphrases that cost as little as they may, so that a test does not wait for them.
[[nodiscard]] std::string with_light_passphrases(std::string centre_toml);

} // namespace verandah::test
