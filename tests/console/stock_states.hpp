// SPDX-License-Identifier: Apache-2.0
// The console in every state of the page of stock.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

[[nodiscard]] domain::CommodityCode commodity(std::string_view code);
/// A cupboard with something of every warning in it, in the starting catalogue's words.
[[nodiscard]] wire::StockView sample_stock();
/// So many movements of the condoms, newest first.
[[nodiscard]] std::vector<domain::Movement> sample_movements(std::size_t count);
/// A coordinator's console that shows the list; or the condoms and `count` movements of theirs.
[[nodiscard]] console::Console console_at_stock();
[[nodiscard]] console::Console console_at_condoms(std::size_t count);
[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_stock_state();

} // namespace verandah::test
