// SPDX-License-Identifier: Apache-2.0
// QR codes, read back by another library from the pixels a window painted.
#include "shared/ui/qr.hpp"
#include "shared/ui/window.hpp"
#include "tests/support/painted_code.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace verandah::ui {
namespace {

constexpr std::string_view sample = "VRDH1ABCDEFGHJKMNPQRSTVWXYZ234567ABCDEFGHJ";

TEST(QrCode, IsReadByAnotherLibraryFromThePaintedScreen)
{
    setenv("SDL_VIDEODRIVER", "offscreen", 0);
    const auto code = QrCode::make(sample);
    ASSERT_TRUE(code);
    Window window{{.title = "QR", .size = {400, 300}}};
    window.draw({}, {}, [&](Frame& frame) { frame.qr(frame.area().inset(20), *code); });
    const test::TemporaryFolder folder;
    window.picture(folder / "code.png");

    EXPECT_EQ(test::code_in_picture(folder / "code.png"), sample);
}

TEST(QrCode, RefusesWhatVersionThreeCannotHold)
{
    EXPECT_TRUE(QrCode::make(std::string(47, 'A')));
    EXPECT_FALSE(QrCode::make(std::string(48, 'A')));
}

TEST(QrCode, GrowsWithALongerTextUpToVersionTen)
{
    EXPECT_EQ(QrCode::fitting(sample)->side(), 29);
    EXPECT_EQ(QrCode::fitting(std::string(120, 'A'))->side(), 37);
    EXPECT_TRUE(QrCode::fitting(std::string(311, 'A')));
    EXPECT_FALSE(QrCode::fitting(std::string(312, 'A')));
}

TEST(QrCode, RefusesSignsOutsideItsAlphabet)
{
    EXPECT_FALSE(QrCode::make("lower case"));
    EXPECT_FALSE(QrCode::make(""));
}

} // namespace
} // namespace verandah::ui
