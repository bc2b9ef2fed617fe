// SPDX-License-Identifier: Apache-2.0
// The page of stock.
#pragma once

#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

/// The lists, as scrolling knows them.
inline constexpr std::string_view commodity_list = "commodities";
inline constexpr std::string_view movement_list = "movements";

[[nodiscard]] Answer draw_stock_screen(ui::Frame& frame, const ui::Rect& area, const StockModel& model,
                                       const std::optional<AlertModel>& alert);

} // namespace verandah::console
