// SPDX-License-Identifier: Apache-2.0
// The table of a referral, walked pair by pair against the rules it is made from (field.md §6).
#include "shared/domain/referral/referral.hpp"
#include "shared/domain/referral/referral_status.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace verandah::domain {
namespace {

using Event = ReferralEvent;

/// What may follow each status, written a second time and another way round than the table: by where it leads.
std::map<Event, std::vector<ReferralStatus>> allowed_from()
{
    using enum ReferralStatus;
    const std::vector under_way{issued, sent, acknowledged, accepted, booked};
    const std::vector sought{no_show, tracing_1, tracing_2, tracing_3};
    const auto joined = [](std::vector<ReferralStatus> first, const std::vector<ReferralStatus>& second) {
        first.insert(first.end(), second.begin(), second.end());
        return first;
    };
    const auto heard_of = joined(joined(under_way, sought), {lost, expired});
    return {
        {Event::issue, {draft}},
        {Event::send, {issued}},
        {Event::acknowledge, {sent}},
        {Event::accept, {sent, acknowledged}},
        {Event::decline, {sent, acknowledged, attended}},
        {Event::book, joined({sent, acknowledged, accepted, booked}, sought)},
        {Event::attend, heard_of},
        {Event::receive, joined(heard_of, {attended})},
        {Event::close, {received}},
        {Event::miss, under_way},
        {Event::trace, {no_show, tracing_1, tracing_2, expired}},
        {Event::lose, joined(sought, {expired})},
        {Event::cancel, joined(joined(under_way, sought), {draft})},
        {Event::revoke, joined(under_way, {draft})},
        {Event::expire, under_way},
    };
}

/// Where each event leads, but for tracing, which counts.
ReferralStatus led_to(ReferralStatus from, Event event)
{
    using enum ReferralStatus;
    switch (event) {
    case Event::issue: return issued;
    case Event::send: return sent;
    case Event::acknowledge: return acknowledged;
    case Event::accept: return accepted;
    case Event::decline: return declined;
    case Event::book: return booked;
    case Event::attend: return attended;
    case Event::receive: return received;
    case Event::close: return closed;
    case Event::miss: return no_show;
    case Event::trace: return from == tracing_1 ? tracing_2 : from == tracing_2 ? tracing_3 : tracing_1;
    case Event::lose: return lost;
    case Event::cancel: return cancelled;
    case Event::revoke: return revoked;
    case Event::expire: return expired;
    }
    std::unreachable();
}

TEST(ReferralTable, HoldsOfEveryPairOfStatusAndEvent)
{
    const auto allowed = allowed_from();
    for (const auto status : every_referral_status) {
        for (const auto event : every_referral_event) {
            const auto next = advance(status, event);
            if (std::ranges::count(allowed.at(event), status) > 0) {
                ASSERT_TRUE(next) << word(status) << ' ' << word(event);
                EXPECT_EQ(*next, led_to(status, event)) << word(status) << ' ' << word(event);
            } else {
                ASSERT_FALSE(next) << word(status) << ' ' << word(event);
                EXPECT_EQ(next.error().why, Refusal::Why::not_allowed);
            }
        }
    }
}

TEST(ReferralTable, HasEachMoveOnce)
{
    std::set<std::pair<ReferralStatus, Event>> seen;
    for (const auto& move : referral_moves) {
        EXPECT_TRUE(seen.emplace(move.from, move.event).second) << word(move.from) << ' ' << word(move.event);
    }
}

TEST(ReferralTable, LeadsFromADraftToEveryStatus)
{
    using enum ReferralStatus;
    std::set<ReferralStatus> reached{draft};
    for (std::size_t before = 0; before != reached.size();) {
        before = reached.size();
        for (const auto& move : referral_moves) {
            if (reached.contains(move.from)) {
                reached.insert(move.to);
            }
        }
    }
    EXPECT_EQ(reached.size(), every_referral_status.size());
}

TEST(ReferralTable, LeavesNothingOpenWithoutAWayOut)
{
    for (const auto status : every_referral_status) {
        const bool has_way_out =
            std::ranges::any_of(referral_moves, [&](const ReferralMove& move) { return move.from == status; });
        EXPECT_TRUE(has_way_out || !is_open(status)) << word(status);
    }
}

TEST(ReferralTable, AsksAfterSomebodyAtMostThreeTimes)
{
    using enum ReferralStatus;
    auto status = no_show;
    int asked = 0;
    for (auto next = advance(status, Event::trace); next; next = advance(status, Event::trace)) {
        status = *next;
        ++asked;
    }
    EXPECT_EQ(asked, 3);
}

TEST(ReferralTable, TakesWordThatComesLate)
{
    using enum ReferralStatus;
    for (const auto status : {no_show, tracing_3, lost, expired}) {
        EXPECT_EQ(advance(status, Event::receive), received) << word(status);
    }
}

TEST(ReferralStatus, HasItsFhirTaskStatus)
{
    using enum ReferralStatus;
    const std::map<ReferralStatus, std::string_view> expected{
        {draft, "draft"},       {issued, "requested"},  {sent, "requested"},       {acknowledged, "received"},
        {accepted, "accepted"}, {booked, "accepted"},   {attended, "in-progress"}, {received, "completed"},
        {closed, "completed"},  {declined, "rejected"}, {lost, "failed"},          {cancelled, "cancelled"},
        {revoked, "cancelled"}, {expired, "failed"},    {no_show, "on-hold"},      {tracing_1, "on-hold"},
        {tracing_2, "on-hold"}, {tracing_3, "on-hold"},
    };
    for (const auto status : every_referral_status) {
        EXPECT_EQ(fhir_task_status(status), expected.at(status)) << word(status);
    }
}

TEST(ReferralPhase, OfWhatIsOpenIsNeitherRunOutNorEnded)
{
    for (const auto status : every_referral_status) {
        const auto phase = phase_of(status);
        EXPECT_EQ(is_open(status), phase != ReferralPhase::run_out && phase != ReferralPhase::ended) << word(status);
        EXPECT_EQ(phase == ReferralPhase::run_out, status == ReferralStatus::expired) << word(status);
    }
}

TEST(ReferralPhase, OfWhomSomebodyLooksForIsTraced)
{
    for (const auto status :
         {ReferralStatus::no_show, ReferralStatus::tracing_1, ReferralStatus::tracing_2, ReferralStatus::tracing_3}) {
        EXPECT_EQ(phase_of(status), ReferralPhase::traced);
    }
}

TEST(ReferralPhase, ReadsBackAsWhatItSays)
{
    for (const auto phase : every_referral_phase) {
        EXPECT_EQ(referral_phase_from(word(phase)), phase);
    }
    for (const auto* wrong : {"", "Waiting", "expired", "all"}) {
        EXPECT_FALSE(referral_phase_from(wrong)) << wrong;
    }
}

TEST(ReferralWords, ReadBackAsWhatTheySay)
{
    for (const auto status : every_referral_status) {
        EXPECT_EQ(referral_status_from(word(status)), status);
    }
    for (const auto event : every_referral_event) {
        EXPECT_EQ(referral_event_from(word(event)), event);
    }
    for (const auto reason : every_decline_reason) {
        EXPECT_EQ(decline_reason_from(word(reason)), reason);
    }
    for (const auto evidence : every_evidence) {
        EXPECT_EQ(evidence_from(word(evidence)), evidence);
    }
    for (const auto ground : every_referral_ground) {
        EXPECT_EQ(referral_ground_from(word(ground)), ground);
    }
    EXPECT_EQ(referral_status_from("Issued"), std::nullopt);
    EXPECT_EQ(evidence_from(""), std::nullopt);
}

} // namespace
} // namespace verandah::domain
