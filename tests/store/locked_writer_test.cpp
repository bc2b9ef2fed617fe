// SPDX-License-Identifier: Apache-2.0
// The writer of a hub that locks and opens: the line goes on, and nothing acknowledged is lost or doubled by it.
#include "clinic/store/ledger_digest.hpp"
#include "clinic/store/writer.hpp"
#include "tests/store/full_disk.hpp"
#include "tests/store/running_writer.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace verandah::store {
namespace {

using namespace std::chrono_literals;
using domain::TicketIssued;
using test::for_triage;
using test::happened;
using test::key_made_at;

class LockedWriter : public testing::Test {
protected:
    int number_given(std::optional<domain::RequestKey> key = std::nullopt)
    {
        const auto issued = happened<TicketIssued>(running.ask(for_triage, key));
        return issued ? issued->number.value() : 0;
    }
    bool knows_people()
    {
        return running.see([](const Ledger& ledger) { return ledger.knows_people(); });
    }
    /// What a replay of everything gives.
    Ledger replayed() const
    {
        Ledger ledger{test::small_line_centre()};
        for (const auto& recorded : running.folder().replayed(Access::read_only)) {
            ledger.apply(ledger.sequence() + 1, recorded);
        }
        return ledger;
    }

    test::RunningWriter running;
};

TEST_F(LockedWriter, GoesOnWithTheSameLine)
{
    EXPECT_EQ(number_given(), 1);

    running.lock();

    EXPECT_EQ(number_given(), 2);
    EXPECT_FALSE(knows_people());
    EXPECT_EQ(running.see([](const Ledger& ledger) { return ledger.line().tickets().size(); }), 2U);
}

TEST_F(LockedWriter, WritesWhatOnlyTheKeyOpens)
{
    running.lock();
    number_given();
    Journal without_key{running.folder().file(), running.folder().public_key(), Access::read_only};
    without_key.prove();

    EXPECT_EQ(without_key.last(), 2U);
    EXPECT_EQ(running.folder().replayed(Access::read_only).size(), 2U);
}

TEST_F(LockedWriter, RemembersTheAnswersOfTheLineAndNoOthers)
{
    const auto of_line = key_made_at(test::noon, 1);
    const auto of_card = key_made_at(test::noon, 2);
    EXPECT_EQ(number_given(of_line), 1);
    std::promise<void> minted;
    running.writer().submit({.actor = "kiosk-1",
                             .key = of_card,
                             .decide =
                                 [](const Ledger& ledger, domain::Moment now) {
                                     const auto event = ledger.cards().mint(domain::CardHash{{}}, now.at).value();
                                     return std::vector<domain::Event>{*event};
                                 },
                             .answer = [&](const Ledger&, const Write::Outcome&) { minted.set_value(); }});
    minted.get_future().get();

    running.lock();

    EXPECT_EQ(number_given(of_line), 1);
    EXPECT_TRUE(running.see([&](const Ledger& ledger) { return ledger.answer_to(of_card) == nullptr; }));
    EXPECT_EQ(running.see([](const Ledger& ledger) { return ledger.cards().size(); }), 0U);
}

TEST_F(LockedWriter, KnowsEverythingAgainOnceItIsOpen)
{
    number_given();
    running.lock();
    number_given();

    ASSERT_TRUE(running.open(running.read()));

    EXPECT_TRUE(knows_people());
    EXPECT_EQ(number_given(), 3);
    EXPECT_EQ(running.see([](const Ledger& ledger) { return digest_of(ledger); }), digest_of(replayed()));
}

TEST_F(LockedWriter, TakesInWhatWasWrittenWhileTheKeyReadTheRest)
{
    number_given();
    running.lock();
    auto reading = running.read();
    EXPECT_EQ(number_given(), 2);
    EXPECT_EQ(number_given(), 3);

    ASSERT_TRUE(running.open(std::move(reading)));

    EXPECT_EQ(running.see([](const Ledger& ledger) { return ledger.line().tickets().size(); }), 3U);
    EXPECT_EQ(number_given(), 4);
}

TEST_F(LockedWriter, GivesOneTapOneNumberAcrossAllOfIt)
{
    const auto open = key_made_at(test::noon, 1);
    const auto locked = key_made_at(test::noon, 2);
    EXPECT_EQ(number_given(open), 1);
    running.lock();
    EXPECT_EQ(number_given(open), 1);
    EXPECT_EQ(number_given(locked), 2);

    ASSERT_TRUE(running.open(running.read()));

    EXPECT_EQ(number_given(open), 1);
    EXPECT_EQ(number_given(locked), 2);
    EXPECT_EQ(number_given(), 3);
}

TEST_F(LockedWriter, StaysLockedWhenTheJournalCannotBeOpenedWithTheKey)
{
    running.lock();
    number_given();
    const auto stranger = test::JournalFolder{};
    std::promise<bool> outcome;

    running.writer().unlock(
        running.read(), [&] { return std::make_unique<Journal>(stranger.file(), stranger.key()); },
        [&](const std::expected<void, domain::Refusal>& said) { outcome.set_value(said.has_value()); });

    EXPECT_FALSE(outcome.get_future().get());
    EXPECT_EQ(number_given(), 2);
    EXPECT_FALSE(knows_people());
    EXPECT_EQ(running.times_given_up(), 0);
}

TEST_F(LockedWriter, LosesNothingWhenTheDiskIsFullForAWhile)
{
    number_given();
    running.lock();
    EXPECT_EQ(number_given(), 2);
    auto full = std::make_unique<test::FullDisk>(1);
    running.when_reported([&] { full.reset(); }); // there is room again once the first try has failed
    const auto key = key_made_at(test::noon, 9);

    EXPECT_TRUE(std::holds_alternative<Unknown>(running.ask(for_triage, key)));

    EXPECT_EQ(number_given(key), 3);
    EXPECT_EQ(number_given(), 4);
    EXPECT_EQ(replayed().line().tickets().size(), 4U);
    EXPECT_EQ(running.times_given_up(), 0);
}

// Started without its key.

class BlindWriter : public testing::Test {
protected:
    Writer::Options options()
    {
        return {.now = [] { return test::later(1h); },
                .committed = [](const Ledger&, const Change&) {},
                .open_journal = [this] { return std::make_unique<Journal>(folder.file(), folder.public_key()); }};
    }
    int number_given(Writer& writer, domain::Instant key_made, std::uint8_t which)
    {
        std::promise<int> number;
        writer.submit({.actor = "kiosk-1",
                       .key = key_made_at(key_made, which),
                       .decide =
                           [](const Ledger& ledger, domain::Moment now) {
                               const auto events = decide(ledger.line(), for_triage, now).value();
                               return std::vector<domain::Event>{events.begin(), events.end()};
                           },
                       .answer =
                           [&](const Ledger&, const Write::Outcome& outcome) {
                               const auto* event = std::get_if<const domain::Event*>(&outcome);
                               number.set_value(
                                   event == nullptr
                                       ? 0
                                       : std::get<TicketIssued>(std::get<domain::LineEvent>(**event)).number.value());
                           }});
        return number.get_future().get();
    }

    test::JournalFolder folder;
};

TEST_F(BlindWriter, GoesOnWithNumbersAndTicketsThatNobodyHas)
{
    folder.append(test::some_events(3));
    auto going_on = options();
    going_on.go_on = [](domain::Sequence last, domain::Moment now) {
        auto gone_on = go_on_with_a_new_day(last, now);
        gone_on.first_number = 51;
        return gone_on;
    };
    Writer writer{test::small_line_centre(), going_on};
    writer.start();

    EXPECT_EQ(number_given(writer, test::later(61min).at, 1), 51);
    writer.stop();

    const auto events = folder.replayed();
    ASSERT_EQ(events.size(), 5U);
    const auto& gone_on = std::get<domain::DayGoneOnWith>(std::get<domain::LineEvent>(events[3].event));
    EXPECT_EQ(gone_on.first_ticket, domain::TicketId{4});
    EXPECT_EQ(std::get<TicketIssued>(std::get<domain::LineEvent>(events[4].event)).ticket, domain::TicketId{4});
}

TEST_F(BlindWriter, RefusesARequestOfBeforeItsStartWhoseAnswerItCannotKnow)
{
    Writer writer{test::small_line_centre(), options()};
    writer.start();

    EXPECT_EQ(number_given(writer, test::noon, 1), 0);
    EXPECT_EQ(number_given(writer, test::later(61min).at, 2), 1);
}

TEST_F(BlindWriter, RaisesNoAlertUnderANumberOfBefore)
{
    folder.append(test::some_events(3));
    Writer writer{test::small_line_centre(), options()};

    const auto raised = writer.ledger().alerts().raise(domain::AlertKind::help, "kiosk-1", test::noon);

    ASSERT_TRUE(raised);
    EXPECT_EQ(std::get<domain::AlertRaised>(*raised).alert, domain::AlertId{4});
}

TEST_F(BlindWriter, RefusesADamagedChain)
{
    folder.append(test::some_events(3));
    folder.spoil("DELETE FROM journal WHERE sequence = 2");

    EXPECT_THROW((Writer{test::small_line_centre(), options()}), DamagedJournal);
}

} // namespace
} // namespace verandah::store
