// SPDX-License-Identifier: Apache-2.0
// Walking through a form.
#include "shared/domain/care/form.hpp"

#include "shared/domain/care/word_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace verandah::domain {

namespace {

constexpr std::array role_words{std::pair{Field::Role::none, std::string_view{"none"}},
                                std::pair{Field::Role::cause, std::string_view{"cause"}},
                                std::pair{Field::Role::allergies, std::string_view{"allergies"}},
                                std::pair{Field::Role::exposure, std::string_view{"exposure"}}};

} // namespace

std::string_view word(Field::Role role)
{
    return word_in(role_words, role);
}

std::optional<Field::Role> field_role_from(std::string_view word)
{
    return value_in(role_words, word);
}

std::vector<const Field*> fields_of(const Form& form)
{
    std::vector<const Field*> fields;
    for (const auto& step : form.steps) {
        for (const auto& section : step.sections) {
            for (const auto& field : section.fields) {
                fields.push_back(&field);
            }
        }
    }
    return fields;
}

const Field* find_field(const Form& form, const FieldCode& code)
{
    const auto fields = fields_of(form);
    const auto found = std::ranges::find(fields, code, [](const Field* field) { return field->code; });
    return found == fields.end() ? nullptr : *found;
}

std::vector<const Choice*> telling_choices(const Field& field, const AnswerValue& answer)
{
    std::vector<const Choice*> telling;
    const auto* kind = std::get_if<ChoiceField>(&field.kind);
    const auto* chosen = std::get_if<std::vector<ChoiceCode>>(&answer);
    if (kind == nullptr || chosen == nullptr) {
        return telling;
    }
    for (const auto& choice : kind->choices) {
        if (!choice.facts.empty() && std::ranges::find(*chosen, choice.code) != chosen->end()) {
            telling.push_back(&choice);
        }
    }
    return telling;
}

} // namespace verandah::domain
