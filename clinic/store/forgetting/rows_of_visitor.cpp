// SPDX-License-Identifier: Apache-2.0
// Which events are about her, and what is left of them.
#include "clinic/store/forgetting/rows_of_visitor.hpp"

#include "shared/domain/record/file_book.hpp"

#include <algorithm>
#include <utility>

namespace verandah::store {

RowsOfVisitor::RowsOfVisitor(std::unique_ptr<Journal> journal, domain::VisitorId visitor)
    : journal_{std::move(journal)}, visitor_{visitor}, owners_{visitor}
{
}

void RowsOfVisitor::read_on(const std::function<void()>& before_each)
{
    journal_->replay([&](domain::Sequence row, const domain::Recorded& recorded) {
        before_each();
        look_at(row, recorded);
    });
}

void RowsOfVisitor::look_at(domain::Sequence row, const domain::Recorded& recorded)
{
    if (const auto* in_line = std::get_if<domain::LineEvent>(&recorded.event)) {
        const auto* issued = std::get_if<domain::TicketIssued>(in_line);
        if (issued != nullptr && issued->visitor == visitor_) {
            owners_.insert(issued->ticket);
            auto without_her = recorded;
            std::get<domain::TicketIssued>(std::get<domain::LineEvent>(without_her.event)).visitor.reset();
            found_.push_back({row, std::move(without_her)});
        }
        return;
    }
    const auto* of_card = std::get_if<domain::CardEvent>(&recorded.event);
    const auto* of_care = std::get_if<domain::CareEvent>(&recorded.event);
    if ((of_card != nullptr && is_hers(*of_card)) || (of_care != nullptr && is_hers(*of_care))) {
        found_.push_back({row, std::nullopt});
    }
}

bool RowsOfVisitor::is_hers(const domain::CardEvent& event)
{
    if (const auto* minted = std::get_if<domain::CardMinted>(&event)) {
        if (minted->visitor == visitor_) {
            cards_.insert(minted->card);
        }
        return minted->visitor == visitor_;
    }
    if (const auto* replaced = std::get_if<domain::CardReplaced>(&event)) {
        if (replaced->visitor == visitor_) {
            cards_.insert({replaced->old_card, replaced->new_card});
        }
        return replaced->visitor == visitor_;
    }
    return cards_.contains(std::get<domain::CardRevoked>(event).card);
}

bool RowsOfVisitor::is_hers(const domain::CareEvent& event)
{
    if (const auto* begun = std::get_if<domain::FileBegun>(&event);
        begun != nullptr && owners_.contains(begun->owner)) {
        files_.insert(begun->file);
    }
    return std::ranges::any_of(files_, [&event](domain::FileId file) { return domain::is_in(event, file); });
}

} // namespace verandah::store
