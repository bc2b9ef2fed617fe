// SPDX-License-Identifier: Apache-2.0
// How a test goes on, and who has to be told first.
#include "shared/domain/care/test_course.hpp"

#include "shared/domain/care/word_table.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {
namespace {

constexpr std::array step_words{
    std::pair{TestStep::ordered, std::string_view{"ordered"}}, std::pair{TestStep::taken, std::string_view{"taken"}},
    std::pair{TestStep::resulted, std::string_view{"resulted"}}, std::pair{TestStep::told, std::string_view{"told"}},
    std::pair{TestStep::cancelled, std::string_view{"cancelled"}}};

constexpr std::array move_words{
    std::pair{TestMove::take, std::string_view{"take"}},     std::pair{TestMove::lose, std::string_view{"lose"}},
    std::pair{TestMove::result, std::string_view{"result"}}, std::pair{TestMove::correct, std::string_view{"correct"}},
    std::pair{TestMove::tell, std::string_view{"tell"}},     std::pair{TestMove::cancel, std::string_view{"cancel"}}};

bool brings_result(TestMove move)
{
    return move == TestMove::result || move == TestMove::correct;
}

/// When the result came that is told now.
Instant resulted_at(const TestCourse& course)
{
    const auto last = std::ranges::find_if(course.moves.rbegin(), course.moves.rend(),
                                           [](const TestMoveMade& made) { return brings_result(made.move); });
    return last == course.moves.rend() ? course.ordered_at : last->at;
}

bool is_critical(const TestCourse& course, const TestSheet& sheet)
{
    const auto* kind = find_test(sheet, course.kind);
    return kind != nullptr && course.result && is_critical(*kind, *course.result);
}

void add(History& history, const TargetCode& target, std::string_view what, CentreDay day,
         std::optional<std::int32_t> value = std::nullopt)
{
    if (auto code = FactCode::make("test." + target.text() + "." + std::string{what})) { // else it is too long
        history.push_back({*std::move(code), day, value});
    }
}

} // namespace

std::expected<TestStep, Refusal> advance(TestStep now, TestMove move)
{
    for (const auto& passage : test_passages) {
        if (passage.from == now && passage.move == move) {
            return passage.to;
        }
    }
    return refuse(Refusal::Why::conflict, "a test that is " + std::string{word(now)} + " does not go on by \"" +
                                              std::string{word(move)} + "\"");
}

std::string_view word(TestStep step)
{
    return word_in(step_words, step);
}

std::optional<TestStep> test_step_from(std::string_view word)
{
    return value_in(step_words, word);
}

std::string_view word(TestMove move)
{
    return word_in(move_words, move);
}

std::optional<TestMove> test_move_from(std::string_view word)
{
    return value_in(move_words, word);
}

std::expected<TestCourse, Refusal> moved(TestCourse course, const TestKind& kind, const TestMoveMade& made)
{
    const auto step = advance(course.step, made.move);
    if (!step) {
        return std::unexpected{step.error()};
    }
    if (brings_result(made.move) != made.result.has_value()) {
        return refuse(Refusal::Why::invalid_input, "a result comes with the moves that bring one, and with no other");
    }
    if (made.result && !can_result_in(kind, *made.result)) {
        return refuse(Refusal::Why::invalid_input, "a test of this kind cannot come out so");
    }
    course.step = *step;
    course.moves.push_back(made);
    if (made.result) {
        course.result = made.result;
    }
    return course;
}

bool is_critical(const TestKind& kind, const TestResult& result)
{
    return std::ranges::find(kind.critical, result.outcome) != kind.critical.end();
}

std::vector<std::size_t> to_tell(std::span<const TestCourse> courses, const TestSheet& sheet)
{
    std::vector<std::size_t> waiting;
    for (std::size_t i = 0; i < courses.size(); ++i) {
        if (courses[i].step == TestStep::resulted) {
            waiting.push_back(i);
        }
    }
    std::ranges::stable_sort(waiting, {}, [&](std::size_t i) {
        return std::pair{!is_critical(courses[i], sheet), resulted_at(courses[i])};
    });
    return waiting;
}

History facts_of(const TestKind& kind, TestStep step, const std::optional<TestResult>& result, CentreDay day)
{
    History history;
    switch (step) {
    case TestStep::ordered:
    case TestStep::taken:
    case TestStep::told: add(history, kind.target, word(step), day); break;
    case TestStep::resulted:
        if (result) {
            add(history, kind.target, word(result->outcome), day);
        }
        if (result && result->dilution) {
            add(history, kind.target, "titre", day, result->dilution);
        }
        break;
    case TestStep::cancelled: break;
    }
    return history;
}

} // namespace verandah::domain
