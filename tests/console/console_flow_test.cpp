// SPDX-License-Identifier: Apache-2.0
// The console's state machine and its copy of the line.
#include "clinic/console/flow/outlook.hpp"
#include "happens.hpp"
#include "sample.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using test::happens;
using test::sample_now;

std::optional<Post> posted(const std::vector<Effect>& effects)
{
    for (const auto& effect : effects) {
        if (const auto* post = std::get_if<Post>(&effect)) {
            return *post;
        }
    }
    return std::nullopt;
}

wire::LineChange change_of(const domain::Ticket& ticket)
{
    return {.tickets = {wire::view_of(ticket)}, .alerts = {}};
}

/// A hub that checks people in, calls, serves and takes back, by the line's own rules.
struct SmallHub {
    domain::Line line{test::sample_centre()};
    domain::Sequence sequence{0};
    std::mt19937 random{7};
    std::vector<std::pair<domain::Sequence, wire::LineChange>> frames{};

    template <class Command>
    void tries(const Command& command, domain::Instant at)
    {
        const auto decision = decide(line, command, {at, test::sample_day});
        if (!decision) {
            return;
        }
        std::vector<domain::TicketId> touched;
        for (const auto& event : *decision) {
            const auto before = touched_by(line, event);
            touched.insert(touched.end(), before.begin(), before.end());
            apply(line, event);
            ++sequence;
        }
        wire::LineChange change;
        for (const auto id : touched) {
            if (const auto* ticket = line.find(id)) {
                change.tickets.push_back(wire::view_of(*ticket));
            }
        }
        frames.emplace_back(sequence, change);
    }

    void step(int minute)
    {
        const auto at = sample_now + std::chrono::minutes{minute};
        const domain::TicketId any{static_cast<std::int64_t>(random() % 20 + 1)};
        const domain::CallNext next{test::room("room-2"), domain::CallNext::IfBusy::finish_first};
        switch (random() % 8) {
        case 0:
        case 1: tries(domain::CheckIn{{domain::ServiceCode::make("nurse").value()}}, at); break;
        case 2: tries(next, at); break;
        case 3: tries(domain::Start{any}, at); break;
        case 4: tries(domain::Hold{any, 10min}, at); break;
        case 5: tries(domain::StepAway{any}, at); break;
        case 6: tries(domain::ComeBack{any}, at); break;
        default: tries(domain::Undo{any}, at); break;
        }
    }
};

/// The standings alone: a replica keeps no past.
std::vector<domain::Standing> standings(const domain::Line& line)
{
    std::vector<domain::Standing> all;
    for (const auto& [id, ticket] : line.tickets()) {
        all.push_back(ticket.now);
    }
    return all;
}

TEST(LineReplica, EqualsTheHubsLineAfterAnyStoryWithReconnectsInIt)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SmallHub hub;
        hub.random.seed(seed);
        LineReplica replica{test::sample_centre()};
        std::size_t sent = 0;
        for (int minute = 0; minute < 80; ++minute) {
            hub.step(minute);
            const bool is_cut_off = minute % 20 > 14;
            if (minute % 20 == 0) { // back: a snapshot, and the frames since the cut come after it, some of them twice
                replica.take(test::view_of_line(hub.line, hub.sequence));
            }
            for (; !is_cut_off && sent < hub.frames.size(); ++sent) {
                replica.take(hub.frames[sent].first, hub.frames[sent].second);
            }
        }
        replica.take(test::view_of_line(hub.line, hub.sequence));
        EXPECT_EQ(standings(replica.line()), standings(hub.line)) << "seed " << seed;
        for (const auto& station : hub.line.rules().stations) {
            EXPECT_EQ(pick_next(replica.line(), station.code, sample_now),
                      pick_next(hub.line, station.code, sample_now));
        }
    }
}

TEST(LineReplica, KeepsAFrameThatCameBeforeTheSnapshotItIsLaterThan)
{
    SmallHub hub;
    hub.tries(domain::CheckIn{{domain::ServiceCode::make("nurse").value()}}, sample_now);
    const auto snapshot = test::view_of_line(hub.line, hub.sequence);
    hub.tries(domain::CallNext{test::room("room-2")}, sample_now);
    LineReplica replica{test::sample_centre()};

    replica.take(hub.frames.back().first, hub.frames.back().second);
    replica.take(snapshot);

    EXPECT_EQ(standings(replica.line()), standings(hub.line));
}

TEST(ConsoleFlow, SendsOneRequestHoweverOftenCallNextIsPressed)
{
    auto console = test::console_with(test::long_line(3));

    EXPECT_TRUE(posted(happens(console, Wish{Do{Deed::call_next}})));
    for (int press = 0; press < 4; ++press) {
        EXPECT_FALSE(posted(happens(console, Wish{Do{Deed::call_next}})));
    }
}

TEST(ConsoleFlow, WaitsForTheFeedBeforeItCallsTheNextOne)
{
    auto console = test::console_with(test::long_line(3));
    static_cast<void>(happens(console, Wish{Do{Deed::call_next}}));
    static_cast<void>(happens(console, WriteAnswered{"{}"}));

    EXPECT_TRUE(console.under_way);
    static_cast<void>(happens(console, LineChanged{2, {}}));
    EXPECT_FALSE(console.under_way);
}

TEST(ConsoleFlow, AsksNothingOfAHubThatIsAwayAndSaysWhy)
{
    auto console = test::console_with(test::busy_line());
    static_cast<void>(happens(console, LinkWent{Link::reconnecting}));

    for (const auto deed : every_deed) {
        EXPECT_TRUE(happens(console, Wish{Do{deed}}).empty());
        ASSERT_TRUE(console.notice);
        EXPECT_EQ(std::get<Obstacle>(console.notice->about), Obstacle::reconnecting);
    }
}

TEST(ConsoleFlow, FetchesTheLineAnewWhenTheHubIsBack)
{
    auto console = test::console_with(test::busy_line());
    static_cast<void>(happens(console, LinkWent{Link::reconnecting}));

    const auto effects = happens(console, LinkWent{Link::live});

    EXPECT_THAT(effects, testing::Contains(testing::VariantWith<FetchLine>(testing::_)));
    EXPECT_THAT(effects, testing::Contains(testing::VariantWith<FetchSession>(testing::_)));
}

TEST(ConsoleFlow, UndoesWhatWasDoneHereAndNotWhatSomebodyElseDid)
{
    auto console = test::console_with(test::busy_line());
    const auto here = *people_here(console).front();
    static_cast<void>(happens(console, Wish{Do{Deed::left}}));
    auto gone = here;
    gone.now.state = domain::TicketState::left;
    gone.past.push_back({domain::Move::left, here.now});
    static_cast<void>(happens(console, WriteAnswered{wire::encode(wire::MoveReceipt{here.id})}));
    static_cast<void>(happens(console, LineChanged{2, change_of(gone)}));
    ASSERT_TRUE(last_own_move(console));
    EXPECT_EQ(last_own_move(console)->ticket, here.id);

    gone.past.push_back({domain::Move::reclassified, gone.now});
    static_cast<void>(happens(console, LineChanged{3, change_of(gone)}));

    EXPECT_FALSE(last_own_move(console));
}

TEST(ConsoleFlow, CallsOutOfOrderOnlyWithAReason)
{
    auto console = test::console_with(test::long_line(3));
    static_cast<void>(happens(console, Wish{StepRow{1}}));
    static_cast<void>(happens(console, Wish{Do{Deed::call_this}}));
    EXPECT_FALSE(posted(happens(console, Wish{Confirm{}})));

    static_cast<void>(happens(console, Wish{ChooseOption{0, 1}}));

    const auto post = posted(happens(console, Wish{Confirm{}}));
    ASSERT_TRUE(post);
    EXPECT_THAT(post->body, testing::HasSubstr("Unwell"));
}

TEST(ConsoleFlow, RefusesAHoldLongerThanTheHouseAllows)
{
    auto console = test::console_with(test::long_line(1));
    static_cast<void>(happens(console, Wish{StepRow{1}}));
    static_cast<void>(happens(console, Wish{Do{Deed::hold}}));
    static_cast<void>(happens(console, Wish{TypeWords{"500"}}));
    EXPECT_FALSE(posted(happens(console, Wish{Confirm{}})));

    static_cast<void>(happens(console, Wish{TypeWords{"12"}}));

    EXPECT_EQ(posted(happens(console, Wish{Confirm{}})).value().body, wire::encode(wire::HoldRequest{12min}));
}

TEST(ConsoleFlow, LetsAChosenRowGoWhenTheVisitIsOver)
{
    auto console = test::console_with(test::long_line(1));
    static_cast<void>(happens(console, Wish{StepRow{1}}));
    auto ticket = *subject(console);
    ticket.now.state = domain::TicketState::left;

    static_cast<void>(happens(console, LineChanged{2, change_of(ticket)}));

    EXPECT_FALSE(console.chosen);
}

TEST(ConsoleFlow, AnswersTheOldestAlertFromEveryState)
{
    auto console = test::console_with(test::busy_line());
    const domain::AlertRaised alert{domain::AlertId{9}, domain::AlertKind::help, "kiosk-1", sample_now};
    static_cast<void>(happens(console, LineChanged{2, {.tickets = {}, .alerts = {alert}}}));

    EXPECT_EQ(posted(happens(console, Wish{Do{Deed::answer_alert}})).value().path, "/v1/alerts/9/answer");
}

} // namespace
} // namespace verandah::console
