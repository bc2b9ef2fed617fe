// SPDX-License-Identifier: Apache-2.0
// Who is next, what undo brings back, how time adds up and that every visit ends: over long random stories, against
// slow rules written a second time, from field.md §3 and not from the code.
#include "shared/domain/queue/pick.hpp"
#include "tests/domain/queue/story.hpp"
#include "tests/support/line_builder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <set>
#include <tuple>

namespace verandah::domain {
namespace {

using namespace test;

/// A second opinion on which steps can be called for.
std::set<ServiceCode> callable(const Ticket& ticket)
{
    std::set<ServiceCode> open;
    for (const auto& step : ticket.now.steps) {
        if (step.stage != Step::Stage::done) {
            open.insert(step.service);
        }
    }
    std::set<ServiceCode> ready;
    for (const auto& step : ticket.now.steps) {
        const bool is_early =
            (step.service == nurse && open.contains(triage)) || (step.service == talk && open.contains(sample));
        if (step.stage == Step::Stage::asked && !step.ready_at && !is_early) {
            ready.insert(step.service);
        }
    }
    return ready;
}

/// A second opinion on who waits for something that `station` gives.
std::vector<const Ticket*> candidates(const Line& line, const StationCode& station)
{
    const std::map<StationCode, std::set<ServiceCode>> gives{{room_1, {triage, nurse, help, kits}},
                                                             {room_2, {triage, nurse, help, kits, sample}},
                                                             {laboratory, {sample, talk}},
                                                             {wash_rooms, {wash}}};
    std::vector<const Ticket*> found;
    for (const auto& [id, ticket] : line.tickets()) {
        const auto ready = callable(ticket);
        const bool is_match =
            std::ranges::any_of(ready, [&](const ServiceCode& each) { return gives.at(station).contains(each); });
        if (ticket.now.state == TicketState::waiting && is_match) {
            found.push_back(&ticket);
        }
    }
    return found;
}

/// A second opinion on who is next: everybody is compared with everybody.
const Ticket* slow_pick(const Line& line, const StationCode& station, Instant at)
{
    const auto rank = [&](const Ticket* ticket) {
        const bool is_urgent = ticket->now.priority == urgent;
        const auto weight = is_urgent ? 0 : ticket->now.priority == soon ? 3 : 1;
        const auto waited = at > ticket->now.place ? (at - ticket->now.place).count() : 0;
        return std::tuple{!is_urgent, -weight * waited, ticket->now.place, ticket->id};
    };
    const auto everybody = candidates(line, station);
    const auto first = std::ranges::min_element(everybody, {}, rank);
    return first == everybody.end() ? nullptr : *first;
}

/// The calls of a turn that nobody chose by hand, each with the line it was decided on.
void every_fair_call(const Turn& turn, const std::function<void(const Line&, const Ticket&, const TicketCalled&)>& rule)
{
    auto line = turn.before;
    for (const auto& event : turn.decision.value_or(LineEvents{})) {
        const auto* called = std::get_if<TicketCalled>(&event);
        const bool is_fair = called && called->reason.kind != CallReason::Kind::chosen &&
                             called->reason.kind != CallReason::Kind::returned;
        if (is_fair) {
            rule(line, *line.find(called->ticket), *called);
        }
        apply(line, event);
    }
}

TEST(LineOrder, UrgentIsNeverBehindOthers)
{
    EXPECT_TRUE(every_turn("urgent strictly first", [](const Turn& turn) {
        every_fair_call(turn, [](const Line& line, const Ticket& called, const TicketCalled& event) {
            for (const auto* other : candidates(line, event.station)) {
                RC_ASSERT((called.now.priority == urgent || other->now.priority != urgent));
            }
        });
    }));
}

TEST(LineOrder, WithinAClassWhoCameFirstIsServedFirst)
{
    EXPECT_TRUE(every_turn("first come, first served", [](const Turn& turn) {
        every_fair_call(turn, [](const Line& line, const Ticket& called, const TicketCalled& event) {
            for (const auto* other : candidates(line, event.station)) {
                const bool both_by_arrival = other->now.place == other->arrived && called.now.place == called.arrived;
                if (both_by_arrival && other->now.priority == called.now.priority) {
                    RC_ASSERT(called.id <= other->id); // issued in order of arrival, whatever the clock said
                }
            }
        });
    }));
}

TEST(LineOrder, AccumulatingPriorityAgreesWithASlowSecondOpinion)
{
    EXPECT_TRUE(every_turn("pick_next() is right", [](const Turn& turn) {
        for (const auto& station : turn.after.rules().stations) {
            const auto* slow = slow_pick(turn.after, station.code, turn.now.at);
            const auto pick = pick_next(turn.after, station.code, turn.now.at);
            RC_ASSERT((slow != nullptr) == (pick && pick->reason.kind != CallReason::Kind::returned));
            RC_ASSERT((!slow || pick->ticket == slow->id));
        }
    }));
}

TEST(LineOrder, TheFirstInTheRankingIsWhoIsCalled)
{
    EXPECT_TRUE(every_turn("the screen tells the truth", [](const Turn& turn) {
        for (const auto& station : turn.after.rules().stations) {
            const auto ranked = ranking(turn.after, station.code, turn.now.at);
            const auto pick = pick_next(turn.after, station.code, turn.now.at);
            RC_ASSERT(ranked.size() == candidates(turn.after, station.code).size());
            const bool nobody_waits = !pick || pick->reason.kind == CallReason::Kind::returned;
            RC_ASSERT((ranked.empty() ? nobody_waits : ranked.front() == pick));
        }
    }));
}

TEST(LineOrder, NoStepIsCalledBeforeItsPrecedenceAndItsTimer)
{
    EXPECT_TRUE(every_turn("steps wait for their turn", [](const Turn& turn) {
        auto line = turn.before;
        for (const auto& event : turn.decision.value_or(LineEvents{})) {
            if (const auto* called = std::get_if<TicketCalled>(&event)) {
                RC_ASSERT(callable(*line.find(called->ticket)).contains(called->service));
            }
            apply(line, event);
        }
    }));
}

TEST(LineOrder, ATimerIsOnlyEndedByTimeOrByAPerson)
{
    EXPECT_TRUE(every_turn("StepBecameReady is never early", [](const Turn& turn) {
        auto line = turn.before;
        for (const auto& event : turn.decision.value_or(LineEvents{})) {
            if (const auto* ready = std::get_if<StepBecameReady>(&event)) {
                const auto& steps = line.find(ready->ticket)->now.steps;
                RC_ASSERT(std::ranges::any_of(steps, [&](const Step& step) {
                    return step.service == ready->service && step.ready_at && *step.ready_at <= turn.now.at;
                }));
            }
            apply(line, event);
        }
    }));
}

TEST(LineOrder, UndoBringsBackExactlyTheStandingBefore)
{
    EXPECT_TRUE(every_turn("undo is the way back", [](const Turn& turn) {
        for (const auto& [id, ticket] : turn.after.tickets()) {
            const auto undone = decide(turn.after, Undo{id}, turn.now);
            if (!undone) {
                continue;
            }
            auto line = turn.after;
            happen(line, Undo{id}, turn.now);
            auto expected = ticket.past.back().before;
            if (expected.state == TicketState::called) {
                expected.until = turn.now.at + line.rules().limits.call_lasts;
            }
            RC_ASSERT(line.find(id)->now == expected);
            RC_ASSERT(line.find(id)->past.size() + 1 == ticket.past.size());
        }
    }));
}

TEST(LineOrder, ASingleMoveCanBeTakenBackAtOnce)
{
    EXPECT_TRUE(every_turn("nothing but time and people stands in the way of undo", [](const Turn& turn) {
        const auto events = turn.decision.value_or(LineEvents{});
        if (events.size() != 1) {
            return;
        }
        for (const auto& [id, ticket] : turn.after.tickets()) {
            const auto* before = turn.before.find(id);
            const bool is_new_move = before && ticket.past.size() == before->past.size() + 1;
            const bool hold_ended = before && before->now.state == TicketState::on_hold && before->now.until &&
                                    *before->now.until <= turn.now.at;
            if (is_new_move && !hold_ended && ticket.past.back().move != Move::closed) {
                RC_ASSERT(decide(turn.after, Undo{id}, turn.now).has_value());
            }
        }
    }));
}

/// The states a ticket was in, and since when: a second way to reckon the three times.
struct Diary {
    struct Entry {
        TicketState state;
        Instant since;
    };
    std::vector<Entry> entries;
    std::vector<std::vector<Entry>> pages; ///< What undo goes back to.

    [[nodiscard]] TimeSpent spent() const
    {
        using enum TicketState;
        TimeSpent sum;
        for (std::size_t nth = 0; nth + 1 < entries.size(); ++nth) {
            const auto lasted = std::max(entries[nth + 1].since - entries[nth].since, std::chrono::milliseconds{});
            const auto state = entries[nth].state;
            sum.wait += state == waiting || state == returning ? lasted : 0ms;
            sum.way += state == called ? lasted : 0ms;
            sum.service += state == serving ? lasted : 0ms;
        }
        return sum;
    }
};

/// Writes into `diary` what `event`, which happened at `at`, changed about `ticket`.
void note(Diary& diary, const Ticket& ticket, std::size_t moves_before, Instant at, const LineEvent& event)
{
    if (ticket.past.size() < moves_before) {
        diary.entries = diary.pages.back();
        diary.pages.pop_back();
    } else if (ticket.past.size() > moves_before) {
        diary.pages.push_back(diary.entries);
        if (!std::holds_alternative<TicketReclassified>(event)) {
            diary.entries.push_back({ticket.now.state, at});
        }
    }
}

TEST(LineOrder, WaitWayAndServiceAddUpToTheTimeSpentInThem)
{
    EXPECT_TRUE(rc::check("three times, kept apart", [] {
        std::map<TicketId, Diary> diaries;
        play(any_story(), [&](const Turn& turn) {
            auto line = turn.before;
            for (const auto& event : turn.decision.value_or(LineEvents{})) {
                const auto before = line;
                apply(line, event);
                for (const auto& [id, ticket] : line.tickets()) {
                    auto& diary = diaries[id];
                    if (diary.entries.empty()) {
                        diary.entries.push_back({TicketState::waiting, turn.now.at});
                    } else {
                        note(diary, ticket, before.find(id)->past.size(), turn.now.at, event);
                    }
                    RC_ASSERT(ticket.now.spent == diary.spent());
                }
            }
        });
    }));
}

TEST(LineOrder, TheThreeTimesOnlyGrowUnlessAMoveIsTakenBack)
{
    EXPECT_TRUE(every_turn("times only grow", [](const Turn& turn) {
        for (const auto& [id, ticket] : turn.after.tickets()) {
            const auto* before = turn.before.find(id);
            if (before && ticket.past.size() >= before->past.size()) {
                RC_ASSERT(ticket.now.spent.wait >= before->now.spent.wait);
                RC_ASSERT(ticket.now.spent.way >= before->now.spent.way);
                RC_ASSERT(ticket.now.spent.service >= before->now.spent.service);
            }
        }
    }));
}

/// Stations call, start and finish whoever they can; whoever is away or on hold comes back.
void work_for_a_minute(Line& line, Moment moment)
{
    happen(line, PassTime{}, moment);
    const auto tickets = line.tickets();
    for (const auto& [id, ticket] : tickets) {
        if (ticket.now.state == TicketState::away) {
            happen(line, ComeBack{id}, moment);
        }
    }
    for (const auto& station : line.rules().stations) {
        const auto present = line.present_at(station.code);
        for (const auto id : std::vector(present.begin(), present.end())) {
            if (line.find(id)->now.state == TicketState::called) {
                happen(line, Start{id}, moment);
            }
            happen(line, Finish{id}, moment);
        }
        if (decide(line, CallNext{station.code}, moment)) {
            happen(line, CallNext{station.code}, moment);
        }
    }
}

TEST(LineOrder, EveryVisitEndsWhenStationsKeepCalling)
{
    EXPECT_TRUE(rc::check("nobody is forgotten", [] {
        auto [line, moment] = play(any_story(), [](const Turn&) {});
        const auto is_in_line = [](const auto& each) { return is_open(each.second.now.state); };
        for (int minutes = 0; minutes < 3000 && std::ranges::any_of(line.tickets(), is_in_line); ++minutes) {
            work_for_a_minute(line, {moment.at + std::chrono::minutes{minutes}, line.day().value_or(moment.day)});
        }
        for (const auto& [id, ticket] : line.tickets()) {
            RC_ASSERT(!is_open(ticket.now.state));
            const bool all_done =
                std::ranges::all_of(ticket.now.steps, [](const Step& step) { return step.stage == Step::Stage::done; });
            RC_ASSERT((all_done || ticket.now.state != TicketState::done));
        }
    }));
}

} // namespace
} // namespace verandah::domain
