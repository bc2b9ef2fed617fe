// SPDX-License-Identifier: Apache-2.0
// When a referral runs out by the clock, to the millisecond; and that its file is never touched by it.
#include "shared/domain/referral/run_out.hpp"
#include "tests/domain/referral/made_up.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace test::referrals;
using Event = ReferralEvent;
using Status = ReferralStatus;
using std::chrono::days;

constexpr auto grace = ReferralService::usual_grace;
const auto end = noon + 168h + grace; // of a story about treatment

/// The centre's day at UTC: which one it is, is the hub's to say.
Moment at(Instant instant)
{
    return {instant, std::chrono::floor<days>(instant)};
}

Referral booked_for(CentreDay day)
{
    auto referral = story({{Event::send, 1h}});
    auto booking = moved(Event::book);
    booking.booked_for = day;
    apply(referral, booking, noon + 2h);
    return referral;
}

TEST(RunOut, IsAReferralExactlyAtTheEndOfItsGrace)
{
    EXPECT_FALSE(has_run_out(story({}), clocks(), at(end - 1ms)));
    EXPECT_TRUE(has_run_out(story({}), clocks(), at(end)));
    EXPECT_TRUE(has_run_out(story({}), clocks(), at(end + 9000h)));
}

TEST(RunOut, IsCountedFromTheExposureWhereThereIsOne)
{
    auto exposed = issued(pep);
    exposed.clock_from = noon - 71h;
    const auto referral = begun(exposed, noon);

    EXPECT_FALSE(has_run_out(referral, clocks(), at(noon + 1h + grace - 1ms)));
    EXPECT_TRUE(has_run_out(referral, clocks(), at(noon + 1h + grace)));
}

TEST(RunOut, HasTheGraceThatItsServiceSays)
{
    auto none = clocks();
    none.services.front().grace = days{0};

    EXPECT_FALSE(has_run_out(story({}), none, at(noon + 168h - 1ms)));
    EXPECT_TRUE(has_run_out(story({}), none, at(noon + 168h)));
}

TEST(RunOut, IsWhateverTheTableLetsExpireAndNothingElse)
{
    for (const auto status : every_referral_status) {
        auto referral = story({});
        referral.status = status;
        EXPECT_EQ(has_run_out(referral, clocks(), at(end)), advance(status, Event::expire).has_value()) << word(status);
    }
}

TEST(RunOut, IsNoDraftAndNothingThatTheClocksDoNotKnow)
{
    EXPECT_FALSE(has_run_out(begun(made(), noon), clocks(), at(end + 90'000h)));
    EXPECT_FALSE(has_run_out(story({}), ReferralClocks{clocks().about, {}}, at(end + 90'000h)));
}

TEST(RunOut, WaitsForABookedDayAndItsGrace)
{
    const CentreDay day{std::chrono::year{2026} / 6 / 30}; // long after its time
    const auto referral = booked_for(day);
    const std::chrono::sys_days last = std::chrono::sys_days{day} + grace;

    EXPECT_FALSE(has_run_out(referral, clocks(), at(end)));
    EXPECT_FALSE(has_run_out(referral, clocks(), at(std::chrono::sys_days{day} + 23h)));
    EXPECT_FALSE(has_run_out(referral, clocks(), at(last + 24h - 1ms)));
    EXPECT_TRUE(has_run_out(referral, clocks(), at(last + 24h)));
}

TEST(RunOut, DoesNotComeSoonerForAnEarlyBooking)
{
    const auto referral = booked_for(std::chrono::year{2026} / 3 / 11);

    EXPECT_FALSE(has_run_out(referral, clocks(), at(end - 1ms)));
    EXPECT_TRUE(has_run_out(referral, clocks(), at(end)));
}

// In Berlin clocks go forward on 29 March 2026 and back on 25 October: a grace of days is so many times 24 hours of the
// clock, and a booked day is the centre's own, whatever its length.
TEST(RunOut, IsTheSameInTheWeekWithAnHourLessAndTheWeekWithAnHourMore)
{
    for (const Instant change : {Instant{std::chrono::sys_days{std::chrono::year{2026} / 3 / 29} + 1h},
                                 Instant{std::chrono::sys_days{std::chrono::year{2026} / 10 / 25} + 1h}}) {
        const auto referral = begun(issued(), change - 100h);
        const auto over = change - 100h + 168h + grace;
        EXPECT_FALSE(has_run_out(referral, clocks(), at(over - 1ms)));
        EXPECT_TRUE(has_run_out(referral, clocks(), at(over)));
    }
    const CentreDay day{std::chrono::year{2026} / 10 / 25};
    const CentreDay last = std::chrono::sys_days{day} + grace;
    const auto midnight_of_the_centre = [](CentreDay each) { return Instant{std::chrono::sys_days{each} - 1h}; };
    const auto next = CentreDay{std::chrono::sys_days{last} + days{1}};
    EXPECT_FALSE(has_run_out(booked_for(day), clocks(), {midnight_of_the_centre(next) - 1ms, last}));
    EXPECT_TRUE(has_run_out(booked_for(day), clocks(), {midnight_of_the_centre(next), next}));
}

TEST(RunOut, IsSeenAsExpiredSinceItsGraceWasOver)
{
    const auto referral = story({{Event::send, 1h}});
    const auto seen = as_of(referral, clocks(), at(end + 50h));

    EXPECT_EQ(seen.status, Status::expired);
    EXPECT_EQ(seen.since, end);
    EXPECT_EQ(age_of(seen, clocks(), end + 50h).pressing, Pressing::over);
    auto as_before = seen;
    as_before.status = referral.status;
    as_before.since = referral.since;
    EXPECT_EQ(as_before, referral);
}

TEST(RunOut, IsNotSeenBeforeItsTime)
{
    const auto referral = story({{Event::send, 1h}, {Event::accept, 3h}});

    EXPECT_EQ(as_of(referral, clocks(), at(end - 1ms)), referral);
}

TEST(RunOut, TakesWordThatComesLate)
{
    auto referral = story({{Event::send, 1h}});
    ASSERT_TRUE(has_run_out(referral, clocks(), at(end + 1h)));

    EXPECT_TRUE(may_move(referral, moved(Event::receive)));
    apply(referral, moved(Event::receive), end + 1h);
    EXPECT_FALSE(has_run_out(referral, clocks(), at(end + 2h)));
    EXPECT_EQ(as_of(referral, clocks(), at(end + 2h)).status, Status::received);
}

TEST(RunOut, StopsWhenSheIsTraced)
{
    auto referral = story({{Event::send, 1h}});
    apply(referral, moved(Event::expire), end);
    apply(referral, moved(Event::trace), end + 1h);

    EXPECT_EQ(as_of(referral, clocks(), at(end + 9000h)).status, Status::tracing_1);
}

TEST(RunOut, BearsAClockAtEitherEndOfTime)
{
    auto referral = story({});
    referral.clock_from = Instant{std::chrono::sys_days{std::chrono::year{1} / 1 / 1}};
    EXPECT_TRUE(has_run_out(referral, clocks(), at(noon)));
    referral.clock_from = Instant{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}};
    EXPECT_FALSE(has_run_out(referral, clocks(), at(noon)));
}

} // namespace
} // namespace verandah::domain
