// SPDX-License-Identifier: Apache-2.0
// Whether the services of a visit can be put in an order at all.
#pragma once

#include "shared/domain/centre/centre.hpp"

#include <cstddef>
#include <vector>

namespace verandah::hub {

/// Services that wait for each other, by index, each coming after the next one and the last after the first.
/// A service comes after those in its `after`, and after those whose timer ends with it. Every circle is found until
/// leaving out one of its members each would break them all; codes of no service count for nothing.
[[nodiscard]] std::vector<std::vector<std::size_t>> find_circles(const std::vector<domain::Service>& services);

} // namespace verandah::hub
