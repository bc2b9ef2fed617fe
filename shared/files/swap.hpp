// SPDX-License-Identifier: Apache-2.0
// Where the machine may write memory to the disk in the clear.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::files {

/// A line for each swap space that is on and not known to be encrypted or in memory. Keys are locked out of swap; a
/// line of visitors, or what somebody types, is not.
[[nodiscard]] std::vector<std::string> swap_warnings();

/// The devices and files named in a text such as /proc/swaps that keep what is written to them in the clear. Behind
/// which kind of device a name stands is looked up in `blocks`, a folder such as /sys/class/block: zram is in memory;
/// dm-crypt encrypts, and so does what lies on nothing else (LVM on LUKS). Plain LVM does not, nor does a file.
[[nodiscard]] std::vector<std::string> clear_swaps(std::string_view swaps, const std::filesystem::path& blocks);

} // namespace verandah::files
