// SPDX-License-Identifier: Apache-2.0
// The files of visits without a card: they are for their day only.
#pragma once

#include "clinic/store/journal.hpp"
#include "shared/domain/event.hpp"

#include <vector>

namespace verandah::store {

/// The rows of such files, their keys and all that was written in them, of every day before the last that began. Reads
/// all of `journal`, which is opened to be read only, with the key. Throws as Journal::replay() does.
[[nodiscard]] std::vector<Blot> files_of_past_days(Journal& journal);

} // namespace verandah::store
