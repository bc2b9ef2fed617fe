// SPDX-License-Identifier: Apache-2.0
// The tz database as Debian's tzdata lays it out: a TZif file (RFC 8536) a zone, and tables of them.
#include "clinic/hub/centre/time_zone.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace verandah::hub {
namespace {

const std::filesystem::path zone_folder = "/usr/share/zoneinfo";

bool is_letter_of_a_zone(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '/' || letter == '_' || letter == '-' || letter == '+';
}

} // namespace

bool is_time_zone(std::string_view name)
{
    // No dot is allowed, so no name leads out of the folder.
    if (name.empty() || name.front() == '/' || !std::ranges::all_of(name, is_letter_of_a_zone)) {
        return false;
    }
    const auto file = zone_folder / name;
    std::error_code absent;
    if (!std::filesystem::is_regular_file(file, absent)) {
        return false;
    }
    std::array<char, 4> magic{};
    std::ifstream{file, std::ios::binary}.read(magic.data(), magic.size());
    return std::string_view{magic.data(), magic.size()} == "TZif";
}

std::vector<std::string> time_zones()
{
    std::vector<std::string> names{"Etc/UTC"};
    std::ifstream table{zone_folder / "zone.tab"}; // country, co-ordinates, zone, comment
    for (std::string line; std::getline(table, line);) {
        std::istringstream columns{line};
        std::string country, coordinates, zone;
        if (!line.starts_with('#') && columns >> country >> coordinates >> zone) {
            names.push_back(zone);
        }
    }
    return names.size() > 1 ? names : std::vector<std::string>{};
}

} // namespace verandah::hub
