// SPDX-License-Identifier: Apache-2.0
// The files of visits without a card: they are for their day only.
#pragma once

#include "clinic/store/journal.hpp"
#include "shared/domain/event.hpp"

#include <cstddef>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

namespace verandah::store {

/// Such files of every day before the last that began.
struct FilesOfPastDays {
    std::size_t files{0};
    std::vector<Blot> rows; ///< Their keys and all that was written in them.
};

/// Goes through a journal and keeps what belongs to a day that is over. Each row once, in their order.
class FilesWalk {
public:
    void take(domain::Sequence row, const domain::Recorded& recorded);
    [[nodiscard]] FilesOfPastDays found() && { return std::move(past_); }

private:
    [[nodiscard]] bool begins_a_day(const domain::LineEvent& event);
    [[nodiscard]] bool is_of_a_ticket(const domain::CareEvent& event);

    std::optional<domain::CentreDay> day_;
    std::unordered_set<domain::FileId> files_; ///< Of the day under way.
    std::vector<Blot> today_;
    FilesOfPastDays past_;
};

} // namespace verandah::store
