// SPDX-License-Identifier: Apache-2.0
// Three weekly doses, counted.
#include "shared/domain/care/dose_course.hpp"
#include "tests/domain/care/forms.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace std::chrono_literals;
using CourseState = DoseCourse::State;

const DosePlan plan{test::fact_code("syphilis.dose"), 3, std::chrono::days{7}, std::chrono::days{14}};

CentreDay march(int day)
{
    return CentreDay{std::chrono::sys_days{2026y / 3 / 1} + std::chrono::days{day - 1}};
}

Fact dose(int number, CentreDay on)
{
    return {test::fact_code("syphilis.dose"), on, number};
}

TEST(DoseCourse, HasNotBegunWithoutADose)
{
    EXPECT_EQ(dose_course({}, plan, march(3)), (DoseCourse{0, 3, std::nullopt, CourseState::not_begun}));
    EXPECT_EQ(dose_course({{test::fact_code("syphilis"), march(1), 1}}, plan, march(3)).state, CourseState::not_begun);
}

TEST(DoseCourse, SaysWhichIsNextAndWhen)
{
    EXPECT_EQ(dose_course({dose(1, march(3))}, plan, march(5)), (DoseCourse{1, 3, march(10), CourseState::under_way}));
    EXPECT_EQ(dose_course({dose(1, march(3)), dose(2, march(10))}, plan, march(10)),
              (DoseCourse{2, 3, march(17), CourseState::under_way}));
}

TEST(DoseCourse, IsLateTheDayAfterItWasDue)
{
    EXPECT_EQ(dose_course({dose(1, march(3))}, plan, march(10)).state, CourseState::under_way);
    EXPECT_EQ(dose_course({dose(1, march(3))}, plan, march(11)).state, CourseState::late);
    EXPECT_EQ(dose_course({dose(1, march(3))}, plan, march(17)).state, CourseState::late);
}

TEST(DoseCourse, BeginsAnewWhenTooLongHasPassed)
{
    EXPECT_EQ(dose_course({dose(1, march(3))}, plan, march(18)).state, CourseState::begin_anew);
}

TEST(DoseCourse, IsCompleteAfterTheLast)
{
    EXPECT_EQ(dose_course({dose(1, march(3)), dose(2, march(10)), dose(3, march(17))}, plan, march(40)),
              (DoseCourse{3, 3, std::nullopt, CourseState::complete}));
}

TEST(DoseCourse, CountsADoseOutOfItsTurnForNone)
{
    EXPECT_EQ(dose_course({dose(1, march(3)), dose(3, march(10))}, plan, march(10)).given, 1);
    EXPECT_EQ(dose_course({dose(2, march(3))}, plan, march(3)).state, CourseState::not_begun);
}

TEST(DoseCourse, BeginsAgainWithAnotherFirstDose)
{
    EXPECT_EQ(dose_course({dose(1, march(3)), dose(2, march(10)), dose(1, march(29))}, plan, march(30)),
              (DoseCourse{1, 3, march(36), CourseState::under_way}));
}

TEST(DoseCourse, GoesOverTheEndOfFebruaryInALeapYear)
{
    const Fact first{test::fact_code("syphilis.dose"), 2028y / 2 / 24, 1};
    EXPECT_EQ(dose_course({first}, plan, 2028y / 2 / 25).next_due, CentreDay{2028y / 3 / 2});
}

} // namespace
} // namespace verandah::domain
