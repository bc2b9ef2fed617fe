// SPDX-License-Identifier: Apache-2.0
// libqrencode to half blocks.
#include "clinic/hub/commands/terminal_qr.hpp"

#include <qrencode.h>

#include <cstddef>
#include <memory>

namespace verandah::hub {

namespace {

constexpr int quiet_zone = 4;                             // modules on each side, ISO/IEC 18004 section 9.1
constexpr std::string_view light_ground = "\x1b[30;107m"; // black letters on bright white
constexpr std::string_view as_before = "\x1b[0m";

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, FreeCode>;

bool is_dark(const QRcode& code, int column, int row)
{
    if (column < 0 || row < 0 || column >= code.width || row >= code.width) {
        return false;
    }
    const auto place =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(code.width) + static_cast<std::size_t>(column);
    return (code.data[place] & 1U) != 0;
}

std::string_view half_block(bool is_upper_dark, bool is_lower_dark)
{
    if (is_upper_dark) {
        return is_lower_dark ? "█" : "▀";
    }
    return is_lower_dark ? "▄" : " ";
}

} // namespace

std::string terminal_qr(std::string_view text)
{
    // QR_MODE_8 is what the library is told; it finds the alphanumeric parts by itself.
    const Code code{QRcode_encodeString(std::string{text}.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)};
    std::string lines;
    for (int row = -quiet_zone; code && row < code->width + quiet_zone; row += 2) {
        lines += light_ground;
        for (int column = -quiet_zone; column < code->width + quiet_zone; ++column) {
            lines += half_block(is_dark(*code, column, row), is_dark(*code, column, row + 1));
        }
        lines += as_before;
        lines += '\n';
    }
    return lines;
}

} // namespace verandah::hub
