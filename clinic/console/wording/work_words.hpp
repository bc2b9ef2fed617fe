// SPDX-License-Identifier: Apache-2.0
// The words of what is due and of referrals, of their questions and of slips.
#pragma once

#include "clinic/console/screens/models.hpp"
#include "clinic/console/wording/scene.hpp"

#include <string>
#include <vector>

namespace verandah::console {

[[nodiscard]] WorkModel due_words(const Scene& scene);
/// Whom an outreach worker is asked to look for.
[[nodiscard]] WorkModel tracing_words(const Scene& scene);
[[nodiscard]] WorkModel referral_words(const Scene& scene);
[[nodiscard]] WorkModel result_list_words(const Scene& scene);
/// Who can be referred to.
[[nodiscard]] WorkModel directory_words(const Scene& scene);
[[nodiscard]] SheetModel work_sheet_words(const Scene& scene, const WorkSheet& sheet);
/// The slips that are shown.
[[nodiscard]] SlipModel slip_words(const Scene& scene, const ShownSlip& shown);

/// What can be asked about referrals and partner slips in the open record.
[[nodiscard]] std::vector<RecordErrand> errand_words(const Scene& scene);
/// The last referral that was made today in the open record, and how it stands; empty when there is none.
[[nodiscard]] std::string referred_today_words(const Scene& scene);
/// How many slips she had, and how many came back; empty when she had none.
[[nodiscard]] std::string slips_words(const Scene& scene);

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
[[nodiscard]] std::string phase_label(const ui::Translator& words, domain::ReferralPhase phase);
/// "the last 90 days"; nullopt: all that are kept.
[[nodiscard]] std::string cascade_span_label(const ui::Translator& words, std::optional<std::chrono::days> span);
/// As its file says; or expired, when it has run out by the clock.
[[nodiscard]] domain::ReferralStatus status_now(const Scene& scene, const domain::Referral& referral);
[[nodiscard]] std::string move_label(const Scene& scene, domain::ReferralEvent event);
[[nodiscard]] std::string decline_label(const Scene& scene, domain::DeclineReason reason);
[[nodiscard]] std::string evidence_label(const Scene& scene, domain::Evidence evidence);
[[nodiscard]] std::string welcome_label(const Scene& scene, domain::Welcome welcome);
[[nodiscard]] ui::Icon welcome_icon(domain::Welcome welcome);
[[nodiscard]] ui::Tone welcome_tone(domain::Welcome welcome);
/// How visitors say they are received there, when enough of them said so and the board was looked at; and that somebody
/// should ask whether all is still so. Or empty.
[[nodiscard]] std::string provider_note(const Scene& scene, const domain::Provider& provider);
/// "Monday, Tuesday 09:00–17:00": days with the same hours share a line, in the order of the file.
[[nodiscard]] std::vector<std::string> hours_words(const ui::Translator& words,
                                                   const std::vector<domain::OpenSpan>& hours);
[[nodiscard]] std::string completed_label(const Scene& scene, domain::CompletedBecause because);
[[nodiscard]] std::string postponed_label(const Scene& scene, domain::PostponedBecause because);
/// "Reached her · She will come".
[[nodiscard]] std::string answer_words(const Scene& scene, domain::TracingOutcome outcome,
                                       std::optional<domain::TracingEnd> end);
[[nodiscard]] std::string tracing_end_label(const Scene& scene, domain::TracingEnd end);

} // namespace verandah::console
