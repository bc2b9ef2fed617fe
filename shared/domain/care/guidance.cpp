// SPDX-License-Identifier: Apache-2.0
// The table of regimens, read against one visitor's circumstances.
#include "shared/domain/care/guidance.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace verandah::domain {
namespace {

constexpr std::array against_words{std::pair{Against::nothing, std::string_view{"nothing"}},
                                   std::pair{Against::a_later_line, std::string_view{"a_later_line"}},
                                   std::pair{Against::left_out, std::string_view{"left_out"}},
                                   std::pair{Against::another_cause, std::string_view{"another_cause"}},
                                   std::pair{Against::no_guidance, std::string_view{"no_guidance"}}};

bool fits_signs(const Regimen& regimen, const Circumstances& circumstances)
{
    return regimen.only_with.empty() || !those_there(regimen.only_with, circumstances).empty();
}

Suggestion suggestion_for(const FactCode& cause, const Guideline& guideline, const Circumstances& circumstances)
{
    std::vector<const Regimen*> regimens;
    for (const auto& each : guideline.regimens) {
        if (each.for_what == cause && fits_signs(each, circumstances)) {
            regimens.push_back(&each);
        }
    }
    std::ranges::stable_sort(regimens, {}, &Regimen::line);
    Suggestion suggestion{cause, {}, {}};
    for (const auto* regimen : regimens) {
        if (auto because = those_there(regimen->not_with, circumstances); !because.empty()) {
            suggestion.left_out.push_back({regimen, std::move(because)});
        } else {
            suggestion.offers.push_back({regimen, those_there(regimen->careful_with, circumstances)});
        }
    }
    return suggestion;
}

} // namespace

Circumstances circumstances_of(const History& today)
{
    Circumstances circumstances;
    std::ranges::transform(today, std::inserter(circumstances, circumstances.end()), &Fact::code);
    return circumstances;
}

std::vector<FactCode> those_there(const std::vector<FactCode>& codes, const Circumstances& circumstances)
{
    std::vector<FactCode> there;
    std::ranges::copy_if(codes, std::back_inserter(there),
                         [&](const FactCode& code) { return circumstances.contains(code); });
    return there;
}

std::vector<Suggestion> suggest(const Guideline& guideline, const Circumstances& circumstances)
{
    std::vector<Suggestion> suggestions;
    for (const auto& cause : guideline.causes) {
        if (!circumstances.contains(cause.fact)) {
            continue;
        }
        auto suggestion = suggestion_for(cause.fact, guideline, circumstances);
        if (!suggestion.offers.empty() || !suggestion.left_out.empty()) {
            suggestions.push_back(std::move(suggestion));
        }
    }
    return suggestions;
}

std::string_view word(Against against)
{
    return std::ranges::find(against_words, against, [](const auto& row) { return row.first; })->second;
}

Against against(const std::vector<Suggestion>& suggestions, const RegimenCode& chosen)
{
    if (suggestions.empty()) {
        return Against::no_guidance;
    }
    const auto is_it = [&](const auto& each) { return each.regimen->id == chosen; };
    for (const auto& suggestion : suggestions) {
        const auto offer = std::ranges::find_if(suggestion.offers, is_it);
        if (offer != suggestion.offers.end()) {
            return offer == suggestion.offers.begin() || offer->regimen->line == suggestion.offers.front().regimen->line
                       ? Against::nothing
                       : Against::a_later_line;
        }
        if (std::ranges::any_of(suggestion.left_out, is_it)) {
            return Against::left_out;
        }
    }
    return Against::another_cause;
}

ByTheTable by_the_table(const Guideline& guideline, const Circumstances& circumstances, const FactCode& for_what,
                        const Regimen& chosen)
{
    ByTheTable said{.left_out_for = those_there(chosen.not_with, circumstances),
                    .careful_with = those_there(chosen.careful_with, circumstances)};
    const auto all = suggest(guideline, circumstances);
    const auto found = std::ranges::find(all, for_what, &Suggestion::for_what);
    if (!said.left_out_for.empty()) {
        said.against = Against::left_out;
    } else if (found != all.end()) {
        said.against = against({*found}, chosen.id);
    } else if (chosen.for_what != for_what) {
        said.against = Against::another_cause; // be the cause one that the table says nothing of
    }
    return said;
}

} // namespace verandah::domain
