// SPDX-License-Identifier: Apache-2.0
// What is chosen, typed and confirmed on the sheets of work.
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/refer.hpp"
#include "clinic/console/flow/work_acts.hpp"
#include "clinic/console/flow/work_steps.hpp"
#include "shared/domain/followup/period.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace verandah::console {

namespace {

using Effects = std::vector<Effect>;
using domain::ReferralEvent;

FileWork about(const DueSubject& subject, domain::FileEvent event)
{
    return {subject.file, domain::RecordRead::Way::to_trace, std::move(event)};
}

/// Presses the option that is already pressed: off again.
template <class Value, class List>
void toggle(std::optional<Value>& kept, const List& values, std::size_t index)
{
    if (index < std::size(values)) {
        const Value value = values[index];
        kept = kept == value ? std::nullopt : std::optional{value};
    }
}

struct WorkChooser {
    const Console& console;
    const ChooseOption& option;
    const Work& work{console.work};

    void operator()(CompleteSheet&) const {} // choosing is acting
    void operator()(WelcomeSheet&) const {}
    void operator()(ResultSheet&) const {}
    void operator()(PostponeSheet& sheet) const
    {
        if (option.group == 0) {
            toggle(sheet.days, postpone_days, option.option);
        } else {
            toggle(sheet.because, domain::every_postponed_because, option.option);
        }
    }
    void operator()(GiveSheet& sheet) const { toggle(sheet.worker, workers_of(work), option.option); }
    void operator()(TraceSheet& sheet) const { choose_outcome(sheet); }
    void operator()(TellSheet& sheet) const { choose_outcome(sheet); }
    void choose_outcome(auto& sheet) const
    {
        if (option.group == 0) {
            toggle(sheet.outcome, domain::every_tracing_outcome, option.option);
            sheet.end.reset();
        } else if (sheet.outcome) {
            toggle(sheet.end, ends_of(*sheet.outcome), option.option);
        }
    }
    void operator()(NarrowSheet& sheet) const
    {
        if (option.group == 0 && work.rules) {
            sheet.service = option.option == 0 || option.option > work.rules->services.size()
                                ? std::nullopt
                                : std::optional{work.rules->services[option.option - 1].code};
        } else if (option.group == 1) {
            const auto workers = workers_of(work);
            const bool is_anybody = option.option == 0 || option.option > workers.size();
            sheet.typed = is_anybody ? std::string{} : workers[option.option - 1].text();
        }
    }
    void operator()(NarrowReferralsSheet& sheet) const
    {
        switch (option.group) { // the first option of each is all of them
        case 0: choose_one(sheet.phase, domain::every_referral_phase); break;
        case 1:
            if (work.rules) {
                std::vector<domain::ReferralServiceCode> services;
                std::ranges::transform(work.rules->referral_services, std::back_inserter(services),
                                       &wire::CareRulesView::ReferralService::code);
                choose_one(sheet.service, services);
            }
            break;
        default: choose_one(sheet.issued_within, cascade_spans);
        }
    }
    template <class Value, class List>
    void choose_one(std::optional<Value>& kept, const List& values) const
    {
        if (option.option == 0) {
            kept.reset();
        } else if (option.option <= std::size(values)) {
            kept = values[option.option - 1];
        }
    }
    void operator()(MoveReferralSheet& sheet) const
    {
        if (option.group == 0) {
            toggle(sheet.event, moves_from(sheet.row), option.option);
            sheet.declined.reset();
            sheet.evidence.reset();
            sheet.booked_in.reset();
            sheet.welcome.reset();
        } else if (sheet.event == ReferralEvent::decline) {
            toggle(sheet.declined, domain::every_decline_reason, option.option);
        } else if (sheet.event == ReferralEvent::book) {
            toggle(sheet.booked_in, booking_days, option.option);
        } else if (asks_welcome(sheet) && option.group == 2) {
            toggle(sheet.welcome, domain::every_welcome, option.option);
        } else if (needs_evidence(sheet.event)) {
            toggle(sheet.evidence, domain::every_evidence, option.option);
            sheet.welcome.reset();
        }
    }
    void operator()(PartnerSheet& sheet) const
    {
        if (!sheet.violence) {
            toggle(sheet.violence, domain::every_violence_enquiry, option.option);
            const auto modes = modes_for(work, sheet);
            sheet.mode = modes.size() == 1 ? std::optional{modes.front()} : std::nullopt;
            return;
        }
        switch (option.group) {
        case 0: toggle(sheet.opt_in, domain::every_opt_in, option.option); break;
        case 1:
            if (work.rules && option.option < work.rules->partner_reasons.size()) {
                sheet.reason = work.rules->partner_reasons[option.option].code;
            }
            break;
        case 2: toggle(sheet.count, slip_counts(work), option.option); break;
        default: toggle(sheet.mode, modes_for(work, sheet), option.option);
        }
    }
    void operator()(MakeReferralSheet& sheet) const
    {
        switch (option.group) {
        case 0: choose_service(sheet); break;
        case 1:
            if (const auto places = destinations_of(console, sheet); option.option < places.size()) {
                sheet.to = places[option.option];
            }
            break;
        case 2: toggle(sheet.ground, domain::every_referral_ground, option.option); break;
        case 3: sheet.escort = option.option == 0 ? domain::Escort::alone : domain::Escort::accompanied; break;
        default: toggle(sheet.exposed_hours_ago, exposure_hours, option.option);
        }
    }
    void choose_service(MakeReferralSheet& sheet) const
    {
        if (work.rules && option.option < work.rules->referral_services.size()) {
            sheet.service = work.rules->referral_services[option.option].code;
            sheet.to.reset();
            sheet.exposed_hours_ago.reset();
            const auto providers = providers_of(work, sheet);
            if (providers.size() == 1) {
                sheet.to = providers.front()->code;
            }
        }
    }
};

/// What each sheet asks for, once nothing is missing.
struct WorkConfirmer {
    Console& console;
    domain::Instant now;

    Effects operator()(const CompleteSheet&) const { return {}; }
    Effects operator()(const WelcomeSheet&) const { return {}; }
    Effects operator()(const ResultSheet&) const { return {}; }
    Effects operator()(const PostponeSheet& sheet) const
    {
        const auto until = domain::after(today(console, now), {*sheet.days});
        return begin_writing(
            console,
            about(sheet.about, domain::DueActed{sheet.about.item.key, domain::PostponeItem{until, *sheet.because}}));
    }
    Effects operator()(const GiveSheet& sheet) const
    {
        return begin_writing(
            console,
            about(sheet.about, domain::DueActed{sheet.about.item.key, domain::GiveItem{*sheet.worker, sheet.words}}));
    }
    Effects operator()(const TraceSheet& sheet) const
    {
        const auto& item = sheet.about.item;
        domain::TracingTried tried{item.key, item.attempts + 1, sheet.about.channel, *sheet.outcome, sheet.end};
        if (sheet.told && item.tracing) {
            tried.told = domain::TracingAnswerId{*item.tracing, sheet.told->number};
        }
        return begin_writing(console, about(sheet.about, tried));
    }
    Effects operator()(const TellSheet& sheet) const
    {
        return tell(console, sheet.about.tracing, {*sheet.outcome, sheet.end});
    }
    Effects operator()(const NarrowSheet& sheet) const
    {
        auto& query = console.work.due.query;
        query.service = sheet.service;
        const auto worker = domain::AccountCode::make(sheet.typed);
        query.worker = worker ? std::optional{*worker} : std::nullopt;
        return look_at_work(console);
    }
    Effects operator()(const NarrowReferralsSheet& sheet) const
    {
        auto& query = console.work.referrals.query;
        if (query.phase != sheet.phase) { // its tabs are of another heap
            query.pressing.reset();
        }
        query.phase = sheet.phase;
        query.service = sheet.service;
        query.issued_within = sheet.issued_within;
        return look_at_work(console);
    }
    Effects operator()(const MoveReferralSheet& sheet) const
    {
        domain::ReferralMoved moved{.referral = sheet.row.referral.id, .event = *sheet.event};
        moved.declined = sheet.declined;
        moved.evidence = sheet.evidence;
        if (sheet.booked_in) {
            moved.booked_for = domain::after(today(console, now), {*sheet.booked_in});
        }
        if (sheet.event == ReferralEvent::issue) {
            moved.issue = domain::ReferralIssue{domain::ReferralGround::consent};
        }
        FileWork writing{sheet.row.file, domain::RecordRead::Way::to_trace, moved};
        if (sheet.welcome) {
            writing.then = domain::FeedbackSeen{sheet.row.referral.id, *sheet.welcome};
        }
        return begin_writing(console, std::move(writing));
    }
    Effects operator()(const MakeReferralSheet& sheet) const
    {
        domain::ReferralMade made{.referral = domain::ReferralId{1},
                                  .service = *sheet.service,
                                  .to = *sheet.to,
                                  .escort = sheet.escort,
                                  .issued = domain::ReferralIssue{*sheet.ground}};
        if (sheet.exposed_hours_ago) {
            made.clock_from = now - std::chrono::hours{*sheet.exposed_hours_ago};
        }
        if (std::holds_alternative<domain::ServiceCode>(*sheet.to)) { // within the house nobody carries a paper
            return write_in(console, sheet.file, made, now);
        }
        console.work.to_make = LacksCounterfoils{sheet.file, made};
        return {WorkEffect{MakeCounterfoils{1}}};
    }
    Effects operator()(const PartnerSheet& sheet) const
    {
        const auto& reasons = console.work.rules->partner_reasons;
        const auto reason = std::ranges::find(reasons, *sheet.reason, &wire::CareRulesView::PartnerReason::code);
        if (reason == reasons.end()) {
            return {};
        }
        console.work.to_make =
            LacksCounterfoils{sheet.file, domain::SlipsGiven{.reason = reason->code,
                                                             .look_back_days = reason->look_back_days,
                                                             .mode = *sheet.mode,
                                                             .count = *sheet.count,
                                                             .opt_in = *sheet.opt_in,
                                                             .violence = *sheet.violence}};
        return {WorkEffect{MakeCounterfoils{*sheet.count}}};
    }
};

/// The last option is that nothing will come of it.
Effects result_chosen(Console& console, const wire::ResultRow& row, std::size_t option)
{
    const auto results = results_of(console, row.kind);
    if (option > results.size()) {
        return {};
    }
    const auto moved = option == results.size()
                           ? domain::TestMoved{row.test, domain::TestMove::cancel}
                           : domain::TestMoved{row.test, domain::TestMove::result, results[option]};
    FileWork writing{row.file, domain::RecordRead::Way::to_tell, moved};
    console.work.sheet.reset();
    return begin_writing(console, std::move(writing));
}

/// On a sheet where choosing is acting; nullopt where more is asked.
std::optional<Effects> act_at_once(Console& console, const ChooseOption& option, domain::Instant now)
{
    auto& work = console.work;
    if (const auto* complete = std::get_if<CompleteSheet>(&*work.sheet)) {
        if (option.option >= domain::every_completed_because.size()) {
            return Effects{};
        }
        const auto subject = complete->about;
        work.sheet.reset();
        return begin_writing(
            console,
            about(subject, domain::DueActed{subject.item.key,
                                            domain::CompleteItem{domain::every_completed_because.at(option.option)}}));
    }
    if (const auto* result = std::get_if<ResultSheet>(&*work.sheet)) {
        return result_chosen(console, result->about, option.option);
    }
    if (const auto* welcome = std::get_if<WelcomeSheet>(&*work.sheet)) {
        if (option.option >= domain::every_welcome.size()) {
            return Effects{};
        }
        const auto asked = *welcome;
        work.sheet.reset();
        return write_in(console, asked.file,
                        domain::FeedbackSeen{asked.referral.id, domain::every_welcome.at(option.option)}, now);
    }
    return std::nullopt;
}

Effects choose_for_work(Console& console, const ChooseOption& option, domain::Instant now)
{
    auto& work = console.work;
    if (auto acted = act_at_once(console, option, now)) {
        return *std::move(acted);
    }
    auto sheet = *work.sheet;
    std::visit(WorkChooser{console, option}, sheet);
    work.sheet = std::move(sheet);
    return {};
}

Effects confirm(Console& console, domain::Instant now)
{
    auto& work = console.work;
    if (missing_in(work, *work.sheet)) {
        return {};
    }
    const auto sheet = *std::exchange(work.sheet, std::nullopt);
    return std::visit(WorkConfirmer{console, now}, sheet);
}

/// An account, or words for a worker: what would be too long is not taken.
void type_words(WorkSheet& sheet, const std::string& words)
{
    if (auto* narrow = std::get_if<NarrowSheet>(&sheet)) {
        narrow->typed = words.substr(0, domain::AccountCode::longest);
    } else if (auto* give = std::get_if<GiveSheet>(&sheet);
               give != nullptr && words.size() <= domain::GiveItem::longest_words) {
        give->words = words;
    }
}

} // namespace

std::optional<std::vector<Effect>> answer_work_sheet(Console& console, const Wish& wish, domain::Instant now)
{
    if (const auto* option = std::get_if<ChooseOption>(&wish)) {
        return choose_for_work(console, *option, now);
    }
    if (const auto* typed = std::get_if<TypeWords>(&wish)) {
        type_words(*console.work.sheet, typed->words);
        return Effects{};
    }
    return std::holds_alternative<Confirm>(wish) ? std::optional{confirm(console, now)} : std::nullopt;
}

} // namespace verandah::console
