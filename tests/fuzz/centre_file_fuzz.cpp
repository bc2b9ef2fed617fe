// SPDX-License-Identifier: Apache-2.0
// Whatever stands in centre.toml: it is refused with a place and a word for each fault, or it is a centre as the line
// needs it.
#include "clinic/hub/centre/centre_file.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/fuzz/one_file.hpp"

#include <algorithm>

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = hub::read_centre_text(test::text_of(data, size), "centre.toml");
    if (!file) {
        test::claim(!file.error().empty(), "a refusal says why");
        for (const auto& fault : file.error()) {
            test::claim(fault.text("centre.toml").contains("centre.toml"), "each fault names the file");
        }
        return 0;
    }
    using domain::PriorityClass;
    const auto& centre = file->centre;
    test::claim(!centre.services.empty() && !centre.stations.empty(), "there is something to come for and a room");
    test::claim(!centre.classes.empty() && centre.classes.front().discipline == PriorityClass::Discipline::urgent &&
                    std::ranges::count(centre.classes, PriorityClass::Discipline::urgent, &PriorityClass::discipline) ==
                        1,
                "one class is urgent and stands first");
    for (const auto& service : centre.services) {
        test::claim(std::ranges::any_of(centre.stations,
                                        [&](const domain::Station& station) {
                                            return std::ranges::count(station.skills, service.skill) > 0;
                                        }),
                    "each service has a station");
        for (const auto& language : centre.languages) {
            test::claim(service.label.contains(language), "and a label in each language");
        }
    }
    return 0;
}
