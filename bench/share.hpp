// SPDX-License-Identifier: Apache-2.0
// The value that a share of all measurements kept within: 0.5 is the median, 0.99 leaves out the slowest 1 %.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace verandah::bench {

/// Precondition: there is a measurement.
template <class Value>
[[nodiscard]] Value within_share(std::vector<Value> all, double share)
{
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(all.size())));
    const auto place = all.begin() + static_cast<std::ptrdiff_t>(std::clamp<std::size_t>(rank, 1, all.size()) - 1);
    std::ranges::nth_element(all, place);
    return *place;
}

} // namespace verandah::bench
