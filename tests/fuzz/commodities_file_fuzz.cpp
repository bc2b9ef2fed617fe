// SPDX-License-Identifier: Apache-2.0
// Whatever stands in a catalogue of the cupboard: it is refused with a place and a word for each fault, or every
// commodity in it can be kept, counted and shown.
#include "clinic/hub/clinical/commodities_file.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/fuzz/one_file.hpp"

#include <algorithm>

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto catalogue = hub::read_commodities(test::text_of(data, size));
    if (!catalogue) {
        test::claim(!catalogue.error().empty(), "a refusal says why");
        for (const auto& fault : catalogue.error()) {
            test::claim(fault.text("c.toml").contains("c.toml"), "each fault names the file");
        }
        return 0;
    }
    test::claim(!catalogue->commodities.empty(), "there is something to keep");
    for (const auto& commodity : catalogue->commodities) {
        test::claim(std::ranges::count(catalogue->commodities, commodity.code, &domain::Commodity::code) == 1,
                    "each code stands once");
        test::claim(commodity.low >= 0 && !commodity.source.empty(), "with a level and a source");
        test::claim(commodity.label.contains("en") && commodity.unit.contains("en"), "and words for it");
        test::claim(!commodity.take_away || commodity.take_away->pieces > 0, "a kiosk gives out something");
    }
    return 0;
}
