// SPDX-License-Identifier: Apache-2.0
// What work_steps.cpp does for work_wishes.cpp.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <vector>

namespace verandah::console {

/// Opens the file to write in it; nothing while something else is being written or the hub is away.
[[nodiscard]] std::vector<Effect> begin_writing(Console& console, FileWork writing);
/// The next page of the list that is shown, when there is one and it is not asked for yet.
[[nodiscard]] std::vector<Effect> read_on(Console& console);

} // namespace verandah::console
