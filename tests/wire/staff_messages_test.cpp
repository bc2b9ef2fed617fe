// SPDX-License-Identifier: Apache-2.0
// What is particular to the messages of staff: nobody, secrets, and words of the permission table.
#include "shared/wire/messages/staff_messages.hpp"

#include <gmock/gmock.h>

namespace verandah::wire {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(SessionView, OfNobodyComesAcrossAsItIs)
{
    const SessionView nobody{.hub = SessionView::Hub::without_accounts,
                             .rights = {domain::Right::session_see, domain::Right::session_begin}};

    EXPECT_EQ(decode_session_view(encode(nobody)), nobody);
    EXPECT_THAT(encode(nobody), HasSubstr(R"("hub":"new")"));
    EXPECT_THAT(encode(nobody), HasSubstr(R"("account":null)"));
}

TEST(SessionView, ComesAcrossWithEveryRightThereIs)
{
    SessionView view;
    for (const auto& row : domain::permission_table) {
        view.rights.push_back(row.right);
    }

    EXPECT_EQ(decode_session_view(encode(view)), view);
}

TEST(SessionView, IsRefusedWithARightOrARoleNobodyKnows)
{
    const auto with = [](std::string_view role, std::string_view right) {
        return decode_session_view(R"({"hub":"open","state":"signed_in","account":"front-1","role":")" +
                                   std::string{role} + R"(","rights":[")" + std::string{right} +
                                   R"("],"ends_at":8,"opens_records":false,"has_own_passphrase":true,"alerts":0})");
    };

    ASSERT_TRUE(with("reception", "line.see"));
    EXPECT_FALSE(with("root", "line.see"));
    EXPECT_FALSE(with("reception", "record.sell"));
}

TEST(StaffView, OfSomebodyWhoNeverSignedInComesAcrossAsItIs)
{
    const StaffView view{{{.account = domain::AccountCode::make("front-1").value(),
                           .role = domain::Role::reception,
                           .added_at = domain::Instant{std::chrono::milliseconds{5}}}}};

    EXPECT_EQ(decode_staff_view(encode(view)), view);
}

TEST(SignInRequest, IsRefusedWithoutRepeatingWhatWasTypedInTheWrongField)
{
    const auto refused = decode_sign_in_request(R"({"account":"My Canary Words","passphrase":"x","pin":"1"})");

    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, Not(HasSubstr("Canary")));
}

TEST(SignInRequest, IsRefusedWithAPassphraseThatNobodyTypes)
{
    const auto typed = [](std::size_t bytes) {
        return decode_sign_in_request(R"({"account":"front-1","passphrase":")" + std::string(bytes, 'x') +
                                      R"(","pin":"482915"})");
    };

    EXPECT_TRUE(typed(512));
    EXPECT_FALSE(typed(513));
}

} // namespace
} // namespace verandah::wire
