// SPDX-License-Identifier: Apache-2.0
// The words of regimens.
#include "shared/domain/care/regimen.hpp"

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

template <class Table>
auto value_in(const Table& table, std::string_view word)
{
    const auto row = std::ranges::find(table, word, [](const auto& each) { return each.second; });
    return row == table.end() ? std::nullopt : std::optional{row->first};
}

} // namespace

std::string_view word(Route route)
{
    return std::ranges::find(route_words, route, [](const auto& row) { return row.first; })->second;
}

std::optional<Route> route_from(std::string_view word)
{
    return value_in(route_words, word);
}

std::string_view word(Frequency frequency)
{
    return std::ranges::find(frequency_words, frequency, [](const auto& row) { return row.first; })->second;
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
