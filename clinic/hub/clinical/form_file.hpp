// SPDX-License-Identifier: Apache-2.0
// assets/forms/*.toml: what is asked, and when.
#pragma once

#include "clinic/hub/centre/fault.hpp"
#include "shared/domain/care/form.hpp"

#include <expected>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Reads and checks one form, or lists everything that is wrong with it. Refused are, beside what is no TOML and
/// unknown keys: a field's or a choice's code used twice; a condition on a field or a choice that is not in the form,
/// or that cannot hold of such a field; a field shown by one that stands behind it, or by itself, so that none ever
/// waits for another in a circle; limits that contradict each other; a role that
/// such a field cannot have.
[[nodiscard]] std::expected<domain::Form, std::vector<Fault>> read_form(std::string_view text);

} // namespace verandah::hub
