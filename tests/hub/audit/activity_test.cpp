// SPDX-License-Identifier: Apache-2.0
// The audit list: who did what and when, and never to whom.
#include "clinic/hub/audit/activity.hpp"
#include "clinic/store/event_codec.hpp"
#include "tests/store/happenings.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr domain::Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + 12h};

domain::Recorded recorded(domain::Event event)
{
    return {std::move(event), "console-1", std::nullopt, domain::AccountCode::make("clinician-3").value()};
}
domain::Recorded a_reading()
{
    return recorded(domain::AuditEvent{
        domain::RecordRead{domain::RecordReference{{std::byte{0xab}}}, domain::RecordRead::Way::with_her, noon}});
}

class ActivityTest : public testing::Test {
protected:
    CentreClock clock{"Asia/Kolkata", 4h};
};

TEST_F(ActivityTest, SaysWhoReadWhichRecordAndWhen)
{
    const auto activity = activity_of(a_reading(), clock);

    EXPECT_EQ(activity, (Activity{"2026-03-03 17:30:00", "console-1", "clinician-3", "record_read",
                                  "record ab000000000000000000000000000000, with_her"}));
}

TEST_F(ActivityTest, HasWordsForEveryKindOfEventAndNoNumberOfATicketACardOrAVisitor)
{
    EXPECT_TRUE(rc::check("nobody is pointed at", [this] {
        for (std::size_t kind = 0; kind < test::kinds_of_event; ++kind) {
            const auto event = *test::event_of_kind(kind);
            const auto activity = activity_of(recorded(event), clock);
            RC_ASSERT(!activity.about.empty());
            const bool of_a_person =
                std::holds_alternative<domain::LineEvent>(event) || std::holds_alternative<domain::CardEvent>(event);
            RC_ASSERT(!of_a_person || activity.about == "a ticket" || activity.about == "a card" ||
                      activity.about == "the day");
        }
    }));
}

TEST_F(ActivityTest, IsFoundByWhoKindAndTheCentresOwnDay)
{
    const auto event = a_reading();
    const auto day = std::chrono::year{2026} / 3 / 3;
    const auto is_found = [&](const ActivityFilter& filter) { return matches(filter, event, clock); };

    EXPECT_TRUE(is_found({}));
    EXPECT_TRUE(is_found({.from = day, .to = day}));
    EXPECT_FALSE(is_found({.from = std::chrono::year{2026} / 3 / 4}));
    EXPECT_FALSE(is_found({.to = std::chrono::year{2026} / 3 / 2}));
    EXPECT_TRUE(is_found({.who = "clinician-3"}));
    EXPECT_TRUE(is_found({.who = "console-1"}));
    EXPECT_FALSE(is_found({.who = "ash"}));
    EXPECT_TRUE(is_found({.kind = "record_read"}));
    EXPECT_FALSE(is_found({.kind = "ticket_left"}));
}

TEST_F(ActivityTest, CountsTheNightAsTheDayBefore)
{
    auto event = a_reading();
    event.event = domain::AuditEvent{
        domain::RecordRead{domain::RecordReference{{}}, domain::RecordRead::Way::with_her, noon + 10h}}; // 03:30 there

    EXPECT_TRUE(matches({.to = std::chrono::year{2026} / 3 / 3}, event, clock));
}

TEST_F(ActivityTest, IsWrittenForSpreadsheetsWithoutAFormula)
{
    const auto csv = csv_of({{"2026-03-03 17:30:00", "=1+1", "a\"b", "k,k", ""}});

    EXPECT_EQ(csv, "time,device,who,kind,about\r\n2026-03-03 17:30:00,'=1+1,\"a\"\"b\",\"k,k\",\r\n");
}

TEST_F(ActivityTest, StandsInColumns)
{
    EXPECT_EQ(table_of({{"t", "console-1", "", "ticket_left", "a ticket"}}),
              "time  device     who  kind         about\n"
              "t     console-1       ticket_left  a ticket\n");
}

TEST(ActivityDay, IsADayOfTheCalendarOrNone)
{
    EXPECT_EQ(day_in("2026-03-03"), std::chrono::year{2026} / 3 / 3);
    for (const auto* text : {"", "2026-3-3", "2026-02-30", "2026-03-03 ", "2026/03/03", "-026-03-03", "0000-01-01"}) {
        EXPECT_FALSE(day_in(text)) << text;
    }
}

} // namespace
} // namespace verandah::hub
