// SPDX-License-Identifier: Apache-2.0
// The words of movements.
#include "shared/domain/stock/stock_event.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

// Permanent: on disk and on the wire.
std::string_view word(MovementKind kind)
{
    switch (kind) {
    case MovementKind::received: return "received";
    case MovementKind::dispensed: return "dispensed";
    case MovementKind::handed_out: return "handed_out";
    case MovementKind::adjusted: return "adjusted";
    case MovementKind::wasted: return "wasted";
    case MovementKind::counted: return "counted";
    case MovementKind::countered: return "countered";
    }
    std::unreachable();
}

std::optional<MovementKind> movement_kind_from(std::string_view text)
{
    const auto* const found =
        std::ranges::find(every_movement_kind, text, [](MovementKind kind) { return word(kind); });
    return found == every_movement_kind.end() ? std::nullopt : std::optional{*found};
}

} // namespace verandah::domain
