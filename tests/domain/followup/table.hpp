// SPDX-License-Identifier: Apache-2.0
// A small table of follow-up rules and histories by hand.
#pragma once

#include "shared/domain/followup/due_items.hpp"

#include <stdexcept>
#include <string_view>
#include <utility>

namespace verandah::test::followup {

using namespace domain;
using namespace std::chrono_literals;

[[nodiscard]] inline CentreDay day(int year, unsigned month, unsigned number)
{
    return CentreDay{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

[[nodiscard]] inline FactPattern pattern(std::string_view code, std::optional<std::int32_t> value = std::nullopt)
{
    return {FactCode::make(code).value(), value};
}

[[nodiscard]] inline Fact fact(std::string_view code, CentreDay on, std::optional<std::int32_t> value = std::nullopt)
{
    return {FactCode::make(code).value(), on, value};
}

[[nodiscard]] inline FollowupRuleCode rule_code(std::string_view code)
{
    return FollowupRuleCode::make(code).value();
}

[[nodiscard]] inline FollowupRule rule(std::string_view code, Period due, std::vector<FactPattern> triggers,
                                       std::vector<FactPattern> completed_by)
{
    return {.code = rule_code(code),
            .service = FollowupServiceCode::make("any").value(),
            .label = {{"en", "Something"}},
            .triggers = std::move(triggers),
            .due = due,
            .completed_by = std::move(completed_by),
            .source = "made up"};
}

[[nodiscard]] inline FollowupRules table(std::vector<FollowupRule> rules)
{
    return {.about = {{"made_up", 1}, "made up", ClinicalSource::Standing::to_confirm},
            .services = {{FollowupServiceCode::make("any").value(), {{"en", "Any"}}}},
            .rules = std::move(rules)};
}

inline constexpr Period three_months{3, Period::Unit::months};
inline constexpr Period a_year{12, Period::Unit::months};
inline constexpr Period seven_days{7, Period::Unit::days};

/// Due three months after the last check-up, and done by the next one.
[[nodiscard]] inline FollowupRules check_up()
{
    return table({rule("checkup", three_months, {pattern("visit.checkup")}, {pattern("visit.checkup")})});
}

/// The only item there is.
[[nodiscard]] inline DueItem only(const std::vector<DueItem>& items)
{
    if (items.size() != 1) {
        throw std::logic_error{"there is not just one item"};
    }
    return items.front();
}

} // namespace verandah::test::followup
