// SPDX-License-Identifier: Apache-2.0
// What an entry changes about what counts: which thing, in which reporting period, and what it amounts to now.
#pragma once

#include "shared/domain/record/decide_entry.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::domain {

/// One thing that counts, as it stands now. What was said of the same thing in the same period before holds no more.
struct Counted {
    std::string thing;       ///< "encounter 3", "test 2 resulted": the same words for the same thing for good.
    CentreDay day;           ///< Of the thing itself, whenever it is corrected: it says in which period it counts.
    std::vector<Fact> facts; ///< All that it amounts to; none: it does not count any more.
    std::optional<FactCode> age{};   ///< The age band, as it was last given up to that period; nullopt: it was not.
    std::optional<FactCode> group{}; ///< How she describes herself, likewise.
    friend bool operator==(const Counted&, const Counted&) = default;
};

/// Where facts about a person herself begin: "age.25_29", "group.woman".
inline constexpr std::string_view age_facts = "age.";
inline constexpr std::string_view group_facts = "group.";

/// What changes with `entry`, which is not yet in `before`. Nothing when it amounts to what it amounted to before.
[[nodiscard]] std::vector<Counted> counted_by(const File& before, const FileEntry& entry, const CareRules& rules);

/// The reporting period in which something of that day counts.
[[nodiscard]] constexpr std::chrono::year_month period_of(CentreDay day)
{
    return day.year() / day.month();
}

} // namespace verandah::domain
