// SPDX-License-Identifier: Apache-2.0
// The words of the page of stock and of its sheets.
#pragma once

#include "clinic/console/screens/models.hpp"
#include "clinic/console/wording/scene.hpp"

#include <cstdint>
#include <string>

namespace verandah::console {

[[nodiscard]] StockModel stock_words(const Scene& scene);
[[nodiscard]] SheetModel stock_sheet_words(const Scene& scene, const StockSheet& sheet);

/// "1,240"; "−12" with the sign of arithmetic.
[[nodiscard]] std::string grouped(std::int64_t number);
/// What is read from left to right whatever stands around it: a date, a time, a number with its sign.
[[nodiscard]] std::string left_to_right(const Scene& scene, std::string text);
/// "2028-03" for a whole month, "2028-03-15" for a day in it.
[[nodiscard]] std::string expiry_words(domain::CentreDay expiry);
/// In the reader's language; the code where the catalogue does not name it any more.
[[nodiscard]] std::string commodity_label(const Scene& scene, const wire::StockView::OfCommodity& kept);
[[nodiscard]] std::string stock_reason_words(const Scene& scene, StockReason reason);

} // namespace verandah::console
