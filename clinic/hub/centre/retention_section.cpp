// SPDX-License-Identifier: Apache-2.0
// [retention]: how long the visits of a day are kept before only its totals are.
#include "clinic/hub/centre/sections.hpp"

#include <fmt/format.h>

namespace verandah::hub {

RetentionSettings read_retention_settings(Reading& reading)
{
    RetentionSettings settings;
    auto section = reading.root.table("retention");
    if (!section) {
        return settings;
    }
    constexpr int least = 7; // a week can still be asked about
    constexpr int most = 3'650;
    const auto usual = static_cast<int>(settings.visit_detail.count());
    settings.visit_detail =
        std::chrono::days{section->number("visit_detail_days", {.least = least, .most = most, .usual = usual})};
    section->refuse_other_keys();
    return settings;
}

} // namespace verandah::hub
