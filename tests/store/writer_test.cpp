// SPDX-License-Identifier: Apache-2.0
// The writer: nothing is acknowledged before it is durable, nothing happens twice, and everybody is answered.
#include "clinic/store/writer.hpp"
#include "tests/store/full_disk.hpp"
#include "tests/store/running_writer.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <thread>

namespace verandah::store {
namespace {

using namespace std::chrono_literals;
using domain::Refusal;
using domain::TicketCalled;
using domain::TicketIssued;
using test::for_triage;
using test::happened;
using test::key_made_at;
using test::Result;
using testing::HasSubstr;

class Writers : public testing::Test {
protected:
    test::RunningWriter running;
};

bool is_unknown(const Result& result)
{
    return std::holds_alternative<Unknown>(result);
}

Refusal refusal_of(const Result& result)
{
    const auto* refusal = std::get_if<Refusal>(&result);
    return refusal == nullptr ? Refusal{Refusal::Why::not_allowed, "it was not refused"} : *refusal;
}

TEST_F(Writers, AnswerOnlyWhatAnotherConnectionFindsOnTheDisk)
{
    std::promise<std::vector<domain::Recorded>> on_disk;
    running.writer().submit(
        {.actor = "kiosk-1",
         .key = std::nullopt,
         .decide =
             [](const Ledger& ledger, domain::Moment now) {
                 const auto events = decide(ledger.line(), for_triage, now).value();
                 return std::vector<domain::Event>{events.begin(), events.end()};
             },
         .answer = [&](const Ledger&,
                       const Write::Outcome&) { on_disk.set_value(running.folder().replayed(Access::read_only)); }});

    const auto events = on_disk.get_future().get();

    ASSERT_EQ(events.size(), 2U); // the day opened, and a number given
    EXPECT_EQ(events.back().actor, "kiosk-1");
}

TEST_F(Writers, ShowAReaderOnlyWhatAnotherConnectionFindsOnTheDisk)
{
    auto asked = running.submit(for_triage);
    std::promise<std::pair<domain::Sequence, std::size_t>> seen;
    running.writer().read([&](const Ledger& ledger) {
        seen.set_value({ledger.sequence(), running.folder().replayed(Access::read_only).size()});
    });

    const auto [in_memory, on_disk] = seen.get_future().get();

    EXPECT_EQ(in_memory, on_disk);
}

TEST_F(Writers, GiveOneTapSentFiveTimesAtOnceOneNumber)
{
    const auto key = key_made_at(test::noon, 1);
    std::vector<Result> results(5);
    {
        std::vector<std::jthread> taps;
        for (auto& result : results) {
            taps.emplace_back([&] { result = running.ask(for_triage, key); });
        }
    }

    for (const auto& result : results) {
        ASSERT_TRUE(happened<TicketIssued>(result));
        EXPECT_EQ(*happened<TicketIssued>(result), *happened<TicketIssued>(results.front()));
    }
    running.writer().stop();
    EXPECT_EQ(running.writer().ledger().line().tickets().size(), 1U);
}

TEST_F(Writers, GiveTheFirstAnswerAgainAfterARestart)
{
    const auto key = key_made_at(test::noon, 1);
    const auto first = running.ask(for_triage, key);
    running.writer().stop();

    const auto events = running.folder().replayed();
    Ledger replayed{test::small_line_centre()};
    for (domain::Sequence sequence = 1; const auto& event : events) {
        replayed.apply(sequence++, event);
    }

    ASSERT_NE(replayed.answer_to(key), nullptr);
    EXPECT_EQ(*replayed.answer_to(key), **std::get_if<std::optional<domain::Event>>(&first));
}

TEST_F(Writers, RefuseAKeyThatHasExpired)
{
    const auto refusal = refusal_of(running.ask(for_triage, key_made_at(test::noon - 24h - 1ms, 1)));

    EXPECT_EQ(refusal.why, Refusal::Why::invalid_input);
    EXPECT_THAT(refusal.detail, HasSubstr("expired"));
}

TEST_F(Writers, RefuseAKeyFromTheFuture)
{
    const auto refusal = refusal_of(running.ask(for_triage, key_made_at(test::noon + 24h + 1ms, 1)));

    EXPECT_EQ(refusal.why, Refusal::Why::invalid_input);
    EXPECT_THAT(refusal.detail, HasSubstr("clock"));
}

TEST_F(Writers, DoNothingTwiceThoughTheClockWasADayAheadAndIsSetBack)
{
    const auto key = key_made_at(test::noon, 1);
    ASSERT_TRUE(happened<TicketIssued>(running.ask(for_triage, key)));
    running.set_clock({test::noon + 48h, test::today});
    ASSERT_TRUE(happened<TicketIssued>(running.ask(for_triage, key_made_at(test::noon + 48h, 2))));
    running.set_clock(test::now);

    EXPECT_THAT(refusal_of(running.ask(for_triage, key)).detail, HasSubstr("expired"));
}

TEST_F(Writers, RefuseWhatTheRulesRefuseAndGoOn)
{
    EXPECT_EQ(refusal_of(running.ask(domain::Start{domain::TicketId{9}})).why, Refusal::Why::not_found);
    EXPECT_TRUE(happened<TicketIssued>(running.ask(for_triage)));
}

TEST_F(Writers, NeverGiveTwoConsolesTheSameTicket)
{
    constexpr int people = 40;
    for (int each = 0; each < people; ++each) {
        static_cast<void>(running.submit(for_triage));
    }
    std::mutex mutex;
    std::vector<domain::TicketId> called;
    {
        std::vector<std::jthread> consoles;
        for (const auto& station : {test::room_1, test::room_2, test::room_1, test::room_2}) {
            consoles.emplace_back([&, station] {
                const domain::CallNext next{station, domain::CallNext::IfBusy::finish_first};
                for (int each = 0; each < people; ++each) {
                    if (const auto call = happened<TicketCalled>(running.ask(next))) {
                        static_cast<void>(running.ask(domain::Start{call->ticket}));
                        const std::lock_guard lock{mutex};
                        called.push_back(call->ticket);
                    }
                }
            });
        }
    }

    EXPECT_EQ(called.size(), static_cast<std::size_t>(people));
    EXPECT_EQ(std::set(called.begin(), called.end()).size(), called.size());
}

TEST_F(Writers, AnswerWhatWasSubmittedBeforeTheyStop)
{
    std::vector<std::future<Result>> asked;
    for (int each = 0; each < 1'000; ++each) {
        asked.push_back(running.submit(for_triage));
    }
    running.writer().stop();

    for (auto& each : asked) {
        EXPECT_FALSE(is_unknown(each.get()));
    }
}

TEST_F(Writers, AnswerWithNotKnowingOnceTheyHaveStopped)
{
    running.writer().stop();

    EXPECT_TRUE(is_unknown(running.ask(for_triage)));
}

TEST_F(Writers, GoOnWhenAReaderThrows)
{
    running.writer().read([](const Ledger&) { throw std::runtime_error{"the disk is full"}; });

    EXPECT_TRUE(happened<TicketIssued>(running.ask(for_triage)));
    EXPECT_THAT(running.reports(), testing::ElementsAre(HasSubstr("the disk is full")));
}

TEST_F(Writers, AnswerEverybodyOnceThoughOneAnswerThrows)
{
    std::atomic<int> answers{0};
    const auto nothing = [](const Ledger&, domain::Moment) { return std::vector<domain::Event>{}; };
    running.writer().submit({.actor = "console-1",
                             .key = std::nullopt,
                             .decide = nothing,
                             .answer = [&](const Ledger&, const Write::Outcome&) {
                                 ++answers;
                                 throw std::runtime_error{"gone"};
                             }});

    EXPECT_TRUE(happened<TicketIssued>(running.ask(for_triage)));
    EXPECT_EQ(answers, 1);
}

// A disk that fails.

/// A little more than SQLite needs to open the journal anew, and less than a few hundred events.
constexpr rlim_t almost_nothing = 64 * 1024;

TEST_F(Writers, LoseNothingAcknowledgedOnAFullDiskAndGoOnWhenThereIsRoomAgain)
{
    std::set<int> acknowledged;
    {
        const test::FullDisk full{almost_nothing};
        std::vector<std::future<Result>> asked;
        for (int each = 0; each < 300; ++each) {
            asked.push_back(running.submit(for_triage));
        }
        for (auto& each : asked) {
            if (const auto issued = happened<TicketIssued>(each.get())) {
                acknowledged.insert(issued->number.value());
            }
        }
    }
    EXPECT_LT(acknowledged.size(), 300U);
    EXPECT_TRUE(happened<TicketIssued>(running.ask(for_triage)));
    running.writer().stop();

    std::set<int> on_disk;
    for (const auto& recorded : running.folder().replayed()) {
        if (const auto issued = happened<TicketIssued>(std::optional{recorded.event})) {
            EXPECT_TRUE(on_disk.insert(issued->number.value()).second);
        }
    }
    EXPECT_TRUE(std::ranges::includes(on_disk, acknowledged));
    EXPECT_THAT(running.reports(), testing::Contains(HasSubstr("opened anew")));
}

TEST_F(Writers, DoOnceWhatIsAskedAgainWithItsKeyAfterTheDiskFailed)
{
    constexpr int people = 300;
    const auto key_of = [](int each) {
        return domain::RequestKey::make(
            test::noon, {0, 0, static_cast<std::uint8_t>(each / 256), static_cast<std::uint8_t>(each % 256)});
    };
    const auto ask_all = [&] {
        std::vector<std::future<Result>> asked;
        for (int each = 0; each < people; ++each) {
            asked.push_back(running.submit(for_triage, key_of(each)));
        }
        return std::ranges::count_if(asked, [](auto& each) { return is_unknown(each.get()); });
    };
    {
        const test::FullDisk full{almost_nothing};
        EXPECT_GT(ask_all(), 0);
    }

    EXPECT_EQ(ask_all(), 0);
    running.writer().stop();
    EXPECT_EQ(running.writer().ledger().line().tickets().size(), static_cast<std::size_t>(people));
}

TEST_F(Writers, AnswerEverybodyWhenTheyHaveToGiveUp)
{
    ASSERT_TRUE(happened<TicketIssued>(running.ask(for_triage)));
    running.lose_the_disk();
    std::vector<std::future<Result>> asked;
    {
        const test::FullDisk full{1};
        for (int each = 0; each < 2'000; ++each) { // more than one commit takes
            asked.push_back(running.submit(for_triage));
        }
        for (auto& each : asked) {
            EXPECT_TRUE(is_unknown(each.get()));
        }
    }
    running.writer().stop();

    EXPECT_EQ(running.times_given_up(), 1);
    EXPECT_TRUE(is_unknown(running.ask(for_triage)));
}

} // namespace
} // namespace verandah::store
