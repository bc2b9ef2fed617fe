// SPDX-License-Identifier: Apache-2.0
// assets/consent/*.toml: what a visitor is asked before anything is kept about her.
#pragma once

#include "clinic/hub/centre/fault.hpp"
#include "shared/domain/care/consent_text.hpp"

#include <expected>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Reads and checks one version of the words, or lists everything that is wrong with it.
[[nodiscard]] std::expected<domain::ConsentText, std::vector<Fault>> read_consent_text(std::string_view text);

} // namespace verandah::hub
