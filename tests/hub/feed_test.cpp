// SPDX-License-Identifier: Apache-2.0
// The live feed: whoever comes back from anywhere knows in the end what the hub knows.
#include "clinic/hub/feed/feed.hpp"
#include "clinic/hub/feed/views_of_ledger.hpp"
#include "tests/domain/queue/story.hpp"
#include "tests/support/line_builder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::Sequence;
using domain::Sight;
using wire::DeviceKind;

constexpr Sight everything{Sight::Of::services_too, Sight::Alerts::shown};
constexpr Audience console_audience{DeviceKind::console, everything};
constexpr Audience board_audience{DeviceKind::board};
constexpr Audience kiosk_audience{DeviceKind::kiosk};
constexpr Audience administrator_audience = audience_of(DeviceKind::console, domain::Who::administrator);

/// A ledger and its feed, fed with one commit after the other as the writer does.
class Commits {
public:
    [[nodiscard]] const store::Ledger& ledger() const { return ledger_; }
    [[nodiscard]] const Feed& feed() const { return feed_; }

    store::Change commit(const std::vector<domain::Event>& events)
    {
        store::Change change{};
        for (const auto& event : events) {
            if (const auto* in_line = std::get_if<domain::LineEvent>(&event)) {
                std::ranges::copy(touched_by(ledger_.line(), *in_line), std::back_inserter(change.tickets));
                change.day = change.day || std::holds_alternative<domain::DayOpened>(*in_line) ||
                             std::holds_alternative<domain::DayClosed>(*in_line) ||
                             std::holds_alternative<domain::DayReopened>(*in_line);
                change.board = true;
            } else if (std::holds_alternative<domain::AlertEvent>(event)) {
                change.alerts = true;
            }
            ledger_.apply(ledger_.sequence() + 1, {event, "console-1", std::nullopt});
        }
        change.sequence = ledger_.sequence();
        feed_.note(change);
        return change;
    }
    /// Another ledger takes this one's place, at the same event.
    void exchange() { feed_.note({.sequence = ledger_.sequence(), .tickets = {}, .day = true, .anew = true}); }
    /// An event that no device is told of.
    void commit_card() { commit({domain::CardEvent{domain::CardRevoked{domain::CardHash{{}}, test::noon}}}); }

private:
    store::Ledger ledger_{test::small_line_centre()};
    Feed feed_;
};

/// What a console knows: a snapshot, and every frame since.
class Console {
public:
    void take(const std::vector<FeedFrame>& frames, const store::Ledger& ledger)
    {
        std::ranges::for_each(frames, [&](const FeedFrame& frame) { take(frame, ledger); });
    }
    [[nodiscard]] Sequence last_seen() const { return last_seen_; }
    [[nodiscard]] bool knows(const store::Ledger& ledger) const
    {
        const auto view = line_view(ledger, everything);
        std::map<domain::TicketId, wire::TicketView> tickets;
        for (const auto& ticket : view.tickets) {
            tickets.insert({ticket.ticket.id, ticket});
        }
        return tickets == tickets_ && view.alerts == alerts_;
    }

private:
    void take(const FeedFrame& frame, const store::Ledger& ledger)
    {
        last_seen_ = frame.sequence;
        if (frame.name == "reset") {
            fetch(ledger);
        } else if (frame.name == "line") {
            const auto change = wire::decode_line_change(frame.data).value();
            for (const auto& ticket : change.tickets) {
                tickets_.insert_or_assign(ticket.ticket.id, ticket);
            }
            alerts_ = change.alerts;
        }
    }
    void fetch(const store::Ledger& ledger)
    {
        const auto view = line_view(ledger, everything);
        tickets_.clear();
        for (const auto& ticket : view.tickets) {
            tickets_.insert({ticket.ticket.id, ticket});
        }
        alerts_ = view.alerts;
    }
    std::map<domain::TicketId, wire::TicketView> tickets_;
    std::vector<domain::AlertRaised> alerts_;
    Sequence last_seen_{0};
};

std::vector<domain::Event> events_of(const test::Turn& turn)
{
    const auto events = turn.decision.value_or(domain::LineEvents{});
    return {events.begin(), events.end()};
}

domain::Event an_alert(int which)
{
    return domain::AlertEvent{
        domain::AlertRaised{domain::AlertId{which}, domain::AlertKind::help, "kiosk-1", test::noon}};
}

TEST(Audiences, AreNumberedEachByItself)
{
    for (const auto& audience : every_audience) {
        EXPECT_EQ(every_audience.at(static_cast<std::size_t>(number_of(audience))), audience);
    }
    for (std::size_t who = 0; who < domain::kinds_of_who; ++who) {
        const auto audience = audience_of(DeviceKind::console, static_cast<domain::Who>(who));
        EXPECT_LT(static_cast<std::size_t>(number_of(audience)), every_audience.size()) << who;
    }
}

TEST(Audiences, HearOfRequestsToBeForgottenOnlyWhereSomebodyMayForget)
{
    using Requests = Audience::Requests;
    for (std::size_t each = 0; each < domain::kinds_of_who; ++each) {
        const auto who = static_cast<domain::Who>(each);
        const bool may = domain::may(who, domain::Right::visitor_forget);
        EXPECT_EQ(audience_of(DeviceKind::console, who).requests == Requests::told, may) << each;
        EXPECT_EQ(audience_of(DeviceKind::kiosk, who).requests, Requests::hidden) << each;
    }
}

TEST(Feed, TellsOfAnAlertOnlyThoseWhoSeeAlerts)
{
    Commits commits;
    const auto change = commits.commit({an_alert(1)});

    for (const auto& audience : every_audience) {
        const bool sees = audience.sight && audience.sight->alerts == Sight::Alerts::shown;
        const auto frames = Feed::frames(commits.ledger(), change, audience);
        EXPECT_EQ(!frames.empty() && frames.front().name == "line", sees);
    }
}

TEST(Feed, TellsAConsoleAtWhichNobodyStandsToAskItsSessionWhenSomebodyNeedsHelp)
{
    Commits commits;

    const auto frames = Feed::frames(commits.ledger(), commits.commit({an_alert(1)}), {DeviceKind::console});

    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames.front().name, "session");
    EXPECT_EQ(frames.front().data, "{}"); // not where
}

TEST(Feed, TellsAnAdministratorOfTheAlertToo_NotOnlyOfTheTicketThatCameWithIt)
{
    Commits commits;
    const auto came = decide(commits.ledger().line(), domain::CheckIn{.services = {test::triage}}, test::now);
    commits.commit({came->begin(), came->end()}); // opens the day
    const auto seen = commits.ledger().sequence();
    const auto more = decide(commits.ledger().line(), domain::CheckIn{.services = {test::triage}}, test::now);
    std::vector<domain::Event> both{more->begin(), more->end()};
    both.push_back(an_alert(1));

    const auto change = commits.commit(both);

    for (const auto& frames : {Feed::frames(commits.ledger(), change, administrator_audience),
                               commits.feed().catch_up(commits.ledger(), seen, administrator_audience)}) {
        ASSERT_EQ(frames.size(), 2U);
        EXPECT_EQ(frames[0].name, "session");
        EXPECT_EQ(frames[1].name, "line");
        EXPECT_TRUE(wire::decode_line_change(frames[1].data).value().alerts.empty()); // not where
        // Cut off between the two, she is told of both again.
        EXPECT_EQ(commits.feed().catch_up(commits.ledger(), frames[0].sequence, administrator_audience), frames);
    }
}

TEST(Feed, TellsAnAdministratorOfAnAlertThatCameAlone)
{
    Commits commits;

    const auto frames = Feed::frames(commits.ledger(), commits.commit({an_alert(1)}), administrator_audience);

    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames.front().name, "session");
}

TEST(Feed, BringsAConsoleUpToDateFromWhereverItComesBack)
{
    EXPECT_TRUE(rc::check("what a console knows == what the hub knows", [] {
        Commits commits;
        Console console;
        bool is_there = false;
        int alerts = 0;
        test::play(test::any_story(), [&](const test::Turn& turn) {
            auto events = events_of(turn);
            if (*rc::gen::inRange(0, 8) == 0) {
                events.push_back(an_alert(++alerts));
            }
            const bool was_there = std::exchange(is_there, *rc::gen::inRange(0, 3) > 0);
            if (is_there && !was_there) {
                console.take(commits.feed().catch_up(commits.ledger(), console.last_seen(), console_audience),
                             commits.ledger());
            }
            if (events.empty()) {
                return;
            }
            const auto change = commits.commit(events);
            if (is_there) {
                console.take(Feed::frames(commits.ledger(), change, console_audience), commits.ledger());
            }
            RC_ASSERT(!is_there || console.knows(commits.ledger()));
        });
        console.take(commits.feed().catch_up(commits.ledger(), console.last_seen(), console_audience),
                     commits.ledger());
        RC_ASSERT(console.knows(commits.ledger()));
    }));
}

/// A hub with one person in line, and two who came after `seen`.
class FeedOf : public testing::Test {
protected:
    FeedOf()
    {
        check_in();
        seen = commits.ledger().sequence();
        check_in();
        check_in();
    }
    void check_in()
    {
        const auto events = decide(commits.ledger().line(), domain::CheckIn{.services = {test::triage}}, test::now);
        commits.commit({events->begin(), events->end()});
    }
    [[nodiscard]] FeedFrame catch_up(Sequence last_seen, const Audience& audience = console_audience) const
    {
        return commits.feed().catch_up(commits.ledger(), last_seen, audience).back();
    }

    Commits commits;
    Sequence seen{0};
};

TEST_F(FeedOf, AConsoleSendsOnlyTheTicketsThatItMissed)
{
    const auto frame = catch_up(seen);

    ASSERT_EQ(frame.name, "line");
    EXPECT_EQ(frame.sequence, commits.ledger().sequence());
    EXPECT_EQ(wire::decode_line_change(frame.data).value().tickets.size(), 2U);
}

TEST_F(FeedOf, AReaderWhoMissedNothingSaysSo)
{
    EXPECT_EQ(catch_up(commits.ledger().sequence()).name, "up_to_date");
}

TEST_F(FeedOf, AReaderWhoMissedNothingForItSaysSo)
{
    const auto last_seen = commits.ledger().sequence();
    commits.commit_card();

    EXPECT_EQ(catch_up(last_seen), (FeedFrame{"up_to_date", last_seen + 1, "{}"}));
}

TEST_F(FeedOf, AReaderWhoComesForTheFirstTimeStartsAnew)
{
    EXPECT_EQ(catch_up(0).name, "reset");
}

TEST_F(FeedOf, AReaderFromTheFutureStartsAnew)
{
    EXPECT_EQ(catch_up(commits.ledger().sequence() + 1).name, "reset"); // the hub was restored from a backup
}

TEST_F(FeedOf, AReaderStartsAnewAfterTheDayTurned)
{
    commits.commit({domain::LineEvent{domain::DayClosed{test::today, test::noon}}});

    EXPECT_EQ(catch_up(seen).name, "reset");
}

TEST_F(FeedOf, AReaderStartsAnewAfterTheLedgerWasExchangedThoughNothingHappened)
{
    const auto last_seen = commits.ledger().sequence();
    commits.exchange();

    EXPECT_EQ(catch_up(last_seen).name, "reset");
    check_in();
    EXPECT_EQ(catch_up(last_seen).name, "reset");
    EXPECT_EQ(catch_up(commits.ledger().sequence()).name, "up_to_date");
}

TEST_F(FeedOf, AReaderTooFarBehindStartsAnew)
{
    for (std::size_t each = 0; each < Feed::remembered; ++each) {
        commits.commit_card();
    }

    EXPECT_EQ(catch_up(seen).name, "reset");
    EXPECT_EQ(catch_up(commits.ledger().sequence() - Feed::remembered + 1).name, "up_to_date");
}

TEST_F(FeedOf, AHubThatForgotWhatHappenedStartsEverybodyAnew)
{
    const Feed after_a_restart;

    EXPECT_EQ(after_a_restart.catch_up(commits.ledger(), seen, console_audience).front().name, "reset");
}

TEST_F(FeedOf, AConsoleWithoutSightOfServicesSendsNumbersOnly)
{
    const auto frame = catch_up(seen, {DeviceKind::console, Sight{Sight::Of::numbers, Sight::Alerts::hidden}});

    const auto change = wire::decode_line_change(frame.data).value();
    ASSERT_EQ(change.tickets.size(), 2U);
    for (const auto& view : change.tickets) {
        EXPECT_TRUE(view.ticket.now.steps.empty());
    }
    EXPECT_TRUE(change.alerts.empty());
}

TEST_F(FeedOf, AConsoleAtWhichNobodyStandsTellsNothing)
{
    EXPECT_EQ(catch_up(seen, {DeviceKind::console}).name, "up_to_date");
}

TEST_F(FeedOf, ABoardSendsTheWholeBoard)
{
    const auto frame = catch_up(seen, board_audience);

    ASSERT_EQ(frame.name, "board");
    EXPECT_EQ(wire::decode_board_view(frame.data).value(), board_view(commits.ledger()));
}

TEST_F(FeedOf, AKioskTellsNothingAboutWhoComesAndGoes)
{
    EXPECT_EQ(catch_up(seen, kiosk_audience).name, "up_to_date");
}

TEST(Feed, TellsAConsoleThatKnewTheCentreBeforeItsRestoreToFetchAnewThoughTheNumbersAreTheSame)
{
    Commits commits;
    for (int before_the_backup = 0; before_the_backup < 3; ++before_the_backup) {
        commits.commit_card();
    }
    const auto seen_before = commits.ledger().feed_id(7); // three events in the backup, four that were lost
    commits.commit({domain::AuditEvent{domain::CentreRestored{{{std::byte{9}}, 2}, test::noon}}});
    for (int since = 0; since < 3; ++since) {
        commits.commit_card();
    }
    ASSERT_EQ(commits.ledger().sequence(), 7U);

    for (const auto seen : {seen_before, Sequence{4}, Sequence{100}}) {
        EXPECT_EQ(commits.feed().catch_up(commits.ledger(), seen, console_audience).front().name, "reset") << seen;
    }
    const auto id = commits.feed().catch_up(commits.ledger(), 0, console_audience).front().sequence;
    EXPECT_EQ(commits.feed().catch_up(commits.ledger(), id, console_audience).front().name, "up_to_date");
}

TEST(Feed, TellsTwoRestoresOfOneBackupApart)
{
    Commits first;
    Commits second;
    first.commit({domain::AuditEvent{domain::CentreRestored{{{std::byte{1}}, 2}, test::noon}}});
    second.commit({domain::AuditEvent{domain::CentreRestored{{{std::byte{2}}, 2}, test::noon}}});

    const auto seen = first.feed().catch_up(first.ledger(), 0, console_audience).front().sequence;

    EXPECT_EQ(second.feed().catch_up(second.ledger(), seen, console_audience).front().name, "reset");
}

TEST(Feed, CallsAPointOfTheJournalByNoNumberThatJsonCannotHold)
{
    store::Ledger ledger{test::small_line_centre()};
    domain::Incarnation::Id highest{};
    highest.fill(std::byte{0xff});
    ledger.apply(1, {domain::AuditEvent{domain::CentreRestored{{highest, 2}, test::noon}}, "hub", std::nullopt});

    EXPECT_LE(ledger.feed_id((Sequence{1} << 36U) - 1), Sequence{1} << 53U);
}

} // namespace
} // namespace verandah::hub
