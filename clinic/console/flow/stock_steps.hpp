// SPDX-License-Identifier: Apache-2.0
// What happens to the page of stock. For flow/*.cpp, and for its words.
#pragma once

#include "clinic/console/flow/console.hpp"
#include "clinic/console/flow/sheet_steps.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace verandah::console {

/// Asks for what is there, and for what is looked at; nothing while it is asked already.
/// Only what is there, unless that is asked already or is nothing for whoever stands here.
[[nodiscard]] std::vector<Effect> look_at_balances(Console& console, domain::Instant now);
[[nodiscard]] std::vector<Effect> look_at_stock(Console& console, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_stock(Console& console, const StockHappening& happening, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_stock_wish(Console& console, const StockWish& wish, domain::Instant now);
/// Precondition: nothing is missing on the sheet.
[[nodiscard]] std::vector<Effect> confirm_stock(Console& console, const StockSheet& sheet);
/// Looks again after a while: kiosks and colleagues take things, too.
[[nodiscard]] std::vector<Effect> stock_time_passed(Console& console, domain::Instant now);

// stock_sheet_steps.cpp
[[nodiscard]] StockSheet sheet_for(const Console& console, StockDeed deed);
void choose(const Console& console, StockSheet& sheet, const ChooseOption& option);
void type_into(StockSheet& sheet, const TypeStock& typed);
[[nodiscard]] std::optional<Missing> missing(const Console& console, const StockSheet& sheet);
/// What the sheet asks of the hub. Precondition: nothing is missing.
[[nodiscard]] ChangeStock change_of(const StockSheet& sheet);

/// What is kept of the commodity that is looked at; nullptr for none.
[[nodiscard]] const wire::StockView::OfCommodity* chosen_commodity(const Console& console);
[[nodiscard]] const domain::Movement* chosen_movement(const Console& console);
/// Whether the deed's button is there, and whether it can be pressed just now.
[[nodiscard]] bool may(const Console& console, StockDeed deed);
[[nodiscard]] bool can(const Console& console, StockDeed deed);

/// "2028-03-31", or the last day of "2028-03" or "3/2028"; in the digits of any of our languages.
[[nodiscard]] std::optional<domain::CentreDay> expiry_in(std::string_view typed);
[[nodiscard]] std::optional<std::int64_t> amount_in(std::string_view typed);
/// As it is kept: in English, the journal's own language.
[[nodiscard]] std::string_view english_of(StockReason reason);
/// Groups and options of a sheet, in the order in which choose() counts them.
enum class StockGroup { batches, direction, amounts, reasons };
[[nodiscard]] std::vector<StockGroup> groups_of(const StockSheet& sheet);
/// The lines to type into, in their order.
[[nodiscard]] std::vector<StockField> fields_of(const StockSheet& sheet);
[[nodiscard]] std::string_view typed_in(const StockSheet& sheet, StockField field);
/// The batches that the sheet offers: what it may be about.
[[nodiscard]] std::vector<wire::StockView::OfBatch> batches_for(const Console& console, const StockSheet& sheet);

} // namespace verandah::console
