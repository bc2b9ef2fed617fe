// SPDX-License-Identifier: Apache-2.0
// Which rows belong to such a file or tracing, and when its day is over.
#include "clinic/store/forgetting/files_of_past_days.hpp"

namespace verandah::store {

using namespace domain;

void FilesWalk::take(Sequence row, const Recorded& recorded)
{
    if (const auto* in_line = std::get_if<LineEvent>(&recorded.event)) {
        if (begins_a_day(*in_line)) {
            past_.rows.insert(past_.rows.end(), today_.begin(), today_.end());
            past_.files += files_.size();
            today_.clear();
            files_.clear();
        }
    } else if (const auto* of_care = std::get_if<CareEvent>(&recorded.event)) {
        if (is_of_a_ticket(*of_care)) {
            today_.push_back({row, std::nullopt});
        } else {
            take_tracing(row, *of_care);
        }
    }
}

bool FilesWalk::begins_a_day(const LineEvent& event)
{
    const auto* opened = std::get_if<DayOpened>(&event);
    const auto* gone_on = std::get_if<DayGoneOnWith>(&event);
    if (opened == nullptr && (gone_on == nullptr || gone_on->day == day_)) {
        return false;
    }
    day_ = opened != nullptr ? opened->day : gone_on->day;
    return true;
}

bool FilesWalk::is_of_a_ticket(const CareEvent& event)
{
    if (const auto* begun = std::get_if<FileBegun>(&event)) {
        const bool is_one = std::holds_alternative<TicketId>(begun->owner);
        if (is_one) {
            files_.insert(begun->file);
        }
        return is_one;
    }
    return std::visit(
        [this](const auto& happened) {
            if constexpr (requires { happened.file; }) {
                return files_.contains(happened.file);
            }
            return false;
        },
        event);
}

void FilesWalk::take_tracing(Sequence row, const CareEvent& event)
{
    std::visit(
        [&](const auto& happened) {
            if constexpr (requires { happened.tracing; }) {
                tracings_[happened.tracing].push_back({row, std::nullopt});
            }
        },
        event);
    if (const auto* over = std::get_if<TracingOver>(&event)) {
        const auto rows = std::move(tracings_.extract(over->tracing).mapped());
        today_.insert(today_.end(), rows.begin(), rows.end());
    }
}

} // namespace verandah::store
