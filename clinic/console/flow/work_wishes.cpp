// SPDX-License-Identifier: Apache-2.0
// What the person does about what is due and about referrals.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/work_acts.hpp"
#include "clinic/console/flow/work_steps.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using Effects = std::vector<Effect>;
using domain::RecordRead;
using domain::ReferralEvent;

DueSubject subject_of(const wire::DueRow& row)
{
    return {row.file, row.item, row.channel};
}

FileWork about(const DueSubject& subject, domain::FileEvent event)
{
    return {subject.file, RecordRead::Way::to_trace, std::move(event)};
}

struct WorkWisher {
    Console& console;
    domain::Instant now;
    Work& work{console.work};

    Effects operator()(const ShowDue& wish)
    {
        work.due.query.state = wish.state;
        return look_at_work(console);
    }
    Effects operator()(const ShowReferrals& wish)
    {
        work.referrals.query.pressing = wish.pressing;
        return look_at_work(console);
    }
    Effects operator()(const ShowResults& wish)
    {
        work.results.query.wait = wish.wait;
        return look_at_work(console);
    }
    Effects operator()(const ChooseWork& wish)
    {
        auto& chosen = console.page == Page::due       ? work.due.chosen
                       : console.page == Page::results ? work.results.chosen
                                                       : work.referrals.chosen;
        chosen = chosen == wish.row ? std::nullopt : std::optional{wish.row};
        return {};
    }
    Effects operator()(const ReadOnWork&) { return read_on(console); }
    Effects operator()(const AskWorkAgain&) { return look_at_work(console); }
    Effects operator()(const KeepSlip&)
    {
        return work.slip && work.slip->is_written ? Effects{WorkEffect{SaveSlip{}}} : Effects{};
    }
    Effects operator()(const CloseWorkNotice&)
    {
        work.notice.reset();
        return {};
    }
    Effects operator()(const DoWork& wish)
    {
        if (!is_possible(work, wish.deed) || work.under_way) {
            return {};
        }
        work.notice.reset();
        switch (wish.deed) {
        case WorkDeed::complete: work.sheet = CompleteSheet{subject_of(*chosen_due(work))}; break;
        case WorkDeed::postpone: work.sheet = PostponeSheet{subject_of(*chosen_due(work))}; break;
        case WorkDeed::give: work.sheet = GiveSheet{subject_of(*chosen_due(work))}; break;
        case WorkDeed::trace: work.sheet = TraceSheet{subject_of(*chosen_due(work))}; break;
        case WorkDeed::reopen: {
            const auto subject = subject_of(*chosen_due(work));
            return begin_writing(console, about(subject, domain::DueActed{subject.item.key, domain::ReopenItem{}}));
        }
        case WorkDeed::narrow:
            work.sheet = NarrowSheet{work.due.query.service,
                                     work.due.query.worker ? work.due.query.worker->text() : std::string{}};
            break;
        case WorkDeed::move: {
            const auto& row = *chosen_referral(work);
            MoveReferralSheet sheet{row.file, row.referral};
            if (row.has_come_back) { // that is what has to be written down about it
                sheet.event = ReferralEvent::receive;
                sheet.evidence = domain::Evidence::counterfoil;
            }
            work.sheet = sheet;
            break;
        }
        case WorkDeed::make: work.sheet = MakeReferralSheet{chosen_referral(work)->file}; break;
        case WorkDeed::counterfoil: work.sheet = CounterfoilSheet{}; break;
        case WorkDeed::result: work.sheet = ResultSheet{*chosen_result(work)}; break;
        case WorkDeed::tell: {
            const auto& row = *chosen_result(work);
            return begin_writing(
                console, {row.file, RecordRead::Way::to_tell, domain::TestMoved{row.test, domain::TestMove::tell}});
        }
        }
        return {};
    }
};

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
    const Work& work;
    const ChooseOption& option;

    void operator()(CompleteSheet&) const {} // choosing is acting
    void operator()(CounterfoilSheet&) const {}
    void operator()(ResultSheet&) const {} // the same
    void operator()(PostponeSheet& sheet) const
    {
        if (option.group == 0) {
            toggle(sheet.days, postpone_days, option.option);
        } else {
            toggle(sheet.because, domain::every_postponed_because, option.option);
        }
    }
    void operator()(GiveSheet& sheet) const
    {
        if (const auto workers = workers_of(work); option.option < workers.size()) {
            sheet.typed = workers[option.option];
        }
    }
    void operator()(TraceSheet& sheet) const
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
            sheet.typed = option.option == 0 || option.option > workers.size() ? "" : workers[option.option - 1];
        }
    }
    void operator()(MoveReferralSheet& sheet) const
    {
        if (option.group == 0) {
            toggle(sheet.event, moves_from(sheet.referral.status), option.option);
            sheet.declined.reset();
            sheet.evidence.reset();
            sheet.booked_in.reset();
        } else if (sheet.event == ReferralEvent::decline) {
            toggle(sheet.declined, domain::every_decline_reason, option.option);
        } else if (sheet.event == ReferralEvent::book) {
            toggle(sheet.booked_in, booking_days, option.option);
        } else if (needs_evidence(sheet.event)) {
            toggle(sheet.evidence, domain::every_evidence, option.option);
        }
    }
    void operator()(MakeReferralSheet& sheet) const
    {
        switch (option.group) {
        case 0: choose_service(sheet); break;
        case 1:
            if (const auto providers = providers_of(work, sheet); option.option < providers.size()) {
                sheet.provider = providers[option.option]->code;
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
            sheet.provider.reset();
            sheet.exposed_hours_ago.reset();
            const auto providers = providers_of(work, sheet);
            if (providers.size() == 1) {
                sheet.provider = providers.front()->code;
            }
        }
    }
};

/// What each sheet asks for, once nothing is missing.
struct WorkConfirmer {
    Console& console;
    domain::Instant now;

    Effects operator()(const CompleteSheet&) const { return {}; }
    Effects operator()(const ResultSheet&) const { return {}; }
    Effects operator()(const CounterfoilSheet& sheet) const
    {
        const auto code = domain::CounterfoilCode::parse(sheet.typed).value();
        return {WorkEffect{AskWork{AskWork::What::counterfoil, 0, "/v1/counterfoils/return",
                                   files::SecretText{encode(wire::ReturnCounterfoilRequest{code})}}}};
    }
    Effects operator()(const PostponeSheet& sheet) const
    {
        const auto until = domain::after(today(console, now), {*sheet.days});
        return begin_writing(
            console,
            about(sheet.about, domain::DueActed{sheet.about.item.key, domain::PostponeItem{until, *sheet.because}}));
    }
    Effects operator()(const GiveSheet& sheet) const
    {
        const auto worker = domain::AccountCode::make(sheet.typed).value();
        return begin_writing(console,
                             about(sheet.about, domain::DueActed{sheet.about.item.key, domain::GiveItem{worker}}));
    }
    Effects operator()(const TraceSheet& sheet) const
    {
        return begin_writing(
            console, about(sheet.about, domain::TracingTried{sheet.about.item.key, sheet.about.item.attempts + 1,
                                                             sheet.about.channel, *sheet.outcome, sheet.end}));
    }
    Effects operator()(const NarrowSheet& sheet) const
    {
        auto& query = console.work.due.query;
        query.service = sheet.service;
        const auto worker = domain::AccountCode::make(sheet.typed);
        query.worker = worker ? std::optional{*worker} : std::nullopt;
        return look_at_work(console);
    }
    Effects operator()(const MoveReferralSheet& sheet) const
    {
        domain::ReferralMoved moved{.referral = sheet.referral.id, .event = *sheet.event};
        moved.declined = sheet.declined;
        moved.evidence = sheet.evidence;
        if (sheet.booked_in) {
            moved.booked_for = domain::after(today(console, now), {*sheet.booked_in});
        }
        if (sheet.event == ReferralEvent::issue) {
            moved.issue = domain::ReferralIssue{domain::ReferralGround::consent};
        }
        return begin_writing(console, {sheet.file, RecordRead::Way::to_trace, moved});
    }
    Effects operator()(const MakeReferralSheet& sheet) const
    {
        domain::ReferralMade made{.referral = domain::ReferralId{1},
                                  .service = *sheet.service,
                                  .to = *sheet.provider,
                                  .escort = sheet.escort,
                                  .issued = domain::ReferralIssue{*sheet.ground}};
        if (sheet.exposed_hours_ago) {
            made.clock_from = now - std::chrono::hours{*sheet.exposed_hours_ago};
        }
        console.work.to_make = ReferralToMake{sheet.file, made};
        return {WorkEffect{MakeCounterfoil{}}};
    }
};

/// The last option is that nothing will come of it.
Effects result_chosen(Console& console, const wire::ResultRow& row, std::size_t option)
{
    const auto results = results_of(console, row.kind);
    if (option > results.size()) {
        return {};
    }
    auto moved = option == results.size() ? domain::TestMoved{row.test, domain::TestMove::cancel}
                                          : domain::TestMoved{row.test, domain::TestMove::result, results[option]};
    FileWork writing{row.file, RecordRead::Way::to_tell, std::move(moved)};
    console.work.sheet.reset();
    return begin_writing(console, std::move(writing));
}

Effects choose_for_work(Console& console, const ChooseOption& option)
{
    auto& work = console.work;
    if (const auto* complete = std::get_if<CompleteSheet>(&*work.sheet)) {
        if (option.option >= domain::every_completed_because.size()) {
            return {};
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
    auto sheet = *work.sheet;
    std::visit(WorkChooser{work, option}, sheet);
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

void type_worker(WorkSheet& sheet, const std::string& words)
{
    std::visit(
        [&](auto& each) {
            if constexpr (std::is_same_v<std::decay_t<decltype(each)>, CounterfoilSheet>) {
                each.typed = words;
            } else if constexpr (requires { each.typed; }) {
                each.typed = words.substr(0, domain::AccountCode::longest);
            }
        },
        sheet);
}

} // namespace

std::vector<Effect> handle_work_wish(Console& console, const WorkWish& wish, domain::Instant now)
{
    return is_work(console.page) && may(console, console.page) ? std::visit(WorkWisher{console, now}, wish) : Effects{};
}

std::optional<std::vector<Effect>> handle_before_work(Console& console, const Wish& wish, domain::Instant now)
{
    auto& work = console.work;
    if ((!work.sheet && !work.slip) || console.covered || console.sheet || door(console) != Door::open ||
        front(console) != Front::nothing) {
        return std::nullopt;
    }
    if (std::holds_alternative<Dismiss>(wish)) {
        (work.sheet ? static_cast<void>(work.sheet.reset()) : work.slip.reset());
        return Effects{};
    }
    if (!work.sheet) {
        return std::nullopt;
    }
    if (const auto* option = std::get_if<ChooseOption>(&wish)) {
        return choose_for_work(console, *option);
    }
    if (const auto* typed = std::get_if<TypeWords>(&wish)) {
        type_worker(*work.sheet, typed->words);
        return Effects{};
    }
    return std::holds_alternative<Confirm>(wish) ? std::optional{confirm(console, now)} : std::nullopt;
}

} // namespace verandah::console
