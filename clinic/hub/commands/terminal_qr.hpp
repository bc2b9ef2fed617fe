// SPDX-License-Identifier: Apache-2.0
// A QR code in a terminal, two modules to a character.
#pragma once

#include <string>
#include <string_view>

namespace verandah::hub {

/// The code as lines of half blocks with its quiet zone around it, dark on light whatever colours the terminal has; to
/// be printed as it is. Empty when `text` does not fit into one.
[[nodiscard]] std::string terminal_qr(std::string_view text);

} // namespace verandah::hub
