// SPDX-License-Identifier: Apache-2.0
// Forgetting a day: its visits are gone, its totals are not, and no number is given twice.
#include "tests/store/forgetting/history.hpp"

#include <gmock/gmock.h>

namespace verandah::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

domain::Moment days_later(int days)
{
    const auto day = std::chrono::sys_days{test::today} + std::chrono::days{days};
    return {test::noon + std::chrono::days{days}, domain::CentreDay{day}};
}

/// Three days; the third is under way.
class ForgottenDay : public testing::Test {
protected:
    void SetUp() override
    {
        const auto visitor = history.mint(1);
        for (int day = 0; day < 3; ++day) {
            const auto at = days_later(day);
            history.check_in(visitor, at);
            history.check_in(std::nullopt, at);
            raise(at.at);
        }
    }
    void raise(domain::Instant at)
    {
        if (const auto raised = history.live().alerts().raise(domain::AlertKind::help, "kiosk-1", at)) {
            history.happen(*raised);
        }
    }

    test::History history;
};

TEST_F(ForgottenDay, IsCountedBeforeItGoes)
{
    const auto days = history.days();

    ASSERT_THAT(days.known, SizeIs(2)); // not the one that is under way
    const auto& first = days.known.front().totals;
    EXPECT_EQ(first.day, test::today);
    EXPECT_EQ(first.visits, 2);
    EXPECT_EQ(first.alerts, 1);
    EXPECT_EQ(first.served, 0);
    EXPECT_EQ(first.wait, std::nullopt);
}

TEST_F(ForgottenDay, KeepsItsTotalsAndLetsEveryOtherDayStand)
{
    const auto before = history.days();
    history.forget(before.known.front());
    const auto after = history.days();

    EXPECT_THAT(after.forgotten, ElementsAre(before.known.front().totals));
    ASSERT_THAT(after.known, SizeIs(1));
    EXPECT_EQ(after.known.front().totals, before.known.back().totals);
    EXPECT_TRUE(history.replayed().line() == history.live().line());
    EXPECT_TRUE(history.replayed().alerts() == history.live().alerts());
}

TEST_F(ForgottenDay, KeepsCardsAndStaff)
{
    for (const auto& day : history.days().known) {
        history.forget(day);
    }

    EXPECT_EQ(history.replayed().cards(), history.live().cards());
    EXPECT_TRUE(history.replayed().cards().visitor_of(test::card_of(1)));
}

TEST_F(ForgottenDay, LeavesNoByteOfItsVisits)
{
    const auto day = history.days().known.front();
    std::vector<std::string> stood;
    for (const auto row : day.rows) {
        stood.push_back(history.sealed(row));
    }

    history.forget(day);

    for (const auto& [name, bytes] : history.folder().bytes()) {
        for (const auto& sealed : stood) {
            EXPECT_THAT(bytes, Not(HasSubstr(sealed.substr(0, 40)))) << name;
        }
    }
}

TEST(ForgottenDays, GiveNoTicketAgainWhenNothingElseIsLeft)
{
    test::History history;
    history.check_in(std::nullopt);
    history.decide(domain::PassTime{}, days_later(1)); // another day opens, and nobody comes
    const auto next = history.live().line().next_ticket();
    history.forget(history.days().known.front());

    EXPECT_EQ(history.replayed().line().next_ticket(), next);
    EXPECT_THAT(history.replayed().line().tickets(), IsEmpty());
}

TEST(ForgottenDays, CountThoseWhoWereServedAndHowLongTheyWaited)
{
    test::History history;
    for (int each = 0; each < 3; ++each) {
        history.check_in(std::nullopt, test::later(std::chrono::minutes{each}));
    }
    for (const auto minutes : {10min, 20min}) {
        history.decide(domain::CallNext{test::room_1}, test::later(minutes));
        const auto called = history.live().line().present_at(test::room_1).front();
        history.decide(domain::Start{called}, test::later(minutes + 1min));
        history.decide(domain::Finish{called}, test::later(minutes + 5min));
    }
    const auto totals = domain::totals_of(history.live().line(), 4);

    EXPECT_EQ(totals.visits, 3);
    EXPECT_EQ(totals.served, 2);
    EXPECT_EQ(totals.alerts, 4);
    EXPECT_EQ(totals.wait, 10min); // 10 and 19 minutes
}

} // namespace
} // namespace verandah::store
