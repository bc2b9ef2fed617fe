// SPDX-License-Identifier: Apache-2.0
// /proc/swaps: a heading, then one line a swap space, its name first.
#include "clinic/hub/lock/swap.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <sstream>

namespace verandah::hub {

std::vector<std::string> clear_swaps(std::string_view text)
{
    std::vector<std::string> names;
    std::istringstream lines{std::string{text}};
    std::string line;
    std::getline(lines, line); // the heading
    while (std::getline(lines, line)) {
        const auto name = line.substr(0, line.find_first_of(" \t"));
        const bool is_safe = name.empty() || name.starts_with("/dev/zram") || name.starts_with("/dev/dm-") ||
                             name.starts_with("/dev/mapper/");
        if (!is_safe) {
            names.push_back(name);
        }
    }
    return names;
}

std::vector<std::string> swap_warnings()
{
    std::ifstream swaps{"/proc/swaps"};
    const std::string text{std::istreambuf_iterator<char>{swaps}, {}};
    std::vector<std::string> warnings;
    for (const auto& name : clear_swaps(text)) {
        warnings.push_back(fmt::format("swap is on at {} and not encrypted: what the hub knows may be written there in "
                                       "the clear. Switch it off with: swapoff {}",
                                       name, name));
    }
    return warnings;
}

} // namespace verandah::hub
