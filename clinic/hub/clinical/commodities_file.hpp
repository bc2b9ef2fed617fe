// SPDX-License-Identifier: Apache-2.0
// The catalogue of the cupboard, as assets/stock/ writes it.
#pragma once

#include "clinic/hub/centre/fault.hpp"
#include "shared/domain/stock/commodity.hpp"

#include <expected>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// All faults there are, in the order of the file; with none, the catalogue.
[[nodiscard]] std::expected<domain::Catalogue, std::vector<Fault>> read_commodities(std::string_view toml);

/// assets/stock/commodities.1.toml, as the program carries it.
[[nodiscard]] std::string_view starting_commodities();
/// What it says. Throws std::logic_error when the program was built with a faulty one; a test reads it first.
[[nodiscard]] domain::Catalogue starting_catalogue();

} // namespace verandah::hub
