// SPDX-License-Identifier: Apache-2.0
// What the journal holds of days that are over: read once, with the key, for what goes when its time is up.
#pragma once

#include "clinic/store/forgetting/days_past.hpp"
#include "clinic/store/forgetting/files_of_past_days.hpp"

#include <functional>

namespace verandah::store {

struct Past {
    DaysPast days;
    FilesOfPastDays files;
};
/// Reads all of `journal`, which is opened to be read only, with the key. Throws as Journal::replay() does, and what
/// `before_each` throws, which is called before each row and so can end the look early.
[[nodiscard]] Past
read_past(Journal& journal, const domain::Centre& rules, const std::function<void()>& before_each = [] {});

} // namespace verandah::store
