// SPDX-License-Identifier: Apache-2.0
// What holds for the line whatever happens in it, over long random stories.
#include "shared/domain/queue/pick.hpp"
#include "tests/domain/queue/story.hpp"
#include "tests/support/line_builder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <set>

namespace verandah::domain {
namespace {

using namespace test;

TEST(LineProperties, StoriesReachEveryStateAndEveryMove)
{
    std::set<TicketState> states;
    std::set<Move> moves;
    std::set<std::size_t> events;
    constexpr std::size_t every_event =
        std::variant_size_v<LineEvent> - 1; // DayGoneOnWith: a locked hub's, gone_on_test.cpp
    // About one in fifteen of such looks misses the rarest event: a few more, and chance has no part in it.
    for (int look = 0; look < 10 && events.size() < every_event; ++look) {
        EXPECT_TRUE(every_turn("look around", [&](const Turn& turn) {
            for (const auto& event : turn.decision.value_or(LineEvents{})) {
                events.insert(event.index());
            }
            for (const auto& [id, ticket] : turn.after.tickets()) {
                states.insert(ticket.now.state);
                for (const auto& past : ticket.past) {
                    moves.insert(past.move);
                }
            }
        }));
    }
    EXPECT_EQ(states.size(), every_ticket_state.size());
    EXPECT_EQ(moves.size(), every_move.size());
    EXPECT_EQ(events.size(), every_event);
}

TEST(LineProperties, NoTicketIsLostOrInTwoPlaces)
{
    EXPECT_TRUE(every_turn("indexes agree with the tickets", [](const Turn& turn) {
        if (!turn.after.tickets().empty()) {
            RC_ASSERT(rebuilt(turn.after) == turn.after);
        }
    }));
}

TEST(LineProperties, ATicketStaysInTheDayItWasIssuedIn)
{
    EXPECT_TRUE(every_turn("tickets only go with their day", [](const Turn& turn) {
        if (turn.before.day() != turn.after.day()) {
            return;
        }
        for (const auto& [id, ticket] : turn.before.tickets()) {
            RC_ASSERT(turn.after.find(id) != nullptr);
            RC_ASSERT(turn.after.find(id)->number == ticket.number);
        }
    }));
}

TEST(LineProperties, NumbersAreUniqueInACentreDayAcrossMidnightAndClockChanges)
{
    EXPECT_TRUE(rc::check("numbers are unique per day", [] {
        std::set<std::pair<CentreDay, TicketNumber>> given;
        std::set<TicketId> ids;
        play(any_story(), [&](const Turn& turn) {
            for (const auto& event : turn.decision.value_or(LineEvents{})) {
                if (const auto* issued = std::get_if<TicketIssued>(&event)) {
                    RC_ASSERT(given.emplace(*turn.after.day(), issued->number).second);
                    RC_ASSERT(ids.insert(issued->ticket).second);
                }
            }
        });
    }));
}

TEST(LineProperties, TheCentreDayNeverGoesBack)
{
    EXPECT_TRUE(every_turn("days only rise", [](const Turn& turn) {
        RC_ASSERT((turn.after.day() >= turn.before.day())); // no day at all is before every day
    }));
}

TEST(LineProperties, ARefusalChangesNothing)
{
    EXPECT_TRUE(every_turn("a refusal has no effect", [](const Turn& turn) {
        if (!turn.decision) {
            RC_ASSERT(turn.after == turn.before);
            RC_ASSERT(!turn.decision.error().detail.empty());
        }
    }));
}

TEST(LineProperties, ADecisionIsTheSameWhenMadeTwice)
{
    EXPECT_TRUE(every_turn("decide() is a function", [](const Turn& turn) {
        const auto again = std::visit(
            [&](const auto& asked) { return LineDecision{decide(turn.before, asked, turn.now)}; }, turn.command);
        RC_ASSERT((again == turn.decision));
    }));
}

TEST(LineProperties, AReplayEqualsTheLiveLine)
{
    EXPECT_TRUE(rc::check("replay equals live", [] {
        Line replayed{small_line_centre()};
        const auto ending = play(any_story(), [&](const Turn& turn) {
            for (const auto& event : turn.decision.value_or(LineEvents{})) {
                apply(replayed, event);
            }
        });
        RC_ASSERT(replayed == ending.line);
    }));
}

TEST(LineProperties, NobodyIsCalledToTwoStations)
{
    EXPECT_TRUE(every_turn("one person is at one station at the most", [](const Turn& turn) {
        std::set<TicketId> present;
        for (const auto& station : turn.after.rules().stations) {
            for (const auto ticket : turn.after.present_at(station.code)) {
                RC_ASSERT(present.insert(ticket).second);
            }
        }
        auto line = turn.before;
        for (const auto& event : turn.decision.value_or(LineEvents{})) {
            if (const auto* called = std::get_if<TicketCalled>(&event)) {
                RC_ASSERT(!line.find(called->ticket)->current_service());
            }
            apply(line, event);
        }
    }));
}

TEST(LineProperties, AStationIsWithAtMostAsManyPeopleAsItHasRoomFor)
{
    EXPECT_TRUE(every_turn("capacity holds", [](const Turn& turn) {
        for (const auto& station : turn.after.rules().stations) {
            RC_ASSERT(turn.after.present_at(station.code).size() <= static_cast<std::size_t>(station.capacity));
        }
    }));
}

TEST(LineProperties, AStationGivesOnlyWhatItCanGive)
{
    EXPECT_TRUE(every_turn("skills match", [](const Turn& turn) {
        for (const auto& event : turn.decision.value_or(LineEvents{})) {
            if (const auto* called = std::get_if<TicketCalled>(&event)) {
                const auto given = turn.after.services_of(called->station);
                RC_ASSERT(std::ranges::find(given, called->service) != given.end());
            }
        }
    }));
}

TEST(LineProperties, AVisitorHasOneOpenTicketAtTheMost)
{
    EXPECT_TRUE(every_turn("one open ticket a visitor", [](const Turn& turn) {
        std::set<VisitorId> visitors;
        for (const auto& [id, ticket] : turn.after.tickets()) {
            if (ticket.visitor && is_open(ticket.now.state)) {
                RC_ASSERT(visitors.insert(*ticket.visitor).second);
                RC_ASSERT(turn.after.open_ticket_of(*ticket.visitor) == id);
            }
        }
    }));
}

TEST(LineProperties, NobodyIsInLineOnAClosedDay)
{
    EXPECT_TRUE(every_turn("a closed day is empty", [](const Turn& turn) {
        for (const auto& [id, ticket] : turn.after.tickets()) {
            RC_ASSERT((!turn.after.is_closed() || !is_open(ticket.now.state)));
        }
    }));
}

TEST(LineProperties, ReopeningTheDayBringsEverybodyBackToWhereTheyWere)
{
    EXPECT_TRUE(every_turn("closing and reopening is nothing", [](const Turn& turn) {
        auto line = turn.after;
        if (line.day() && !line.is_closed()) {
            happen(line, CloseDay{}, {turn.now.at, *line.day()});
            happen(line, ReopenDay{}, {turn.now.at + 1h, *line.day()});
            RC_ASSERT(line == turn.after);
        }
    }));
}

TEST(LineProperties, NothingIsDueAnyMoreOnceTimeHasPassed)
{
    EXPECT_TRUE(every_turn("time passes once", [](const Turn& turn) {
        auto line = turn.after;
        happen(line, PassTime{}, turn.now);
        RC_ASSERT(decide(line, PassTime{}, turn.now).empty());
        RC_ASSERT((line.due().empty() || line.due().begin()->place > turn.now.at));
    }));
}

TEST(LineProperties, WhatAnEventTouchesIsAllThatChanges)
{
    EXPECT_TRUE(every_turn("touched_by() names everybody", [](const Turn& turn) {
        auto line = turn.before;
        for (const auto& event : turn.decision.value_or(LineEvents{})) {
            const auto touched = touched_by(line, event);
            const auto before = line;
            apply(line, event);
            if (std::holds_alternative<DayOpened>(event) || std::holds_alternative<DayClosed>(event) ||
                std::holds_alternative<DayReopened>(event)) {
                continue;
            }
            for (const auto& [id, ticket] : line.tickets()) {
                const auto* old = before.find(id);
                RC_ASSERT(((old && *old == ticket) || std::ranges::find(touched, id) != touched.end()));
            }
        }
    }));
}

} // namespace
} // namespace verandah::domain
