// SPDX-License-Identifier: Apache-2.0
// Every route by everybody: each kind of device, and at a console each role and nobody. The table decides, and what it
// refuses is written down.
#include "shared/wire/messages/staff_messages.hpp"
#include "tests/hub/desk_house.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <optional>

namespace verandah::hub {
namespace {

using domain::Role;
using wire::DeviceKind;
using enum wire::DeviceKind;

bool has_no_end(const Route& route)
{
    return route.path == "/v1/events";
}

/// Whoever stands at a console, it is not hers to ask.
bool is_for_consoles(const Route& route)
{
    return route.devices.has(console);
}

/// What it does to who may ask is its own tests' business (lock_process_test.cpp).
bool locks_the_hub(const Route& route)
{
    return route.right == domain::Right::hub_lock;
}

class PermissionWalk : public test::DeskHouse {
protected:
    wire::Response ask_for(const std::string& device, const Route& route)
    {
        return route.method == "GET" ? get_at(device, path_of(route)) : post_at(device, path_of(route));
    }
    /// The same of a ticket, a room, an account that is there: what it would be asked for in earnest.
    wire::Response ask_in_earnest(const std::string& device, const Route& route, domain::TicketId ticket)
    {
        std::string path{route.path};
        if (const auto open = path.find('{'); open != std::string::npos) {
            const auto length = path.find('}') - open + 1;
            const auto what = path.substr(open, length);
            path.replace(open, length,
                         what == "{station}"   ? "room-1"
                         : what == "{account}" ? "somebody"
                         : what == "{device}"  ? "kiosk-1"
                                               : std::to_string(ticket.value()));
        }
        return route.method == "GET" ? get_at(device, path) : post_at(device, path);
    }
    void lock_the_hub()
    {
        ASSERT_EQ(post(console, "/v1/hub/lock").status, 200);
        ASSERT_TRUE(state().is_locked());
    }
    /// What was refused at "console-1" so far, with who was signed in.
    std::vector<domain::AccessRefused> refusals()
    {
        std::vector<domain::AccessRefused> refused;
        for (const auto& each : recorded()) {
            const auto* staff = std::get_if<domain::StaffEvent>(&each.event);
            if (const auto* one = staff == nullptr ? nullptr : std::get_if<domain::AccessRefused>(staff)) {
                refused.push_back(*one);
            }
        }
        return refused;
    }
};

TEST_F(PermissionWalk, RefusesEveryRouteToEveryRoleThatTheTableDoesNotGiveItTo)
{
    for (const auto role : domain::every_role) {
        for (const auto& route : routes()) {
            const bool may = is_for_consoles(route) && domain::may(role, route.right);
            if ((has_no_end(route) || locks_the_hub(route)) && may) {
                continue;
            }
            stand("console-1", role); // again each time: some routes end the session
            EXPECT_EQ(ask_for("console-1", route).status == 403, !may) << route.path << " as " << domain::word(role);
        }
    }
}

TEST_F(PermissionWalk, RefusesEveryRouteToNobodyThatTheTableDoesNotGiveToNobody)
{
    for (const auto& route : routes()) {
        const bool may = is_for_consoles(route) && domain::may(domain::Who::nobody, route.right);
        if ((has_no_end(route) || locks_the_hub(route)) && may) {
            continue;
        }
        leave("console-1");
        EXPECT_EQ(ask_for("console-1", route).status == 403, !may) << route.path;
    }
}

TEST_F(PermissionWalk, RefusesEveryRouteToASessionThatWaitsForItsPinAsToNobody)
{
    for (const auto& route : routes()) {
        const bool may = is_for_consoles(route) && domain::may(domain::Who::nobody, route.right);
        if ((has_no_end(route) || locks_the_hub(route)) && may) {
            continue;
        }
        stand("console-1", Role::coordinator);
        desks().staff.sessions().lock("console-1");
        EXPECT_EQ(ask_for("console-1", route).status == 403, !may) << route.path;
    }
}

TEST_F(PermissionWalk, RefusesEveryRouteWhileTheHubIsLockedThatTheTableDoesNotGiveToALockedHub)
{
    stand("console-1", Role::administrator); // whoever was signed in before
    lock_the_hub();
    for (const auto& route : routes()) {
        const bool may = is_for_consoles(route) && domain::may(domain::Who::locked_hub, route.right);
        if (has_no_end(route) && may) {
            continue;
        }
        EXPECT_EQ(ask_for("console-1", route).status == 403, !may) << route.path;
        EXPECT_TRUE(state().is_locked()) << route.path;
    }
}

TEST_F(PermissionWalk, RefusesWhatIsThereAsItRefusesWhatIsNot)
{
    const auto ticket = check_in();
    for (const auto role : domain::every_role) {
        for (const auto& route : routes()) {
            if (!is_for_consoles(route) || domain::may(role, route.right)) {
                continue;
            }
            stand("console-1", role);
            EXPECT_EQ(ask_in_earnest("console-1", route, ticket).status, 403)
                << route.path << " as " << domain::word(role);
        }
    }
    lock_the_hub();
    for (const auto& route : routes()) {
        if (is_for_consoles(route) && !domain::may(domain::Who::locked_hub, route.right)) {
            EXPECT_EQ(ask_in_earnest("console-1", route, ticket).status, 403) << route.path << " of a locked hub";
        }
    }
}

TEST_F(PermissionWalk, RefusesKiosksAndBoardsWhateverIsNotTheirsThoughStaffIsSignedInElsewhere)
{
    stand("console-1", Role::administrator);
    for (const auto& route : routes()) {
        for (const auto& [device, kind] : {std::pair{"kiosk-1", kiosk}, {"board-1", board}}) {
            if (has_no_end(route)) {
                continue;
            }
            EXPECT_EQ(ask_for(device, route).status == 403, !route.devices.has(kind)) << route.path << device;
        }
    }
}

TEST_F(PermissionWalk, GivesStaffRoutesToConsolesOnly)
{
    for (const auto& route : routes()) {
        if (route.path.starts_with("/v1/session") || route.path.starts_with("/v1/staff") ||
            route.path.starts_with("/v1/devices")) {
            EXPECT_FALSE(route.devices.has(kiosk) || route.devices.has(board)) << route.path;
        }
    }
}

TEST_F(PermissionWalk, ShowsTheLineWithItsFieldsOnlyToThoseWhoSeeThem)
{
    check_in();
    ASSERT_EQ(post(kiosk, "/v1/alerts", R"({"kind":"help"})").status, 201);
    for (const auto role : domain::every_role) {
        stand("console-1", role);
        const auto answer = get(console, "/v1/line");
        const auto sight = domain::sight_of(domain::who_in(role));
        ASSERT_EQ(answer.status, sight ? 200 : 403) << domain::word(role);
        if (!sight) {
            continue;
        }
        const auto line = wire::decode_line_view(answer.body).value();
        ASSERT_EQ(line.tickets.size(), 1U);
        EXPECT_EQ(!line.tickets.front().ticket.now.steps.empty(), sight->tickets == domain::Sight::Of::services_too);
        EXPECT_EQ(!line.alerts.empty(), sight->alerts == domain::Sight::Alerts::shown);
        EXPECT_EQ(answer.body.contains("nurse"), sight->tickets == domain::Sight::Of::services_too);
    }
}

TEST_F(PermissionWalk, ShowsTheLineOfALockedHubWithTheFieldsThatTheTableGivesIt)
{
    check_in();
    ASSERT_EQ(post(kiosk, "/v1/alerts", R"({"kind":"help"})").status, 201);
    lock_the_hub();

    const auto line = wire::decode_line_view(get(console, "/v1/line").body).value();

    using enum domain::Right;
    ASSERT_EQ(line.tickets.size(), 1U);
    EXPECT_EQ(!line.tickets.front().ticket.now.steps.empty(), domain::may(domain::Who::locked_hub, line_services));
    EXPECT_EQ(!line.alerts.empty(), domain::may(domain::Who::locked_hub, line_alerts));
}

TEST_F(PermissionWalk, TellsThatHelpIsAskedForToThoseWhoMayKnowItAndToNobodyElse)
{
    ASSERT_EQ(post(kiosk, "/v1/alerts", R"({"kind":"help"})").status, 201);
    const auto alarms = [this] { return wire::decode_session_view(get(console, "/v1/session").body).value().alerts; };
    for (const auto role : domain::every_role) {
        stand("console-1", role);
        EXPECT_EQ(alarms(), domain::may(role, domain::Right::line_alarm) ? 1 : 0) << domain::word(role);
    }
    leave("console-1");
    EXPECT_EQ(alarms(), domain::may(domain::Who::nobody, domain::Right::line_alarm) ? 1 : 0);
    lock_the_hub();
    EXPECT_EQ(alarms(), domain::may(domain::Who::locked_hub, domain::Right::line_alarm) ? 1 : 0);
}

TEST_F(PermissionWalk, LetsALockedHubGiveNumbersAndChooseNoClass)
{
    lock_the_hub();

    EXPECT_EQ(post(console, "/v1/check-ins", R"({"services":["nurse"],"priority":"urgent"})").status, 403);
    EXPECT_EQ(post(console, "/v1/check-ins", R"({"services":["nurse"]})").status, 201);
}

TEST_F(PermissionWalk, LetsOnlyWhoMayChooseAClassChooseOne)
{
    for (const auto role : domain::every_role) {
        stand("console-1", role);
        const auto answer = post(console, "/v1/check-ins", R"({"services":["nurse"],"priority":"urgent"})");
        const bool may = domain::may(role, domain::Right::line_add) && domain::may(role, domain::Right::line_class);
        EXPECT_EQ(answer.status, may ? 201 : 403) << domain::word(role);
    }
}

TEST_F(PermissionWalk, WritesDownWhoAskedForWhatWasRefused)
{
    stand("console-1", Role::reception);
    ASSERT_EQ(get(console, "/v1/staff").status, 403);
    leave("console-1");
    ASSERT_EQ(get(console, "/v1/line").status, 403);
    ASSERT_EQ(get(board, "/v1/line").status, 403);
    stand("console-1", Role::coordinator);
    static_cast<void>(events());

    const auto all = refusals();

    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].right, domain::Right::staff_list);
    EXPECT_EQ(all[0].role, Role::reception);
    EXPECT_EQ(all[1].right, domain::Right::line_see);
    EXPECT_EQ(all[1].role, std::nullopt);
    EXPECT_EQ(all[2].role, std::nullopt);
    EXPECT_EQ(recorded()[2].actor, "board-1");
}

TEST_F(PermissionWalk, DoesNotFillTheJournalWithWhatIsRefusedOverAndOver)
{
    leave("console-1");
    for (int times = 0; times < 50; ++times) {
        ASSERT_EQ(get(console, "/v1/line").status, 403);
    }
    pass(std::chrono::minutes{1});
    ASSERT_EQ(get(console, "/v1/line").status, 403);
    stand("console-1", Role::coordinator);
    static_cast<void>(events());

    const auto all = refusals();
    ASSERT_EQ(all.size(), 7U);
    EXPECT_EQ(all.back().left_out, 44);
}

TEST_F(PermissionWalk, NamesInTheJournalWhoDidWhat)
{
    check_in();
    ASSERT_EQ(post(kiosk, "/v1/check-ins", R"({"services":["nurse"]})").status, 201);

    const auto all = recorded();

    EXPECT_EQ(all.end()[-2].staff, domain::AccountCode::make("somebody").value());
    EXPECT_EQ(all.end()[-2].actor, "console-1");
    EXPECT_EQ(all.back().staff, std::nullopt);
}

} // namespace
} // namespace verandah::hub
