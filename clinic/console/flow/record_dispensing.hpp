// SPDX-License-Identifier: Apache-2.0
// What a dose takes out of the cupboard, and what happens on its way. For flow/record_*.cpp and the words of a record.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace verandah::console {

/// What one drug of a dose takes out of the cupboard.
struct Supply {
    enum class State {
        there,
        too_few,
        out,
        not_kept, ///< Nothing in the cupboard is given for this dose.
        unknown,  ///< The cupboard was not seen yet.
    };
    const domain::DrugGiven* drug;                     ///< Borrowed from the guideline; nullptr: in no table.
    const wire::StockView::OfCommodity* kept{nullptr}; ///< Borrowed from the cupboard; nullptr: not_kept, unknown.
    std::int64_t units{0};
    State state{State::unknown};
    std::optional<domain::CommodityCode> own{}; ///< The medicine that is in no table.
};
/// In the regimen's order. Of two commodities that a drug could come from, the first that has enough.
[[nodiscard]] std::vector<Supply> supplies_of(const Console& console, const domain::Regimen& regimen, int dose);
/// The same, of whatever was prescribed; nullopt when nothing here knows what it was.
[[nodiscard]] std::optional<std::vector<Supply>> supplies_of(const Console& console,
                                                             const domain::Prescribed& prescribed, int dose);
/// Whether all of it is in the cupboard.
[[nodiscard]] bool is_all_there(const std::vector<Supply>& supplies);

/// As it was prescribed, in whatever edition; nullptr when that is not known here. Borrowed.
[[nodiscard]] const domain::Regimen* regimen_of(const Console& console, const domain::Prescribed& prescribed);

// What happens to a dose on its way. Precondition of all: the record is open.
[[nodiscard]] std::vector<Effect> stock_answered(Console& console, const StockAnswered& event, domain::Instant now);
[[nodiscard]] std::vector<Effect> stock_refused(Console& console, const StockAskRefused& event, domain::Instant now);
[[nodiscard]] std::vector<Effect> stock_lost(Console& console, const StockAskLost& event, domain::Instant now);
/// It was written, or is found in the file: the dose has arrived.
[[nodiscard]] std::vector<Effect> settle_dose(Console& console, domain::Instant now);
/// It will not be written: what was taken for it goes back.
[[nodiscard]] std::vector<Effect> give_up_dose(Console& console, domain::Instant now);
/// Asks again for what was lost on the way.
[[nodiscard]] std::vector<Effect> dispensing_time_passed(Console& console, domain::Instant now);

} // namespace verandah::console
