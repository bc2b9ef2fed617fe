// SPDX-License-Identifier: Apache-2.0
// What there is to choose from on the pages of what is due and of referrals, and what is still missing in a sheet.
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/flow/work_steps.hpp"
#include "shared/domain/followup/period.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace verandah::console {

namespace {

using domain::ReferralEvent;

struct MissingInWork {
    const Work& work;
    using enum WorkMissing;

    std::optional<WorkMissing> operator()(const CompleteSheet&) const { return choice; }
    std::optional<WorkMissing> operator()(const ResultSheet&) const { return choice; }
    std::optional<WorkMissing> operator()(const WelcomeSheet&) const { return choice; }
    std::optional<WorkMissing> operator()(const PostponeSheet& sheet) const
    {
        return !sheet.days ? std::optional{day} : !sheet.because ? std::optional{reason} : std::nullopt;
    }
    std::optional<WorkMissing> operator()(const GiveSheet& sheet) const
    {
        return sheet.worker ? std::nullopt : std::optional{worker};
    }
    std::optional<WorkMissing> operator()(const TraceSheet& sheet) const
    {
        return sheet.outcome ? std::nullopt : std::optional{outcome};
    }
    std::optional<WorkMissing> operator()(const TellSheet& sheet) const
    {
        return sheet.outcome ? std::nullopt : std::optional{outcome};
    }
    std::optional<WorkMissing> operator()(const NarrowSheet&) const { return std::nullopt; }
    std::optional<WorkMissing> operator()(const NarrowReferralsSheet&) const { return std::nullopt; }
    std::optional<WorkMissing> operator()(const MoveReferralSheet& sheet) const
    {
        if (!sheet.event) {
            return move;
        }
        if (sheet.event == ReferralEvent::decline && !sheet.declined) {
            return reason;
        }
        if (sheet.event == ReferralEvent::book && !sheet.booked_in) {
            return day;
        }
        return needs_evidence(sheet.event) && !sheet.evidence ? std::optional{evidence} : std::nullopt;
    }
    std::optional<WorkMissing> operator()(const MakeReferralSheet& sheet) const
    {
        if (!sheet.service) {
            return service;
        }
        if (!sheet.to) {
            return provider;
        }
        if (!sheet.ground) {
            return ground;
        }
        return runs_from_exposure(work, sheet) && !sheet.exposed_hours_ago ? std::optional{exposure} : std::nullopt;
    }
    std::optional<WorkMissing> operator()(const PartnerSheet& sheet) const
    {
        if (!sheet.violence) {
            return violence;
        }
        if (!sheet.opt_in) {
            return opt_in;
        }
        if (!sheet.reason) {
            return cause;
        }
        if (!sheet.count) {
            return count;
        }
        return sheet.mode ? std::nullopt : std::optional{mode};
    }
};

} // namespace

bool needs_evidence(std::optional<ReferralEvent> event)
{
    return event == ReferralEvent::attend || event == ReferralEvent::receive;
}

bool asks_welcome(const MoveReferralSheet& sheet)
{
    return needs_evidence(sheet.event) && sheet.evidence == domain::Evidence::visitor && !sheet.row.referral.welcome;
}

const wire::DueRow* chosen_due(const Work& work)
{
    const auto& due = work.due;
    return due.list && due.chosen && *due.chosen < due.list->rows.size() ? &due.list->rows[*due.chosen] : nullptr;
}

const wire::ReferralRow* chosen_referral(const Work& work)
{
    const auto& board = work.referrals;
    return board.list && board.chosen && *board.chosen < board.list->rows.size() ? &board.list->rows[*board.chosen]
                                                                                 : nullptr;
}

const wire::ResultRow* chosen_result(const Work& work)
{
    const auto& results = work.results;
    const bool is_one = results.list && results.chosen && *results.chosen < results.list->rows.size();
    return is_one ? &results.list->rows[*results.chosen] : nullptr;
}

const wire::TracingList::Row* chosen_tracing(const Work& work)
{
    const auto& hers = work.tracings;
    return hers.list && hers.chosen && *hers.chosen < hers.list->rows.size() ? &hers.list->rows[*hers.chosen] : nullptr;
}

std::vector<domain::TestResult> results_of(const Console& console, const domain::TestCode& code)
{
    const auto* sheet = tests_of(console);
    const auto* kind = sheet == nullptr ? nullptr : domain::find_test(*sheet, code);
    return kind == nullptr ? std::vector<domain::TestResult>{} : domain::possible_results(*kind);
}

bool is_possible(const Work& work, WorkDeed deed)
{
    const auto* const due = chosen_due(work);
    const auto* const referral = chosen_referral(work);
    const auto* const result = chosen_result(work);
    const auto is = [&](domain::DueState state) { return due != nullptr && due->item.state == state; };
    switch (deed) {
    case WorkDeed::narrow:
    case WorkDeed::directory:
    case WorkDeed::board:
    case WorkDeed::counterfoil: return true;
    case WorkDeed::complete:
    case WorkDeed::postpone: return due != nullptr && !is(domain::DueState::done);
    case WorkDeed::give:
        return due != nullptr && !is(domain::DueState::done) && !is(domain::DueState::expired) &&
               due->item.attempts < domain::most_tracing_attempts && due->channel == domain::Channel::outreach_worker;
    case WorkDeed::trace:
        return due != nullptr && due->channel != domain::Channel::none &&
               due->item.attempts < domain::most_tracing_attempts &&
               (is(domain::DueState::due) || is(domain::DueState::overdue) || is(domain::DueState::lost) ||
                (due->with_worker && due->with_worker->told && domain::is_open(due->item.state)));
    case WorkDeed::reopen:
        return due != nullptr && !due->item.completed_by && (due->item.completed_because || due->item.tracing_end);
    case WorkDeed::move: return referral != nullptr && !moves_from(*referral).empty();
    case WorkDeed::welcome: return referral != nullptr && may_be_asked(referral->referral);
    case WorkDeed::make: return referral != nullptr && work.rules.has_value();
    case WorkDeed::tell: return result != nullptr && result->result;
    case WorkDeed::result: return result != nullptr && !result->result;
    case WorkDeed::report: return chosen_tracing(work) != nullptr && !work.is_telling;
    }
    std::unreachable();
}

bool may_be_asked(const domain::Referral& referral)
{
    return domain::may_say(referral, {referral.id, domain::Welcome::friendly}).has_value();
}

std::vector<ReferralEvent> moves_from(const wire::ReferralRow& row)
{
    std::vector<ReferralEvent> moves;
    for (const auto& move : domain::referral_moves) {
        const bool is_nobodys = move.event == ReferralEvent::close || // she closes it, by what she says of it
                                move.event == ReferralEvent::expire;  // and the clock lets it run out
        const bool traces_against_her_word = move.event == ReferralEvent::trace && row.channel == domain::Channel::none;
        if (move.from == row.referral.status && !is_nobodys && !traces_against_her_word) {
            moves.push_back(move.event);
        }
    }
    return moves;
}

std::vector<const domain::Provider*> providers_of(const Work& work, const MakeReferralSheet& sheet)
{
    std::vector<const domain::Provider*> providers;
    if (work.rules && sheet.service) {
        for (const auto& provider : work.rules->providers) {
            if (std::ranges::count(provider.services, *sheet.service) > 0) {
                providers.push_back(&provider);
            }
        }
    }
    return providers;
}

bool runs_from_exposure(const Work& work, const MakeReferralSheet& sheet)
{
    return work.rules && sheet.service && std::ranges::any_of(work.rules->referral_services, [&](const auto& service) {
               return service.code == *sheet.service && service.runs == domain::ReferralService::Runs::from_exposure;
           });
}

std::vector<domain::PartnerMode> modes_for(const Work& work, const PartnerSheet& sheet)
{
    if (!work.rules) {
        return {};
    }
    return sheet.violence == domain::ViolenceEnquiry::none_feared ? work.rules->partner_modes
                                                                  : work.rules->partner_modes_when_violence_feared;
}

std::vector<int> slip_counts(const Work& work)
{
    std::vector<int> counts(work.rules ? static_cast<std::size_t>(work.rules->most_slips) : 0);
    std::iota(counts.begin(), counts.end(), 1);
    return counts;
}

bool can_give_slips(const Work& work, const PartnerSheet& sheet)
{
    return work.rules && !work.rules->partner_reasons.empty() && !modes_for(work, sheet).empty();
}

std::vector<domain::TracingEnd> ends_of(domain::TracingOutcome outcome)
{
    using enum domain::TracingEnd;
    switch (outcome) {
    case domain::TracingOutcome::reached: return {will_come, in_care_elsewhere, moved_away, declined};
    case domain::TracingOutcome::not_reached: return {not_found};
    case domain::TracingOutcome::informant: return {will_come, in_care_elsewhere, moved_away, declined, died};
    }
    std::unreachable();
}

std::vector<domain::AccountCode> workers_of(const Work& work)
{
    return work.due.list ? work.due.list->workers : std::vector<domain::AccountCode>{};
}

std::optional<WorkMissing> missing_in(const Work& work, const WorkSheet& sheet)
{
    return std::visit(MissingInWork{work}, sheet);
}

} // namespace verandah::console
