// SPDX-License-Identifier: Apache-2.0
// What may be done with a referral, and what has to be told with it.
#include "shared/domain/referral/referral_story.hpp"
#include "tests/domain/referral/made_up.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace verandah::domain {
namespace {

using namespace test::referrals;
using Why = Refusal::Why;
using Event = ReferralEvent;

std::optional<Why> refused(const std::expected<void, Refusal>& answer)
{
    return answer ? std::nullopt : std::optional{answer.error().why};
}

TEST(Referral, IsADraftUntilSheAgreedOrAnOverrideIsRecorded)
{
    auto referral = begun(made(), noon);
    EXPECT_EQ(referral.status, ReferralStatus::draft);

    auto without = moved(Event::issue);
    without.issue.reset();
    EXPECT_EQ(refused(may_move(referral, without)), Why::invalid_input);

    auto overridden = moved(Event::issue);
    overridden.issue = ReferralIssue{ReferralGround::danger_to_life};
    ASSERT_TRUE(may_move(referral, overridden));
    apply(referral, overridden, noon + 1h);
    EXPECT_EQ(referral.status, ReferralStatus::issued);
    EXPECT_EQ(referral.ground, ReferralGround::danger_to_life);
    EXPECT_EQ(referral.issued_at, noon + 1h);
}

TEST(Referral, IsIssuedWithTheSameStrokeWhenSheAgreed)
{
    EXPECT_EQ(begun(issued(), noon).status, ReferralStatus::issued);
}

TEST(Referral, IsDeclinedWithAReasonOnly)
{
    const auto sent = story({{Event::send, 1h}});
    auto without = moved(Event::decline);
    without.declined.reset();

    EXPECT_EQ(refused(may_move(sent, without)), Why::invalid_input);
    EXPECT_EQ(refused(may_move(sent, moved(Event::decline))), std::nullopt);
}

TEST(Referral, EndsOnlyWhenItIsToldWhoSaidSo)
{
    for (const auto event : {Event::attend, Event::receive}) {
        auto without = moved(event);
        without.evidence.reset();
        EXPECT_EQ(refused(may_move(story({}), without)), Why::invalid_input) << word(event);
    }
    auto by_counterfoil = moved(Event::receive);
    by_counterfoil.evidence = Evidence::counterfoil;
    auto referral = story({});
    apply(referral, by_counterfoil, noon + 50h);
    EXPECT_EQ(referral.status, ReferralStatus::received);
    EXPECT_EQ(referral.evidence, Evidence::counterfoil);
}

TEST(Referral, TakesNothingThatDoesNotGoWithItsMove)
{
    const auto sent = story({{Event::send, 1h}});
    auto accepted = moved(Event::accept);
    accepted.declined = DeclineReason::cost;
    EXPECT_EQ(refused(may_move(sent, accepted)), Why::invalid_input);

    accepted = moved(Event::accept);
    accepted.booked_for = std::chrono::year{2026} / 3 / 20;
    EXPECT_EQ(refused(may_move(sent, accepted)), Why::invalid_input);

    accepted = moved(Event::accept);
    accepted.issue = ReferralIssue{ReferralGround::consent};
    EXPECT_EQ(refused(may_move(sent, accepted)), Why::invalid_input);
}

TEST(Referral, IsBookedForARealDay)
{
    auto booked = moved(Event::book);
    booked.booked_for = std::chrono::year{2027} / 2 / 29;
    EXPECT_EQ(refused(may_move(story({{Event::send, 1h}}), booked)), Why::invalid_input);
}

TEST(Referral, RefusesAMoveThatTheTableHasNot)
{
    EXPECT_EQ(refused(may_move(begun(made(), noon), moved(Event::send))), Why::not_allowed);
}

TEST(Referral, KeepsTheFirstTimeOfEachStage)
{
    const auto referral = story({{Event::send, 1h}, {Event::accept, 2h}, {Event::book, 5h}, {Event::attend, 20h}});

    EXPECT_EQ(referral.issued_at, noon);
    EXPECT_EQ(referral.accepted_at, noon + 2h);
    EXPECT_EQ(referral.attended_at, noon + 20h);
    EXPECT_EQ(referral.received_at, std::nullopt);
}

TEST(Referral, IsClosedByWhatSheSaysOfIt)
{
    auto referral = story({{Event::receive, 9h}});
    ASSERT_TRUE(may_say(referral, {ReferralId{1}, Welcome::friendly}));
    apply(referral, FeedbackSeen{ReferralId{1}, Welcome::friendly}, noon + 10h);

    EXPECT_EQ(referral.status, ReferralStatus::closed);
    EXPECT_EQ(referral.welcome, Welcome::friendly);
    EXPECT_EQ(refused(may_say(referral, {ReferralId{1}, Welcome::neither})), Why::conflict);
}

TEST(Referral, HearsHowItWasOnlyFromWhoWasThere)
{
    EXPECT_EQ(refused(may_say(story({{Event::send, 1h}}), {ReferralId{1}, Welcome::friendly})), Why::not_allowed);
}

TEST(MakingAReferral, GoesToAProviderWhoOffersIt)
{
    auto nowhere = issued();
    nowhere.to = ProviderCode::make("nowhere").value();

    EXPECT_EQ(refused(may_make(issued(), clocks(), directory(), noon)), std::nullopt);
    EXPECT_EQ(refused(may_make(nowhere, clocks(), directory(), noon)), Why::not_found);
    EXPECT_EQ(refused(may_make(issued(talk), clocks(), directory(), noon)), Why::not_found);
}

TEST(MakingAReferral, WithinTheHouseNeedsNoProvider)
{
    auto inside = issued(talk);
    inside.to = ServiceCode::make("talk").value();

    EXPECT_EQ(refused(may_make(inside, clocks(), directory(), noon)), std::nullopt);
}

TEST(MakingAReferral, TellsTheExposureWhereTheClockRunsFromOne)
{
    auto exposed = issued(pep);
    EXPECT_EQ(refused(may_make(exposed, clocks(), directory(), noon)), Why::invalid_input);
    exposed.clock_from = noon - 30h;
    EXPECT_EQ(refused(may_make(exposed, clocks(), directory(), noon)), std::nullopt);
    exposed.clock_from = noon + 1min;
    EXPECT_EQ(refused(may_make(exposed, clocks(), directory(), noon)), Why::invalid_input);

    auto not_exposed = issued();
    not_exposed.clock_from = noon - 30h;
    EXPECT_EQ(refused(may_make(not_exposed, clocks(), directory(), noon)), Why::invalid_input);
}

TEST(MakingAReferral, IsForSomethingInTheTable)
{
    EXPECT_EQ(refused(may_make(issued(), {}, directory(), noon)), Why::not_found);
}

TEST(Provider, IsAskedAgainAfterSixMonths)
{
    const auto provider = directory().providers.front(); // checked on the 31st of January
    EXPECT_FALSE(should_be_checked(provider, std::chrono::year{2026} / 7 / 30));
    EXPECT_TRUE(should_be_checked(provider, std::chrono::year{2026} / 7 / 31));
}

RC_GTEST_PROP(ReferralProperties, WhateverIsDoneItIsInAStatusThatTheTableLedTo, ())
{
    auto referral = begun(*rc::gen::arbitrary<bool>() ? made() : issued(), noon);
    auto at = noon;
    for (int left = *rc::gen::inRange(0, 30); left > 0; --left) {
        const auto move = moved(*rc::gen::elementOf(every_referral_event));
        const auto before = referral;
        at += std::chrono::hours{*rc::gen::inRange(0, 100)};
        apply(referral, move, at);
        const auto next = advance(before.status, move.event);
        RC_ASSERT(referral.status == (next ? *next : before.status));
        RC_ASSERT(next.has_value() || referral == before);
        RC_ASSERT(referral.status == ReferralStatus::draft || referral.status == ReferralStatus::cancelled ||
                  referral.status == ReferralStatus::revoked || referral.ground.has_value());
        RC_ASSERT(!referral.received_at || referral.evidence.has_value());
    }
}

} // namespace
} // namespace verandah::domain
