// SPDX-License-Identifier: Apache-2.0
// What holds for every form and all answers to it, however odd: also for forms that no reader would take.
#include "shared/domain/care/check_answers.hpp"
#include "tests/domain/care/forms.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <set>

namespace verandah::domain {
namespace {

using namespace test;

constexpr std::array<std::string_view, 6> field_names{"a", "b", "c", "d", "e", "f"};
constexpr std::array<std::string_view, 4> choice_names{"w", "x", "y", "z"};

FieldCode any_field()
{
    return field_code(*rc::gen::elementOf(std::vector(field_names.begin(), field_names.end())));
}

ChoiceCode any_choice()
{
    return choice_code(*rc::gen::elementOf(std::vector(choice_names.begin(), choice_names.end())));
}

template <class Make>
auto some(int most, Make make) -> std::vector<decltype(make())>
{
    std::vector<decltype(make())> all;
    for (int left = *rc::gen::inRange(0, most + 1); left > 0; --left) {
        all.push_back(make());
    }
    return all;
}

Condition any_condition()
{
    return {.field = any_field(),
            .is = static_cast<Condition::Is>(*rc::gen::inRange(0, 5)),
            .choices = some(3, any_choice),
            .amount{*rc::gen::inRange(-10'000, 10'000)}};
}

FieldKind any_kind()
{
    switch (*rc::gen::inRange(0, 5)) {
    case 0: {
        ChoiceField field{.of = static_cast<ChoiceField::Of>(*rc::gen::inRange(0, 2)), .choices = {}, .alone = {}};
        for (const auto name : choice_names) {
            field.choices.push_back(choice(name));
        }
        if (*rc::gen::arbitrary<bool>()) {
            field.alone = any_choice();
        }
        return field;
    }
    case 1:
        return AmountField{.unit = "",
                           .least{*rc::gen::inRange(-5'000, 1)},
                           .most{*rc::gen::inRange(-1, 9'000)},
                           .plausible_least{*rc::gen::inRange(-5'000, 5'000)},
                           .plausible_most{*rc::gen::inRange(-5'000, 5'000)},
                           .step{1}};
    case 2: return TextField{.longest = static_cast<std::size_t>(*rc::gen::inRange(0, 8))};
    case 3: return DayField{static_cast<DayField::When>(*rc::gen::inRange(0, 3))};
    default: return InstantField{};
    }
}

/// Conditions may name what stands behind, the field itself, or nothing there is; codes may be there twice.
Form any_form()
{
    return form_of(some(8, [] {
        auto each = field(any_field().view(), any_kind());
        each.need = static_cast<Field::Need>(*rc::gen::inRange(0, 3));
        each.required_when = some(2, any_condition);
        each.shown_when = some(2, any_condition);
        if (*rc::gen::arbitrary<bool>()) {
            each.fact = fact_code("fact." + each.code.text());
        }
        return each;
    }));
}

AnswerValue any_answer()
{
    switch (*rc::gen::inRange(0, 5)) {
    case 0: return some(3, any_choice);
    case 1: return Measured{*rc::gen::arbitrary<std::int64_t>()};
    case 2: return *rc::gen::arbitrary<std::string>();
    case 3: return CentreDay{std::chrono::sys_days{std::chrono::days{*rc::gen::inRange(-50'000, 50'000)}}};
    default: return Instant{std::chrono::milliseconds{*rc::gen::arbitrary<std::int64_t>()}};
    }
}

Answers any_answers()
{
    Answers answers;
    for (int left = *rc::gen::inRange(0, 8); left > 0; --left) {
        answers.insert_or_assign(any_field(), any_answer());
    }
    return answers;
}

TEST(FormProperties, CheckingNeverThrowsAndFindsTheSameTwice)
{
    EXPECT_TRUE(rc::check("check_answers() is total", [] {
        const auto form = any_form();
        const auto answers = any_answers();
        RC_ASSERT(check_answers(form, answers, today) == check_answers(form, answers, today));
    }));
}

TEST(FormProperties, AnswersToHiddenFieldsNeverCount)
{
    EXPECT_TRUE(rc::check("with or without them, the same is shown and the same has happened", [] {
        const auto form = any_form();
        const auto answers = any_answers();
        const auto counted = shown_answers(form, answers);
        RC_ASSERT(shown_fields(form, counted) == shown_fields(form, answers));
        RC_ASSERT(facts_of(form, counted, today) == facts_of(form, answers, today));
    }));
}

TEST(FormProperties, EveryFactIsOneOfAFieldThatIsShown)
{
    EXPECT_TRUE(rc::check("no fact from elsewhere", [] {
        const auto form = any_form();
        const auto answers = any_answers();
        std::set<FactCode> possible;
        for (const auto* each : shown_fields(form, answers)) {
            if (each->fact) {
                possible.insert(*each->fact);
            }
            if (const auto* kind = std::get_if<ChoiceField>(&each->kind)) {
                for (const auto& one : kind->choices) {
                    possible.insert(one.facts.begin(), one.facts.end());
                }
            }
        }
        for (const auto& fact : facts_of(form, answers, today)) {
            RC_ASSERT(possible.contains(fact.code));
        }
    }));
}

TEST(FormProperties, AFieldIsMissingOnlyWhenItIsShownAndNeeded)
{
    EXPECT_TRUE(rc::check("missing is shown, required and unanswered", [] {
        const auto form = any_form();
        const auto answers = any_answers();
        const auto shown = shown_fields(form, answers);
        for (const auto& finding : check_answers(form, answers, today)) {
            if (finding.what == Finding::What::missing) {
                RC_ASSERT(std::ranges::any_of(shown, [&](const Field* each) {
                    return each->code == finding.field && is_required(form, *each, answers);
                }));
            }
        }
    }));
}

TEST(FormProperties, WhatPassesIsTakenWholeIntoTheShownAnswers)
{
    EXPECT_TRUE(rc::check("nothing refused: nothing left out but empty answers", [] {
        const auto form = any_form();
        const auto answers = any_answers();
        const auto findings = check_answers(form, answers, today);
        RC_PRE(std::ranges::all_of(findings, [](const Finding& each) { return is_warning(each.what); }));
        for (const auto& [code, answer] : shown_answers(form, answers)) {
            RC_ASSERT(answers.at(code) == answer);
        }
    }));
}

} // namespace
} // namespace verandah::domain
