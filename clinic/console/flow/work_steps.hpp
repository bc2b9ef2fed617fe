// SPDX-License-Identifier: Apache-2.0
// What happens to what is due and to referrals. For flow/*.cpp, and for their words.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <optional>
#include <vector>

namespace verandah::console {

/// A page of lists that are made from all files, or of what is asked of an outreach worker.
[[nodiscard]] constexpr bool is_work(Page page)
{
    return page == Page::tracing || page == Page::due || page == Page::results || page == Page::referrals;
}
/// Asks for whatever the page that is shown needs and has not got.
[[nodiscard]] std::vector<Effect> look_at_work(Console& console);
/// Its page is there and nothing of it, nor is it asked for.
[[nodiscard]] bool needs_work(const Console& console);
[[nodiscard]] std::vector<Effect> handle_work(Console& console, const WorkHappening& happening, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_work_wish(Console& console, const WorkWish& wish, domain::Instant now);
/// A question of these pages or a slip lies over everything: what is done is about it. nullopt: none does.
[[nodiscard]] std::optional<std::vector<Effect>> handle_before_work(Console& console, const Wish& wish,
                                                                    domain::Instant now);

/// The row that is chosen; nullptr when none is.
[[nodiscard]] const wire::DueRow* chosen_due(const Work& work);
[[nodiscard]] const wire::ReferralRow* chosen_referral(const Work& work);
[[nodiscard]] const wire::ResultRow* chosen_result(const Work& work);
[[nodiscard]] const wire::TracingList::Row* chosen_tracing(const Work& work);
/// Whether `deed` is possible with the chosen row.
[[nodiscard]] bool is_possible(const Work& work, WorkDeed deed);

/// Who said so has to be told with it.
[[nodiscard]] bool needs_evidence(std::optional<domain::ReferralEvent> event);
/// She says so herself, and can be asked how it was.
[[nodiscard]] bool asks_welcome(const MoveReferralSheet& sheet);
/// Whether she was there and has not said yet how it was.
[[nodiscard]] bool may_be_asked(const domain::Referral& referral);
/// Whether this centre has what such slips need, after what she said of violence.
[[nodiscard]] bool can_give_slips(const Work& work, const PartnerSheet& sheet);

// In the order in which the sheets' words list them.
/// What may have happened to it. She is looked for only by the way that she agreed to.
[[nodiscard]] std::vector<domain::ReferralEvent> moves_from(const wire::ReferralRow& row);
[[nodiscard]] std::vector<const domain::Provider*> providers_of(const Work& work, const MakeReferralSheet& sheet);
[[nodiscard]] bool runs_from_exposure(const Work& work, const MakeReferralSheet& sheet);
[[nodiscard]] std::vector<domain::PartnerMode> modes_for(const Work& work, const PartnerSheet& sheet);
[[nodiscard]] std::vector<int> slip_counts(const Work& work);
[[nodiscard]] std::vector<domain::TracingEnd> ends_of(domain::TracingOutcome outcome);
/// To whom something can be given, as the hub last said.
[[nodiscard]] std::vector<domain::AccountCode> workers_of(const Work& work);
[[nodiscard]] std::vector<domain::TestResult> results_of(const Console& console, const domain::TestCode& code);
[[nodiscard]] std::optional<WorkMissing> missing_in(const Work& work, const WorkSheet& sheet);

} // namespace verandah::console
