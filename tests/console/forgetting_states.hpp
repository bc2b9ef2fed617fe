// SPDX-License-Identifier: Apache-2.0
// The console in every state of forgetting a visitor.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

/// What the hub tells when so many ask, each at a kiosk of its own, the first four minutes ago.
[[nodiscard]] wire::ForgettingRequestsView asked_to_forget(int count);
/// A card's code, as a scanner types it.
[[nodiscard]] std::string scanned_card();

[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_forgetting_state();

} // namespace verandah::test
