// SPDX-License-Identifier: Apache-2.0
#include "tests/hub/staff_house.hpp"

#include <chrono>
#include <thread>

namespace verandah::test {

domain::AccountCode account(const std::string& word)
{
    return domain::AccountCode::make(word).value();
}

std::string StaffHouse::credentials(const std::string& who, const std::string& passphrase, const std::string& digits)
{
    return wire::encode(wire::SignInRequest{account(who), files::SecretText{std::string{passphrase}},
                                            files::SecretText{std::string{digits}}});
}

wire::Response StaffHouse::sign_in_at(const std::string& device, const std::string& who, const std::string& passphrase)
{
    return post_at(device, "/v1/session/sign-in", credentials(who, passphrase));
}

void StaffHouse::make_chief()
{
    EXPECT_EQ(post_at("console-1", "/v1/staff/first", credentials("chief", chief_words)).status, 201);
}

std::string StaffHouse::add(const std::string& who, domain::Role role)
{
    const auto answer = post_at("console-1", "/v1/staff", wire::encode(wire::AddStaffRequest{account(who), role}));
    EXPECT_EQ(answer.status, 201) << answer.body;
    return std::string{wire::decode_new_passphrase(answer.body).value().passphrase.view()};
}

wire::SessionView StaffHouse::session_at(const std::string& device)
{
    return wire::decode_session_view(get_at(device, "/v1/session").body).value();
}

bool StaffHouse::comes_to(const std::string& device, wire::SessionView::State state)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    while (session_at(device).state != state) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return true;
}

} // namespace verandah::test
