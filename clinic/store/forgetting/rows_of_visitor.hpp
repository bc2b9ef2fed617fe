// SPDX-License-Identifier: Apache-2.0
// Everything in the journal that tells of one visitor.
#pragma once

#include "clinic/store/journal.hpp"
#include "shared/domain/event.hpp"

#include <functional>
#include <memory>
#include <set>
#include <unordered_set>
#include <vector>

namespace verandah::store {

/// Reads a journal beside its writer and collects what has to go when a visitor is forgotten: the events of her cards
/// whole, her file and those of her visits (who says "only today" has one) with their keys and all that was written in
/// them, and of her visits whose they were. The visits themselves stay, as those of somebody without a card, so that no
/// total changes.
class RowsOfVisitor {
public:
    /// `journal` is opened to be read only, with the key.
    RowsOfVisitor(std::unique_ptr<Journal> journal, domain::VisitorId visitor);

    /// Reads on to where the journal ends now. Throws as Journal::replay() does, and what `before_each` throws, which
    /// is called before each row and so can end the look early: then this is of no use any more.
    void read_on(const std::function<void()>& before_each = [] {});
    [[nodiscard]] const std::vector<Blot>& found() const { return found_; }
    [[nodiscard]] domain::VisitorId visitor() const { return visitor_; }
    /// She, and her visits: whoever of them has a file has none any more.
    [[nodiscard]] const std::set<domain::FileOwner>& owners() const { return owners_; }

private:
    void look_at(domain::Sequence row, const domain::Recorded& recorded);
    [[nodiscard]] bool is_hers(const domain::CardEvent& event);
    [[nodiscard]] bool is_hers(const domain::CareEvent& event);

    std::unique_ptr<Journal> journal_;
    domain::VisitorId visitor_;
    std::unordered_set<domain::CardHash> cards_;
    std::set<domain::FileOwner> owners_;
    std::set<domain::FileId> files_;
    std::vector<Blot> found_;
};

} // namespace verandah::store
