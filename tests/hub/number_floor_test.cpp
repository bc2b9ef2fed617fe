// SPDX-License-Identifier: Apache-2.0
// Numbers set aside for a hub that will not know which were given.
#include "clinic/hub/lock/number_floor.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using testing::HasSubstr;
using Bound = NumberFloor::Bound;

const domain::CentreDay today{std::chrono::year{2026} / 3 / 6};
const domain::CentreDay tomorrow{std::chrono::year{2026} / 3 / 7};
const domain::Instant todays_noon{std::chrono::sys_days{today} + std::chrono::hours{12}};

class NumberFloorTest : public testing::Test {
protected:
    [[nodiscard]] NumberFloor loaded() const { return NumberFloor::load(file).value(); }

    test::TemporaryFolder folder;
    std::filesystem::path file = folder / "numbers.floor";
};

TEST_F(NumberFloorTest, SetsNumbersAsideInBlocksAndRemembersThem)
{
    auto floor = loaded();

    floor.reserve(today, 1);

    EXPECT_EQ(floor.bound(), (Bound{today, 50}));
    EXPECT_EQ(loaded().bound(), (Bound{today, 50}));
    EXPECT_EQ(test::read_file(file), "verandah numbers 1\n2026-03-06 50\n");
}

TEST_F(NumberFloorTest, WritesOnlyWhenABlockIsUsedUp)
{
    auto floor = loaded();
    floor.reserve(today, 1);
    std::filesystem::remove(file);

    floor.reserve(today, 50);
    EXPECT_FALSE(std::filesystem::exists(file));
    floor.reserve(today, 51);

    EXPECT_GE(loaded().bound()->number, 100);
}

TEST_F(NumberFloorTest, SetsNothingAsideBeforeANumberIsGiven)
{
    auto floor = loaded();

    floor.reserve(today, 0);

    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(NumberFloorTest, BeginsEachDayAnew)
{
    auto floor = loaded();
    floor.reserve(today, 120);

    floor.reserve(tomorrow, 1);

    EXPECT_EQ(loaded().bound(), (Bound{tomorrow, 50}));
}

TEST_F(NumberFloorTest, GoesOnAboveEverythingThatMayHaveBeenGiven)
{
    auto floor = loaded();
    floor.reserve(today, 51);

    const auto gone_on = loaded().go_on(7, {todays_noon, today});

    EXPECT_EQ(gone_on, (domain::DayGoneOnWith{today, domain::TicketId{8}, 101, todays_noon}));
}

TEST_F(NumberFloorTest, GoesOnWithTheFirstNumberInANewDay)
{
    loaded().reserve(today, 51);

    EXPECT_EQ(loaded().go_on(7, {todays_noon, tomorrow}).first_number, 1);
    EXPECT_EQ(loaded().go_on(7, {todays_noon, tomorrow}).day, tomorrow);
}

TEST_F(NumberFloorTest, StaysInTheLaterDayWhenTheClockWasSetBack)
{
    loaded().reserve(tomorrow, 3);

    const auto gone_on = loaded().go_on(7, {todays_noon, today});

    EXPECT_EQ(gone_on.day, tomorrow);
    EXPECT_EQ(gone_on.first_number, 51);
}

TEST_F(NumberFloorTest, SetsLargerBlocksAsideForThoseInAHurry)
{
    auto floor = loaded();
    floor.reserve(today, 1);
    int writes = 0;
    for (int number = 1; number <= 100'000; ++number) {
        const auto before = floor.bound();
        floor.reserve(today, number);
        writes += floor.bound() == before ? 0 : 1;
    }

    EXPECT_LT(writes, 30);
}

TEST_F(NumberFloorTest, IsRefusedWhenDamaged)
{
    for (const auto* text : {"", "verandah numbers 1\n", "verandah numbers 2\n2026-03-06 50\n",
                             "verandah numbers 1\n2026-02-30 50\n", "verandah numbers 1\n2026-03-06 -5\n",
                             "verandah numbers 1\n2026-03-06 050\n", "verandah numbers 1\n2026-03-06 50",
                             "verandah numbers 1\n2026-03-06 50\n\n", "verandah numbers 1\n2026-3-6 50\n"}) {
        test::write_file(file, text);
        const auto refused = NumberFloor::load(file);
        ASSERT_FALSE(refused) << text;
        EXPECT_THAT(refused.error().detail, HasSubstr("numbers.floor is damaged")) << text;
    }
}

TEST_F(NumberFloorTest, ThrowsWhenItCannotBeWritten)
{
    NumberFloor floor{folder / "no" / "numbers.floor"};

    EXPECT_THROW(floor.reserve(today, 1), std::system_error);
}

} // namespace
} // namespace verandah::hub
