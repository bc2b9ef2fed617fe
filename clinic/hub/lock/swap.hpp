// SPDX-License-Identifier: Apache-2.0
// Where the machine may write memory to the disk in the clear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// A line for each swap space that is on and not known to be encrypted or in memory. Keys are locked out of swap; a
/// line of visitors is not.
[[nodiscard]] std::vector<std::string> swap_warnings();

/// The devices and files named in a text such as /proc/swaps that keep what is written to them in the clear, as far as
/// their names tell: anything but zram and the device mapper, behind which encrypted swap stands.
[[nodiscard]] std::vector<std::string> clear_swaps(std::string_view text);

} // namespace verandah::hub
