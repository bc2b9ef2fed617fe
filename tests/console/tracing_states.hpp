// SPDX-License-Identifier: Apache-2.0
// The consoles of an outreach worker who looks for somebody, and of the clinician to whom she told something.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

/// So many, of which she told something of the last ones.
[[nodiscard]] wire::TracingList sample_tracings(std::size_t count, std::size_t told = 0);
[[nodiscard]] console::Console console_with_tracings(std::size_t count, std::size_t told = 0);
/// A clinician's list of what workers told, its first row chosen.
[[nodiscard]] console::Console console_with_told();

[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_tracing_state();

} // namespace verandah::test
