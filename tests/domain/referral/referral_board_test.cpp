// SPDX-License-Identifier: Apache-2.0
// Which referral comes first, and the cascade computed by hand.
#include "shared/domain/referral/referral_board.hpp"
#include "tests/domain/referral/made_up.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace verandah::domain {
namespace {

using namespace test::referrals;
using Event = ReferralEvent;

Pressing pressing_after(std::chrono::minutes later, const Referral& referral = story({}))
{
    return age_of(referral, clocks(), noon + later).pressing;
}

TEST(ReferralAge, NearsItsEndInTheLastQuarterAndIsOverdueAtIt)
{
    EXPECT_EQ(pressing_after(126h), Pressing::in_time); // of 168 hours
    EXPECT_EQ(pressing_after(126h + 1min), Pressing::near);
    EXPECT_EQ(pressing_after(168h - 1min), Pressing::near);
    EXPECT_EQ(pressing_after(168h), Pressing::overdue);
}

TEST(ReferralAge, RunsFromAnExposureForWhatCountsFromOne)
{
    auto exposed = issued(pep);
    exposed.clock_from = noon - 71h;
    const auto referral = begun(exposed, noon);

    EXPECT_EQ(age_of(referral, clocks(), noon).until, noon + 1h);
    EXPECT_EQ(pressing_after(0min, referral), Pressing::near);
    EXPECT_EQ(pressing_after(1h, referral), Pressing::overdue);
}

TEST(ReferralAge, OfADraftHasNoEnd)
{
    const auto age = age_of(begun(made(), noon), clocks(), noon + 9000h);

    EXPECT_EQ(age.until, std::nullopt);
    EXPECT_EQ(age.pressing, Pressing::in_time);
}

TEST(ReferralAge, OfWhatReachedItsEndIsOver)
{
    EXPECT_EQ(pressing_after(9000h, story({{Event::receive, 200h}})), Pressing::over);
    EXPECT_EQ(pressing_after(9000h, story({{Event::cancel, 2h}})), Pressing::over);
}

TEST(ReferralAge, SortsOverdueFirstThenNearThenInTimeThenTheNewestOfWhatIsOver)
{
    const auto now = noon + 150h;
    auto fresh = begun(issued(), noon + 149h);
    auto older = begun(issued(), noon + 60h);
    auto late = begun(issued(), noon - 100h);
    auto latest = begun(issued(), noon - 200h);
    const auto over = story({{Event::receive, 5h}});
    const auto just_over = story({{Event::receive, 140h}});
    std::vector<Referral> board{over, fresh, story({}), late, older, just_over, latest};

    std::ranges::sort(board, {}, [&](const Referral& each) { return age_of(each, clocks(), now); });

    EXPECT_EQ(board, (std::vector{latest, late, story({}), older, fresh, just_over, over}));
}

TEST(ReferralReports, CountWhoGotItWithinEachSpanOfThoseWhoseServiceIsReported)
{
    auto with_reports = clocks();
    with_reports.services.front().reported_at_days = {7, 30, 90};
    const std::vector referrals{
        story({{Event::receive, 168h}}), // exactly seven days
        story({{Event::receive, 169h}}),
        story({{Event::receive, 24h * 90}}),
        story({{Event::receive, 24h * 91}}),
        story({}),
        story({{Event::receive, 1h}}, talk), // not reported
        begun(made(), noon),                 // a draft
    };

    const auto reports = reports_of(referrals, with_reports);

    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(
        reports.front(),
        (ReferralReport{art, 5, {{std::chrono::days{7}, 1}, {std::chrono::days{30}, 2}, {std::chrono::days{90}, 3}}}));
}

TEST(ReferralReports, AreNoneWhereNothingOfTheKindWasIssued)
{
    auto with_reports = clocks();
    with_reports.services.front().reported_at_days = {7};

    EXPECT_TRUE(reports_of(std::vector{begun(made(), noon), story({}, talk)}, with_reports).empty());
    EXPECT_TRUE(reports_of(std::vector{story({})}, clocks()).empty());
}

TEST(ReferralCascade, CountsThoseWhoReachedEachStageAndTheMiddleTime)
{
    const std::vector referrals{
        story({{Event::send, 1h}, {Event::accept, 2h}, {Event::attend, 10h}, {Event::receive, 20h}}),
        story({{Event::send, 1h}, {Event::accept, 6h}, {Event::attend, 40h}}),
        story({{Event::receive, 30h}}), // a slip of paper came back: nobody said when she was accepted or attended
        story({{Event::miss, 50h}, {Event::lose, 90h}}),
        begun(made(), noon), // a draft does not count
    };

    const auto cascade = cascade_of(referrals);

    EXPECT_EQ(cascade.issued, 4U);
    EXPECT_EQ(cascade.accepted, (ReferralCascade::Stage{3, 4h}));
    EXPECT_EQ(cascade.attended, (ReferralCascade::Stage{3, 25h}));
    EXPECT_EQ(cascade.received, (ReferralCascade::Stage{2, 25h}));
}

TEST(ReferralCascade, OfNothingHasNoMedians)
{
    EXPECT_EQ(cascade_of({}), ReferralCascade{});
}

TEST(ReferralCascade, CountsWhoGotItWithinSoManyDays)
{
    const std::vector referrals{story({{Event::receive, 24h}}), story({{Event::receive, 168h}}),
                                story({{Event::receive, 169h}}), story({{Event::attend, 3h}})};

    EXPECT_EQ(received_within(referrals, std::chrono::days{7}), 2U);
    EXPECT_EQ(received_within(referrals, std::chrono::days{30}), 3U);
}

RC_GTEST_PROP(ReferralCascade, NeverGrowsFromOneStageToTheNext, ())
{
    std::vector<Referral> referrals;
    for (int left = *rc::gen::inRange(0, 12); left > 0; --left) {
        auto referral = begun(*rc::gen::arbitrary<bool>() ? made() : issued(), noon);
        for (int moves = *rc::gen::inRange(0, 8); moves > 0; --moves) {
            apply(referral, moved(*rc::gen::elementOf(every_referral_event)), noon + std::chrono::hours{10 - moves});
        }
        referrals.push_back(referral);
    }
    const auto cascade = cascade_of(referrals);

    RC_ASSERT(cascade.issued >= cascade.accepted.reached);
    RC_ASSERT(cascade.accepted.reached >= cascade.attended.reached);
    RC_ASSERT(cascade.attended.reached >= cascade.received.reached);
    RC_ASSERT(received_within(referrals, std::chrono::days{1}) == cascade.received.reached);
}

TEST(ProviderQuality, IsWhatVisitorsSaidOfThatProvider)
{
    auto friendly = story({{Event::receive, 9h}});
    apply(friendly, FeedbackSeen{ReferralId{1}, Welcome::friendly}, noon + 10h);
    auto unfriendly = story({{Event::receive, 9h}});
    apply(unfriendly, FeedbackSeen{ReferralId{1}, Welcome::unfriendly}, noon + 10h);
    auto elsewhere = friendly;
    elsewhere.to = ProviderCode::make("another").value();

    const std::vector referrals{friendly, unfriendly, friendly, elsewhere, story({})};
    EXPECT_EQ(quality_of(hospital, referrals), (ProviderQuality{2, 0, 1}));
}

TEST(ProviderQuality, IsNoVerdictBeforeEnoughHaveAnswered)
{
    EXPECT_EQ(verdict({4, 0, 0}), std::nullopt);
    EXPECT_EQ(verdict({5, 0, 0}), Welcome::friendly);
    EXPECT_EQ(verdict({3, 1, 1}), Welcome::friendly);
    EXPECT_EQ(verdict({1, 1, 3}), Welcome::unfriendly);
    EXPECT_EQ(verdict({2, 1, 2}), Welcome::neither);
}

TEST(PressingWords, ReadBackAsWhatTheySay)
{
    for (const auto each : every_pressing) {
        EXPECT_EQ(pressing_from(word(each)), each);
    }
}

} // namespace
} // namespace verandah::domain
