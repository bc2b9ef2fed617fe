// SPDX-License-Identifier: Apache-2.0
// Small forms to try rules on.
#pragma once

#include "shared/domain/care/form.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verandah::test {

inline constexpr domain::CentreDay today{std::chrono::year{2026} / 3 / 3};

inline domain::FieldCode field_code(std::string_view text)
{
    return domain::FieldCode::make(text).value();
}
inline domain::ChoiceCode choice_code(std::string_view text)
{
    return domain::ChoiceCode::make(text).value();
}
inline domain::FactCode fact_code(std::string_view text)
{
    return domain::FactCode::make(text).value();
}

/// A choice whose fact is "chose.CODE".
inline domain::Choice choice(std::string_view code)
{
    return {.code = choice_code(code),
            .label = {{"en", std::string{code}}},
            .facts = {fact_code("chose." + std::string{code})}};
}

inline domain::ChoiceField choices(domain::ChoiceField::Of of, std::initializer_list<std::string_view> codes)
{
    domain::ChoiceField field{.of = of, .choices = {}, .alone = {}};
    for (const auto code : codes) {
        field.choices.push_back(choice(code));
    }
    return field;
}

inline domain::Field field(std::string_view code, domain::FieldKind kind)
{
    return {.code = field_code(code), .label = {{"en", std::string{code}}}, .kind = std::move(kind)};
}

inline domain::Condition any_of(std::string_view field, std::initializer_list<std::string_view> codes)
{
    domain::Condition condition{.field = field_code(field), .is = domain::Condition::Is::any_of};
    for (const auto code : codes) {
        condition.choices.push_back(choice_code(code));
    }
    return condition;
}

inline domain::Form form_of(std::vector<domain::Field> fields)
{
    return {
        .about = {.edition = {"small", 1}, .source = "nobody"},
        .title = {{"en", "A visit"}},
        .steps = {{.title = {{"en", "Today"}}, .sections = {{.title = {{"en", "Why"}}, .fields = std::move(fields)}}}}};
}

inline domain::AnswerValue chosen(std::initializer_list<std::string_view> codes)
{
    std::vector<domain::ChoiceCode> all;
    for (const auto code : codes) {
        all.push_back(choice_code(code));
    }
    return all;
}

} // namespace verandah::test
