// SPDX-License-Identifier: Apache-2.0
// [[station]]: the rooms and desks that call people.
#include "clinic/hub/centre/sections.hpp"

#include <fmt/format.h>

namespace verandah::hub {
namespace {

std::vector<domain::SkillCode> read_skills(TableReader& section)
{
    std::vector<domain::SkillCode> skills;
    OnlyOnce once{"the skill"};
    for (const auto& word : section.some_texts("skills", {"nursing"})) {
        once.take(section, word);
        skills.push_back(section.code_from<domain::SkillCode>(word));
    }
    return skills;
}

} // namespace

std::vector<domain::Station> read_stations(Reading& reading)
{
    constexpr std::size_t longest_sign = 12; // what the board shows in its large type
    std::vector<domain::Station> stations;
    OnlyOnce codes{"the station code"};
    OnlyOnce signs{"the door sign"};
    for (auto& section : reading.root.tables("station")) {
        const auto code = read_own_code<domain::StationCode>(section, "station", "room-1", codes);
        const auto sign = section.word("sign", {"1", longest_sign});
        signs.take(section, sign);
        auto skills = read_skills(section);
        const int capacity = section.number("capacity", {.least = 1, .most = 100, .usual = 1});
        section.refuse_other_keys();
        stations.push_back({code, sign.value, std::move(skills), capacity});
    }
    if (reading.names.stations.empty()) {
        reading.root.refuse({1, 1}, "there is no [[station]], so nobody could be called",
                            "Add [[station]] with code, sign and skills.");
    }
    return stations;
}

} // namespace verandah::hub
