// SPDX-License-Identifier: Apache-2.0
// The number that the next encounter, test, prescription or referral of a file has.
#pragma once

#include "shared/domain/record/file.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace verandah::domain {

/// The highest number that is taken, or may be: what an entry adds has at most that entry's own number, so that nothing
/// in the entries which this version cannot read is ever numbered like something it adds. 0: none is.
template <class Number, class What>
[[nodiscard]] std::int64_t highest_taken(const File& file, const std::map<Number, What>& known)
{
    const std::int64_t unread = file.unread.empty() ? 0 : file.unread.back();
    return known.empty() ? unread : std::max(unread, known.rbegin()->first.value());
}

/// Only this one is taken (decide_entry.hpp): two who write at once cannot both have it. `known` is one of the file's.
template <class Number, class What>
[[nodiscard]] Number next_number(const File& file, const std::map<Number, What>& known)
{
    return Number{highest_taken(file, known) + 1};
}

} // namespace verandah::domain
