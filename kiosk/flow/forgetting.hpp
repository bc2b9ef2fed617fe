// SPDX-License-Identifier: Apache-2.0
// The way of somebody who asks to be forgotten. For handle.cpp.
#pragma once

#include "kiosk/flow/flow.hpp"

namespace verandah::kiosk {

/// From reading what it means to having no answer yet; not any more once she is sent to staff.
[[nodiscard]] bool is_about_forgetting(const Flow& flow);
/// Back before the hub has answered also takes back what was asked.
[[nodiscard]] std::vector<Effect> step_back_from_forgetting(Flow& flow, const Turn& turn);

/// The card that is to be forgotten. Any card of ours goes the same way.
[[nodiscard]] std::vector<Effect> scanned_to_forget(Flow& flow, const Scanned& scan, const Turn& turn);
[[nodiscard]] std::vector<Effect> try_forgetting_again(Flow& flow, Ticks now);

/// Only where to go stays on the screen, in her language; everything about her is wiped.
[[nodiscard]] std::vector<Effect> forgetting_taken(Flow& flow, const ForgettingTaken& answer, Ticks now);
/// A refused request asked for nothing, so another try is a new one.
void forgetting_refused(Flow& flow, const Refused& answer, const Turn& turn);

} // namespace verandah::kiosk
