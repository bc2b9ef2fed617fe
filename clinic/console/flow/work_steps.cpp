// SPDX-License-Identifier: Apache-2.0
// Lists that are asked for page by page, and entries that are written file by file; one of each under way.
#include "clinic/console/flow/work_steps.hpp"

#include "clinic/console/flow/counterfoil_steps.hpp"
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/record_steps.hpp"
#include "clinic/console/flow/refer.hpp"
#include "clinic/console/flow/work_acts.hpp"
#include "shared/domain/record/next_number.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace verandah::console {

namespace {

using Effects = std::vector<Effect>;
using What = AskWork::What;

constexpr std::string_view due_path = "/v1/care/due";
constexpr std::string_view referrals_path = "/v1/care/referrals";
constexpr std::string_view results_path = "/v1/care/results";
constexpr std::string_view tracings_path = "/v1/tracings";

std::string path_of(domain::FileId file, std::string_view rest)
{
    return "/v1/files/" + std::to_string(file.value()) + std::string{rest};
}

files::SecretText body_of(std::string text)
{
    return files::SecretText{std::move(text)};
}

AskWork ask(const DueWork& due)
{
    auto query = due.query;
    query.from = due.list ? due.list->rows.size() : 0;
    return {What::due, due.look, std::string{due_path} + wire::query_text(query)};
}
AskWork ask(const ReferralWork& referrals)
{
    auto query = referrals.query;
    query.from = referrals.list ? referrals.list->rows.size() : 0;
    return {What::referrals, referrals.look, std::string{referrals_path} + wire::query_text(query)};
}

AskWork ask(const ResultWork& results)
{
    auto query = results.query;
    query.from = results.list ? results.list->rows.size() : 0;
    return {What::results, results.look, std::string{results_path} + wire::query_text(query)};
}

AskWork ask(const TracingWork& tracings)
{
    return {What::tracings, tracings.look, std::string{tracings_path}};
}

/// Does it with the list of the page that is shown; nothing, or false, on any other page.
template <class Do>
auto with_shown_list(const Console& console, auto& work, Do with) -> decltype(with(work.due))
{
    if (console.page == Page::due) {
        return with(work.due);
    }
    if (console.page == Page::tracing) {
        return with(work.tracings);
    }
    if (console.page == Page::results) {
        return with(work.results);
    }
    return console.page == Page::referrals ? with(work.referrals) : decltype(with(work.due)){};
}

/// Once more from the beginning. What is shown stays until the answer is there.
template <class List>
Effects look_again(Work& work, List& list)
{
    list.look = ++work.looks;
    list.list.reset();
    list.chosen.reset();
    list.has_failed = false;
    list.is_asked = true;
    return {WorkEffect{ask(list)}};
}

Effects look_at_shown_list(Console& console)
{
    auto& work = console.work;
    return with_shown_list(console, work, [&work](auto& list) { return look_again(work, list); });
}

/// Puts a page behind those before it.
template <class Query, class List>
void take_page(WorkList<Query, List>& work, List page)
{
    work.is_asked = false;
    if (!work.list) {
        work.list = std::move(page);
        return;
    }
    auto rows = std::move(work.list->rows);
    std::ranges::move(page.rows, std::back_inserter(rows));
    work.list = std::move(page);
    work.list->rows = std::move(rows);
}

template <class Query, class List>
Effects list_came(WorkList<Query, List>& work, std::size_t look, wire::Decoded<List> list)
{
    if (look != work.look) {
        return {};
    }
    if (list) {
        take_page(work, *std::move(list));
    } else {
        work.is_asked = false;
        work.has_failed = true;
    }
    return {};
}

template <class Query, class List>
Effects list_failed(WorkList<Query, List>& work, std::size_t look)
{
    if (look == work.look) {
        work.is_asked = false;
        work.has_failed = true;
    }
    return {};
}

WorkNotice notice_of(domain::Refusal::Why why)
{
    return why == domain::Refusal::Why::conflict ? WorkNotice::somebody_was_faster : WorkNotice::refused;
}

/// What has run out by the clock is written down as that, before a move that the table has only from there.
void expire_first(FileWork& under_way, const domain::File& file)
{
    using domain::ReferralEvent;
    const auto* const moved = std::get_if<domain::ReferralMoved>(&under_way.event);
    const auto found = moved == nullptr ? file.referrals.end() : file.referrals.find(moved->referral);
    if (found == file.referrals.end() || advance(found->second.status, moved->event) ||
        !advance(found->second.status, ReferralEvent::expire)) {
        return;
    }
    const domain::ReferralMoved expired{.referral = moved->referral, .event = ReferralEvent::expire};
    under_way.then = std::exchange(under_way.event, expired);
}

struct WorkHandler {
    Console& console;
    domain::Instant now;
    Work& work{console.work};

    Effects operator()(const WorkAnswered& event)
    {
        switch (event.what) {
        case What::rules: return rules_came(event);
        case What::due: return list_came(work.due, event.look, wire::decode_due_list(event.body.view()));
        case What::referrals:
            return list_came(work.referrals, event.look, wire::decode_referral_list(event.body.view()));
        case What::results: return list_came(work.results, event.look, wire::decode_result_list(event.body.view()));
        case What::tracings: return list_came(work.tracings, event.look, wire::decode_tracing_list(event.body.view()));
        case What::open: return file_opened(event);
        case What::write: return entry_written();
        case What::close: return file_closed();
        case What::counterfoil: return slip_taken();
        case What::report: return told(WorkNotice::told);
        }
        std::unreachable();
    }

    /// On the board of referrals it stands beside its referral then.
    Effects slip_taken() const
    {
        auto effects = slip_settled(console, CounterfoilSaid::taken);
        std::ranges::move(look_at_shown_list(console), std::back_inserter(effects));
        return effects;
    }
    /// It stands beside whom she looks for then.
    Effects told(WorkNotice notice)
    {
        work.is_telling = false;
        work.notice = notice;
        return look_at_shown_list(console);
    }
    Effects rules_came(const WorkAnswered& event)
    {
        work.rules_are_asked = false;
        if (auto rules = wire::decode_care_rules_view(event.body.view())) {
            work.rules = *std::move(rules);
        }
        return {};
    }
    Effects file_opened(const WorkAnswered& event)
    {
        auto& under_way = work.under_way;
        if (!under_way) {
            return {};
        }
        const auto view = wire::decode_file_view(event.body.view());
        if (!view || !view->file) {
            return give_up(WorkNotice::refused);
        }
        if (auto* made = std::get_if<domain::ReferralMade>(&under_way->event)) {
            const auto file = wire::file_in(*view);
            made->referral = domain::next_number(file, file.referrals);
        }
        expire_first(*under_way, wire::file_in(*view));
        under_way->stage = FileWork::Stage::writing;
        return send_entry();
    }
    Effects send_entry()
    {
        const auto& under_way = *work.under_way;
        return {WorkEffect{AskWork{What::write, 0, path_of(under_way.file, "/entries"),
                                   body_of(encode(wire::WriteEntryRequest{under_way.event}))}}};
    }
    Effects entry_written()
    {
        if (!work.under_way) {
            return {};
        }
        work.notice = WorkNotice::written;
        if (work.slip && std::holds_alternative<domain::ReferralMade>(work.under_way->event)) {
            work.slip->is_written = true;
        }
        if (auto then = std::exchange(work.under_way->then, std::nullopt)) {
            work.under_way->event = *std::move(then);
            return send_entry();
        }
        return close();
    }
    Effects close()
    {
        work.under_way->stage = FileWork::Stage::closing;
        return {WorkEffect{AskWork{What::close, 0, path_of(work.under_way->file, "/close"), body_of("{}")}}};
    }
    /// What is shown is what the hub has now.
    Effects file_closed()
    {
        work.under_way.reset();
        return look_at_shown_list(console);
    }
    Effects give_up(WorkNotice notice)
    {
        work.notice = notice;
        work.slip.reset();
        if (!work.under_way) {
            return {};
        }
        if (work.under_way->stage == FileWork::Stage::writing) {
            return close();
        }
        return file_closed();
    }

    Effects operator()(const WorkRefused& event)
    {
        switch (event.what) {
        case What::rules: work.rules_are_asked = false; return {};
        case What::due: return list_failed(work.due, event.look);
        case What::referrals: return list_failed(work.referrals, event.look);
        case What::results: return list_failed(work.results, event.look);
        case What::tracings: return list_failed(work.tracings, event.look);
        case What::open:
        case What::write: return give_up(notice_of(event.why));
        case What::close: return file_closed();
        case What::counterfoil: return slip_settled(console, CounterfoilSaid::not_taken);
        case What::report:
            return told(event.why == domain::Refusal::Why::not_found ? WorkNotice::not_asked_any_more
                                                                     : notice_of(event.why));
        }
        std::unreachable();
    }
    Effects operator()(const WorkLost& event)
    {
        switch (event.what) {
        case What::rules: work.rules_are_asked = false; return {};
        case What::due: return list_failed(work.due, event.look);
        case What::referrals: return list_failed(work.referrals, event.look);
        case What::results: return list_failed(work.results, event.look);
        case What::tracings: return list_failed(work.tracings, event.look);
        case What::open:
        case What::write: return give_up(WorkNotice::hub_away);
        case What::close: return file_closed();
        case What::counterfoil: return slip_settled(console, CounterfoilSaid::hub_away);
        case What::report: return told(WorkNotice::hub_away);
        }
        std::unreachable();
    }
    Effects operator()(const CounterfoilsMade& event)
    {
        if (!work.to_make || work.under_way || event.codes.empty()) {
            return {};
        }
        auto to_make = *std::exchange(work.to_make, std::nullopt);
        if (auto* made = std::get_if<domain::ReferralMade>(&to_make.entry)) {
            made->issued->counterfoil = wire::hash_of(event.codes.front());
            work.slip = ShownSlip{event.codes, ReferralSlip{made->service, made->to}};
            return write_with_slip(to_make.file, *made);
        }
        auto& given = std::get<domain::SlipsGiven>(to_make.entry);
        std::ranges::transform(event.codes, std::back_inserter(given.counterfoils), wire::hash_of);
        work.slip = ShownSlip{event.codes, PartnerSlip{}};
        return write_with_slip(to_make.file, std::move(given));
    }
    /// Without an entry there is no slip.
    Effects write_with_slip(domain::FileId file, domain::FileEvent event)
    {
        auto effects = write_in(console, file, std::move(event), now);
        if (!work.under_way && !is_open_here(console, file)) {
            work.slip.reset();
            work.notice = WorkNotice::hub_away;
        }
        return effects;
    }
    Effects operator()(const SlipSaved& event)
    {
        work.saved_to = event.where;
        work.notice = event.where.empty() ? WorkNotice::slip_not_saved : WorkNotice::slip_saved;
        return {};
    }

    static Effects begin_writing(Work& work, FileWork writing)
    {
        work.under_way = std::move(writing);
        work.notice.reset();
        wire::OpenFileRequest open{.way = work.under_way->way};
        open.file = work.under_way->file;
        return {WorkEffect{AskWork{What::open, 0, "/v1/files", body_of(encode(open))}}};
    }
};

} // namespace

std::vector<Effect> begin_writing(Console& console, FileWork writing)
{
    return console.work.under_way || console.link != Link::live
               ? Effects{}
               : WorkHandler::begin_writing(console.work, std::move(writing));
}

std::vector<Effect> tell(Console& console, domain::TracingId tracing, const wire::TellTracingRequest& told)
{
    auto& work = console.work;
    if (work.is_telling || console.link != Link::live) {
        return {};
    }
    work.is_telling = true;
    work.notice.reset();
    return {WorkEffect{AskWork{What::report, 0,
                               std::string{tracings_path} + "/" + std::to_string(tracing.value()) + "/tell",
                               body_of(encode(told))}}};
}

std::vector<Effect> write_in(Console& console, domain::FileId file, domain::FileEvent event, domain::Instant now)
{
    if (!is_open_here(console, file)) {
        return begin_writing(console, {file, domain::RecordRead::Way::to_trace, std::move(event)});
    }
    if (auto* made = std::get_if<domain::ReferralMade>(&event)) {
        made->referral = next_referral(*console.record);
    }
    return write(console, std::move(event), now);
}

std::vector<Effect> ask_for_rules(Work& work)
{
    if (work.rules || work.rules_are_asked) {
        return {};
    }
    work.rules_are_asked = true;
    return {WorkEffect{AskWork{What::rules, 0, "/v1/care/rules"}}};
}

std::vector<Effect> look_at_work(Console& console)
{
    auto& work = console.work;
    if (!may(console, console.page) || !is_work(console.page)) {
        return {};
    }
    auto effects = look_at_shown_list(console);
    if (console.page == Page::tracing) { // it needs no rules, and she may not ask for them
        return effects;
    }
    std::ranges::move(ask_for_rules(work), std::back_inserter(effects));
    if (console.page == Page::results && !console.knowledge.guidance) {
        effects.emplace_back(RecordEffect{FetchKnowledge{}});
    }
    return effects;
}

bool needs_work(const Console& console)
{
    const auto is_missing = [](const auto& list) { return !list.list && !list.is_asked; };
    return may(console, console.page) && with_shown_list(console, console.work, is_missing);
}

std::vector<Effect> read_on(Console& console)
{
    auto& work = console.work;
    const auto read = [](auto& list) -> Effects {
        const bool has_more = list.list && std::ssize(list.list->rows) < list.list->rows_in_all;
        if (!has_more || list.is_asked || list.has_failed) {
            return {};
        }
        list.is_asked = true;
        return {WorkEffect{ask(list)}};
    };
    return with_shown_list(console, work, read);
}

std::vector<Effect> handle_work(Console& console, const WorkHappening& happening, domain::Instant now)
{
    return std::visit(WorkHandler{console, now}, happening);
}

} // namespace verandah::console
