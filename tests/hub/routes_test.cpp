// SPDX-License-Identifier: Apache-2.0
// The table of routes as devices meet it: who may ask what, and what is answered to those who ask wrongly.
#include "clinic/hub/feed/views_of_ledger.hpp"
#include "tests/hub/desk_house.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace verandah::hub {
namespace {

using wire::DeviceKind;
using enum wire::DeviceKind;
using testing::HasSubstr;

/// A kind of device that may ask; a console when it may.
DeviceKind kind_for(const Route& route)
{
    return route.devices.has(console) ? console : kiosk;
}

class Routes : public test::DeskHouse {
protected:
    [[nodiscard]] int status_of(DeviceKind kind, const std::string& path, const std::string& body = "{}")
    {
        return post(kind, path, body).status;
    }
    [[nodiscard]] std::string ticket_path(domain::TicketId ticket, const std::string& what)
    {
        return "/v1/tickets/" + std::to_string(ticket.value()) + "/" + what;
    }
    /// A ticket that is called to room 1 from now on.
    domain::TicketId called_ticket()
    {
        const auto ticket = check_in();
        EXPECT_EQ(status_of(console, "/v1/stations/room-1/call-next", R"({"if_busy":"refuse"})"), 200);
        return ticket;
    }
};

TEST_F(Routes, AnswerNotFoundForAnUnknownPath)
{
    for (const auto* path : {"/", "/v1", "/v1/", "/v2/line", "/v1/line/", "/v1/line?x=1", "/v1//line", "/v1/tickets/1",
                             "/v1/tickets/1/sing", "/v1/tickets//start", "/v1/tickets/1/start/now", "/V1/line"}) {
        EXPECT_EQ(get(console, path).status, 404) << path;
    }
}

TEST_F(Routes, AnswerMethodNotAllowedForAMethodThatThePathDoesNotHave)
{
    for (const auto& route : routes()) {
        const auto* other = route.method == "GET" ? "POST" : "GET";
        if (std::ranges::count(routes(), route.path, &Route::path) > 1) {
            continue; // it has both
        }
        EXPECT_EQ(ask(console, {.method = other, .target = path_of(route)}).status, 405) << route.path;
    }
}

TEST_F(Routes, RefuseEveryWriteWithoutAKeyOrWithOneThatIsNone)
{
    for (const auto& route : routes()) {
        for (const auto* key :
             {"", "1", "00000000-0000-4000-8000-000000000000", "not-a-key-but-as-long-as-a-key-is-xx"}) {
            if (route.method == "POST") {
                stand_for(route);
                const auto answer = post_with_key(kind_for(route), path_of(route), "{}", key);
                EXPECT_EQ(answer.status, 400) << route.path;
                EXPECT_THAT(answer.body, HasSubstr("Idempotency-Key"));
            }
        }
    }
}

TEST_F(Routes, RefuseAKeyThatHasExpired)
{
    const auto key = fresh_key();
    set_clock(std::chrono::sys_days{std::chrono::year{2026} / 3 / 5});

    const auto answer = post_with_key(kiosk, "/v1/check-ins", R"({"services":["nurse"]})", key);

    EXPECT_EQ(answer.status, 400);
    EXPECT_THAT(answer.body, HasSubstr("expired"));
}

TEST_F(Routes, RefuseEveryWriteWhoseBodyIsNoMessage)
{
    for (const auto& route : routes()) {
        for (const auto* body : {"", "[]", "{", R"({"canary":1})"}) {
            if (route.method == "POST") {
                stand_for(route);
                const auto answer = post(kind_for(route), path_of(route), body);
                EXPECT_TRUE(answer.status == 400 || answer.status == 404) << route.path << " " << answer.status;
                EXPECT_THAT(answer.body, testing::Not(HasSubstr("canary")));
            }
        }
    }
}

TEST_F(Routes, AnswerNotFoundForATicketThatIsNotThere)
{
    for (const auto* ticket : {"7", "0", "-1", "x", "99999999999999999999", "1.5", "%31"}) {
        EXPECT_EQ(status_of(console, "/v1/tickets/" + std::string{ticket} + "/start"), 404) << ticket;
    }
}

TEST_F(Routes, AnswerNotFoundForAStationAServiceOrAnAlertThatIsNotThere)
{
    EXPECT_EQ(status_of(console, "/v1/stations/nowhere/call-next", R"({"if_busy":"refuse"})"), 404);
    EXPECT_EQ(status_of(console, "/v1/stations/No%20Where/call-next", R"({"if_busy":"refuse"})"), 404);
    EXPECT_EQ(status_of(console, "/v1/alerts/7/answer"), 404);
    EXPECT_EQ(status_of(kiosk, "/v1/check-ins", R"({"services":["singing"]})"), 400);
}

TEST_F(Routes, AnswerNotFoundWhenNobodyWaits)
{
    EXPECT_EQ(status_of(console, "/v1/stations/room-1/call-next", R"({"if_busy":"refuse"})"), 404);
}

TEST_F(Routes, AnswerConflictForEveryMoveThatAWaitingTicketCannotMake)
{
    const auto ticket = check_in();
    for (const auto* move : {"start", "done", "call-again", "resume", "away", "back", "undo"}) {
        EXPECT_EQ(status_of(console, ticket_path(ticket, move)), 409) << move;
    }
    EXPECT_EQ(status_of(console, "/v1/day/reopen"), 409);
}

TEST_F(Routes, RefuseAHoldOutsideTheCentresLimits)
{
    const auto ticket = check_in();

    EXPECT_EQ(status_of(console, ticket_path(ticket, "hold"), R"({"minutes":0})"), 400);
    EXPECT_EQ(status_of(console, ticket_path(ticket, "hold"), R"({"minutes":181})"), 400);
    EXPECT_EQ(status_of(console, ticket_path(ticket, "hold"), R"({"minutes":180})"), 200);
}

TEST_F(Routes, RefuseAKioskThatChoosesAClass)
{
    const auto* urgent = R"({"services":["nurse"],"priority":"urgent"})";

    EXPECT_EQ(status_of(kiosk, "/v1/check-ins", urgent), 403);
    EXPECT_EQ(status_of(console, "/v1/check-ins", urgent), 201);
}

TEST_F(Routes, TakeATicketThroughItsWholeVisit)
{
    const auto ticket = called_ticket();
    for (const auto* move : {"call-again", "away", "back", "left", "undo"}) {
        EXPECT_EQ(status_of(console, ticket_path(ticket, move)), 200) << move;
    }
    EXPECT_EQ(status_of(console, ticket_path(ticket, "hold"), R"({"minutes":10})"), 200);
    EXPECT_EQ(status_of(console, ticket_path(ticket, "resume")), 200);
    EXPECT_EQ(status_of(console, ticket_path(ticket, "priority"), R"({"priority":"urgent","reason":"in pain"})"), 200);
    EXPECT_EQ(status_of(console, ticket_path(ticket, "call"), R"({"station":"room-1","reason":"asked kindly"})"), 200);
    EXPECT_EQ(status_of(console, ticket_path(ticket, "start")), 200);
    EXPECT_EQ(status_of(console, ticket_path(ticket, "send-on"), R"({"service":"test","place":"first"})"), 200);
    EXPECT_EQ(status_of(console, "/v1/day/close"), 200);
    EXPECT_EQ(status_of(console, "/v1/day/reopen"), 200);
}

// A key that was used before, for something else.

TEST_F(Routes, AnswerConflictWhenAKeyWasUsedForAnotherMoveOfTheSameTicket)
{
    const auto ticket = called_ticket();
    const auto key = fresh_key();
    ASSERT_EQ(post_with_key(console, ticket_path(ticket, "start"), "{}", key).status, 200);

    EXPECT_EQ(post_with_key(console, ticket_path(ticket, "done"), "{}", key).status, 409);
    EXPECT_EQ(post_with_key(console, ticket_path(ticket, "start"), "{}", key).status, 200);
}

TEST_F(Routes, AnswerConflictWhenAKeyWasUsedForACallToAnotherStation)
{
    check_in();
    const auto key = fresh_key();
    ASSERT_EQ(post_with_key(console, "/v1/stations/room-1/call-next", R"({"if_busy":"refuse"})", key).status, 200);

    EXPECT_EQ(post_with_key(console, "/v1/stations/room-2/call-next", R"({"if_busy":"refuse"})", key).status, 409);
}

TEST_F(Routes, AnswerConflictWhenAKeyWasUsedToCloseTheDayAndNowReopensIt)
{
    check_in();
    const auto key = fresh_key();
    ASSERT_EQ(post_with_key(console, "/v1/day/close", "{}", key).status, 200);

    EXPECT_EQ(post_with_key(console, "/v1/day/reopen", "{}", key).status, 409);
}

TEST_F(Routes, AnswerConflictWhenAKeyWasUsedForAnotherCheckIn)
{
    const auto key = fresh_key();
    ASSERT_EQ(post_with_key(kiosk, "/v1/check-ins", R"({"services":["nurse"]})", key).status, 201);

    EXPECT_EQ(post_with_key(kiosk, "/v1/check-ins", R"({"services":["test"]})", key).status, 409);
}

TEST_F(Routes, AnswerConflictWhenAKeyWasUsedForAnotherAlert)
{
    const auto key = fresh_key();
    ASSERT_EQ(post_with_key(kiosk, "/v1/alerts", R"({"kind":"person"})", key).status, 201);

    EXPECT_EQ(post_with_key(kiosk, "/v1/alerts", R"({"kind":"help"})", key).status, 409);
}

// Alerts and views.

TEST_F(Routes, ShowAnAlertOnceAtConsolesUntilItIsAnswered)
{
    ASSERT_EQ(status_of(kiosk, "/v1/alerts", R"({"kind":"help"})"), 201);
    ASSERT_EQ(status_of(kiosk, "/v1/alerts", R"({"kind":"help"})"), 201); // once more, from impatience
    const auto line = wire::decode_line_view(get(console, "/v1/line").body).value();
    ASSERT_EQ(line.alerts.size(), 1U);
    EXPECT_EQ(line.alerts.front().device, "kiosk-1");

    const auto path = "/v1/alerts/" + std::to_string(line.alerts.front().alert.value()) + "/answer";
    EXPECT_EQ(status_of(console, path), 200);
    EXPECT_EQ(status_of(console, path), 404);
    EXPECT_THAT(wire::decode_line_view(get(console, "/v1/line").body).value().alerts, testing::IsEmpty());
}

TEST_F(Routes, ShowTheBoardNumbersAndSignsAndNothingElse)
{
    called_ticket();
    check_in();

    const auto answer = get(board, "/v1/board");
    const auto view = wire::decode_board_view(answer.body).value();

    ASSERT_EQ(view.calls.size(), 1U);
    EXPECT_EQ(view.calls.front().number.value(), 1);
    EXPECT_EQ(view.waiting, 1);
    EXPECT_THAT(answer.body, testing::Not(HasSubstr("nurse")));
}

TEST_F(Routes, TellDevicesNeitherTheCentresNameNorItsRoster)
{
    const auto view = wire::decode_centre_view(get(kiosk, "/v1/centre").body).value();

    EXPECT_TRUE(view.centre.name.empty());
    EXPECT_TRUE(view.centre.roster.empty());
    EXPECT_EQ(view.centre.services.size(), 6U);
}

} // namespace
} // namespace verandah::hub
