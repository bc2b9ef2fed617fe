// SPDX-License-Identifier: Apache-2.0
// One walk through the journal for both, since it takes long.
#include "clinic/store/forgetting/past.hpp"

#include <utility>

namespace verandah::store {

Past read_past(Journal& journal, const domain::Centre& rules, const std::function<void()>& before_each)
{
    DaysWalk days{rules};
    FilesWalk files;
    journal.replay(
        [&](domain::Sequence row, const domain::Recorded& recorded) {
            before_each();
            files.take(row, recorded);
            days.take(row, recorded);
        },
        [&days](domain::Sequence row) { days.skip(row); });
    return {std::move(days).found(), std::move(files).found()};
}

} // namespace verandah::store
