// SPDX-License-Identifier: Apache-2.0
// The console in every state of its lists of what is due and of referrals.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

[[nodiscard]] wire::CareRulesView sample_care_rules();
[[nodiscard]] std::vector<domain::AccountCode> sample_workers();
/// So many rows of what is due, in every state there is.
[[nodiscard]] wire::DueList sample_due(std::size_t count);
[[nodiscard]] wire::ReferralList sample_referrals(std::size_t count);

/// A clinician's console at the page, with its rules and so many rows of its list.
[[nodiscard]] console::Console console_with_due(std::size_t count);
[[nodiscard]] console::Console console_with_referrals(std::size_t count);
/// The hub's answer to what was asked last of that kind.
void answer(console::Console& console, console::AskWork::What what, const std::string& body);

[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_work_state();

} // namespace verandah::test
