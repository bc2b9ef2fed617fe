// SPDX-License-Identifier: Apache-2.0
// Accounts: made, changed, closed; the clinic key; and what consoles hear of it.
#include "shared/wire/http/hub_link.hpp"
#include "tests/hub/staff_house.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::Role;
using State = wire::SessionView::State;

class Accounts : public test::StaffHouse {
protected:
    Accounts() { make_chief(); }

    wire::Response change(const std::string& who, const std::string& what, const std::string& body = "{}")
    {
        return post_at("console-1", "/v1/staff/" + who + "/" + what, body);
    }
};

/// What comes over a console's feed.
class Listener {
public:
    Listener(const wire::HubAddress& hub, const wire::TlsIdentity& console) : link_{{.hub = hub, .identity = console}}
    {
    }

    /// The names of events up to the first one called `name`; empty when it does not come.
    std::vector<std::string> until(const std::string& name)
    {
        std::vector<std::string> names;
        for (const auto end = std::chrono::steady_clock::now() + 10s; std::chrono::steady_clock::now() < end;) {
            for (; next_ < heard_.size(); ++next_) {
                names.push_back(heard_[next_]);
                if (names.back() == name) {
                    ++next_;
                    return names;
                }
            }
            for (const auto& incoming : link_.take()) {
                if (const auto* event = std::get_if<wire::FeedEvent>(&incoming)) {
                    heard_.push_back(event->name);
                }
            }
            std::this_thread::sleep_for(2ms);
        }
        return {};
    }

private:
    wire::HubLink link_;
    std::vector<std::string> heard_;
    std::size_t next_{0};
};

TEST_F(Accounts, AreListedWithWhatAnAdministratorNeedsAndNoSecret)
{
    add("front", Role::reception);
    ASSERT_EQ(change("front", "revoke").status, 200);

    const auto answer = get_at("console-1", "/v1/staff");
    const auto view = wire::decode_staff_view(answer.body).value();

    ASSERT_EQ(view.accounts.size(), 2U);
    EXPECT_TRUE(view.accounts[0].is_open);
    EXPECT_TRUE(view.accounts[0].last_signed_in);
    EXPECT_EQ(view.accounts[1].account, test::account("front"));
    EXPECT_FALSE(view.accounts[1].is_open);
    EXPECT_FALSE(view.accounts[1].last_signed_in);
    EXPECT_FALSE(answer.body.contains("lock"));
}

TEST_F(Accounts, TellTheirWordsOnce)
{
    const wire::Request request{.method = "POST",
                                .target = "/v1/staff",
                                .idempotency_key = fresh_key(),
                                .body = R"({"account":"front","role":"reception"})"};
    const auto first = ask_at("console-1", request);
    ASSERT_EQ(first.status, 201);

    const auto second = ask_at("console-1", request);

    EXPECT_EQ(second.status, 409);
    EXPECT_EQ(happened<domain::StaffAdded>().size(), 2U);
    const auto words = wire::decode_new_passphrase(first.body).value();
    EXPECT_EQ(std::ranges::count(words.passphrase.view(), ' '), 3);
    EXPECT_EQ(sign_in_at("console-2", "front", std::string{words.passphrase.view()}).status, 200);
}

TEST_F(Accounts, AreNeverMadeTwiceNotEvenAfterTheyWereClosed)
{
    add("front", Role::reception);
    EXPECT_EQ(post_at("console-1", "/v1/staff", R"({"account":"front","role":"clinician"})").status, 409);
    ASSERT_EQ(change("front", "revoke").status, 200);
    EXPECT_EQ(post_at("console-1", "/v1/staff", R"({"account":"front","role":"reception"})").status, 409);
}

TEST_F(Accounts, RefuseToLeaveTheHouseWithoutAnAdministrator)
{
    EXPECT_EQ(change("chief", "revoke").status, 409);
    EXPECT_EQ(change("chief", "role", R"({"role":"reception"})").status, 409);
    EXPECT_EQ(session_at("console-1").state, State::signed_in);
}

TEST_F(Accounts, AreNotFoundWhenTheyAreNot)
{
    for (const auto* path : {"role", "revoke", "passphrase"}) {
        const auto* body = std::string_view{path} == "role" ? R"({"role":"reception"})" : "{}";
        EXPECT_EQ(change("nobody", path, body).status, 404) << path;
        EXPECT_EQ(change("No%20Body", path, body).status, 404) << path;
    }
}

TEST_F(Accounts, LoseTheirSessionsAtOnceWhenTheyAreRevoked)
{
    const auto words = add("front", Role::reception);
    ASSERT_EQ(sign_in_at("console-2", "front", words).status, 200);
    ASSERT_EQ(get_at("console-2", "/v1/line").status, 200);

    ASSERT_EQ(change("front", "revoke").status, 200);

    EXPECT_EQ(get_at("console-2", "/v1/line").status, 403);
    EXPECT_EQ(session_at("console-2").state, State::nobody);
    EXPECT_EQ(sign_in_at("console-2", "front", words).status, 403);
    ASSERT_EQ(happened<domain::StaffSignedOut>().size(), 1U);
    EXPECT_EQ(happened<domain::StaffSignedOut>().front().reason, domain::SignOutReason::changed);
}

TEST_F(Accounts, LoseTheirSessionsAtOnceWhenTheirRoleChangesAndHaveTheNewOneAfterwards)
{
    const auto words = add("front", Role::reception);
    ASSERT_EQ(sign_in_at("console-2", "front", words).status, 200);

    ASSERT_EQ(change("front", "role", R"({"role":"committee_member"})").status, 200);

    EXPECT_EQ(session_at("console-2").state, State::nobody);
    ASSERT_EQ(sign_in_at("console-2", "front", words).status, 200);
    EXPECT_EQ(session_at("console-2").role, Role::committee_member);
    EXPECT_EQ(get_at("console-2", "/v1/line").status, 403);
}

TEST_F(Accounts, GetNewWordsWhenTheyForgotTheirs)
{
    const auto words = add("front", Role::reception);
    ASSERT_EQ(sign_in_at("console-2", "front", words).status, 200);

    const auto answer = change("front", "passphrase");
    ASSERT_EQ(answer.status, 201);

    EXPECT_EQ(session_at("console-2").state, State::nobody);
    EXPECT_EQ(sign_in_at("console-2", "front", words).status, 403);
    const auto fresh = wire::decode_new_passphrase(answer.body).value();
    EXPECT_EQ(sign_in_at("console-2", "front", std::string{fresh.passphrase.view()}).status, 200);
}

// The clinic key.

TEST_F(Accounts, OfTheFirstClinicalMemberMakeTheClinicKeyAtTheFirstSignIn)
{
    const auto front = add("front", Role::reception);
    const auto nurse = add("nurse-1", Role::clinician);
    ASSERT_EQ(sign_in_at("console-2", "front", front).status, 200);
    EXPECT_FALSE(session_at("console-2").opens_records);

    ASSERT_EQ(sign_in_at("console-2", "nurse-1", nurse).status, 200);

    EXPECT_TRUE(session_at("console-2").opens_records);
    EXPECT_EQ(happened<domain::ClinicKeyGranted>().size(), 1U);
    ASSERT_EQ(sign_in_at("console-2", "nurse-1", nurse).status, 200);
    EXPECT_EQ(happened<domain::ClinicKeyGranted>().size(), 1U);
}

TEST_F(Accounts, OfAnotherClinicalMemberOpenRecordsOnceAColleagueLetsHerIn)
{
    const auto nurse = add("nurse-1", Role::clinician);
    const auto talker = add("talker", Role::counsellor);
    ASSERT_EQ(sign_in_at("console-2", "nurse-1", nurse).status, 200);
    ASSERT_EQ(sign_in_at("console-1", "talker", talker).status, 200);
    EXPECT_FALSE(session_at("console-1").opens_records);
    EXPECT_EQ(post_at("console-1", "/v1/staff/talker/records").status, 409); // nobody lets herself in

    ASSERT_EQ(post_at("console-2", "/v1/staff/talker/records").status, 200);

    EXPECT_TRUE(session_at("console-1").opens_records); // without signing in again
    ASSERT_EQ(sign_in_at("console-1", "talker", talker).status, 200);
    EXPECT_TRUE(session_at("console-1").opens_records);
}

TEST_F(Accounts, OfReceptionAreNotLetIntoRecords)
{
    const auto nurse = add("nurse-1", Role::clinician);
    add("front", Role::reception);
    ASSERT_EQ(sign_in_at("console-2", "nurse-1", nurse).status, 200);

    EXPECT_EQ(post_at("console-2", "/v1/staff/front/records").status, 409);
    EXPECT_EQ(post_at("console-2", "/v1/staff/nobody/records").status, 404);
    EXPECT_EQ(post_at("console-1", "/v1/staff/nurse-1/records").status,
              403); // nor does an administrator let anybody in
}

TEST_F(Accounts, LoseTheRecordsWithAForgottenPassphraseUntilAColleagueLetsThemIn)
{
    const auto nurse = add("nurse-1", Role::clinician);
    ASSERT_EQ(sign_in_at("console-2", "nurse-1", nurse).status, 200);
    const auto second = add("nurse-2", Role::clinician);
    ASSERT_EQ(post_at("console-2", "/v1/staff/nurse-2/records").status, 200);

    const auto fresh = wire::decode_new_passphrase(change("nurse-1", "passphrase").body).value();
    ASSERT_EQ(sign_in_at("console-2", "nurse-1", std::string{fresh.passphrase.view()}).status, 200);
    EXPECT_FALSE(session_at("console-2").opens_records);

    ASSERT_EQ(sign_in_at("console-1", "nurse-2", second).status, 200);
    ASSERT_EQ(post_at("console-1", "/v1/staff/nurse-1/records").status, 200);
    EXPECT_TRUE(session_at("console-2").opens_records);
}

// The feed.

TEST_F(Accounts, AreToldAtTheirConsoleWhenSomethingEndsTheirSession)
{
    const auto words = add("front", Role::reception);
    Listener feed{address(), identity_of("console-2")};
    ASSERT_FALSE(feed.until("reset").empty()); // where it stands
    ASSERT_EQ(sign_in_at("console-2", "front", words).status, 200);
    ASSERT_FALSE(feed.until("session").empty());

    ASSERT_EQ(change("front", "revoke").status, 200);

    EXPECT_FALSE(feed.until("session").empty());
}

TEST_F(Accounts, HearOfTheLineOnlyWhileTheyAreSignedIn)
{
    const auto words = add("front", Role::reception);
    const auto check_in_at_kiosk = [&] {
        ASSERT_EQ(post(wire::DeviceKind::kiosk, "/v1/check-ins", R"({"services":["nurse"]})").status, 201);
    };
    check_in_at_kiosk(); // opens the day
    Listener feed{address(), identity_of("console-2")};
    ASSERT_FALSE(feed.until("reset").empty());
    check_in_at_kiosk(); // nobody is there to be told
    ASSERT_EQ(sign_in_at("console-2", "front", words).status, 200);
    EXPECT_THAT(feed.until("session"), testing::ElementsAre("session"));

    check_in_at_kiosk();
    EXPECT_THAT(feed.until("line"), testing::ElementsAre("line"));

    ASSERT_EQ(post_at("console-2", "/v1/session/sign-out").status, 200);
    check_in_at_kiosk();
    ASSERT_EQ(sign_in_at("console-2", "front", words).status, 200);
    EXPECT_THAT(feed.until("session"), testing::ElementsAre("session"));
    EXPECT_THAT(feed.until("session"), testing::ElementsAre("session")); // out and in, and no line between
}

TEST_F(Accounts, AreToldAtTheirConsoleWhenItWaitsForThePin)
{
    Listener feed{address(), identity_of("console-1")};
    ASSERT_FALSE(feed.until("reset").empty());
    pass(136s);

    EXPECT_FALSE(feed.until("session").empty()); // within a second or so, though nobody asked
}

} // namespace
} // namespace verandah::hub
