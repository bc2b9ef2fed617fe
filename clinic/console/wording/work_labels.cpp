// SPDX-License-Identifier: Apache-2.0
// Codes of care as words.
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/wording/words.hpp"
#include "clinic/console/wording/work_words.hpp"
#include "shared/domain/followup/period.hpp"
#include "shared/domain/referral/run_out.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

std::string rule_label(const Scene& scene, const domain::FollowupRuleCode& rule)
{
    const auto& rules = scene.console.work.rules;
    if (rules) {
        const auto found = std::ranges::find(rules->rules, rule, &wire::CareRulesView::Rule::code);
        if (found != rules->rules.end()) {
            return label_of(scene, found->label);
        }
    }
    return rule.text();
}

std::string referral_label(const Scene& scene, const domain::ReferralServiceCode& service)
{
    const auto& rules = scene.console.work.rules;
    if (rules) {
        const auto found =
            std::ranges::find(rules->referral_services, service, &wire::CareRulesView::ReferralService::code);
        if (found != rules->referral_services.end()) {
            return label_of(scene, found->label);
        }
    }
    return service.text();
}

domain::ReferralStatus status_now(const Scene& scene, const domain::Referral& referral)
{
    const auto& rules = scene.console.work.rules;
    if (rules) {
        const auto found =
            std::ranges::find(rules->referral_services, referral.service, &wire::CareRulesView::ReferralService::code);
        const domain::Moment now{scene.now, today(scene.console, scene.now)};
        if (found != rules->referral_services.end() &&
            domain::has_run_out(referral, {found->within, found->grace}, now)) {
            return domain::ReferralStatus::expired;
        }
    }
    return referral.status;
}

std::string phase_label(const ui::Translator& words, domain::ReferralPhase phase)
{
    switch (phase) {
    case domain::ReferralPhase::waiting: return words.translate("Waits for an answer");
    case domain::ReferralPhase::on_her_way: return words.translate("On her way");
    case domain::ReferralPhase::traced: return words.translate("Being traced");
    case domain::ReferralPhase::run_out: return words.translate("Run out");
    case domain::ReferralPhase::ended: return words.translate("Ended");
    }
    std::unreachable();
}

std::string cascade_span_label(const ui::Translator& words, std::optional<std::chrono::days> span)
{
    if (!span) {
        return words.translate("all that are kept");
    }
    return *span == std::chrono::days{365}
               ? words.translate("the last year")
               : words.translate("the last {} day", "the last {} days", static_cast<long>(span->count()));
}

std::string destination_label(const Scene& scene, const domain::ReferralDestination& to)
{
    if (const auto* inside = std::get_if<domain::ServiceCode>(&to)) {
        return service_label(scene, *inside);
    }
    const auto code = std::get<domain::ProviderCode>(to);
    const auto& rules = scene.console.work.rules;
    if (rules) {
        const auto found = std::ranges::find(rules->providers, code, &domain::Provider::code);
        if (found != rules->providers.end()) {
            return found->name;
        }
    }
    return code.text();
}

std::string file_label(const Scene& scene, domain::FileId file)
{
    constexpr std::string_view no_break_space{"\u00a0"};
    auto number = std::to_string(file.value());
    for (auto place = std::ssize(number) - 4; place > 0; place -= 4) { // sixteen digits are read four by four
        number.insert(static_cast<std::size_t>(place), no_break_space);
    }
    return filled(scene.words.translate("File {number}"), {{"number", number}});
}

std::string channel_label(const Scene& scene, domain::Channel channel)
{
    const auto& words = scene.words;
    switch (channel) {
    case domain::Channel::none: return words.translate("Not to be looked for");
    case domain::Channel::outreach_worker: return words.translate("By an outreach worker");
    case domain::Channel::buddy: return words.translate("Through a buddy");
    }
    std::unreachable();
}

std::string day_label(const Scene& scene, domain::CentreDay day)
{
    const auto& words = scene.words;
    const auto ahead = domain::days_between(today(scene.console, scene.now), day).count();
    switch (ahead) {
    case 0: return words.translate("today");
    case 1: return words.translate("tomorrow");
    case -1: return words.translate("yesterday");
    default: break;
    }
    return ahead > 0 ? words.translate("in {} day", "in {} days", ahead)
                     : words.translate("{} day ago", "{} days ago", -ahead);
}

std::string long_duration(const Scene& scene, std::chrono::milliseconds span)
{
    const auto hours = std::chrono::floor<std::chrono::hours>(span).count();
    if (hours < 1) {
        return duration(scene, span);
    }
    return hours < 48 ? filled(scene.words.translate("{hours} h"), {{"hours", std::to_string(hours)}})
                      : scene.words.translate("{} day", "{} days", hours / 24);
}

std::string status_label(const Scene& scene, domain::ReferralStatus status)
{
    const auto& words = scene.words;
    using enum domain::ReferralStatus;
    switch (status) {
    case draft: return words.translate("Draft");
    case issued: return words.translate("Issued");
    case sent: return words.translate("Sent");
    case acknowledged: return words.translate("They know of it");
    case accepted: return words.translate("Accepted");
    case declined: return words.translate("Declined");
    case booked: return words.translate("Booked");
    case attended: return words.translate("Was there");
    case received: return words.translate("Received");
    case closed: return words.translate("Closed");
    case no_show: return words.translate("Did not come");
    case tracing_1: return words.translate("Looked for once");
    case tracing_2: return words.translate("Looked for twice");
    case tracing_3: return words.translate("Looked for three times");
    case lost: return words.translate("Lost");
    case cancelled: return words.translate("Cancelled by her");
    case revoked: return words.translate("Taken back");
    case expired: return words.translate("Run out");
    }
    std::unreachable();
}

std::string move_label(const Scene& scene, domain::ReferralEvent event)
{
    const auto& words = scene.words;
    using enum domain::ReferralEvent;
    switch (event) {
    case issue: return words.translate("Issue it: she agreed");
    case send: return words.translate("It was sent");
    case acknowledge: return words.translate("They know of it");
    case accept: return words.translate("They accept");
    case decline: return words.translate("They decline");
    case book: return words.translate("Book a day");
    case attend: return words.translate("She was there");
    case receive: return words.translate("She received it");
    case close: return words.translate("Close it");
    case miss: return words.translate("She did not come");
    case trace: return words.translate("She was looked for");
    case lose: return words.translate("Give up looking");
    case cancel: return words.translate("She cancels it");
    case revoke: return words.translate("Take it back");
    case expire: return words.translate("Its time is over");
    }
    std::unreachable();
}

std::string decline_label(const Scene& scene, domain::DeclineReason reason)
{
    const auto& words = scene.words;
    using enum domain::DeclineReason;
    switch (reason) {
    case full: return words.translate("They are full");
    case not_offered_here: return words.translate("They do not offer it");
    case closed: return words.translate("They are closed");
    case cost: return words.translate("It costs too much");
    case needs_document: return words.translate("They want a document");
    case refused_group: return words.translate("They turned her away");
    case other: return words.translate("Something else");
    }
    std::unreachable();
}

std::string evidence_label(const Scene& scene, domain::Evidence evidence)
{
    const auto& words = scene.words;
    switch (evidence) {
    case domain::Evidence::counterfoil: return words.translate("The counterfoil came back");
    case domain::Evidence::phone: return words.translate("By phone");
    case domain::Evidence::visitor: return words.translate("She says so");
    case domain::Evidence::provider: return words.translate("They say so");
    }
    std::unreachable();
}

std::string welcome_label(const Scene& scene, domain::Welcome welcome)
{
    const auto& words = scene.words;
    switch (welcome) {
    case domain::Welcome::friendly: return words.translate("Friendly");
    case domain::Welcome::neither: return words.translate("Neither");
    case domain::Welcome::unfriendly: return words.translate("Unfriendly");
    }
    std::unreachable();
}

ui::Icon welcome_icon(domain::Welcome welcome)
{
    switch (welcome) {
    case domain::Welcome::friendly: return ui::icon::sentiment_satisfied;
    case domain::Welcome::neither: return ui::icon::sentiment_neutral;
    case domain::Welcome::unfriendly: return ui::icon::sentiment_dissatisfied;
    }
    std::unreachable();
}

ui::Tone welcome_tone(domain::Welcome welcome)
{
    switch (welcome) {
    case domain::Welcome::friendly: return ui::Tone::leaf;
    case domain::Welcome::neither: return ui::Tone::soon;
    case domain::Welcome::unfriendly: return ui::Tone::care;
    }
    std::unreachable();
}

std::string completed_label(const Scene& scene, domain::CompletedBecause because)
{
    const auto& words = scene.words;
    switch (because) {
    case domain::CompletedBecause::done: return words.translate("Done here");
    case domain::CompletedBecause::done_elsewhere: return words.translate("Done elsewhere");
    case domain::CompletedBecause::no_longer_needed: return words.translate("No longer needed");
    case domain::CompletedBecause::declined: return words.translate("She does not want it");
    }
    std::unreachable();
}

std::string postponed_label(const Scene& scene, domain::PostponedBecause because)
{
    const auto& words = scene.words;
    switch (because) {
    case domain::PostponedBecause::asked: return words.translate("She asked to");
    case domain::PostponedBecause::unwell: return words.translate("Unwell");
    case domain::PostponedBecause::away: return words.translate("Travelling");
    case domain::PostponedBecause::no_supplies: return words.translate("Nothing in the cupboard");
    case domain::PostponedBecause::other: return words.translate("Something else");
    }
    std::unreachable();
}

std::string tracing_end_label(const Scene& scene, domain::TracingEnd end)
{
    const auto& words = scene.words;
    switch (end) {
    case domain::TracingEnd::will_come: return words.translate("She will come");
    case domain::TracingEnd::in_care_elsewhere: return words.translate("In care elsewhere");
    case domain::TracingEnd::moved_away: return words.translate("Moved away");
    case domain::TracingEnd::declined: return words.translate("She does not want it");
    case domain::TracingEnd::died: return words.translate("She has died");
    case domain::TracingEnd::not_found: return words.translate("Not found");
    }
    std::unreachable();
}

} // namespace verandah::console
