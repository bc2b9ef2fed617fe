// SPDX-License-Identifier: Apache-2.0
// What a condition may name, and what it may ask of it.
#include "clinic/hub/clinical/form_conditions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace verandah::hub {
namespace {

using domain::Condition;
using domain::Field;

std::vector<domain::ChoiceCode> read_choices(TableReader& section, std::string_view key)
{
    std::vector<domain::ChoiceCode> choices;
    for (const auto& word : section.some_texts(key, {"symptoms", domain::ChoiceCode::longest})) {
        choices.push_back(section.code_from<domain::ChoiceCode>(word));
    }
    return choices;
}

std::vector<std::string> codes_of(const std::vector<const Field*>& fields)
{
    std::vector<std::string> codes;
    std::ranges::transform(fields, std::back_inserter(codes), [](const Field* field) { return field->code.text(); });
    return codes;
}

} // namespace

Condition FormConditions::read_one(TableReader& section, const Located<std::string>& field)
{
    using Is = Condition::Is;
    Condition condition{.field = section.code_from<domain::FieldCode>(field)};
    int ways = 0;
    for (const auto& [key, is] : {std::pair{"any_of", Is::any_of}, {"none_of", Is::none_of}}) {
        if (section.has(key)) {
            condition.is = is;
            condition.choices = read_choices(section, key);
            ++ways;
        }
    }
    for (const auto& [key, is] : {std::pair{"at_least", Is::at_least}, {"below", Is::below}}) {
        if (section.has(key)) {
            condition.is = is;
            condition.amount.thousandths = section.thousandths(key).value_or(0);
            ++ways;
        }
    }
    if (section.is_true("answered")) {
        condition.is = Is::answered;
        ++ways;
    }
    if (ways != 1) {
        section.refuse(section.place(),
                       fmt::format("a condition says one thing of a field, and this one says {}", ways),
                       "Write one of: any_of = [\"…\"], none_of = [\"…\"], at_least = 1, below = 1, answered = true.");
    }
    section.refuse_other_keys();
    return condition;
}

std::vector<Condition> FormConditions::read(TableReader& field, std::string_view key, std::size_t owner)
{
    std::vector<Condition> conditions;
    for (auto& section : field.tables(key)) {
        section.rename(fmt::format("a condition of {}", field.title()));
        const auto named = section.word("field", {"reason", domain::FieldCode::longest});
        const auto choices = section.place(section.has("any_of") ? "any_of" : "none_of");
        conditions.push_back(read_one(section, named));
        all_.push_back({conditions.back(), named, choices, owner,
                        key == "shown_when" ? Standing::Of::shown_when : Standing::Of::required_when});
    }
    return conditions;
}

void FormConditions::check_choices(TableReader& root, const Standing& standing, const Field& named)
{
    const auto* kind = std::get_if<domain::ChoiceField>(&named.kind);
    if (kind == nullptr) {
        root.refuse(standing.field.place, fmt::format("the field \"{}\" has no choices", standing.field.value),
                    "Write answered = true, or name a field of the type \"one\" or \"many\".");
        return;
    }
    std::vector<std::string> known;
    std::ranges::transform(kind->choices, std::back_inserter(known),
                           [](const domain::Choice& each) { return each.code.text(); });
    for (const auto& choice : standing.condition.choices) {
        if (std::ranges::find(known, choice.text()) == known.end()) {
            root.refuse(standing.choices,
                        fmt::format("the field \"{}\" has no choice \"{}\"", standing.field.value, choice.view()),
                        advice_for_unknown(choice.view(), known, "write one of its choices."));
        }
    }
}

void FormConditions::check_one(TableReader& root, const Standing& standing, const std::vector<const Field*>& fields)
{
    using Is = Condition::Is;
    const auto found =
        std::ranges::find(fields, standing.condition.field, [](const Field* each) { return each->code; });
    if (found == fields.end()) {
        root.refuse(standing.field.place, fmt::format("there is no field \"{}\" in this form", standing.field.value),
                    advice_for_unknown(standing.field.value, codes_of(fields), "add a field with this code."));
        return;
    }
    if (standing.of == Standing::Of::shown_when && static_cast<std::size_t>(found - fields.begin()) >= standing.owner) {
        root.refuse(standing.field.place,
                    fmt::format("the field \"{}\" does not stand before the one it shows", standing.field.value),
                    "Move it up: a field is shown by what was asked before it, so that none wait for each other.");
    }
    switch (standing.condition.is) {
    case Is::answered: break;
    case Is::any_of:
    case Is::none_of: check_choices(root, standing, **found); break;
    case Is::at_least:
    case Is::below:
        if (!std::holds_alternative<domain::AmountField>((*found)->kind)) {
            root.refuse(standing.field.place, fmt::format("the field \"{}\" is no amount", standing.field.value),
                        "Write any_of = [\"…\"] or answered = true.");
        }
        break;
    }
}

void FormConditions::check(TableReader& root, const domain::Form& form) const
{
    const auto fields = domain::fields_of(form);
    for (const auto& standing : all_) {
        if (!standing.field.value.empty()) { // else it was noted when it was read
            check_one(root, standing, fields);
        }
    }
}

} // namespace verandah::hub
