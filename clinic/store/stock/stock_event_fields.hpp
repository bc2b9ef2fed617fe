// SPDX-License-Identifier: Apache-2.0
// How the events of the cupboard are written and read. For event_codec.cpp only.
#pragma once

#include "clinic/store/event_fields.hpp"

namespace verandah::store::stock_events {

[[nodiscard]] Json fields(const domain::StockMoved& event);
[[nodiscard]] domain::StockMoved read(const Fields& from, Is<domain::StockMoved>);
[[nodiscard]] Json fields(const domain::SuppliesTaken& event);
[[nodiscard]] domain::SuppliesTaken read(const Fields& from, Is<domain::SuppliesTaken>);

} // namespace verandah::store::stock_events
