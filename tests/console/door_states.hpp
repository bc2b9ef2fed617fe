// SPDX-License-Identifier: Apache-2.0
// The console in every state of coming in, dozing off, going, and of the page of accounts.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_door_state();

/// The hub's answer to an errand, with a view of the session in it.
[[nodiscard]] console::ErrandDone answered(console::Errand errand, const wire::SessionView& view);
/// What is typed into the form, sent or not.
void fill(console::Console& console, const std::vector<std::pair<console::Entry, std::string>>& entries);

} // namespace verandah::test
