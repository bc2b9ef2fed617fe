// SPDX-License-Identifier: Apache-2.0
// assets/regimens/*.toml: what a guideline gives for what.
#pragma once

#include "clinic/hub/centre/fault.hpp"
#include "shared/domain/care/regimen.hpp"

#include <expected>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Reads and checks one edition of a guideline, or lists everything that is wrong with it. Refused are, beside what is
/// no TOML and unknown keys: a regimen's id used twice or meant for what stands in no table, a fact that is not named
/// in the file, a regimen without drugs, one that is left out with what it is only given with, a course that counts
/// none of its facts, or whose next dose is due after it began anew, a cause that nothing is given for.
[[nodiscard]] std::expected<domain::Guideline, std::vector<Fault>> read_guideline(std::string_view text);

} // namespace verandah::hub
