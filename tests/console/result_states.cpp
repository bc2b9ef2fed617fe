// SPDX-License-Identifier: Apache-2.0
// Each state is reached by what really happens, never by setting a field.
#include "result_states.hpp"

#include "record_states.hpp"
#include "sample.hpp"
#include "work_states.hpp"

#include <algorithm>
#include <array>

namespace verandah::test {

namespace {

using namespace console;
using namespace std::chrono_literals;
using wire::ResultWait;
using What = AskWork::What;

struct Awaited {
    std::string_view test;
    std::string_view specimen;
    domain::TestResult result;
    bool is_critical;
};
constexpr std::array tests{
    Awaited{"hiv.lab", "blood", {domain::TestOutcome::positive}, true},
    Awaited{"syphilis.rpr", "blood", {domain::TestOutcome::positive, 16}, false},
    Awaited{"ng.naat", "vaginal", {domain::TestOutcome::positive}, false},
    Awaited{"ct.naat", "urine", {domain::TestOutcome::negative}, false},
    Awaited{"ng.culture", "pharyngeal", {domain::TestOutcome::inconclusive}, false},
};

Console begun(Wish wish)
{
    RecordHub hub;
    auto console = console_with(busy_line(), signed_in(domain::Role::clinician, "nurse-2"));
    hub.answer(console, handle(console, ShowPage{Page::results}, sample_now));
    hub.answer(console, handle(console, wish, sample_now));
    return console;
}

Console after(Console console, const std::vector<Wish>& wishes)
{
    for (const auto& wish : wishes) {
        static_cast<void>(handle(console, wish, sample_now));
    }
    return console;
}

} // namespace

wire::ResultList sample_results(ResultWait wait, std::size_t count)
{
    wire::ResultList list{.rows_in_all = static_cast<int>(count)};
    list.counts.at(static_cast<std::size_t>(wait)) = static_cast<int>(count);
    for (std::size_t index = 0; index < count; ++index) {
        const auto& each = tests.at(index % tests.size());
        const bool is_there = wait == ResultWait::to_tell;
        list.rows.push_back({.file = domain::FileId{static_cast<std::int64_t>(300 + index)},
                             .test = domain::TestId{1},
                             .kind = domain::TestCode::make(each.test).value(),
                             .specimen = domain::SpecimenCode::make(each.specimen).value(),
                             .result = is_there ? std::optional{each.result} : std::nullopt,
                             .is_critical = is_there && each.is_critical,
                             .since = sample_now - std::chrono::hours{200 - static_cast<int>(index)}});
    }
    std::ranges::stable_sort(list.rows, {}, [](const wire::ResultRow& row) { return !row.is_critical; });
    return list;
}

Console console_with_results(ResultWait wait, std::size_t count)
{
    auto console = begun(WorkWish{ShowResults{wait}});
    answer(console, What::rules, encode(sample_care_rules()));
    answer(console, What::results, encode(sample_results(wait, count)));
    return console;
}

std::vector<std::pair<std::string, Console>> every_result_state()
{
    auto failed = begun(WorkWish{ShowResults{ResultWait::to_tell}});
    static_cast<void>(handle(failed, WorkHappening{WorkLost{What::results, failed.work.looks}}, sample_now));
    return {{"results", after(console_with_results(ResultWait::to_tell, 12), {WorkWish{ChooseWork{0}}})},
            {"results-many", console_with_results(ResultWait::to_tell, 200)},
            {"results-empty", console_with_results(ResultWait::to_tell, 0)},
            {"results-loading", begun(WorkWish{ShowResults{ResultWait::to_tell}})},
            {"results-failed", failed},
            {"results-awaited", after(console_with_results(ResultWait::awaited, 8), {WorkWish{ChooseWork{1}}})},
            {"results-awaited-empty", console_with_results(ResultWait::awaited, 0)},
            {"results-came", after(console_with_results(ResultWait::awaited, 8),
                                   {WorkWish{ChooseWork{1}}, WorkWish{DoWork{WorkDeed::result}}})}};
}

} // namespace verandah::test
