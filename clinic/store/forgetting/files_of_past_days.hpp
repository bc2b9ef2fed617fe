// SPDX-License-Identifier: Apache-2.0
// What is for its day only: the files of visits without a card, and what outreach workers were asked that is over.
#pragma once

#include "clinic/store/journal.hpp"
#include "shared/domain/event.hpp"

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace verandah::store {

/// Of every day before the last that began.
struct FilesOfPastDays {
    std::size_t files{0}; ///< Of visits without a card.
    std::vector<Blot>
        rows; ///< Their keys, all that was written in them, and each tracing from its beginning to its end.
};

/// Goes through a journal and keeps what belongs to a day that is over. Each row once, in their order.
class FilesWalk {
public:
    void take(domain::Sequence row, const domain::Recorded& recorded);
    [[nodiscard]] FilesOfPastDays found() && { return std::move(past_); }

private:
    [[nodiscard]] bool begins_a_day(const domain::LineEvent& event);
    [[nodiscard]] bool is_of_a_ticket(const domain::CareEvent& event);
    void take_tracing(domain::Sequence row, const domain::CareEvent& event);

    std::optional<domain::CentreDay> day_;
    std::unordered_set<domain::FileId> files_;                          ///< Of the day under way.
    std::unordered_map<domain::TracingId, std::vector<Blot>> tracings_; ///< Those that are not over.
    std::vector<Blot> today_;
    FilesOfPastDays past_;
};

} // namespace verandah::store
