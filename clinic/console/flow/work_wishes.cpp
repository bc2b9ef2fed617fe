// SPDX-License-Identifier: Apache-2.0
// What the person does about what is due and about referrals.
#include "clinic/console/flow/counterfoil_steps.hpp"
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/refer.hpp"
#include "clinic/console/flow/work_acts.hpp"
#include "clinic/console/flow/work_steps.hpp"

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

struct WorkWisher {
    Console& console;
    domain::Instant now;
    Work& work{console.work};

    Effects operator()(const ShowDue& wish)
    {
        work.due.query.state = wish.state;
        work.due.query.told = wire::DueQuery::Told::any;
        return look_at_work(console);
    }
    Effects operator()(const ShowTold&)
    {
        work.due.query.state.reset();
        work.due.query.told = wire::DueQuery::Told::waiting;
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
                       : console.page == Page::tracing ? work.tracings.chosen
                       : console.page == Page::results ? work.results.chosen
                       : work.directory                ? work.directory->chosen
                                                       : work.referrals.chosen;
        chosen = chosen == wish.row ? std::nullopt : std::optional{wish.row};
        return {};
    }
    Effects operator()(const ReadOnWork&) { return read_on(console); }
    Effects operator()(const AskWorkAgain&) { return look_at_work(console); }
    Effects operator()(const Refer&) { return ask_about_record(MakeReferralSheet{*console.record->id}); }
    Effects operator()(const OfferPartnerSlips&) { return ask_about_record(PartnerSheet{*console.record->id}); }
    Effects operator()(const AskWelcome&)
    {
        const auto* referral = to_be_asked_about(console.record->file);
        return referral == nullptr ? Effects{} : ask_about_record(WelcomeSheet{*console.record->id, *referral});
    }
    Effects ask_about_record(WorkSheet sheet)
    {
        work.notice.reset();
        work.sheet = std::move(sheet);
        return ask_for_rules(work);
    }
    Effects operator()(const KeepSlip&)
    {
        return work.slip && work.slip->is_written ? Effects{WorkEffect{SaveSlip{}}} : Effects{};
    }
    Effects operator()(const CloseWorkNotice&)
    {
        work.notice.reset();
        return {};
    }
    /// As the list that is shown is narrowed now.
    [[nodiscard]] WorkSheet narrowing() const
    {
        if (console.page == Page::referrals) {
            const auto& query = work.referrals.query;
            return NarrowReferralsSheet{query.phase, query.service, query.issued_within};
        }
        const auto& query = work.due.query;
        return NarrowSheet{query.service, query.worker ? query.worker->text() : std::string{}};
    }
    /// Where there is one worker only, nobody has to be chosen.
    [[nodiscard]] WorkSheet giving(const wire::DueRow& row) const
    {
        GiveSheet sheet{subject_of(row)};
        if (const auto workers = workers_of(work); workers.size() == 1) {
            sheet.worker = workers.front();
        }
        return sheet;
    }
    /// What the worker told is what has to be written down about it.
    [[nodiscard]] static WorkSheet tracing(const wire::DueRow& row)
    {
        TraceSheet sheet{subject_of(row)};
        if (row.with_worker && row.with_worker->told) {
            sheet.told = row.with_worker->told;
            sheet.outcome = sheet.told->answer.outcome;
            sheet.end = sheet.told->answer.end;
        }
        return sheet;
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
        case WorkDeed::give: work.sheet = giving(*chosen_due(work)); break;
        case WorkDeed::trace: work.sheet = tracing(*chosen_due(work)); break;
        case WorkDeed::reopen: {
            const auto subject = subject_of(*chosen_due(work));
            return begin_writing(console, {subject.file, RecordRead::Way::to_trace,
                                           domain::DueActed{subject.item.key, domain::ReopenItem{}}});
        }
        case WorkDeed::narrow: work.sheet = narrowing(); break;
        case WorkDeed::move: {
            const auto& row = *chosen_referral(work);
            MoveReferralSheet sheet{row};
            if (row.has_come_back) { // that is what has to be written down about it
                sheet.event = ReferralEvent::receive;
                sheet.evidence = domain::Evidence::counterfoil;
            }
            work.sheet = sheet;
            break;
        }
        case WorkDeed::welcome: {
            const auto& row = *chosen_referral(work);
            work.sheet = WelcomeSheet{row.file, row.referral};
            break;
        }
        case WorkDeed::directory: work.directory.emplace(); break;
        case WorkDeed::board: work.directory.reset(); break;
        case WorkDeed::make: work.sheet = MakeReferralSheet{chosen_referral(work)->file}; break;
        case WorkDeed::counterfoil: return ask_for_slip(console, {});
        case WorkDeed::report: {
            const auto& row = *chosen_tracing(work);
            work.sheet = row.told ? TellSheet{row, row.told->answer.outcome, row.told->answer.end} : TellSheet{row};
            break;
        }
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

/// Whether it can be wished for on the page that is shown.
bool is_of_page(const Console& console, const WorkWish& wish)
{
    const bool is_of_record = std::holds_alternative<Refer>(wish) || std::holds_alternative<OfferPartnerSlips>(wish) ||
                              std::holds_alternative<AskWelcome>(wish);
    const bool is_of_both = std::holds_alternative<KeepSlip>(wish) || std::holds_alternative<CloseWorkNotice>(wish);
    if (console.page == Page::record) {
        return is_of_both || (is_of_record && may_ask_here(console));
    }
    return !is_of_record && is_work(console.page);
}

/// Off the sheet, or from its second page to its first; then off the slip.
void go_back(Work& work)
{
    auto* const partners = work.sheet ? std::get_if<PartnerSheet>(&*work.sheet) : nullptr;
    if (partners != nullptr && partners->violence) {
        *partners = PartnerSheet{partners->file};
    } else if (work.sheet) {
        work.sheet.reset();
    } else {
        work.slip.reset();
    }
}

} // namespace

std::vector<Effect> handle_work_wish(Console& console, const WorkWish& wish, domain::Instant now)
{
    return may(console, console.page) && is_of_page(console, wish) ? std::visit(WorkWisher{console, now}, wish)
                                                                   : Effects{};
}

std::optional<std::vector<Effect>> handle_before_work(Console& console, const Wish& wish, domain::Instant now)
{
    auto& work = console.work;
    if ((!work.sheet && !work.slip) || console.covered || console.sheet || door(console) != Door::open ||
        front(console) != Front::nothing) {
        return std::nullopt;
    }
    if (std::holds_alternative<Dismiss>(wish)) {
        go_back(work);
        return Effects{};
    }
    if (!work.sheet) {
        return std::nullopt;
    }
    return answer_work_sheet(console, wish, now);
}

} // namespace verandah::console
