// SPDX-License-Identifier: Apache-2.0
#include "tests/support/painted_code.hpp"

#include <ZXing/ReadBarcode.h>
#include <png.h>

#include <cstdint>
#include <vector>

namespace verandah::test {

std::string code_in_picture(const std::filesystem::path& png)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, png.c_str()) == 0) {
        return {};
    }
    image.format = PNG_FORMAT_GRAY;
    std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
    png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr);
    const auto read = ZXing::ReadBarcode(
        {pixels.data(), static_cast<int>(image.width), static_cast<int>(image.height), ZXing::ImageFormat::Lum});
    const auto text = read.text();
    return {text.begin(), text.end()};
}

} // namespace verandah::test
