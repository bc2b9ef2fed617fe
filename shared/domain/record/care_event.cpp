// SPDX-License-Identifier: Apache-2.0
// The permanent words of the clinic's events.
#include "shared/domain/record/care_event.hpp"

#include <utility>

namespace verandah::domain {

std::string_view word(CounterfoilWay way)
{
    switch (way) {
    case CounterfoilWay::kiosk: return "kiosk";
    case CounterfoilWay::console: return "console";
    }
    std::unreachable();
}

std::optional<CounterfoilWay> counterfoil_way_from(std::string_view text)
{
    for (const auto way : {CounterfoilWay::kiosk, CounterfoilWay::console}) {
        if (word(way) == text) {
            return way;
        }
    }
    return std::nullopt;
}

} // namespace verandah::domain
