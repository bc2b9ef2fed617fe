// SPDX-License-Identifier: Apache-2.0
// The console in every state of looking back at who did what.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

/// So many deeds of every kind there is, newest first: `last` is the newest one's number, two minutes apart.
[[nodiscard]] std::vector<wire::AuditView::Deed> sample_deeds(std::size_t count, domain::Sequence last);
[[nodiscard]] wire::AuditCheck sample_check();
/// A coordinator's console whose first page of `count` came, and the check after it.
[[nodiscard]] console::Console console_looking_back(std::size_t count, std::optional<domain::Sequence> next = {});
[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_past_state();

} // namespace verandah::test
