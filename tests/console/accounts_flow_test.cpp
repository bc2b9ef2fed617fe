// SPDX-License-Identifier: Apache-2.0
// What each role may do, and what an administrator does about accounts.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/outlook.hpp"
#include "door_states.hpp"
#include "happens.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using domain::Role;
using test::errand_in;
using test::happens;
using test::sample_now;

TEST(Rights, AskForNothingThatTheTableDoesNotGive)
{
    for (const auto role : domain::every_role) {
        auto console = test::console_with(test::busy_line(), test::signed_in(role));
        for (const auto deed : every_deed) {
            const auto effects = happens(console, Wish{Do{deed}});
            if (!may(console, deed)) {
                EXPECT_TRUE(effects.empty());
                EXPECT_FALSE(console.sheet && !std::holds_alternative<StationSheet>(*console.sheet));
                EXPECT_FALSE(console.notice);
            }
            console.sheet.reset();
            console.notice.reset();
            console.under_way.reset();
        }
        EXPECT_EQ(may(console, Page::staff), domain::may(role, domain::Right::staff_list));
        EXPECT_EQ(may(console, Page::today), domain::may(role, domain::Right::totals_read));
    }
}

TEST(Rights, ShowACommitteeMemberNothingButTheTotals)
{
    const auto console = test::console_with(test::busy_line(), test::signed_in(Role::committee_member));

    EXPECT_THAT(pages(console), testing::ElementsAre(Page::today));
    EXPECT_EQ(console.page, Page::today);
    EXPECT_FALSE(console.sheet); // she is not asked for a room
}

TEST(Rights, ListEverybodyForWhoeverMayLookButNotCall)
{
    const auto console = test::console_with(test::busy_line(), test::signed_in(Role::administrator));

    EXPECT_FALSE(rows(console, sample_now).empty());
    for (const auto& row : rows(console, sample_now)) {
        EXPECT_FALSE(row.pick);
    }
}

TEST(Accounts, AreAddedWithWordsThatAreToldOnce)
{
    auto console = test::console_with(test::busy_line(), test::signed_in(Role::administrator));
    EXPECT_THAT(happens(console, Wish{ShowPage{Page::staff}}),
                testing::ElementsAre(testing::VariantWith<FetchStaff>(testing::_)));
    static_cast<void>(happens(console, SessionHappening{StaffCame{test::sample_staff()}}));
    static_cast<void>(happens(console, Wish{AskAccount{Errand::add_account}}));
    static_cast<void>(happens(console, Wish{TypeWords{"account-1"}}));
    static_cast<void>(happens(console, Wish{ChooseOption{0, 1}}));
    EXPECT_TRUE(happens(console, Wish{Confirm{}}).empty()); // there is such an account
    static_cast<void>(happens(console, Wish{TypeWords{"Desk 2"}}));

    const auto run = errand_in(happens(console, Wish{Confirm{}}), Errand::add_account);
    ASSERT_TRUE(run);
    const auto message = wire::decode_add_staff_request(run->body.view());
    ASSERT_TRUE(message);
    EXPECT_EQ(message->account.view(), "desk2");
    EXPECT_EQ(message->role, Role::clinician);

    const wire::NewPassphrase made{message->account, files::SecretText{"walnut orbit candle meadow"}};
    static_cast<void>(
        happens(console, SessionHappening{ErrandDone{Errand::add_account, files::SecretText{wire::encode(made)}}}));
    ASSERT_TRUE(console.session.told);
    EXPECT_EQ(console.session.told->words.view(), "walnut orbit candle meadow");
    static_cast<void>(happens(console, Wish{Dismiss{}}));
    EXPECT_TRUE(console.session.told); // Esc by mistake loses nothing
    static_cast<void>(happens(console, Wish{Confirm{}}));
    EXPECT_FALSE(console.session.told);
}

TEST(Accounts, AreChangedOnlyAfterOneMoreQuestion)
{
    const auto account = domain::AccountCode::make("account-2").value();
    for (const auto& [errand, path] :
         std::vector<std::pair<Errand, std::string>>{{Errand::change_role, "/v1/staff/account-2/role"},
                                                     {Errand::revoke, "/v1/staff/account-2/revoke"},
                                                     {Errand::new_words, "/v1/staff/account-2/passphrase"}}) {
        auto console = test::console_with(test::busy_line(), test::signed_in(Role::administrator));
        static_cast<void>(happens(console, Wish{ShowPage{Page::staff}}));
        static_cast<void>(happens(console, SessionHappening{StaffCame{test::sample_staff()}}));
        static_cast<void>(happens(console, Wish{ChooseAccount{account}}));
        EXPECT_TRUE(happens(console, Wish{AskAccount{errand}}).empty());

        const auto run = errand_in(happens(console, Wish{Confirm{}}), errand);

        ASSERT_TRUE(run);
        EXPECT_EQ(run->path, path);
    }
}

TEST(Accounts, CannotBeChangedByWhoeverMayOnlyLook)
{
    auto console = test::console_with(test::busy_line(), test::signed_in(Role::coordinator));
    static_cast<void>(happens(console, Wish{ShowPage{Page::staff}}));
    static_cast<void>(happens(console, SessionHappening{StaffCame{test::sample_staff()}}));
    static_cast<void>(happens(console, Wish{AskAccount{Errand::add_account}}));

    EXPECT_FALSE(console.session.question);
}

TEST(Accounts, LetAColleagueOpenRecordsByTheAccountsWord)
{
    auto console = test::console_with(test::busy_line(), test::signed_in(Role::clinician));
    static_cast<void>(happens(console, Wish{AskMenu{}}));
    static_cast<void>(happens(console, Wish{ChooseOption{0, 2}}));
    static_cast<void>(happens(console, Wish{TypeWords{"room-3"}}));

    const auto run = errand_in(happens(console, Wish{Confirm{}}), Errand::open_records);

    ASSERT_TRUE(run);
    EXPECT_EQ(run->path, "/v1/staff/room-3/records");
}

} // namespace
} // namespace verandah::console
