// SPDX-License-Identifier: Apache-2.0
#include "tests/support/shift.hpp"

#include "shared/domain/request_key.hpp"
#include "shared/wire/messages/staff_messages.hpp"

#include <array>
#include <chrono>
#include <random>
#include <stdexcept>
#include <string_view>

namespace verandah::test {

namespace {

domain::RequestKey new_key(std::optional<domain::Instant> now)
{
    static thread_local std::random_device random;
    std::array<std::uint8_t, 10> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(random());
    }
    return domain::RequestKey::make(
        now.value_or(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())), bytes);
}

std::string post(wire::HttpClient& console, const std::string& path, const std::string& body,
                 std::optional<domain::Instant> now = std::nullopt)
{
    const auto answer =
        console.ask({.method = "POST", .target = path, .idempotency_key = new_key(now).text(), .body = body});
    if (answer.status >= 300) {
        throw std::runtime_error{path + " is answered " + answer.body};
    }
    return answer.body;
}

std::string credentials_text(const Credentials& credentials)
{
    return wire::encode(wire::SignInRequest{domain::AccountCode::make(credentials.account).value(),
                                            files::SecretText{std::string{credentials.passphrase}},
                                            files::SecretText{std::string{shift_pin}}});
}

Credentials administrator()
{
    return {"administrator", "the words of the first day"};
}

/// Whoever is signed in there is the administrator, and is not any more afterwards.
Credentials add_as_administrator(wire::HttpClient& console, const std::string& account, domain::Role role,
                                 std::optional<domain::Instant> now)
{
    const auto made = post(console, "/v1/staff",
                           wire::encode(wire::AddStaffRequest{domain::AccountCode::make(account).value(), role}), now);
    post(console, "/v1/session/sign-out", "{}", now);
    return {account, std::string{wire::decode_new_passphrase(made).value().passphrase.view()}};
}

} // namespace

Credentials make_staff(wire::HttpClient& console, std::optional<domain::Instant> now)
{
    post(console, "/v1/staff/first", credentials_text(administrator()), now);
    return add_as_administrator(console, "coordinator", domain::Role::coordinator, now);
}

Credentials add_staff(wire::HttpClient& console, const std::string& account, domain::Role role,
                      std::optional<domain::Instant> now)
{
    sign_in(console, administrator(), now);
    return add_as_administrator(console, account, role, now);
}

void sign_in(wire::HttpClient& console, const Credentials& credentials, std::optional<domain::Instant> now)
{
    post(console, "/v1/session/sign-in", credentials_text(credentials), now);
}

void keep(wire::HttpClient& console)
{
    post(console, "/v1/session/keep", "{}");
}

std::string with_light_passphrases(std::string centre_toml)
{
    const std::string_view usual = R"(passphrase_cost = "usual")";
    const auto place = centre_toml.find(usual);
    if (place == std::string::npos) {
        throw std::runtime_error{"the centre.toml has no passphrase_cost"};
    }
    return centre_toml.replace(place, usual.size(), R"(passphrase_cost = "light")");
}

} // namespace verandah::test
