// SPDX-License-Identifier: Apache-2.0
// Queries and answers about the past, there and back.
#include "shared/wire/messages/audit_messages.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace verandah::wire {
namespace {

using namespace std::chrono_literals;

const domain::Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + 12h};

TEST(AuditQuery, ComesBackAsItWasSaid)
{
    EXPECT_TRUE(rc::check("decode(text) == query", [] {
        AuditQuery query;
        if (*rc::gen::arbitrary<bool>()) {
            query.filter.who = *rc::gen::elementOf(std::vector<std::string>{"desk-1", "kiosk_2", "a"});
        }
        if (*rc::gen::arbitrary<bool>()) {
            query.filter.kind = *rc::gen::elementOf(
                std::vector<domain::DeedKind>{domain::every_deed_kind.begin(), domain::every_deed_kind.end()});
        }
        const auto day = [] {
            return domain::CentreDay{std::chrono::sys_days{std::chrono::days{*rc::gen::inRange(0, 40'000)}}};
        };
        if (*rc::gen::arbitrary<bool>()) {
            query.filter.from = day();
        }
        if (*rc::gen::arbitrary<bool>()) {
            query.filter.to = day();
        }
        query.before = *rc::gen::inRange<domain::Sequence>(0, domain::Sequence{1} << 53U);
        RC_ASSERT((decode_audit_query(query_text(query)) == Decoded<AuditQuery>{query}));
    }));
}

TEST(AuditQuery, IsReadFromNoTextThatItWouldNotWrite)
{
    EXPECT_TRUE(rc::check("nothing else is understood", [] {
        const auto letters = rc::gen::elementOf(std::string{"?&=whokindfrmtbe-0123456789%+ "});
        const auto text = "?" + *rc::gen::container<std::string>(letters);
        const auto query = decode_audit_query(text);
        RC_ASSERT((!query || query_text(*query).size() == text.size()));
    }));
}

TEST(AuditMessages, ComeBackAsTheyWere)
{
    const AuditView view{.deeds = {{.event = 12, .at = noon, .device = "console-1", .kind = "ticket_called"},
                                   {.event = 11,
                                    .at = noon,
                                    .device = "console-2",
                                    .staff = domain::AccountCode::make("desk-1").value(),
                                    .kind = "access_refused",
                                    .account = domain::AccountCode::make("desk-2").value(),
                                    .role = domain::Role::reception,
                                    .right = domain::Right::audit_read,
                                    .record = "ab00",
                                    .left_out = 3},
                                   {.event = 10, .at = noon, .device = "hub", .kind = "hub_locked", .way = "signal"}},
                         .next = 11,
                         .looked_back_to = noon,
                         .damaged = 10};
    EXPECT_EQ(decode_audit_view(encode(view)), view);
    EXPECT_EQ(decode_audit_view(encode(AuditView{})), AuditView{});
    const AuditPart part{.csv = "time\r\n\"a,b\"\r\n", .deeds = 1, .next = 5};
    EXPECT_EQ(decode_audit_part(encode(part)), part);
    const AuditCheck check{.checked_at = noon,
                           .events = 9,
                           .signed_event = 7,
                           .signed_at = noon,
                           .is_signing = false,
                           .findings = {"event 8 was changed"}};
    EXPECT_EQ(decode_audit_check(encode(check)), check);
}

} // namespace
} // namespace verandah::wire
