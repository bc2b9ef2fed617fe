// SPDX-License-Identifier: Apache-2.0
// A table of values and the words they travel under: an array of pairs, each value and each word in it once.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

namespace verandah::domain {

/// Precondition: `value` is in the table.
template <class Table, class Value>
[[nodiscard]] std::string_view word_in(const Table& table, Value value)
{
    return std::ranges::find(table, value, [](const auto& row) { return row.first; })->second;
}

template <class Table>
[[nodiscard]] auto value_in(const Table& table, std::string_view word)
{
    const auto row = std::ranges::find(table, word, [](const auto& each) { return each.second; });
    return row == table.end() ? std::nullopt : std::optional{row->first};
}

} // namespace verandah::domain
