// SPDX-License-Identifier: Apache-2.0
// Signing in at a console: first start, passphrases, PINs, delays, and what a vandal cannot do.
#include "tests/hub/staff_house.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <future>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::Role;
using State = wire::SessionView::State;
using Hub = wire::SessionView::Hub;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class SignIn : public test::StaffHouse {
protected:
    wire::Response wrong_at(const std::string& device, const std::string& who = "chief")
    {
        return sign_in_at(device, who, "not at all the right words");
    }
    /// How long signing in was refused there, as the console is told; nullopt when it was tried.
    std::optional<std::chrono::seconds> wait_at(const std::string& device, const std::string& who = "chief")
    {
        return wire::decode_refusal_body(wrong_at(device, who).body).wait;
    }
};

// First start.

TEST_F(SignIn, IsForcedToBeginWithANewAdministrator)
{
    EXPECT_EQ(session_at("console-1").hub, Hub::without_accounts);
    EXPECT_EQ(session_at("console-1").state, State::nobody);
    for (const auto* guess : {"admin", "administrator", "root", "verandah"}) {
        EXPECT_EQ(sign_in_at("console-1", guess, "administrator administrator").status, 403); // no default anywhere
        pass(15min);
    }

    make_chief();

    const auto view = session_at("console-1");
    EXPECT_EQ(view.hub, Hub::open);
    EXPECT_EQ(view.state, State::signed_in);
    EXPECT_EQ(view.account, test::account("chief"));
    EXPECT_EQ(view.role, Role::administrator);
    EXPECT_TRUE(view.has_own_passphrase);
    EXPECT_FALSE(view.opens_records);
    EXPECT_THAT(view.rights, Contains(domain::Right::staff_change));
    EXPECT_EQ(session_at("console-2").state, State::nobody);
}

TEST_F(SignIn, MakesOneFirstAdministratorOnly)
{
    make_chief();

    const auto second = post_at("console-2", "/v1/staff/first", credentials("usurper", "another walk by the sea"));

    EXPECT_EQ(second.status, 409);
    EXPECT_EQ(session_at("console-2").state, State::nobody);
    EXPECT_EQ(happened<domain::StaffAdded>().size(), 1U);
}

TEST_F(SignIn, MakesTheFirstAdministratorOnceThoughTheAnswerWasLost)
{
    const wire::Request request{.method = "POST",
                                .target = "/v1/staff/first",
                                .idempotency_key = fresh_key(),
                                .body = credentials("chief", chief_words)};
    ASSERT_EQ(ask_at("console-1", request).status, 201);

    EXPECT_EQ(ask_at("console-1", request).status, 201);
    EXPECT_EQ(session_at("console-1").state, State::signed_in);
    EXPECT_EQ(happened<domain::StaffAdded>().size(), 1U);
    auto stolen_key = request;
    stolen_key.body = credentials("chief", "not at all the right words");
    EXPECT_EQ(ask_at("console-2", stolen_key).status, 403); // a key is no passphrase
}

TEST_F(SignIn, RefusesAFirstPassphraseOrAPinThatEverybodyChooses)
{
    for (const auto* words : {"", "short", "aaaaaaaaaaaaaaaaaaaa", "fourteen chars"}) {
        EXPECT_EQ(post_at("console-1", "/v1/staff/first", credentials("chief", words)).status, 400) << words;
    }
    for (const auto* digits : {"", "12345", "123456", "000000", "1234567", "abcdef", "112233", "01012000"}) {
        EXPECT_EQ(post_at("console-1", "/v1/staff/first", credentials("chief", chief_words, digits)).status, 400);
    }
    EXPECT_EQ(session_at("console-1").hub, Hub::without_accounts);
}

// Passphrases.

TEST_F(SignIn, TakesTheFourWordsThatWereMadeUntilSheChoosesHerOwn)
{
    make_chief();
    const auto words = add("front", Role::reception);

    ASSERT_EQ(sign_in_at("console-2", "front", words).status, 200);
    EXPECT_FALSE(session_at("console-2").has_own_passphrase);
    const auto change = [](const std::string& old_words, const std::string& new_words) {
        return wire::encode(wire::OwnPassphraseRequest{files::SecretText{std::string{old_words}},
                                                       files::SecretText{std::string{new_words}}});
    };
    EXPECT_EQ(post_at("console-2", "/v1/session/passphrase", change(words, "too short")).status, 400);
    EXPECT_EQ(post_at("console-2", "/v1/session/passphrase", change("wrong words", chief_words)).status, 403);
    const wire::Request request{.method = "POST",
                                .target = "/v1/session/passphrase",
                                .idempotency_key = fresh_key(),
                                .body = change(words, "the red kite above the roof")};
    EXPECT_EQ(ask_at("console-2", request).status, 200);
    EXPECT_EQ(ask_at("console-2", request).status, 200); // because the answer was lost

    EXPECT_TRUE(session_at("console-2").has_own_passphrase);
    EXPECT_EQ(sign_in_at("console-1", "front", words).status, 403);
    EXPECT_EQ(sign_in_at("console-1", "front", "  The RED kite   above the roof ").status, 200);
}

TEST_F(SignIn, RefusesAWrongPassphraseAndAnUnknownAccountInTheSameWords)
{
    make_chief();

    const auto wrong = wrong_at("console-2", "chief");
    const auto unknown = wrong_at("console-2", "nobody-at-all");

    EXPECT_EQ(wrong.status, 403);
    EXPECT_EQ(unknown.status, 403);
    EXPECT_EQ(wrong.body, unknown.body);
}

TEST_F(SignIn, TakesAsLongForAnUnknownAccountAsForAWrongPassphrase)
{
    make_chief();
    const auto median = [&](const std::string& who) {
        std::vector<std::chrono::nanoseconds> times;
        for (int each = 0; each < 7; ++each) {
            pass(15min); // nothing is remembered, so that each is tried at once
            const auto began = std::chrono::steady_clock::now();
            EXPECT_EQ(wrong_at("console-2", who).status, 403);
            times.push_back(std::chrono::steady_clock::now() - began);
        }
        std::ranges::nth_element(times, times.begin() + 3);
        return times.at(3);
    };

    const auto known = median("chief");
    const auto unknown = median("nobody-at-all");

    // An answer without Argon2id would come a hundred times sooner; a busy machine makes no factor of two in a median.
    EXPECT_LT(known, 2 * unknown);
    EXPECT_LT(unknown, 2 * known);
}

TEST_F(SignIn, WritesDownWrongPassphrasesWithTheAccountOnlyWhenThereIsOne)
{
    make_chief();
    wrong_at("console-2", "chief");
    wrong_at("console-2", "i-typed-my-pass"); // what was typed in the wrong field may be a secret

    const auto refused = happened<domain::SignInRefused>();

    ASSERT_EQ(refused.size(), 2U);
    EXPECT_EQ(refused[0].account, test::account("chief"));
    EXPECT_EQ(refused[1].account, std::nullopt);
    EXPECT_EQ(recorded().back().actor, "console-2");
}

// Delays.

TEST_F(SignIn, WaitsLongerAfterEachWrongPassphrase)
{
    make_chief();
    std::vector<std::chrono::seconds> waits;
    for (int tried = 0; tried < 6; ++tried) {
        if (const auto wait = wait_at("console-2")) {
            waits.push_back(*wait);
            pass(*wait);
            EXPECT_EQ(wait_at("console-2"), std::nullopt);
        }
    }

    EXPECT_THAT(waits, testing::ElementsAre(2s, 5s, 10s));
    EXPECT_EQ(sign_in_at("console-2", "chief", chief_words).status, 403); // the right one waits, too …
    pass(60s);
    EXPECT_EQ(sign_in_at("console-2", "chief", chief_words).status, 200); // … and is never locked out
}

TEST_F(SignIn, IsNotDelayedAtOneConsoleByAVandalAtAnother)
{
    make_chief();
    for (int tried = 0; tried < 40; ++tried) {
        wrong_at("console-2");
        wrong_at("console-2", "vandal-" + std::to_string(tried));
    }

    EXPECT_EQ(sign_in_at("console-1", "chief", chief_words).status, 200);
}

TEST_F(SignIn, DoesNotFillTheJournalWithAVandalsTries)
{
    make_chief();
    for (int tried = 0; tried < 12; ++tried) {
        pass(31s);
        wrong_at("console-2", "vandal-" + std::to_string(tried));
    }
    EXPECT_LE(happened<domain::SignInRefused>().size(), 12U);
    const auto before = happened<domain::SignInRefused>().size();
    for (int tried = 0; tried < 30; ++tried) {
        wrong_at("console-2", "vandal"); // too soon, all but one: not even looked at
    }
    EXPECT_LE(happened<domain::SignInRefused>().size(), before + 2);
}

TEST_F(SignIn, ChecksOnePassphraseAtATimeAtEachConsole)
{
    make_chief();
    const auto ask = [&](const std::string& key) {
        wire::HttpClient client{address(), identity_of("console-2")};
        return client
            .ask({.method = "POST",
                  .target = "/v1/session/sign-in",
                  .idempotency_key = key,
                  .body = credentials("chief", chief_words)})
            .status;
    };
    std::vector<std::future<int>> asked;
    for (int each = 0; each < 6; ++each) {
        asked.push_back(std::async(std::launch::async, ask, fresh_key()));
    }
    std::map<int, int> statuses;
    for (auto& each : asked) {
        ++statuses[each.get()];
    }

    EXPECT_GE(statuses[200], 1);
    EXPECT_GE(statuses[409], 1);
    EXPECT_EQ(statuses[200] + statuses[409], 6);
}

// The rest of a shift.

TEST_F(SignIn, WaitsForThePinWhenNobodyTouchesTheConsole)
{
    make_chief();
    pass(136s);

    EXPECT_EQ(session_at("console-1").state, State::waiting_for_pin);
    EXPECT_THAT(session_at("console-1").rights, Not(Contains(domain::Right::staff_change)));
    EXPECT_EQ(get_at("console-1", "/v1/staff").status, 403);
    EXPECT_EQ(post_at("console-1", "/v1/session/keep").status, 403); // a touch is no PIN
    EXPECT_EQ(post_at("console-1", "/v1/session/unlock", R"({"pin":"482916"})").status, 403);
    EXPECT_EQ(post_at("console-1", "/v1/session/unlock", R"({"pin":"482915"})").status, 200);
    EXPECT_EQ(get_at("console-1", "/v1/staff").status, 200);
}

TEST_F(SignIn, TellsAConsoleThatWaitsForItsPinThatSomebodyNeedsHelpAndNotWhere)
{
    make_chief();
    pass(136s);
    ASSERT_EQ(session_at("console-1").state, State::waiting_for_pin);
    ASSERT_EQ(post_at("kiosk-1", "/v1/alerts", R"({"kind":"help"})").status, 201);

    EXPECT_EQ(session_at("console-1").alerts, 1);
    EXPECT_EQ(session_at("console-2").alerts, 1); // at which nobody is signed in
    EXPECT_EQ(get_at("console-1", "/v1/line").status, 403);
}

TEST_F(SignIn, IsKeptByATouchButNotByLooking)
{
    make_chief();
    for (int times = 0; times < 4; ++times) {
        pass(60s);
        EXPECT_EQ(post_at("console-1", "/v1/session/keep").status, 200);
    }
    pass(60s);
    static_cast<void>(get_at("console-1", "/v1/staff"));
    pass(80s);

    EXPECT_EQ(session_at("console-1").state, State::waiting_for_pin);
}

TEST_F(SignIn, EndsAtTheFifthWrongPinAndIsWrittenDown)
{
    make_chief();
    ASSERT_EQ(post_at("console-1", "/v1/session/lock").status, 200);
    for (int times = 1; times < most_wrong_pins; ++times) {
        EXPECT_EQ(post_at("console-1", "/v1/session/unlock", R"({"pin":"482916"})").status, 403);
    }
    const auto last = post_at("console-1", "/v1/session/unlock", R"({"pin":"482916"})");

    EXPECT_EQ(wire::decode_session_view(last.body).value().state, State::nobody);
    ASSERT_EQ(happened<domain::StaffSignedOut>().size(), 1U);
    EXPECT_EQ(happened<domain::StaffSignedOut>().front().reason, domain::SignOutReason::wrong_pins);
}

TEST_F(SignIn, EndsAfterEightHoursAndIsWrittenDown)
{
    make_chief();
    pass(8h);

    EXPECT_EQ(session_at("console-1").state, State::nobody);
    const auto end = std::chrono::steady_clock::now() + 10s;
    while (happened<domain::StaffSignedOut>().empty() && std::chrono::steady_clock::now() < end) {
    }
    ASSERT_EQ(happened<domain::StaffSignedOut>().size(), 1U);
    EXPECT_EQ(happened<domain::StaffSignedOut>().front().reason, domain::SignOutReason::shift_over);
}

TEST_F(SignIn, GivesWayToTheNextAndSaysWhoWentAndWhoCame)
{
    make_chief();
    const auto words = add("front", Role::reception);
    ASSERT_EQ(sign_in_at("console-1", "front", words).status, 200);
    ASSERT_EQ(post_at("console-1", "/v1/session/sign-out").status, 200);

    EXPECT_EQ(session_at("console-1").state, State::nobody);
    const auto out = happened<domain::StaffSignedOut>();
    ASSERT_EQ(out.size(), 2U);
    EXPECT_EQ(out[0].account, test::account("chief"));
    EXPECT_EQ(out[1].account, test::account("front"));
    EXPECT_EQ(happened<domain::StaffSignedIn>().size(), 2U);
}

TEST_F(SignIn, BelongsToTheConsoleHoweverOftenItConnects)
{
    make_chief();
    wire::HttpClient again{address(), identity_of("console-1")};

    EXPECT_EQ(again.ask({.method = "GET", .target = "/v1/staff"}).status, 200);
}

TEST_F(SignIn, RepeatsNothingThatWasTypedInAnyAnswer)
{
    make_chief();
    for (const auto* path :
         {"/v1/session/sign-in", "/v1/session/unlock", "/v1/session/passphrase", "/v1/staff/first"}) {
        for (const auto* body :
             {R"({"account":"canary-1","passphrase":"canary canary canary","pin":"482915"})",
              R"({"account":"Canary Words","passphrase":"canary","pin":"canary"})", R"({"pin":"canary"})",
              R"({"passphrase":"canary","new_passphrase":"canary"})", R"({"pin":"482915","canary":1})"}) {
            EXPECT_THAT(post_at("console-1", path, body).body, Not(HasSubstr("anary"))) << path;
        }
    }
}

} // namespace
} // namespace verandah::hub
