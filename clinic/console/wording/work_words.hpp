// SPDX-License-Identifier: Apache-2.0
// The words of what is due and of referrals, of their questions and of slips.
#pragma once

#include "clinic/console/screens/models.hpp"
#include "clinic/console/wording/scene.hpp"

#include <string>

namespace verandah::console {

[[nodiscard]] WorkModel due_words(const Scene& scene);
[[nodiscard]] WorkModel referral_words(const Scene& scene);
[[nodiscard]] WorkModel result_list_words(const Scene& scene);
[[nodiscard]] SheetModel work_sheet_words(const Scene& scene, const WorkSheet& sheet);
/// The slip that is shown.
[[nodiscard]] SlipModel slip_words(const Scene& scene, const ShownSlip& shown);

// What several of them need.
[[nodiscard]] std::string rule_label(const Scene& scene, const domain::FollowupRuleCode& rule);
[[nodiscard]] std::string referral_label(const Scene& scene, const domain::ReferralServiceCode& service);
[[nodiscard]] std::string destination_label(const Scene& scene, const domain::ReferralDestination& to);
/// "Syphilis rapid · Blood".
[[nodiscard]] std::string test_label(const Scene& scene, const domain::TestCode& test,
                                     const domain::SpecimenCode& specimen);
[[nodiscard]] std::string file_label(const Scene& scene, domain::FileId file);
[[nodiscard]] std::string channel_label(const Scene& scene, domain::Channel channel);
/// "today", "tomorrow", "in 5 days", "3 days ago".
[[nodiscard]] std::string day_label(const Scene& scene, domain::CentreDay day);
/// "4 h", "3 days".
[[nodiscard]] std::string long_duration(const Scene& scene, std::chrono::milliseconds span);
[[nodiscard]] std::string status_label(const Scene& scene, domain::ReferralStatus status);
[[nodiscard]] std::string move_label(const Scene& scene, domain::ReferralEvent event);
[[nodiscard]] std::string decline_label(const Scene& scene, domain::DeclineReason reason);
[[nodiscard]] std::string evidence_label(const Scene& scene, domain::Evidence evidence);
[[nodiscard]] std::string completed_label(const Scene& scene, domain::CompletedBecause because);
[[nodiscard]] std::string postponed_label(const Scene& scene, domain::PostponedBecause because);
[[nodiscard]] std::string tracing_end_label(const Scene& scene, domain::TracingEnd end);

/// What both pages say of an empty list, their panel's notice, and whether more comes.
void word_list_state(const Scene& scene, const std::string& nothing_there, WorkModel& model);

} // namespace verandah::console
