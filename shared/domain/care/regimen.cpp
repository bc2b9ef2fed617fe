// SPDX-License-Identifier: Apache-2.0
// The words of regimens.
#include "shared/domain/care/regimen.hpp"

#include "shared/domain/care/word_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace verandah::domain {
namespace {

constexpr std::array route_words{
    std::pair{Route::oral, std::string_view{"oral"}}, std::pair{Route::intramuscular, std::string_view{"im"}},
    std::pair{Route::intravenous, std::string_view{"iv"}}, std::pair{Route::vaginal, std::string_view{"vaginal"}},
    std::pair{Route::topical, std::string_view{"topical"}}};

constexpr std::array frequency_words{std::pair{Frequency::once, std::string_view{"once"}},
                                     std::pair{Frequency::daily, std::string_view{"daily"}},
                                     std::pair{Frequency::twice_daily, std::string_view{"twice_daily"}},
                                     std::pair{Frequency::three_daily, std::string_view{"three_daily"}},
                                     std::pair{Frequency::four_daily, std::string_view{"four_daily"}},
                                     std::pair{Frequency::weekly, std::string_view{"weekly"}}};

} // namespace

std::string_view word(Route route)
{
    return word_in(route_words, route);
}

std::optional<Route> route_from(std::string_view word)
{
    return value_in(route_words, word);
}

std::string_view word(Frequency frequency)
{
    return word_in(frequency_words, frequency);
}

std::optional<Frequency> frequency_from(std::string_view word)
{
    return value_in(frequency_words, word);
}

const Regimen* find_regimen(const Guideline& guideline, const RegimenCode& id)
{
    const auto found = std::ranges::find(guideline.regimens, id, &Regimen::id);
    return found == guideline.regimens.end() ? nullptr : &*found;
}

} // namespace verandah::domain
