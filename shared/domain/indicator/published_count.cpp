// SPDX-License-Identifier: Apache-2.0
// Complementary suppression of a table with one whole.
#include "shared/domain/indicator/published_count.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace verandah::domain {

namespace {

using State = PublishedCell::State;

PublishedCell cell_of(int count, int smallest_shown)
{
    const auto published = published_count(count, smallest_shown);
    return published ? PublishedCell{State::shown, *published} : PublishedCell{State::small, 0};
}

/// Whether a reader who knows the rule, and the whole, can tell a hidden cell for certain: when what is left for the
/// hidden ones can be divided among them in one way only.
bool gives_one_away(const PublishedTable& table, int total, int smallest_shown)
{
    const auto count = [&](State state) {
        return static_cast<int>(std::ranges::count(table.cells, state, &PublishedCell::state));
    };
    const int small = count(State::small);
    const int withheld = count(State::withheld);
    if (small == 0) {
        return false;
    }
    const int shown = std::accumulate(table.cells.begin(), table.cells.end(), 0,
                                      [](int sum, const PublishedCell& cell) { return sum + cell.count; });
    const int left = total - shown;
    const int least = small + withheld * smallest_shown;
    const int most = small * (smallest_shown - 1);
    // One way only: all at their least; or, with no withheld one to take what varies, all at their most, or just one.
    return left == least || (withheld == 0 && (small == 1 || left == most));
}

/// The smallest cell that is still shown and not zero.
PublishedCell* next_to_withhold(PublishedTable& table)
{
    PublishedCell* smallest = nullptr;
    for (auto& cell : table.cells) {
        const bool can_be = cell.state == State::shown && cell.count > 0;
        if (can_be && (smallest == nullptr || cell.count < smallest->count)) {
            smallest = &cell;
        }
    }
    return smallest;
}

} // namespace

std::optional<int> published_count(int people, int smallest_shown)
{
    return people == 0 || people >= smallest_shown ? std::optional{people} : std::nullopt;
}

PublishedTable publish_table(std::span<const int> counts, int smallest_shown)
{
    const int total = std::accumulate(counts.begin(), counts.end(), 0);
    PublishedTable table{{}, cell_of(total, smallest_shown)};
    std::ranges::transform(counts, std::back_inserter(table.cells),
                           [&](int count) { return cell_of(count, smallest_shown); });
    if (table.total.state != State::shown) {
        return table;
    }
    while (gives_one_away(table, total, smallest_shown)) {
        auto* const cell = next_to_withhold(table);
        if (cell == nullptr) {
            table.total = {State::withheld, 0};
            break;
        }
        *cell = {State::withheld, 0};
    }
    return table;
}

} // namespace verandah::domain
