// SPDX-License-Identifier: Apache-2.0
// The sheet for slips that come back, as far as it can come: for tests and for the gallery of screens.
#pragma once

#include "sample.hpp"

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

[[nodiscard]] domain::CounterfoilCode sample_slip(int number = 1);
/// Whoever of that role stands at the console, with the sheet open.
[[nodiscard]] console::Console console_with_slip_sheet(domain::Role role);

[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_counterfoil_state();

} // namespace verandah::test
