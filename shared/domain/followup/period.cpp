// SPDX-License-Identifier: Apache-2.0
// Days and calendar months, added.
#include "shared/domain/followup/period.hpp"

namespace verandah::domain {

CentreDay after(CentreDay day, Period period)
{
    if (period.unit == Period::Unit::days) {
        return CentreDay{std::chrono::sys_days{day} + std::chrono::days{period.count}};
    }
    const auto same_number = day + std::chrono::months{period.count};
    return same_number.ok() ? same_number : CentreDay{same_number.year() / same_number.month() / std::chrono::last};
}

std::chrono::days days_between(CentreDay earlier, CentreDay later)
{
    return std::chrono::sys_days{later} - std::chrono::sys_days{earlier};
}

} // namespace verandah::domain
