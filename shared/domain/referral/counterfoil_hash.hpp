// SPDX-License-Identifier: Apache-2.0
// All the centre keeps of a counterfoil: a hash, by which one that comes back is found.
#pragma once

#include <array>
#include <cstddef>

namespace verandah::domain {

/// A hash of the code on a counterfoil. The code is random, and the hash leads to no file without opening it.
using CounterfoilHash = std::array<std::byte, 16>;

} // namespace verandah::domain
