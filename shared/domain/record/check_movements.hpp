// SPDX-License-Identifier: Apache-2.0
// Whether what an entry says of a dose is what the cupboard's book says.
#pragma once

#include "shared/domain/care/regimen.hpp"
#include "shared/domain/record/file_event.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/domain/stock/commodity.hpp"
#include "shared/domain/stock/stock_book.hpp"

#include <expected>
#include <optional>

namespace verandah::domain {

/// What a dose takes: `own`, when it was written down outside the table; else `regimen`, the one prescribed, nullptr
/// when it is not known any more. Borrows the regimen.
struct Takes {
    const Regimen* regimen{nullptr};
    std::optional<OwnTreatment> own{};
};

/// Refuses with not_found a movement that is not in the book; with conflict one that was taken back; with invalid_input
/// one that is no dispensing, is named twice, or is of nothing that the dose takes, and more or less of a commodity
/// than the dose takes of it. Without any it came from elsewhere, and so may a drug whose commodity is not among them.
/// When nothing says what the dose takes only the book is asked. Whether another visitor's file names a movement, too,
/// nobody can tell: those are sealed.
[[nodiscard]] std::expected<void, Refusal> check_movements(const StockBook& book, const Catalogue& catalogue,
                                                           const Takes& takes, const Dispensed& dispensed);

} // namespace verandah::domain
