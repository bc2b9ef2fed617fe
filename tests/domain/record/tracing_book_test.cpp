// SPDX-License-Identifier: Apache-2.0
// What is in outreach workers' hands, from being given to being over.
#include "shared/domain/record/file_book.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace verandah::domain {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr Instant given_at{std::chrono::hours{9}};
constexpr Instant told_at{std::chrono::hours{15}};
constexpr FileId her_file{70};
constexpr FileId other_file{71};
constexpr TracingId first{1'001};
constexpr TracingId second{1'002};
const auto peer = AccountCode::make("out-1").value();
const auto colleague = AccountCode::make("out-2").value();
const SealedBytes words(64, std::byte{3});
const SealedBytes an_answer(64, std::byte{4});
const SealedBytes another_answer(64, std::byte{5});

/// A book of two files.
class Tracings : public testing::Test {
protected:
    Tracings()
    {
        domain::apply(book_, book_.begin(her_file, VisitorId{7}, SealedBytes(72), given_at).value());
        domain::apply(book_, book_.begin(other_file, TicketId{8}, SealedBytes(72), given_at).value());
    }
    void give(TracingId tracing, FileId file = her_file)
    {
        domain::apply(book_, tracings().give({tracing, file, peer, {}, words, given_at}).value());
    }
    void tell(TracingId tracing, std::uint32_t number, const SealedBytes& answer = an_answer)
    {
        domain::apply(book_, tracings().tell(tracing, peer, number, answer, told_at).value());
    }
    void take_up(TracingId tracing, std::uint32_t number)
    {
        domain::apply(book_, tracings().take_up(her_file, {tracing, number}, told_at).value());
    }
    [[nodiscard]] const TracingBook& tracings() const { return book_.tracings(); }

    FileBook book_;
};

TEST_F(Tracings, AreGivenOnce)
{
    give(first);
    const auto again = tracings().give({first, other_file, colleague, {}, words, given_at});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().why, Refusal::Why::conflict);
    EXPECT_EQ(tracings().find(first)->worker, peer);
    EXPECT_EQ(tracings().find(second), nullptr);
}

TEST_F(Tracings, AreToldOfByTheWorkerTheyWereGivenToAndNobodyElse)
{
    give(first);
    EXPECT_EQ(tracings().tell(first, colleague, 1, an_answer, told_at).error().why, Refusal::Why::not_found);
    EXPECT_EQ(tracings().tell(second, peer, 1, an_answer, told_at).error().why, Refusal::Why::not_found);
    EXPECT_TRUE(tracings().tell(first, peer, 1, an_answer, told_at));
}

TEST_F(Tracings, TakeAnswersInTheirOrderOnly)
{
    give(first);
    EXPECT_EQ(tracings().tell(first, peer, 2, an_answer, told_at).error().why, Refusal::Why::conflict);
    tell(first, 1);
    EXPECT_EQ(tracings().tell(first, peer, 1, an_answer, told_at).error().why, Refusal::Why::conflict);
}

TEST_F(Tracings, LetAWorkerThinkBetterOfItBeforeItIsWrittenDown)
{
    give(first);
    tell(first, 1);
    tell(first, 2, another_answer);

    EXPECT_EQ(tracings().find(first)->waiting->sealed, another_answer);
    const auto old = tracings().take_up(her_file, {first, 1}, told_at);
    ASSERT_FALSE(old);
    EXPECT_EQ(old.error().why, Refusal::Why::conflict);
    take_up(first, 2);
    EXPECT_FALSE(tracings().find(first)->waiting);
    EXPECT_EQ(tracings().find(first)->taken_up, 1U);
}

TEST_F(Tracings, HaveNothingToWriteDownTwiceOrInAnotherFile)
{
    give(first);
    EXPECT_FALSE(tracings().take_up(her_file, {first, 0}, told_at)) << "nothing was told";
    tell(first, 1);
    EXPECT_FALSE(tracings().take_up(other_file, {first, 1}, told_at));
    EXPECT_FALSE(tracings().take_up(her_file, {second, 1}, told_at));
    take_up(first, 1);
    EXPECT_FALSE(tracings().take_up(her_file, {first, 1}, told_at));
}

TEST_F(Tracings, EndWhenTheirFileAsksForThemNoMore)
{
    give(first);
    give(second);
    give(TracingId{1'003}, other_file);
    const std::vector asked{second};

    const auto events = tracings().end_others(her_file, asked, told_at);

    ASSERT_THAT(events, SizeIs(1));
    domain::apply(book_, events.front());
    EXPECT_EQ(tracings().find(first), nullptr);
    EXPECT_NE(tracings().find(second), nullptr);
    EXPECT_EQ(tracings().tell(first, peer, 1, an_answer, told_at).error().why, Refusal::Why::not_found);
    EXPECT_THAT(tracings().end_others(her_file, asked, told_at), IsEmpty());
}

TEST_F(Tracings, GoWithTheFileThatIsForgotten)
{
    give(first);
    give(second, other_file);
    book_.forget(VisitorId{7});
    EXPECT_EQ(tracings().find(first), nullptr);
    book_.end_day();
    EXPECT_THAT(tracings().all(), IsEmpty());
}

TEST_F(Tracings, ChangeNothingOnceTheyAreOver)
{
    give(first);
    tell(first, 1);
    const CareEvent told = TracingTold{first, her_file, 2, another_answer, told_at};
    const CareEvent taken_up = TracingTakenUp{first, her_file, 1, told_at};
    const CareEvent given_late = TracingGiven{second, FileId{99}, peer, {}, words, told_at};
    domain::apply(book_, TracingOver{first, her_file, told_at});
    const auto before = book_;

    for (const auto& event : {told, taken_up, given_late}) {
        domain::apply(book_, event);
    }

    EXPECT_EQ(book_, before);
}

TEST_F(Tracings, AreOfTheirFileForWhoeverForgetsIt)
{
    EXPECT_TRUE(is_in(TracingGiven{first, her_file, peer, {}, words, given_at}, her_file));
    EXPECT_TRUE(is_in(TracingTold{first, her_file, 1, words, given_at}, her_file));
    EXPECT_TRUE(is_in(TracingTakenUp{first, her_file, 1, given_at}, her_file));
    EXPECT_TRUE(is_in(TracingOver{first, her_file, given_at}, her_file));
    EXPECT_FALSE(is_in(TracingOver{first, her_file, given_at}, other_file));
    EXPECT_FALSE(is_in(FactsCounted{words, given_at}, her_file));
}

} // namespace
} // namespace verandah::domain
