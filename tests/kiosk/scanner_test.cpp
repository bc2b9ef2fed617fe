// SPDX-License-Identifier: Apache-2.0
#include "kiosk/devices/scanner.hpp"

#include <gtest/gtest.h>

namespace verandah::kiosk {
namespace {

using namespace std::chrono_literals;

const ui::KeyPress enter{.key = ui::Key::enter};

std::optional<std::string> types(Scanner& scanner, ui::Input input, Ticks at = 1s)
{
    return scanner.take(input, at);
}

TEST(Scanner, PutsTogetherWhatAWedgeTypesUntilItsEnter)
{
    Scanner scanner;
    EXPECT_FALSE(types(scanner, {.text = "ABC"}));
    EXPECT_FALSE(types(scanner, {.text = "DEF"}));

    EXPECT_EQ(types(scanner, {.keys = {enter}, .text = "G"}), "ABCDEFG");
}

TEST(Scanner, LeavesNothingBehindAScan)
{
    Scanner scanner;
    static_cast<void>(types(scanner, {.keys = {enter}, .text = "ABC"}));

    EXPECT_TRUE(scanner.empty());
}

TEST(Scanner, HidesItsKeysFromTheScreen)
{
    Scanner scanner;
    ui::Input input{.keys = {{.key = ui::Key::character, .character = U'A'}, enter}, .text = "A"};
    static_cast<void>(scanner.take(input, 1s));

    EXPECT_TRUE(input.keys.empty());
    EXPECT_TRUE(input.text.empty());
}

TEST(Scanner, LeavesEnterSpaceAndTabToWhoeverUsesTheKeyboard)
{
    Scanner scanner;
    const ui::KeyPress tab{.key = ui::Key::tab};
    const ui::KeyPress space{.key = ui::Key::space};
    ui::Input input{.keys = {tab, space, enter}, .text = " "};

    EXPECT_FALSE(scanner.take(input, 1s));
    EXPECT_EQ(input.keys.size(), 3U);
}

TEST(Scanner, ForgetsWhatLiesThereForASecond)
{
    Scanner scanner;
    static_cast<void>(types(scanner, {.text = "elbow"}, 1s));

    EXPECT_EQ(types(scanner, {.keys = {enter}, .text = "ABC"}, 3s), "ABC");
}

TEST(Scanner, TakesNoScanWithoutAnEnd)
{
    Scanner scanner;
    static_cast<void>(types(scanner, {.text = std::string(10'000, 'A')}));

    EXPECT_FALSE(types(scanner, {.keys = {enter}}));
}

} // namespace
} // namespace verandah::kiosk
