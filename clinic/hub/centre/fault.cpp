// SPDX-License-Identifier: Apache-2.0
// How a fault is shown.
#include "clinic/hub/centre/fault.hpp"

#include <fmt/format.h>

namespace verandah::hub {

std::string Fault::text(std::string_view file) const
{
    if (place == Place{}) {
        return fmt::format("{}: {}. {}", file, what, instead);
    }
    return fmt::format("{}:{}:{}: {}. {}", file, place.line, place.column, what, instead);
}

} // namespace verandah::hub
