// SPDX-License-Identifier: Apache-2.0
// The catalogue of a cupboard.
#include "shared/domain/stock/commodity.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

// Permanent: in files and on the wire.
std::string_view word(CommodityKind kind)
{
    switch (kind) {
    case CommodityKind::condom: return "condom";
    case CommodityKind::lubricant: return "lubricant";
    case CommodityKind::injecting: return "injecting";
    case CommodityKind::test: return "test";
    case CommodityKind::medicine: return "medicine";
    }
    std::unreachable();
}

std::optional<CommodityKind> commodity_kind_from(std::string_view text)
{
    const auto* const found =
        std::ranges::find(every_commodity_kind, text, [](CommodityKind kind) { return word(kind); });
    return found == every_commodity_kind.end() ? std::nullopt : std::optional{*found};
}

const Commodity* Catalogue::find(const CommodityCode& code) const
{
    const auto found = std::ranges::find(commodities, code, &Commodity::code);
    return found == commodities.end() ? nullptr : &*found;
}

} // namespace verandah::domain
