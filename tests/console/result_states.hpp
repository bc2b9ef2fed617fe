// SPDX-License-Identifier: Apache-2.0
// The console in every state of its list of results.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

/// So many rows that wait for that, as the hub orders them.
[[nodiscard]] wire::ResultList sample_results(wire::ResultWait wait, std::size_t count);
/// A clinician's console at the page, with what tests there are and so many rows.
[[nodiscard]] console::Console console_with_results(wire::ResultWait wait, std::size_t count);

[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_result_state();

} // namespace verandah::test
