// SPDX-License-Identifier: Apache-2.0
// QR codes, read back by another library from the pixels a window painted.
#include "shared/ui/qr.hpp"
#include "shared/ui/window.hpp"

#include <ZXing/ReadBarcode.h>
#include <gtest/gtest.h>
#include <png.h>

#include <cstdlib>

namespace verandah::ui {
namespace {

constexpr std::string_view sample = "VRDH1ABCDEFGHJKMNPQRSTVWXYZ234567ABCDEFGHJ";

struct Grey {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

Grey read_png(const std::filesystem::path& file)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, file.c_str()) == 0) {
        return {};
    }
    image.format = PNG_FORMAT_GRAY;
    Grey grey{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    grey.pixels.resize(PNG_IMAGE_SIZE(image));
    png_image_finish_read(&image, nullptr, grey.pixels.data(), 0, nullptr);
    return grey;
}

TEST(QrCode, IsReadByAnotherLibraryFromThePaintedScreen)
{
    setenv("SDL_VIDEODRIVER", "offscreen", 0);
    const auto code = QrCode::make(sample);
    ASSERT_TRUE(code);
    Window window{{.title = "QR", .size = {400, 300}}};
    window.draw({}, {}, [&](Frame& frame) { frame.qr(frame.area().inset(20), *code); });
    const auto file = std::filesystem::temp_directory_path() / ("verandah-qr-" + std::to_string(getpid()) + ".png");
    window.picture(file);
    const Grey grey = read_png(file);
    std::filesystem::remove(file);

    const auto read = ZXing::ReadBarcode({grey.pixels.data(), grey.width, grey.height, ZXing::ImageFormat::Lum});

    EXPECT_TRUE(read.isValid());
    EXPECT_EQ(read.text(), std::wstring(sample.begin(), sample.end()));
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
