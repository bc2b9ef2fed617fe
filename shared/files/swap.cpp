// SPDX-License-Identifier: Apache-2.0
// /proc/swaps: a heading, then one line a swap space, its name first. /sys/class/block: a folder for each block device,
// with dm/uuid when the device mapper made it, and in slaves/ the names of those that it lies on.
#include "shared/files/swap.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>
#include <utility>

namespace verandah::files {
namespace {

using std::filesystem::path;

std::string text_in(const path& file)
{
    std::ifstream stream{file};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// As the kernel calls it: "dm-1" for /dev/mapper/vg-swap, which is a link to it.
std::string kernel_name(const std::string& name)
{
    std::error_code none; // then the name is all there is
    const auto device = std::filesystem::canonical(name, none);
    return (none ? path{name} : device).filename().string();
}

/// Whether all that is written to a block device is encrypted on its way.
bool is_encrypted(const std::string& block, const path& blocks, int deepest)
{
    if (text_in(blocks / block / "dm/uuid").starts_with("CRYPT-")) {
        return true;
    }
    std::error_code none; // it lies on nothing: a disk
    const std::filesystem::directory_iterator slaves{blocks / block / "slaves", none};
    std::vector<std::string> below;
    for (const auto& slave : slaves) {
        below.push_back(slave.path().filename().string());
    }
    return deepest > 0 && !below.empty() &&
           std::ranges::all_of(below, [&](const auto& each) { return is_encrypted(each, blocks, deepest - 1); });
}

} // namespace

std::vector<std::string> clear_swaps(std::string_view swaps, const path& blocks)
{
    constexpr int deepest = 8; // nobody stacks so many
    std::vector<std::string> names;
    std::istringstream lines{std::string{swaps}};
    std::string line;
    std::getline(lines, line); // the heading
    while (std::getline(lines, line)) {
        const auto name = line.substr(0, line.find_first_of(" \t"));
        const bool is_safe = name.empty() || name.starts_with("/dev/zram") ||
                             (name.starts_with("/dev/") && is_encrypted(kernel_name(name), blocks, deepest));
        if (!is_safe) {
            names.push_back(name);
        }
    }
    return names;
}

std::vector<std::string> swap_warnings()
{
    std::vector<std::string> warnings;
    for (const auto& name : clear_swaps(text_in("/proc/swaps"), "/sys/class/block")) {
        std::string warning{"swap is on at "};
        warning.append(name)
            .append(
                " and not encrypted: what this program knows may be written there in the clear. Switch it off with: "
                "swapoff ")
            .append(name);
        warnings.push_back(std::move(warning));
    }
    return warnings;
}

} // namespace verandah::files
