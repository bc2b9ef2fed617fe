// SPDX-License-Identifier: Apache-2.0
// The way of somebody who only takes supplies. For handle.cpp.
#pragma once

#include "kiosk/flow/flow.hpp"

namespace verandah::kiosk {

/// Counts what was touched, once: a second touch on the same changes nothing.
[[nodiscard]] std::vector<Effect> take_supply(Flow& flow, const TakeSupply& touch, const Turn& turn);
[[nodiscard]] bool has_taken(const Flow& flow);

} // namespace verandah::kiosk
