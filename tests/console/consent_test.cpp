// SPDX-License-Identifier: Apache-2.0
// She takes back what she agreed to: nothing more is written, and she is asked before anything is again.
#include "record_room.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using test::choose;
using test::Room;
using testing::IsEmpty;
using Answered = domain::ConsentSaid::Answer;
using At = Record::Stage;

Answered consent_in(const Room& room)
{
    return room.hub.file().consent->what.answer;
}

TEST(Withdrawal, IsAskedBeforeItIsWritten)
{
    Room room;
    room.does(AskWithdrawal{});
    EXPECT_EQ(room.record().stage, At::withdrawing);
    EXPECT_EQ(consent_in(room), Answered::yes);

    room.does(LeaveConsent{});
    EXPECT_EQ(room.record().stage, At::form);
    EXPECT_EQ(consent_in(room), Answered::yes);
}

TEST(Withdrawal, EndsTheRecordAndIsKept)
{
    Room room;
    room.does(AskWithdrawal{});
    room.does(WithdrawConsent{});
    EXPECT_EQ(consent_in(room), Answered::withdrawn);
    EXPECT_EQ(room.record().stage, At::withdrawn);
    EXPECT_THAT(room.hub.refusals(), IsEmpty());

    room.does(CloseRecord{});
    EXPECT_FALSE(room.console.record);
    EXPECT_TRUE(room.hub.was_closed());
}

TEST(Withdrawal, KeepsNothingThatWasAnsweredAndNotKeptYet)
{
    Room room;
    room.does(choose("reason", "symptoms"));
    room.does(AskWithdrawal{});
    room.pass(5s);
    EXPECT_THAT(room.hub.file().encounters, IsEmpty()); // nothing is kept behind the question
    room.does(WithdrawConsent{});
    room.pass(5s);
    EXPECT_THAT(room.hub.file().encounters, IsEmpty());
    EXPECT_THAT(room.hub.refusals(), IsEmpty());
}

TEST(Withdrawal, GoesOnWithTheAnswersWhenSheDoesNotTakeItBack)
{
    Room room;
    room.does(choose("reason", "symptoms"));
    room.does(AskWithdrawal{});
    room.does(LeaveConsent{});
    room.pass(5s);
    EXPECT_THAT(room.hub.file().encounters, testing::SizeIs(1));
}

TEST(Withdrawal, IsWrittenOnceWhenItsAnswerWasLost)
{
    Room room;
    room.does(AskWithdrawal{});
    room.hub.lose_next_answer();
    room.does(WithdrawConsent{});
    EXPECT_EQ(room.record().stage, At::withdrawing);
    room.pass(2s);
    EXPECT_EQ(room.record().stage, At::withdrawn);
    EXPECT_EQ(room.hub.file().entries.size(), 2U); // agreed, taken back
}

TEST(Withdrawal, IsAskedAgainWhenTheHubDidNotTakeIt)
{
    Room room;
    room.does(AskWithdrawal{});
    room.hub.refuse_next(domain::Refusal::Why::invalid_input);
    room.does(WithdrawConsent{});
    EXPECT_EQ(consent_in(room), Answered::yes);
    EXPECT_EQ(room.record().stage, At::withdrawing);
    room.does(LeaveConsent{});
    EXPECT_EQ(room.record().stage, At::form);
    room.does(AskWithdrawal{});
    room.does(WithdrawConsent{});
    EXPECT_EQ(room.record().stage, At::withdrawn);
}

TEST(Withdrawal, RefusedAfterTheRecordWasDoneLeadsBackToItsEnd)
{
    Room room;
    room.answer_first_step();
    for (int step = 0; step < 4; ++step) {
        room.does(NextStep{});
    }
    ASSERT_EQ(room.record().stage, At::done);
    room.does(AskWithdrawal{});
    room.hub.refuse_next(domain::Refusal::Why::invalid_input);
    room.does(WithdrawConsent{});
    EXPECT_EQ(consent_in(room), Answered::yes);
    EXPECT_EQ(room.record().stage, At::withdrawing);

    room.does(LeaveConsent{});

    EXPECT_EQ(room.record().stage, At::done);
    room.does(AskWithdrawal{});
    room.does(WithdrawConsent{});
    EXPECT_EQ(room.record().stage, At::withdrawn);
    EXPECT_EQ(consent_in(room), Answered::withdrawn);
}

TEST(Withdrawal, AtAnotherConsoleEndsTheRecordHere)
{
    Room room;
    room.hub.colleague_writes(domain::ConsentSaid{Answered::withdrawn, 1});
    room.does(choose("reason", "symptoms"));
    room.pass(5s);
    room.hub.answer(room.console, {RecordEffect{FetchFile{room.record().look, *room.record().id}}});
    EXPECT_EQ(room.record().stage, At::withdrawn);
    EXPECT_THAT(room.hub.file().encounters, IsEmpty());
}

TEST(Withdrawal, IsFoundBesideTheFormAndAsksInHerOwnTime)
{
    Room room;
    test::Stage stage{room.console};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("A record that is kept"));
    const auto answer = stage.press("3 Mar A record that is kept");
    ASSERT_TRUE(answer);
    room.hub.answer(stage.console, handle(stage.console, *answer, test::sample_now));
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("Does she take her consent back?"));
}

} // namespace
} // namespace verandah::console
