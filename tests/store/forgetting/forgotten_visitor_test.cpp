// SPDX-License-Identifier: Apache-2.0
// Forgetting a visitor: nothing leads to her, nothing of it is left on the disk, and all the rest is as it was.
#include "clinic/store/sealed_rows.hpp"
#include "tests/domain/queue/story.hpp"
#include "tests/store/forgetting/history.hpp"
#include "tests/store/running_writer.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace verandah::store {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

/// Two visitors and somebody without a card, all in line.
class ForgottenVisitor : public testing::Test {
protected:
    void SetUp() override
    {
        history.check_in(std::nullopt);
        hers = history.mint(1);
        history.check_in(hers);
        other = history.mint(2);
        history.check_in(other);
        history.happen(domain::CardEvent{domain::CardReplaced{test::card_of(1), test::card_of(3), hers, test::noon}});
        history.happen(domain::CardEvent{domain::CardRevoked{test::card_of(3), test::noon}});
    }

    test::History history;
    domain::VisitorId hers{0};
    domain::VisitorId other{0};
};

TEST_F(ForgottenVisitor, LeadsFromNoCardToNoVisit)
{
    history.forget(hers);
    const auto replayed = history.replayed();

    for (const std::uint8_t card : {std::uint8_t{1}, std::uint8_t{3}}) {
        EXPECT_FALSE(replayed.cards().in_order().contains(test::card_of(card)));
    }
    for (const auto& [id, ticket] : replayed.line().tickets()) {
        EXPECT_NE(ticket.visitor, hers);
    }
}

TEST_F(ForgottenVisitor, LeavesEverybodyElseAsTheyWere)
{
    const auto before = domain::totals_of(history.live().line(), 0);
    history.forget(hers);
    const auto replayed = history.replayed();

    EXPECT_EQ(replayed.cards().visitor_of(test::card_of(2)), other);
    EXPECT_TRUE(replayed.line().open_ticket_of(other));
    EXPECT_EQ(domain::totals_of(replayed.line(), 0), before);
    EXPECT_EQ(replayed.line().count_waiting(), 3U);
}

TEST_F(ForgottenVisitor, GivesHerIdToNobodyElse)
{
    test::History alone;
    const auto only = alone.mint(1);
    alone.forget(only);

    EXPECT_TRUE(alone.replayed() == alone.live());
    EXPECT_NE(alone.mint(2), only);
}

TEST_F(ForgottenVisitor, LeavesNoByteOfWhatStoodThere)
{
    const auto forgetting = history.forgetting_of(hers);
    ASSERT_EQ(forgetting.rows.size(), 4U); // minted, replaced, revoked; and her ticket
    std::vector<std::string> stood;
    for (const auto& blot : forgetting.rows) {
        stood.push_back(history.sealed(blot.row));
    }

    history.forget(forgetting);

    for (const auto& [name, bytes] : history.folder().bytes()) {
        for (const auto& sealed : stood) {
            EXPECT_THAT(bytes, Not(HasSubstr(sealed.substr(0, 40)))) << name;
            EXPECT_THAT(bytes, Not(HasSubstr(sealed.substr(sealed.size() - 40)))) << name;
        }
    }
}

TEST_F(ForgottenVisitor, IsOnlyGoneFromTheLogWhenNobodyReadsItAnyMore)
{
    const auto forgetting = history.forgetting_of(hers);
    Journal journal{history.folder().file(), history.folder().key()};
    journal.prove();
    {
        SQLite::Database reader{history.folder().file().string(), SQLite::OPEN_READONLY};
        const SQLite::Transaction as_of_now{reader};
        ASSERT_GT(reader.execAndGet("SELECT count(*) FROM journal").getInt(), 0);
        journal.forget(forgetting.rows, {forgetting.event, "console-1", std::nullopt});
        EXPECT_TRUE(journal.is_log_to_clear());
        EXPECT_FALSE(journal.clear_log());
    }

    EXPECT_TRUE(journal.clear_log());
    EXPECT_FALSE(journal.is_log_to_clear());
    EXPECT_EQ(std::filesystem::file_size(history.folder().file().string() + "-wal"), 0U);
}

TEST_F(ForgottenVisitor, CanBeForgottenTwice)
{
    history.forget(hers);
    history.forget(hers);

    EXPECT_TRUE(history.replayed() == history.live());
}

TEST_F(ForgottenVisitor, IsNoMoreKnownByTheKeyOfHerRequest)
{
    const auto key = test::key_made_at(test::noon, 7);
    const auto visitor = domain::VisitorId{9};
    history.happen(domain::CardEvent{domain::CardMinted{test::card_of(9), visitor, test::noon}}, key);
    history.forget(visitor);

    EXPECT_EQ(history.live().answer_to(key), nullptr);
    EXPECT_TRUE(history.replayed() == history.live());
}

TEST(AnyForgottenVisitor, IsUnknownToAReplayAsToTheLedgerThatLived)
{
    EXPECT_TRUE(rc::check("replay == live, somebody forgotten", [] {
        test::History history;
        for (std::uint8_t card = 1; card <= 3; ++card) {
            history.mint(card);
        }
        test::play(test::any_story(), [&](const test::Turn& turn) {
            for (auto event : turn.decision.value_or(domain::LineEvents{})) {
                if (auto* issued = std::get_if<domain::TicketIssued>(&event); issued != nullptr && !issued->visitor) {
                    const auto whose = *rc::gen::inRange(0, 4);
                    issued->visitor = whose == 0 ? std::nullopt : std::optional{domain::VisitorId{whose}};
                }
                history.happen(domain::Event{event});
            }
        });
        history.forget(domain::VisitorId{*rc::gen::inRange(1, 4)});

        RC_ASSERT(history.replayed() == history.live());
    }));
}

TEST(ForgettingWriter, HasItDoneBesideTheOthers)
{
    test::RunningWriter running;
    running.ask(domain::CheckIn{.services = {test::triage}});
    std::promise<std::expected<void, domain::Refusal>> done;

    running.writer().forget(
        "console-1", std::nullopt,
        [](const Ledger& ledger, domain::Moment at) -> std::expected<Forgetting, domain::Refusal> {
            EXPECT_EQ(ledger.sequence(), 2U);
            return Forgetting{{}, domain::VisitorForgotten{domain::VisitorId{1}, at.at}};
        },
        [&done](const std::expected<void, domain::Refusal>& outcome) { done.set_value(outcome); });

    EXPECT_TRUE(done.get_future().get());
    running.ask(domain::CheckIn{.services = {test::triage}});
    EXPECT_EQ(running.see([](const Ledger& ledger) { return ledger.sequence(); }), 4U);
    EXPECT_EQ(running.folder().replayed(Access::read_only).size(), 4U);
}

TEST(ForgettingWriter, RefusesWhileItIsLocked)
{
    test::RunningWriter running;
    running.lock();
    std::promise<std::expected<void, domain::Refusal>> done;

    running.writer().forget(
        "console-1", std::nullopt,
        [](const Ledger&, domain::Moment at) -> std::expected<Forgetting, domain::Refusal> {
            ADD_FAILURE() << "nobody can find her";
            return Forgetting{{}, domain::VisitorForgotten{domain::VisitorId{1}, at.at}};
        },
        [&done](const std::expected<void, domain::Refusal>& outcome) { done.set_value(outcome); });

    EXPECT_EQ(done.get_future().get().error().why, domain::Refusal::Why::conflict);
}

} // namespace
} // namespace verandah::store
