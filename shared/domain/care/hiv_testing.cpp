// SPDX-License-Identifier: Apache-2.0
// Looking up the strategy's table.
#include "shared/domain/care/hiv_testing.hpp"

#include <utility>

namespace verandah::domain {

std::expected<HivNext, Refusal> after(const HivAssays& assays)
{
    for (const auto& row : hiv_rows) {
        if (row.assays == assays) {
            return row.next;
        }
    }
    return refuse(Refusal::Why::invalid_input, "these assays do not come in the order of the testing strategy");
}

std::string_view word(HivNext next)
{
    switch (next) {
    case HivNext::do_a1: return "do_a1";
    case HivNext::do_a2: return "do_a2";
    case HivNext::repeat_a1: return "repeat_a1";
    case HivNext::do_a3: return "do_a3";
    case HivNext::negative: return "negative";
    case HivNext::positive: return "positive";
    case HivNext::inconclusive: return "inconclusive";
    }
    std::unreachable();
}

} // namespace verandah::domain
