// SPDX-License-Identifier: Apache-2.0
// [publishing]: how small a count may be that is told to whoever sees totals only.
#include "clinic/hub/centre/sections.hpp"

namespace verandah::hub {

PublishingSettings read_publishing_settings(Reading& reading)
{
    PublishingSettings settings;
    auto section = reading.root.table("publishing");
    if (!section) {
        return settings;
    }
    constexpr int least = 3; // below it, two people in a table would find each other
    constexpr int most = 100;
    settings.smallest_count =
        section->number("smallest_count", {.least = least, .most = most, .usual = settings.smallest_count});
    section->refuse_other_keys();
    return settings;
}

} // namespace verandah::hub
