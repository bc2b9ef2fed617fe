// SPDX-License-Identifier: Apache-2.0
// A hub that was locked, or started locked, decided on a poorer line; afterwards everything applies to the full one.
#include "tests/domain/queue/story.hpp"
#include "tests/support/line_builder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

namespace verandah::domain {
namespace {

using namespace test;

constexpr int block = 50; // as numbers are set aside (number_floor.hpp)

const DayGoneOnWith gone_on{today, TicketId{100}, 51, noon};

TicketId issue(Line& line, Moment at)
{
    const auto events = decide(line, CheckIn{.services = {triage}}, at).value();
    std::ranges::for_each(events, [&](const LineEvent& event) { apply(line, event); });
    return std::get<TicketIssued>(events.back()).ticket;
}

TEST(DayGoneOn, OpensTheDayOnALineThatKnowsNothing)
{
    Line line{small_line_centre()};

    apply(line, gone_on);

    EXPECT_EQ(line.day(), today);
    EXPECT_FALSE(line.is_closed());
    const auto ticket = issue(line, now);
    EXPECT_EQ(ticket, TicketId{100});
    EXPECT_EQ(line.find(ticket)->number.value(), 51);
}

TEST(DayGoneOn, KeepsEverybodyOnALineInThatDay)
{
    Line line{small_line_centre()};
    const auto before = issue(line, now);

    apply(line, gone_on);

    ASSERT_NE(line.find(before), nullptr);
    const auto after = issue(line, now);
    EXPECT_EQ(line.find(after)->number.value(), 51);
    EXPECT_EQ(line.tickets().size(), 2U);
}

TEST(DayGoneOn, ReopensADayThatWasClosed)
{
    Line line{small_line_centre()};
    issue(line, now);
    apply(line, DayClosed{today, noon});

    apply(line, gone_on);

    EXPECT_FALSE(line.is_closed());
}

TEST(DayGoneOn, LowersNoCounter)
{
    Line line{small_line_centre()};
    apply(line, gone_on);

    apply(line, DayGoneOnWith{today, TicketId{7}, 3, noon});

    EXPECT_EQ(line.next_ticket(), TicketId{100});
    EXPECT_EQ(line.next_number(), 51);
}

TEST(DayGoneOn, BeginsALaterDayAnew)
{
    Line line{small_line_centre()};
    issue(line, now);

    apply(line, DayGoneOnWith{CentreDay{std::chrono::sys_days{today} + std::chrono::days{1}}, TicketId{9}, 1, noon});

    EXPECT_TRUE(line.tickets().empty());
    EXPECT_EQ(line.next_number(), 1);
}

TEST(DayGoneOn, GoesBackToNoEarlierDay)
{
    Line line{small_line_centre()};
    const auto ticket = issue(line, now);

    apply(line, DayGoneOnWith{CentreDay{std::chrono::sys_days{today} - std::chrono::days{1}}, TicketId{9}, 1, noon});

    EXPECT_EQ(line.day(), today);
    EXPECT_NE(line.find(ticket), nullptr);
}

TEST(ForgetVisitors, KeepsEverybodyInTheirPlaces)
{
    Line line{small_line_centre()};
    const auto events = decide(line, CheckIn{.services = {triage}, .visitor = VisitorId{5}}, now).value();
    std::ranges::for_each(events, [&](const LineEvent& event) { apply(line, event); });

    line.forget_visitors();

    EXPECT_EQ(line.open_ticket_of(VisitorId{5}), std::nullopt);
    EXPECT_TRUE(rebuilt(line) == line);
    EXPECT_EQ(line.count_waiting(), 1U);
}

/// The full line, as a replay of everything gives it, and what must hold for it whoever decided.
class Journal {
public:
    /// What happened on a line that knows `poor` once it has.
    void take(const LineEvent& event, const Line& poor)
    {
        const auto before = full_;
        apply(full_, event);
        ++sequence_;
        if (const auto* issued = std::get_if<TicketIssued>(&event)) {
            RC_ASSERT(numbers_.emplace(*full_.day(), issued->number).second);
            RC_ASSERT(ids_.insert(issued->ticket).second);
            RC_ASSERT(static_cast<std::uint64_t>(issued->ticket.value()) <= sequence_);
        }
        if (before.day() == full_.day()) {
            for (const auto& [id, ticket] : before.tickets()) {
                RC_ASSERT(full_.find(id) != nullptr);
            }
        }
        for (const auto& [id, ticket] : poor.tickets()) {
            RC_ASSERT(full_.find(id) != nullptr);
            RC_ASSERT(full_.find(id)->now.state == ticket.now.state);
            RC_ASSERT(full_.find(id)->number == ticket.number);
        }
        if (full_.day()) {
            floor_ = {*full_.day(), (full_.next_number() + block - 2) / block * block};
        }
    }
    [[nodiscard]] DayGoneOnWith go_on(Moment at) const
    {
        const bool same_day = floor_ && floor_->first >= at.day;
        return {same_day ? floor_->first : at.day, TicketId{static_cast<std::int64_t>(sequence_) + 1},
                same_day ? floor_->second + 1 : 1, at.at};
    }
    [[nodiscard]] const Line& full() const { return full_; }

private:
    Line full_{small_line_centre()};
    std::uint64_t sequence_{0};
    std::optional<std::pair<CentreDay, int>> floor_; ///< All that lies in the clear.
    std::set<std::pair<CentreDay, TicketNumber>> numbers_;
    std::set<TicketId> ids_;
};

/// A story in which nobody has a card that is known.
std::vector<Sentence> any_story_of_strangers()
{
    auto story = any_story();
    std::ranges::for_each(story, [](Sentence& sentence) { sentence.who -= sentence.who % 2; });
    return story;
}

TEST(DayGoneOn, LosesNobodyAndGivesNothingTwiceHoweverOftenTheHubIsLockedAndOpened)
{
    enum class Part { open, locked_while_it_runs, started_locked };
    EXPECT_TRUE(rc::check("what a poor line decided applies to the full one", [] {
        Journal journal;
        Moment at{now};
        for (int parts = *rc::gen::inRange(2, 6); parts > 0; --parts) {
            const auto part = *rc::gen::element(Part::open, Part::locked_while_it_runs, Part::started_locked);
            Line line = part == Part::started_locked ? Line{small_line_centre()} : journal.full();
            if (part == Part::started_locked) {
                const LineEvent event{journal.go_on(at)};
                apply(line, event);
                journal.take(event, line);
            } else if (part == Part::locked_while_it_runs) {
                line.forget_visitors();
            }
            const auto story = part == Part::open ? any_story() : any_story_of_strangers();
            at = play_on({line, at}, story, [&](const Turn& turn) {
                     auto decided_on = turn.before;
                     for (const auto& event : turn.decision.value_or(LineEvents{})) {
                         apply(decided_on, event);
                         journal.take(event, decided_on);
                     }
                 }).now;
        }
    }));
}

} // namespace
} // namespace verandah::domain
