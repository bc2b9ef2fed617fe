// SPDX-License-Identifier: Apache-2.0
// From an open record: referrals to elsewhere, and how it was there.
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/flow/refer.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "refer_room.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"
#include "stage.hpp"
#include "work_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using test::asks_for_a_file;
using test::hospital;
using test::OpenRecordRoom;
using test::RecordHub;
using test::rest;
using test::sample_now;
using test::Stage;
using test::talk;
using test::wishes;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Referring, IsOneKeyInAnOpenRecord)
{
    OpenRecordRoom room;
    Stage stage{room.console};
    EXPECT_EQ(stage.press_letter('F'), (Answer{WorkWish{Refer{}}}));
    EXPECT_EQ(stage.press_letter('S'), (Answer{WorkWish{OfferPartnerSlips{}}}));
}

TEST(Referring, WritesInTheRecordThatIsOpenAndOpensNothingASecondTime)
{
    OpenRecordRoom room;
    room.works(WorkWish{Refer{}});
    room.works(ChooseOption{0, 0}); // one provider offers it: chosen by itself
    room.works(ChooseOption{2, 0});
    wishes(room.console, Confirm{});
    const auto effects = test::happens(room.console, CounterfoilsMade{test::sample_codes(1)});
    EXPECT_FALSE(asks_for_a_file(effects));
    room.hub.answer(room.console, effects);

    EXPECT_THAT(room.hub.refusals(), IsEmpty());
    ASSERT_THAT(room.record().file.referrals, SizeIs(1)) << "the record does not show it at once";
    const auto& referral = room.record().file.referrals.begin()->second;
    EXPECT_EQ(referral.to, hospital);
    EXPECT_EQ(referral.status, domain::ReferralStatus::issued);
    EXPECT_EQ(referral.counterfoil, wire::hash_of(test::sample_codes(1).front()));
    EXPECT_TRUE(room.work().slip->is_written) << "the slip cannot be printed";
}

TEST(Referring, IsPossibleNowhereButInAnOpenRecord)
{
    RecordHub hub;
    auto at_the_card = test::console_at_a_record(hub);
    auto elsewhere = test::console_to_refer(hub);
    wishes(elsewhere, ShowPage{Page::line});
    for (auto* console : {&at_the_card, &elsewhere}) {
        for (const auto& wish : {WorkWish{Refer{}}, WorkWish{OfferPartnerSlips{}}, WorkWish{AskWelcome{}}}) {
            EXPECT_THAT(wishes(*console, wish), IsEmpty());
            EXPECT_FALSE(console->work.sheet);
        }
    }
}

TEST(Referring, GivesEachReferralANumberOfItsOwnThoughTheHubHasNotAnsweredYet)
{
    OpenRecordRoom room;
    room.hub.hold_answers();
    room.refer_to(rest);
    room.refer_to(talk);

    EXPECT_EQ(std::get<domain::ReferralMade>(room.record().under_way.value()).referral, domain::ReferralId{1});
    EXPECT_EQ(std::get<domain::ReferralMade>(room.record().to_write.at(0)).referral, domain::ReferralId{2});
}

TEST(Referring, TakesTheSlipAwayWhenTheHubDoesNotTakeTheReferral)
{
    OpenRecordRoom room;
    room.hub.refuse_next(domain::Refusal::Why::not_allowed);
    room.refer_to(hospital);

    EXPECT_FALSE(room.work().slip);
    EXPECT_EQ(room.record().notice, RecordNotice::not_allowed);
}

TEST(Referring, KeepsTheSlipWaitingWhileTheHubIsAway)
{
    OpenRecordRoom room;
    room.hub.lose_next();
    room.refer_to(hospital);
    ASSERT_TRUE(room.work().slip);
    EXPECT_FALSE(room.work().slip->is_written);
    EXPECT_THAT(wishes(room.console, WorkWish{KeepSlip{}}), IsEmpty()) << "printed before it is written down";

    wishes(room.console, Dismiss{});
    EXPECT_FALSE(room.work().slip);
}

TEST(Referring, IsWrittenOnceTheHubIsBack)
{
    OpenRecordRoom room;
    room.hub.lose_next();
    room.refer_to(hospital);
    test::happens(room.console, LinkWent{Link::reconnecting});
    room.hub.answer(room.console, test::happens(room.console, LinkWent{Link::live}));

    EXPECT_THAT(room.hub.file().referrals, SizeIs(1));
    EXPECT_TRUE(room.work().slip->is_written);
}

TEST(Referring, WaitsInTheRecordWhileAColleaguesAnswersAreUnsettled)
{
    OpenRecordRoom room;
    room.works(WorkWish{Refer{}});
    room.works(ChooseOption{0, 0});
    room.works(ChooseOption{2, 0});
    room.console.record->clash.emplace(Clash{{}, 1, domain::AccountCode::make("nurse-2").value(), sample_now, {}});
    wishes(room.console, Confirm{});
    const auto effects = test::happens(room.console, CounterfoilsMade{test::sample_codes(1)});

    EXPECT_FALSE(asks_for_a_file(effects)) << "a second opening of her file";
    EXPECT_THAT(room.record().to_write, SizeIs(1));
    EXPECT_FALSE(room.work().slip->is_written);
}

TEST(Referring, TakesNoCodesThatNobodyAskedForAndNoneThatAreNone)
{
    OpenRecordRoom room;
    EXPECT_THAT(test::happens(room.console, CounterfoilsMade{test::sample_codes(2)}), IsEmpty());
    EXPECT_FALSE(room.work().slip);
    test::answer_partner_questions(room.console, room.hub, 2);
    wishes(room.console, Confirm{});
    EXPECT_THAT(test::happens(room.console, CounterfoilsMade{}), IsEmpty());
    EXPECT_FALSE(room.work().slip);
}

TEST(Referring, AsksForTheNamesAgainWhenTheyDidNotCome)
{
    RecordHub hub;
    auto console = test::console_in_a_record(hub);
    console.work.rules.reset(); // as if they had never come
    test::happens(console, WorkLost{AskWork::What::rules, 0});
    const auto effects = wishes(console, WorkWish{Refer{}});

    EXPECT_THAT(effects, SizeIs(1));
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty());
}

TEST(Welcome, IsAskedInTheRecordOfWhoWasThereAndClosesIt)
{
    const auto back = test::state_named("back", test::every_refer_state());
    Stage stage{back};
    ASSERT_EQ(stage.press_letter('H'), (Answer{WorkWish{AskWelcome{}}}));
    wishes(stage.console, WorkWish{AskWelcome{}});
    ASSERT_EQ(stage.press_letter('1'), (Answer{ChooseOption{0, 0}}));
    wishes(stage.console, ChooseOption{0, 0});

    const auto& said = std::get<domain::FeedbackSeen>(stage.console.record->under_way.value());
    EXPECT_EQ(said.welcome, domain::Welcome::friendly);
    EXPECT_EQ(said.referral, domain::ReferralId{1});
    EXPECT_FALSE(stage.console.work.sheet);
}

TEST(Welcome, IsNotAskedOfWhoWasNowhere)
{
    OpenRecordRoom room;
    room.refer_to(hospital);
    room.works(Dismiss{});
    EXPECT_EQ(to_be_asked_about(room.record().file), nullptr);
    room.works(WorkWish{AskWelcome{}});
    EXPECT_FALSE(room.work().sheet);
}

TEST(ReferScreens, CutNoTextInAnyStateLanguageAndSize)
{
    for (const float scale : {1.0F, 1.25F}) {
        for (const char* language : {"en", "hi", "ar"}) {
            for (const auto& [name, console] : test::every_refer_state()) {
                Stage stage{console, language, scale};
                stage.show();
                for (const auto& text : stage.rehearsal.painter().texts()) {
                    EXPECT_TRUE(text.complete || text.in_list)
                        << name << " in " << language << " at " << scale << ": " << text.words;
                }
            }
        }
    }
}

} // namespace
} // namespace verandah::console
