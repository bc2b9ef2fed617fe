// SPDX-License-Identifier: Apache-2.0
// Each state is reached by what really happens, never by setting a field.
#include "tracing_states.hpp"

#include "record_states.hpp"
#include "sample.hpp"
#include "work_states.hpp"

#include <array>

namespace verandah::test {

namespace {

using namespace console;
using domain::Role;
using domain::TracingEnd;
using domain::TracingId;
using domain::TracingOutcome;
using What = AskWork::What;

constexpr std::array<std::string_view, 4> places{
    "At the tea stall behind the bus station, evenings; ask for the green scarf",
    "", // the clinic tells her
    "शाम को पुल के पास वाली चाय की दुकान पर",
    "Room above the tailor, ring twice. Not before noon; never when the white car stands in front of the house, since "
    "somebody in it knows what the clinic is",
};

Console at_tracings()
{
    auto console = console_with(busy_line(), signed_in(Role::outreach_worker, "outreach-2"));
    static_cast<void>(handle(console, ShowPage{Page::tracing}, sample_now));
    return console;
}

Console tracings_after(Console console, const std::vector<Wish>& wishes)
{
    for (const auto& wish : wishes) {
        static_cast<void>(handle(console, wish, sample_now));
    }
    return console;
}

/// What was given, ended and was taken back: nobody is asked any more.
Console reopened()
{
    auto console = console_with_due(0);
    static_cast<void>(handle(console, WorkWish{AskWorkAgain{}}, sample_now));
    auto list = sample_due(4);
    list.rows[3].item.tracing.reset();
    list.rows[3].with_worker.reset();
    answer(console, What::due, encode(list));
    return tracings_after(console, {WorkWish{ChooseWork{3}}});
}

Console with_list(const wire::TracingList& list)
{
    auto console = at_tracings();
    answer(console, What::tracings, encode(list));
    return console;
}

} // namespace

wire::TracingList sample_tracings(std::size_t count, std::size_t told)
{
    wire::TracingList list{.rows_in_all = static_cast<int>(count)};
    for (std::size_t index = 0; index < count; ++index) {
        wire::TracingList::Row row{.tracing = TracingId{static_cast<std::int64_t>(500 + index)},
                                   .given_at = sample_now - std::chrono::hours{30},
                                   .asked = {.words = std::string{places.at(index % places.size())},
                                             .expected_on = sample_day,
                                             .attempts = static_cast<int>(index % 3)}};
        if (index % 2 == 1) {
            row.asked.until = std::chrono::sys_days{sample_day} + std::chrono::days{20};
        }
        if (index + told >= count) {
            row.told = wire::WaitingAnswer{
                1, {TracingOutcome::reached, TracingEnd::will_come}, sample_now - std::chrono::hours{2}};
        }
        list.rows.push_back(std::move(row));
    }
    return list;
}

Console console_with_tracings(std::size_t count, std::size_t told)
{
    return with_list(sample_tracings(count, told));
}

Console console_with_told()
{
    auto console = console_with_due(60);
    static_cast<void>(handle(console, WorkWish{ShowTold{}}, sample_now));
    auto list = sample_due(3);
    list.told = 2;
    for (std::size_t index = 0; index < list.rows.size(); ++index) {
        auto& row = list.rows[index];
        row.channel = domain::Channel::outreach_worker;
        row.item.given_to = sample_workers().front();
        row.item.tracing = TracingId{static_cast<std::int64_t>(500 + index)};
        row.item.state = domain::DueState::overdue;
        row.with_worker = wire::DueRow::WithWorker{};
    }
    list.rows[0].with_worker->told =
        wire::WaitingAnswer{1, {TracingOutcome::reached, TracingEnd::will_come}, sample_now - std::chrono::hours{2}};
    list.rows[1].with_worker->told =
        wire::WaitingAnswer{2, {TracingOutcome::not_reached}, sample_now - std::chrono::hours{50}};
    list.rows[2].with_worker->reach = wire::DueRow::WithWorker::Reach::out_of_reach;
    answer(console, What::due, encode(list));
    static_cast<void>(handle(console, WorkWish{ChooseWork{0}}, sample_now));
    return console;
}

std::vector<std::pair<std::string, Console>> every_tracing_state()
{
    const Wish tell{WorkWish{DoWork{WorkDeed::report}}};
    auto failed = at_tracings();
    static_cast<void>(handle(failed, WorkHappening{WorkLost{What::tracings, failed.work.looks}}, sample_now));
    const auto one = tracings_after(console_with_tracings(5, 1), {WorkWish{ChooseWork{0}}});
    auto telling = tracings_after(one, {tell, ChooseOption{0, 0}});
    auto sent = tracings_after(telling, {ChooseOption{1, 0}, Confirm{}});
    auto told = sent;
    answer(told, What::report, "{}");
    answer(told, What::tracings, encode(sample_tracings(5, 2)));
    auto over = sent;
    static_cast<void>(
        handle(over, WorkHappening{WorkRefused{What::report, 0, domain::Refusal::Why::not_found}}, sample_now));
    answer(over, What::tracings, encode(sample_tracings(4, 1)));
    auto out_of_reach = sample_tracings(2);
    out_of_reach.out_of_reach = 3;
    return {{"tracing", one},
            {"tracing-unchosen", console_with_tracings(5, 1)},
            {"tracing-without-words", tracings_after(console_with_tracings(5, 1), {WorkWish{ChooseWork{1}}})},
            {"tracing-long-words", tracings_after(console_with_tracings(5, 1), {WorkWish{ChooseWork{3}}})},
            {"tracing-told", tracings_after(console_with_tracings(5, 1), {WorkWish{ChooseWork{4}}})},
            {"tracing-many", console_with_tracings(200, 20)},
            {"tracing-empty", console_with_tracings(0)},
            {"tracing-loading", at_tracings()},
            {"tracing-failed", failed},
            {"tracing-out-of-reach", with_list(out_of_reach)},
            {"tracing-ask", tracings_after(one, {tell})},
            {"tracing-telling", telling},
            {"tracing-change", tracings_after(console_with_tracings(5, 1), {WorkWish{ChooseWork{4}}, tell})},
            {"tracing-sent", sent},
            {"tracing-said", told},
            {"tracing-over", over},
            {"tracing-clinic", console_with_told()},
            {"tracing-clinic-reopened", reopened()},
            {"tracing-clinic-unread", tracings_after(console_with_told(), {WorkWish{ChooseWork{2}}})},
            {"tracing-clinic-write", tracings_after(console_with_told(), {WorkWish{DoWork{WorkDeed::trace}}})}};
}

} // namespace verandah::test
