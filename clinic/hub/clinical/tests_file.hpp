// SPDX-License-Identifier: Apache-2.0
// assets/tests/*.toml: the tests a centre has.
#pragma once

#include "clinic/hub/centre/fault.hpp"
#include "shared/domain/care/test_kind.hpp"

#include <expected>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Reads and checks one sheet of tests, or lists everything that is wrong with it. Refused are, beside what is no TOML
/// and unknown keys: a code used twice, a specimen or test that is not in the file, a kind that nothing can come out
/// of, a code of another system whose check digit is wrong.
[[nodiscard]] std::expected<domain::TestSheet, std::vector<Fault>> read_tests(std::string_view text);

} // namespace verandah::hub
