// SPDX-License-Identifier: Apache-2.0
// Which events are about her, and what is left of them.
#include "clinic/store/forgetting/rows_of_visitor.hpp"

#include <utility>

namespace verandah::store {

RowsOfVisitor::RowsOfVisitor(std::unique_ptr<Journal> journal, domain::VisitorId visitor)
    : journal_{std::move(journal)}, visitor_{visitor}
{
}

void RowsOfVisitor::read_on()
{
    journal_->replay([this](domain::Sequence row, const domain::Recorded& recorded) { look_at(row, recorded); });
}

void RowsOfVisitor::look_at(domain::Sequence row, const domain::Recorded& recorded)
{
    if (const auto* in_line = std::get_if<domain::LineEvent>(&recorded.event)) {
        const auto* issued = std::get_if<domain::TicketIssued>(in_line);
        if (issued != nullptr && issued->visitor == visitor_) {
            auto without_her = recorded;
            std::get<domain::TicketIssued>(std::get<domain::LineEvent>(without_her.event)).visitor.reset();
            found_.push_back({row, std::move(without_her)});
        }
        return;
    }
    const auto* of_card = std::get_if<domain::CardEvent>(&recorded.event);
    if (of_card == nullptr) {
        return;
    }
    bool is_hers = false;
    if (const auto* minted = std::get_if<domain::CardMinted>(of_card)) {
        is_hers = minted->visitor == visitor_;
        if (is_hers) {
            cards_.insert(minted->card);
        }
    } else if (const auto* replaced = std::get_if<domain::CardReplaced>(of_card)) {
        is_hers = replaced->visitor == visitor_;
        if (is_hers) {
            cards_.insert({replaced->old_card, replaced->new_card});
        }
    } else if (const auto* revoked = std::get_if<domain::CardRevoked>(of_card)) {
        is_hers = cards_.contains(revoked->card);
    }
    if (is_hers) {
        found_.push_back({row, std::nullopt});
    }
}

} // namespace verandah::store
