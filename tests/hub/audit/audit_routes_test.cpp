// SPDX-License-Identifier: Apache-2.0
// Looking back at a console: who may, what is told, page by page, and that the look itself is told.
#include "clinic/store/event_codec.hpp"
#include "shared/wire/messages/audit_messages.hpp"
#include "tests/hub/desk_house.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::DeedKind;
using domain::Role;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using enum wire::DeviceKind;

class AuditRoutes : public test::DeskHouse {
protected:
    wire::AuditView page(const wire::AuditQuery& query = {})
    {
        const auto answer = get(console, "/v1/audit" + wire::query_text(query));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return wire::decode_audit_view(answer.body).value();
    }
    /// All pages of a filter, newest first.
    std::vector<wire::AuditView::Deed> everything(const wire::AuditFilter& filter = {})
    {
        std::vector<wire::AuditView::Deed> all;
        wire::AuditQuery query{.filter = filter};
        for (bool is_more = true; is_more;) {
            auto view = page(query);
            std::ranges::move(view.deeds, std::back_inserter(all));
            is_more = view.next.has_value();
            query.before = view.next.value_or(0);
        }
        return all;
    }
    /// A millisecond apart, so that each has a key of its own.
    void come(int people)
    {
        for (int person = 0; person < people; ++person) {
            pass(1ms);
            check_in();
        }
    }
    std::vector<domain::AuditRead> looks()
    {
        std::vector<domain::AuditRead> all;
        for (const auto& each : recorded()) {
            const auto* audit = std::get_if<domain::AuditEvent>(&each.event);
            if (const auto* read = audit == nullptr ? nullptr : std::get_if<domain::AuditRead>(audit)) {
                all.push_back(*read);
            }
        }
        return all;
    }
};

TEST_F(AuditRoutes, TellWhoDidWhatNewestFirstAndTheLookItself)
{
    check_in();

    const auto view = page();

    ASSERT_GE(view.deeds.size(), 2U);
    EXPECT_EQ(view.deeds.front().kind, "audit_read");
    EXPECT_EQ(view.deeds[1].kind, "ticket_issued");
    EXPECT_EQ(view.deeds[1].device, "console-1");
    EXPECT_EQ(view.deeds[1].staff, domain::AccountCode::make("somebody").value());
    EXPECT_TRUE(std::ranges::is_sorted(view.deeds, std::ranges::greater{}, &wire::AuditView::Deed::event));
    EXPECT_EQ(view.next, std::nullopt);
    EXPECT_EQ(view.looked_back_to, now().at);
}

TEST_F(AuditRoutes, TellNoNumberOfATicketAndNoCard)
{
    come(40);
    pass(1ms);
    const auto code = card('7');

    const auto answer = get(console, "/v1/audit");

    EXPECT_THAT(answer.body, Not(HasSubstr("\"number\"")));
    EXPECT_THAT(answer.body, Not(HasSubstr("\"ticket\"")));
    EXPECT_THAT(answer.body, Not(HasSubstr(code)));
    EXPECT_THAT(answer.body, Not(HasSubstr("nurse"))); // nor what anybody came for
}

TEST_F(AuditRoutes, GoOnPageByPageWithoutAGapWhileTheLineGoesOn)
{
    come(250);
    auto view = page();
    EXPECT_EQ(view.deeds.size(), AuditDesk::page);
    std::vector<domain::Sequence> seen;
    while (true) {
        std::ranges::transform(view.deeds, std::back_inserter(seen), &wire::AuditView::Deed::event);
        if (!view.next) {
            break;
        }
        come(1); // newer than all that is still asked for
        view = page({.before = *view.next});
    }
    ASSERT_GE(seen.size(), 250U);
    for (std::size_t place = 0; place < seen.size(); ++place) {
        EXPECT_EQ(seen[place], seen.size() - place);
    }
}

TEST_F(AuditRoutes, AreFilteredByWhoKindAndDay)
{
    come(1);
    ASSERT_EQ(post(kiosk, "/v1/check-ins", R"({"services":["nurse"]})").status, 201);
    static_cast<void>(card('7'));
    const auto count = [&](const wire::AuditFilter& filter) { return everything(filter).size(); };

    EXPECT_EQ(count({.who = "kiosk-1"}), 2U); // a number and a card
    EXPECT_EQ(count({.who = "kiosk-1", .kind = DeedKind::cards}), 1U);
    EXPECT_EQ(count({.who = "somebody", .kind = DeedKind::line}), 1U);
    EXPECT_EQ(count({.kind = DeedKind::looks}), 1U); // written down once for all of these
    const auto today = now().day;
    const domain::CentreDay yesterday{std::chrono::sys_days{today} - std::chrono::days{1}};
    EXPECT_GT(count({.from = today, .to = today}), 3U);
    EXPECT_EQ(count({.to = yesterday}), 0U);
}

TEST_F(AuditRoutes, RefuseAQueryThatSaysAnythingElse)
{
    for (const auto* query : {"?who=", "?who=Desk 1", "?kind=everything", "?from=yesterday", "?from=2026-02-30",
                              "?before=0", "?before=-1", "?before=99999999999999999999", "?who=a&who=b", "?",
                              "?limit=5", "?who", "?who=a&", "?who=%61", "?from=2026-03-03&"}) {
        EXPECT_EQ(get(console, std::string{"/v1/audit"} + query).status, 400) << query;
        EXPECT_EQ(get(console, std::string{"/v1/audit/export"} + query).status, 400) << query;
    }
    EXPECT_EQ(get(console, "/v1/audit?" + std::string(7'000, 'a')).status, 400);
}

TEST_F(AuditRoutes, LeaveEveryOtherPathWithoutAQuery)
{
    for (const auto* path : {"/v1/line?x=1", "/v1/centre?", "/v1/audit/check?before=2"}) {
        EXPECT_EQ(get(console, path).status, 404) << path;
    }
}

TEST_F(AuditRoutes, AreForWhoMayReadTheAuditOnlyAndWriteDownWhoElseAsked)
{
    for (const auto role : domain::every_role) {
        for (const auto* path : {"/v1/audit", "/v1/audit?who=desk-1", "/v1/audit/export", "/v1/audit/check"}) {
            stand("console-1", role);
            const bool may = domain::may(role, domain::Right::audit_read);
            EXPECT_EQ(get(console, path).status, may ? 200 : 403) << path << " as " << domain::word(role);
        }
    }
    stand("console-1", Role::coordinator);
    const auto refused = everything({.kind = DeedKind::refused});
    ASSERT_FALSE(refused.empty());
    EXPECT_EQ(refused.front().right, domain::Right::audit_read);
    EXPECT_TRUE(refused.front().role.has_value());
}

TEST_F(AuditRoutes, WriteDownALookOnceInTenMinutesAndAnewForAnotherPersonOrAFile)
{
    for (int times = 0; times < 5; ++times) {
        static_cast<void>(page());
    }
    EXPECT_EQ(looks().size(), 1U);
    pass(AuditDesk::one_look);
    stand("console-1", Role::coordinator);
    static_cast<void>(page());
    EXPECT_EQ(looks().size(), 2U);
    ASSERT_EQ(get(console, "/v1/audit/export").status, 200);
    ASSERT_EQ(looks().size(), 3U);
    EXPECT_EQ(looks().back().way, domain::AuditRead::Way::exported);
    stand("console-2", Role::coordinator);
    ASSERT_EQ(get_at("console-2", "/v1/audit").status, 200);
    EXPECT_EQ(looks().size(), 4U);
}

TEST_F(AuditRoutes, WriteDownALookThatBeginsInTheMiddle)
{
    check_in();
    static_cast<void>(page({.before = 1'000}));

    EXPECT_EQ(looks().size(), 1U);
}

TEST_F(AuditRoutes, ExportWhatTheListHoldsInPartsThatMakeOneFile)
{
    come(5);
    std::string file;
    int deeds = 0;
    wire::AuditQuery query{.filter = {.kind = DeedKind::line}};
    for (bool is_more = true; is_more;) {
        const auto answer = get(console, "/v1/audit/export" + wire::query_text(query));
        const auto part = wire::decode_audit_part(answer.body).value();
        file += part.csv;
        deeds += part.deeds;
        is_more = part.next.has_value();
        query.before = part.next.value_or(0);
    }
    EXPECT_EQ(deeds, 5);
    EXPECT_THAT(file, StartsWith("time,device,who,kind,about\r\n"));
    EXPECT_EQ(std::ranges::count(file, '\n'), 6);
    EXPECT_THAT(file, HasSubstr("console-1,somebody,ticket_issued,a ticket\r\n"));
}

TEST_F(AuditRoutes, ShowWhatIsWholeAndSayWhichEventIsNot)
{
    come(5);
    {
        SQLite::Database file{paths().journal().string(), SQLite::OPEN_READWRITE};
        file.exec("UPDATE journal SET sealed = zeroblob(length(sealed)) WHERE sequence = 3");
    }
    const auto view = page();

    EXPECT_EQ(view.damaged, domain::Sequence{3});
    EXPECT_EQ(view.next, domain::Sequence{3});
    EXPECT_FALSE(view.deeds.empty());
    EXPECT_EQ(view.deeds.back().event, 4U);
    EXPECT_EQ(page({.before = 3}).deeds.size(), 2U);
}

TEST_F(AuditRoutes, SayUpToWhereThePastIsSignedAndWhatIsNotAsItWas)
{
    const auto unsigned_yet = wire::decode_audit_check(get(console, "/v1/audit/check").body).value();
    EXPECT_FALSE(unsigned_yet.findings.empty()); // this house never began a trail
    std::filesystem::create_directories(paths().audit().checkpoints.parent_path());
    std::filesystem::create_directories(paths().keys());
    store::begin_trail(paths().audit());
    check_in();

    const auto check = wire::decode_audit_check(get(console, "/v1/audit/check").body).value();

    EXPECT_TRUE(check.findings.empty()) << check.findings.front();
    EXPECT_EQ(check.signed_event, std::nullopt);
    EXPECT_EQ(check.events, events());
    EXPECT_TRUE(check.is_signing);
}

TEST_F(AuditRoutes, DoNotHoldUpTheLine)
{
    come(300);
    std::jthread reader{[this](const std::stop_token& stop) {
        stand("console-2", Role::coordinator);
        while (!stop.stop_requested()) {
            EXPECT_EQ(get_at("console-2", "/v1/audit/check").status, 200);
        }
    }};
    const auto begun = std::chrono::steady_clock::now();
    come(100);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 10s);
}

} // namespace
} // namespace verandah::hub
