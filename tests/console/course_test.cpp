// SPDX-License-Identifier: Apache-2.0
// A course of several doses at the console: the next one, one that is late, and one that begins anew.
#include "clinic/console/flow/record_view.hpp"
#include "pharmacy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using domain::PrescriptionId;
using test::days_from_now;
using test::Pharmacy;
using test::RecordHub;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr auto begun = test::first_prescription;

/// A course of three injections, the first a week ago.
Pharmacy in_a_course()
{
    return Pharmacy{[](RecordHub& hub) { test::begin_course(hub, days_from_now(-7)); }};
}

TEST(Course, BegunEarlierGoesOnWithItsNextDose)
{
    auto room = in_a_course();
    EXPECT_THAT(courses_begun(room.console, room.now), ElementsAre(begun));
    EXPECT_TRUE(room.shows("Dose 2 of 3 given"));

    room.does(GiveDose{begun});

    ASSERT_THAT(room.doses(), SizeIs(2));
    EXPECT_THAT(room.doses()[1].movements, SizeIs(1));
    EXPECT_EQ(room.hub.balance("benzathine_pen.2_4miu"), 211);
}

TEST(Course, IsNotGivenTwiceOnOneDay)
{
    auto room = in_a_course();
    room.does(GiveDose{begun});
    EXPECT_FALSE(is_dose_due(room.console, begun, room.now));
    EXPECT_FALSE(room.shows("Dose 3 of 3 given"));
}

TEST(Course, SaysSinceWhenADoseIsLate)
{
    Pharmacy room{[](RecordHub& hub) { test::begin_course(hub, days_from_now(-10)); }};
    EXPECT_TRUE(room.shows("This dose was due on 28 Feb."));
    EXPECT_TRUE(room.shows("Dose 2 of 3 given"));
    EXPECT_FALSE(room.shows("Begin anew"));
}

TEST(Course, GoesOnAsUsualOnTheLastDayOnWhichItMay)
{
    Pharmacy room{[](RecordHub& hub) { test::begin_course(hub, days_from_now(-14)); }};
    EXPECT_FALSE(room.shows("Begin anew"));
    room.does(BeginAnew{begun});
    EXPECT_THAT(room.hub.file().prescriptions, SizeIs(1));
}

TEST(Course, BeginsAnewWhenItsLastDoseWasTooLongAgo)
{
    Pharmacy room{[](RecordHub& hub) { test::begin_course(hub, days_from_now(-15)); }};
    EXPECT_TRUE(room.shows("More than 14 days since the last dose: the course begins anew."));
    EXPECT_TRUE(room.shows("Begin anew"));
    EXPECT_TRUE(room.shows("Dose 2 of 3 given")); // whoever treats her decides

    room.does(BeginAnew{begun});
    room.does(BeginAnew{begun}); // touched twice

    constexpr PrescriptionId anew{2};
    EXPECT_THAT(room.hub.refusals(), IsEmpty());
    ASSERT_THAT(room.hub.file().prescriptions, SizeIs(2));
    EXPECT_THAT(courses_begun(room.console, room.now), ElementsAre(anew));
    room.does(GiveDose{anew});
    ASSERT_THAT(room.hub.file().prescriptions.at(anew).doses, SizeIs(1));
    EXPECT_THAT(room.doses(), SizeIs(1));
}

TEST(Course, IsNotBegunAnewWithWhatSheCannotHave)
{
    Pharmacy room{[](RecordHub& hub) { test::begin_course(hub, days_from_now(-15)); }};
    room.does(test::choose("allergy", "penicillin"));
    EXPECT_TRUE(room.shows("Not for her: Penicillin allergy."));
    EXPECT_FALSE(room.shows("Begin anew"));
    room.does(BeginAnew{begun});
    EXPECT_THAT(room.hub.file().prescriptions, SizeIs(1));
}

TEST(Course, ThatIsNotForHerAnyMoreSaysSo)
{
    auto room = in_a_course();
    EXPECT_TRUE(room.shows("Ask about allergies first."));
    room.does(test::choose("allergy", "penicillin"));
    EXPECT_TRUE(room.shows("Not for her: Penicillin allergy."));
    EXPECT_FALSE(room.shows("Ask about allergies first."));
}

TEST(Course, ThatNobodyWentOnWithForHalfAYearIsNoneAnyMore)
{
    Pharmacy room{[](RecordHub& hub) { test::begin_course(hub, days_from_now(-183)); }};
    EXPECT_THAT(courses_begun(room.console, room.now), IsEmpty());
}

} // namespace
} // namespace verandah::console
