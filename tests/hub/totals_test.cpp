// SPDX-License-Identifier: Apache-2.0
// Totals: true, with small counts hidden, and the same for a quarter of an hour.
#include "shared/wire/messages/totals_messages.hpp"
#include "tests/hub/desk_house.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::PublishedCell;
using domain::Role;
using CellState = PublishedCell::State;
using testing::HasSubstr;
using testing::Not;
using enum wire::DeviceKind;

class Totals : public test::DeskHouse {
protected:
    wire::TotalsView totals()
    {
        const auto answer = get_at("console-2", "/v1/totals");
        EXPECT_EQ(answer.status, 200) << answer.body;
        return wire::decode_totals_view(answer.body).value();
    }
    /// So many people, of whom the first `leave` go away again.
    void come(int people, int leave = 0)
    {
        for (int person = 0; person < people; ++person) {
            pass(1ms);
            const auto ticket = check_in();
            if (person < leave) {
                EXPECT_EQ(post(console, "/v1/tickets/" + std::to_string(ticket.value()) + "/left").status, 200);
            }
        }
    }
    void let_pass(std::chrono::minutes time)
    {
        pass(time);
        stand("console-1", Role::coordinator);
        stand("console-2", Role::committee_member);
    }
    void SetUp() override { stand("console-2", Role::committee_member); }
};

TEST_F(Totals, CountTheDayForTheCommittee)
{
    come(20, 7);

    const auto view = totals();

    EXPECT_EQ(view.came, (PublishedCell{CellState::shown, 20}));
    EXPECT_EQ(view.left, (PublishedCell{CellState::shown, 7}));
    EXPECT_EQ(view.here, (PublishedCell{CellState::shown, 13}));
    EXPECT_EQ(view.served, (PublishedCell{CellState::shown, 0}));
    EXPECT_EQ(view.alerts, (PublishedCell{CellState::shown, 0}));
    EXPECT_EQ(view.middle_wait, std::nullopt); // nobody was called
}

TEST_F(Totals, HideASmallCountAndWhatWouldGiveItAway)
{
    come(20, 2);
    ASSERT_EQ(post(kiosk, "/v1/alerts", R"({"kind":"help"})").status, 201);

    const auto view = totals();

    EXPECT_EQ(view.came, (PublishedCell{CellState::shown, 20}));
    EXPECT_EQ(view.left.state, CellState::small);
    EXPECT_EQ(view.here.state, CellState::withheld);
    EXPECT_EQ(view.alerts.state, CellState::small);
}

TEST_F(Totals, AreTheSameForAQuarterOfAnHourWhoeverAsksHoweverOften)
{
    come(20);
    const auto first = totals();
    come(6);
    EXPECT_EQ(totals(), first);
    let_pass(TotalsDesk::counted_every);
    EXPECT_EQ(totals().came, (PublishedCell{CellState::shown, 26}));
}

TEST_F(Totals, BeginAnewWithTheDay)
{
    come(20);
    ASSERT_EQ(totals().came.count, 20);
    set_clock(now().at + 24h);
    stand("console-2", Role::committee_member);

    EXPECT_EQ(totals().came, (PublishedCell{CellState::shown, 0}));
}

TEST_F(Totals, TellTheMiddleWaitToFiveMinutesOnceFiveWereCalled)
{
    come(5);
    let_pass(23min);
    for (int call = 0; call < 5; ++call) {
        pass(1ms);
        const auto called = post(console, "/v1/stations/room-1/call-next", R"({"if_busy":"finish_first"})");
        ASSERT_EQ(called.status, 200) << called.body;
        const auto ticket = wire::decode_call_receipt(called.body).value().ticket;
        ASSERT_EQ(post(console, "/v1/tickets/" + std::to_string(ticket.value()) + "/start").status, 200);
    }

    EXPECT_EQ(totals().middle_wait, 20min);
}

TEST_F(Totals, AreForWhoTheTableGivesThemToAndNameNobody)
{
    come(20);
    for (const auto role : domain::every_role) {
        stand("console-2", role);
        const auto answer = get_at("console-2", "/v1/totals");
        EXPECT_EQ(answer.status, domain::may(role, domain::Right::totals_read) ? 200 : 403) << domain::word(role);
        EXPECT_THAT(answer.body, Not(HasSubstr("ticket")));
        EXPECT_THAT(answer.body, Not(HasSubstr("nurse")));
    }
}

TEST_F(Totals, HideWhatIsSmallerThanTheCentreSays)
{
    come(20, 7);
    store::Ledger ledger{centre()};
    domain::Sequence sequence = 0;
    for (const auto& each : recorded()) {
        ledger.apply(++sequence, each);
    }
    const CentreClock clock{centre().time_zone, centre().day_boundary};

    const auto usual = totals_view(ledger, clock, now());
    const auto stricter = totals_view(ledger, clock, now(), 10);

    EXPECT_EQ(usual.left, (PublishedCell{CellState::shown, 7}));
    EXPECT_EQ(stricter.smallest_shown, 10);
    EXPECT_EQ(stricter.left.state, CellState::small);
    EXPECT_EQ(stricter.here.state, CellState::withheld);
}

} // namespace
} // namespace verandah::hub
