// SPDX-License-Identifier: Apache-2.0
// Hides small counts so that a published table cannot point at one person.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace verandah::domain {

/// Counts of 1 to 4 are not shown, unless a programme says otherwise (field.md §10).
inline constexpr int usual_smallest_shown = 5;

/// Takes a count of people in one reporting period, centre-local time. Returns the count to publish; nullopt means
/// "print <5" for 1 to `smallest_shown - 1`. Zero is published as zero. Total: there is no error.
/// Precondition: people >= 0 and smallest_shown >= 1.
///
/// Source: UKHSA HIV and STI data publication guidelines. A total shown beside one hidden cell gives it away, so
/// tables go through publish_table(), never this alone.
[[nodiscard]] std::optional<int> published_count(int people, int smallest_shown = usual_smallest_shown);

/// One number of a published table.
struct PublishedCell {
    enum class State {
        shown,
        small,    ///< "<5"
        withheld, ///< Not small: it would give a small one away.
    };
    State state{State::shown};
    int count{0}; ///< 0 unless it is shown.
    friend bool operator==(const PublishedCell&, const PublishedCell&) = default;
};

/// Parts of one whole, and the whole.
struct PublishedTable {
    std::vector<PublishedCell> cells;
    PublishedCell total;
    friend bool operator==(const PublishedTable&, const PublishedTable&) = default;
};

/// Hides every small cell, and withholds as few others as it takes that no hidden one can be worked out from what is
/// left: first the smallest cells, at last the total. Zero stays zero. Precondition: no count is negative, and
/// smallest_shown >= 1.
[[nodiscard]] PublishedTable publish_table(std::span<const int> counts, int smallest_shown = usual_smallest_shown);

} // namespace verandah::domain
