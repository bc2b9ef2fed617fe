// SPDX-License-Identifier: Apache-2.0
// What time alone does to a visitor's way. For handle.cpp and the wording of countdowns.
#pragma once

#include "kiosk/flow/flow.hpp"

namespace verandah::kiosk {

[[nodiscard]] std::vector<Effect> pass_time(Flow& flow, Ticks now);

/// How long the number stays on the screen: longer when there is a card to photograph.
[[nodiscard]] Ticks ticket_lasts(const Flow& flow);

} // namespace verandah::kiosk
