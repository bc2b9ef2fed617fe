// SPDX-License-Identifier: Apache-2.0
// The files of visits without a card: they are for their day only.
#pragma once

#include "clinic/store/journal.hpp"
#include "shared/domain/event.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace verandah::store {

struct FilesOfPastDays {
    std::size_t files{0};
    std::vector<Blot> rows; ///< Their keys and all that was written in them.
};
/// Such files of every day before the last that began. Reads all of `journal`, which is opened to be read only, with
/// the key. Throws as Journal::replay() does, and what `before_each` throws, which is called before each row.
[[nodiscard]] FilesOfPastDays files_of_past_days(Journal& journal, const std::function<void()>& before_each = [] {});

} // namespace verandah::store
