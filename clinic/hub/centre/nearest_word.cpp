// SPDX-License-Identifier: Apache-2.0
// Edit distance after Levenshtein, one row at a time.
#include "clinic/hub/centre/nearest_word.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace verandah::hub {
namespace {

std::size_t distance(std::string_view one, std::string_view other)
{
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < other.size(); ++j) {
            const auto replaced = diagonal + (one[i] == other[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, diagonal + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string> known)
{
    constexpr std::size_t longest_compared = 64; // a longer word is no slip of the finger, and the work is quadratic
    if (known.empty() || word.size() > longest_compared) {
        return std::nullopt;
    }
    const auto nearest =
        std::ranges::min_element(known, {}, [word](const std::string& candidate) { return distance(word, candidate); });
    const auto allowed = std::max<std::size_t>(1, nearest->size() / 3);
    return distance(word, *nearest) <= allowed ? std::optional{*nearest} : std::nullopt;
}

} // namespace verandah::hub
