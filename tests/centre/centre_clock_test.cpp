// SPDX-License-Identifier: Apache-2.0
// The centre's day and its opening hours, over midnight, the boundary hour, and clocks set forward and back.
#include "clinic/hub/centre/centre_clock.hpp"
#include "clinic/hub/centre/time_zone.hpp"

#include <gmock/gmock.h>

#include <stdexcept>
#include <vector>

namespace verandah::hub {
namespace {

using namespace std::chrono;
using domain::Instant;

Instant utc(year_month_day day, minutes since_midnight)
{
    return sys_days{day} + since_midnight;
}

/// The centre's day at an instant, for a zone and a boundary.
domain::CentreDay day_in(const char* zone, hours boundary, Instant instant)
{
    return CentreClock{zone, boundary}.at(instant).day;
}

TEST(CentreClock, KeepsTheNightWithTheDayBefore)
{
    EXPECT_EQ(day_in("Etc/UTC", 4h, utc(2026y / 3 / 2, 3h + 59min)), 2026y / 3 / 1);
    EXPECT_EQ(day_in("Etc/UTC", 4h, utc(2026y / 3 / 2, 4h)), 2026y / 3 / 2);
}

TEST(CentreClock, ChangesTheDayAtLocalMidnightWhenTheBoundaryIsZero)
{
    EXPECT_EQ(day_in("Africa/Nairobi", 0h, utc(2026y / 3 / 1, 20h + 59min)), 2026y / 3 / 1);
    EXPECT_EQ(day_in("Africa/Nairobi", 0h, utc(2026y / 3 / 1, 21h)), 2026y / 3 / 2);
}

TEST(CentreClock, ChangesTheDayLateInTheEveningWhenTheBoundaryIsTwentyThree)
{
    EXPECT_EQ(day_in("Etc/UTC", 23h, utc(2026y / 3 / 1, 22h + 59min)), 2026y / 2 / 28);
    EXPECT_EQ(day_in("Etc/UTC", 23h, utc(2026y / 3 / 1, 23h)), 2026y / 3 / 1);
}

TEST(CentreClock, KnowsZonesOfHalfAndQuarterHours)
{
    EXPECT_EQ(CentreClock("Asia/Kolkata", 4h).time_of_day(utc(2026y / 3 / 1, 22h + 29min)), "03:59");
    EXPECT_EQ(day_in("Asia/Kolkata", 4h, utc(2026y / 3 / 1, 22h + 29min)), 2026y / 3 / 1);
    EXPECT_EQ(day_in("Asia/Kolkata", 4h, utc(2026y / 3 / 1, 22h + 30min)), 2026y / 3 / 2);
    EXPECT_EQ(CentreClock("Asia/Kathmandu", 4h).time_of_day(utc(2026y / 3 / 1, 0h)), "05:45");
}

TEST(CentreClock, IsRightOnBothSidesOfTheDateLine)
{
    EXPECT_EQ(day_in("Pacific/Kiritimati", 4h, utc(2026y / 3 / 1, 14h)), 2026y / 3 / 2);
    EXPECT_EQ(day_in("Pacific/Pago_Pago", 4h, utc(2026y / 3 / 1, 14h)), 2026y / 2 / 28);
}

TEST(CentreClock, LetsASpringDayBeginAtTheJumpThatLeavesItsBoundaryOut)
{
    // Berlin, 29 March 2026: 01:59 is followed by 03:00, at 01:00 UTC.
    EXPECT_EQ(day_in("Europe/Berlin", 2h, utc(2026y / 3 / 29, 59min)), 2026y / 3 / 28);
    EXPECT_EQ(day_in("Europe/Berlin", 2h, utc(2026y / 3 / 29, 60min)), 2026y / 3 / 29);
}

TEST(CentreClock, DoesNotBringYesterdayBackInTheRepeatedHourOfAutumn)
{
    // Berlin, 25 October 2026: 02:59 summer time is followed by 02:00 winter time, at 01:00 UTC.
    EXPECT_EQ(day_in("Europe/Berlin", 2h, utc(2026y / 10 / 24, 23h + 59min)), 2026y / 10 / 24); // 01:59
    EXPECT_EQ(day_in("Europe/Berlin", 2h, utc(2026y / 10 / 25, 0h)), 2026y / 10 / 25);          // 02:00, the first
    EXPECT_EQ(day_in("Europe/Berlin", 2h, utc(2026y / 10 / 25, 1h)), 2026y / 10 / 25);          // 02:00, the second
}

TEST(CentreClock, DoesNotBringYesterdayBackWhereClocksGoBackOverTheBoundary)
{
    // Troll, 25 October 2026: 02:59 is followed by 01:00, at 01:00 UTC, so 02:00 comes twice with 01:00 between.
    EXPECT_EQ(day_in("Antarctica/Troll", 2h, utc(2026y / 10 / 24, 23h + 59min)), 2026y / 10 / 24);
    EXPECT_EQ(day_in("Antarctica/Troll", 2h, utc(2026y / 10 / 25, 30min)), 2026y / 10 / 25);
    EXPECT_EQ(day_in("Antarctica/Troll", 2h, utc(2026y / 10 / 25, 1h + 30min)), 2026y / 10 / 25);
    EXPECT_EQ(day_in("Antarctica/Troll", 2h, utc(2026y / 10 / 26, 1h + 59min)), 2026y / 10 / 25);
    EXPECT_EQ(day_in("Antarctica/Troll", 2h, utc(2026y / 10 / 26, 2h)), 2026y / 10 / 26);
}

TEST(CentreClock, GivesDaysOfTwentyThreeAndTwentyFiveHours)
{
    const CentreClock berlin{"Europe/Berlin", 4h};
    const auto length = [&berlin](year_month_day day) {
        auto instant = utc(day, 0h) - 12h;
        const auto count = [&] {
            hours total{0};
            for (; instant < utc(day, 0h) + 48h; instant += 1h) {
                total += berlin.at(instant).day == day ? 1h : 0h;
            }
            return total;
        };
        return count();
    };

    EXPECT_EQ(length(2026y / 3 / 28), 23h);
    EXPECT_EQ(length(2026y / 3 / 30), 24h);
    EXPECT_EQ(length(2026y / 10 / 24), 25h);
}

/// Zone and boundary hour; every pair is walked through 2026 in steps of ten minutes.
class EveryDay : public testing::TestWithParam<std::tuple<const char*, int>> {};

TEST_P(EveryDay, FollowsTheOneBeforeAndNeverComesTwice)
{
    const auto& [zone, boundary] = GetParam();
    const CentreClock clock{zone, hours{boundary}};
    auto day = sys_days{clock.at(utc(2025y / 12 / 30, 0h)).day};
    for (auto instant = utc(2025y / 12 / 30, 0h); instant < utc(2027y / 1 / 3, 0h); instant += 10min) {
        const auto next = sys_days{clock.at(instant).day};
        ASSERT_TRUE(next == day || next == day + days{1}) << zone << " " << instant.time_since_epoch().count();
        day = next;
    }
}

INSTANTIATE_TEST_SUITE_P(CentreClock, EveryDay,
                         testing::Combine(testing::Values("Etc/UTC", "Asia/Kolkata", "Europe/Berlin",
                                                          "America/New_York", "Australia/Lord_Howe", "America/Havana",
                                                          "Asia/Beirut", "Antarctica/Troll", "Africa/Casablanca",
                                                          "America/St_Johns"),
                                          testing::Values(0, 1, 2, 3, 4, 23)));

const std::vector<domain::OpenSpan> evenings{{Friday, 18h, 2h}, {Saturday, 18h, 0h}};

TEST(OpeningHours, GoOnOverMidnightIntoTheNextDay)
{
    const CentreClock clock{"Asia/Kolkata", 4h}; // 6 March 2026 is a Friday; 18:00 there is 12:30 UTC
    EXPECT_FALSE(clock.is_open(evenings, utc(2026y / 3 / 6, 12h + 29min)));
    EXPECT_TRUE(clock.is_open(evenings, utc(2026y / 3 / 6, 12h + 30min)));
    EXPECT_TRUE(clock.is_open(evenings, utc(2026y / 3 / 6, 20h + 29min)));
    EXPECT_FALSE(clock.is_open(evenings, utc(2026y / 3 / 6, 20h + 30min)));
}

TEST(OpeningHours, EndAtMidnightWhenTheySaySo)
{
    const CentreClock clock{"Etc/UTC", 4h};
    EXPECT_TRUE(clock.is_open(evenings, utc(2026y / 3 / 7, 23h + 59min)));
    EXPECT_FALSE(clock.is_open(evenings, utc(2026y / 3 / 8, 0h)));
}

TEST(OpeningHours, LastAWholeDayWhenTheyEndAsTheyBegin)
{
    const CentreClock clock{"Etc/UTC", 4h};
    const std::vector<domain::OpenSpan> all_friday{{Friday, 6h, 6h}};
    EXPECT_FALSE(clock.is_open(all_friday, utc(2026y / 3 / 6, 5h + 59min)));
    EXPECT_TRUE(clock.is_open(all_friday, utc(2026y / 3 / 7, 5h + 59min)));
}

TEST(OpeningHours, AreAlwaysWhenThereAreNone)
{
    EXPECT_TRUE(CentreClock("Etc/UTC", 4h).is_open({}, utc(2026y / 3 / 8, 0h)));
    EXPECT_EQ(CentreClock("Etc/UTC", 4h).next_opening({}, utc(2026y / 3 / 8, 0h)), std::nullopt);
}

TEST(OpeningHours, BeginNextOnTheSameDayWhenTheyHaveNotYet)
{
    EXPECT_EQ(CentreClock("Etc/UTC", 4h).next_opening(evenings, utc(2026y / 3 / 6, 9h)), utc(2026y / 3 / 6, 18h));
}

TEST(OpeningHours, BeginNextInAWeekWhenTheyBeganAMomentAgo)
{
    const std::vector<domain::OpenSpan> fridays{{Friday, 18h, 2h}};
    EXPECT_EQ(CentreClock("Etc/UTC", 4h).next_opening(fridays, utc(2026y / 3 / 6, 18h)), utc(2026y / 3 / 13, 18h));
}

TEST(OpeningHours, BeginAtTheLocalHourAfterTheClocksChanged)
{
    const std::vector<domain::OpenSpan> sundays{{Sunday, 18h, 22h}}; // 18:00 summer time is 16:00 UTC
    EXPECT_EQ(CentreClock("Europe/Berlin", 4h).next_opening(sundays, utc(2026y / 3 / 28, 12h)),
              utc(2026y / 3 / 29, 16h));
}

TEST(CentreClock, RefusesAZoneThatIsNotInstalled)
{
    EXPECT_THROW((CentreClock{"Atlantis/Capital", 4h}), std::invalid_argument);
}

TEST(TimeZone, IsNeverAPathOutOfTheDatabase)
{
    EXPECT_FALSE(is_time_zone("../../../etc/passwd"));
    EXPECT_FALSE(is_time_zone("/usr/share/zoneinfo/Etc/UTC"));
    EXPECT_FALSE(is_time_zone("Asia"));
    EXPECT_FALSE(is_time_zone("zone.tab"));
    EXPECT_TRUE(is_time_zone("America/Port-au-Prince"));
}

} // namespace
} // namespace verandah::hub
