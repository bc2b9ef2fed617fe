// SPDX-License-Identifier: Apache-2.0
// Roles are read from the file; only a form without any is looked at for what its facts are called.
#include "clinic/hub/clinical/form_roles.hpp"

#include "clinic/hub/clinical/clinical_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

namespace verandah::hub {
namespace {

using domain::ChoiceField;
using domain::Field;
using Role = Field::Role;

constexpr std::array every_role{Role::cause, Role::allergies, Role::exposure};

bool has_facts(const ChoiceField& field)
{
    return std::ranges::any_of(field.choices, [](const domain::Choice& choice) { return !choice.facts.empty(); });
}

bool can_have(const Field& field, Role role)
{
    const auto* choices = std::get_if<ChoiceField>(&field.kind);
    return role == Role::exposure ? std::holds_alternative<domain::InstantField>(field.kind)
                                  : choices != nullptr && has_facts(*choices);
}

bool amounts_to(const Field& field, std::string_view general)
{
    const auto* choices = std::get_if<ChoiceField>(&field.kind);
    return choices != nullptr && std::ranges::any_of(choices->choices, [&](const domain::Choice& choice) {
               return std::ranges::any_of(
                   choice.facts, [&](const domain::FactCode& fact) { return fact.view().starts_with(general); });
           });
}

} // namespace

void FormRoles::read(TableReader& section, Field& field)
{
    if (!section.has("role")) {
        return;
    }
    const auto word = section.word("role", {"exposure"});
    field.role = read_known_word<Role>(section, word, every_role, [](Role role) { return domain::word(role); });
    if (domain::word(field.role) != word.value) {
        return; // it is no role, and that was said
    }
    if (!can_have(field, field.role)) {
        section.refuse(word.place, fmt::format("{} cannot have the role \"{}\"", section.title(), word.value),
                       field.role == Role::exposure ? "Give it to a field of the type instant, or take it out."
                                                    : "Give it to a field with choices that amount to facts, or take "
                                                      "it out.");
        return;
    }
    const auto [first, is_first] = first_.emplace(field.role, word.place);
    if (!is_first && field.role == Role::exposure) {
        section.refuse(
            word.place, "the role \"exposure\" is given twice",
            fmt::format("One point in time is the exposure; the first stands in line {}.", first->second.line));
    }
}

void FormRoles::give_as_before(domain::Form& form) const
{
    if (!first_.empty()) {
        return;
    }
    bool has_exposure = false;
    for (auto& step : form.steps) {
        for (auto& section : step.sections) {
            for (auto& field : section.fields) {
                if (amounts_to(field, "allergy.")) {
                    field.role = Role::allergies;
                } else if (amounts_to(field, "syndrome.") || amounts_to(field, "diagnosis.")) {
                    field.role = Role::cause;
                } else if (!has_exposure && can_have(field, Role::exposure)) {
                    field.role = Role::exposure;
                    has_exposure = true;
                }
            }
        }
    }
}

} // namespace verandah::hub
