// SPDX-License-Identifier: Apache-2.0
// A form's steps, sections, fields and conditions as JSON.
#include "shared/wire/messages/care/form_json.hpp"

#include "shared/wire/messages/care/care_parts.hpp"

#include <limits>

namespace verandah::wire {
namespace {

using Json = nlohmann::json;
using domain::AmountField;
using domain::ChoiceField;
using domain::Condition;
using domain::Field;
using domain::Measured;
using When = domain::DayField::When;

constexpr std::int64_t most_thousandths = 1'000'000'000;

std::optional<Condition::Is> condition_from(std::string_view word)
{
    using enum Condition::Is;
    return word == "answered"   ? std::optional{answered}
           : word == "any_of"   ? std::optional{any_of}
           : word == "none_of"  ? std::optional{none_of}
           : word == "at_least" ? std::optional{at_least}
           : word == "below"    ? std::optional{below}
                                : std::nullopt;
}

std::string_view word_of(Condition::Is is)
{
    switch (is) {
    case Condition::Is::answered: return "answered";
    case Condition::Is::any_of: return "any_of";
    case Condition::Is::none_of: return "none_of";
    case Condition::Is::at_least: return "at_least";
    case Condition::Is::below: return "below";
    }
    std::unreachable();
}

Json condition_json(const Condition& condition)
{
    return {{"field", condition.field.view()},
            {"is", word_of(condition.is)},
            {"choices", codes_json(condition.choices)},
            {"amount", condition.amount.thousandths}};
}

Condition read_condition(ObjectReader& reader)
{
    return {.field = reader.code<domain::FieldCode>("field"),
            .is = reader.word("is", condition_from),
            .choices = reader.codes<domain::ChoiceCode>("choices", most_listed),
            .amount{reader.number("amount", -most_thousandths, most_thousandths)}};
}

Json choice_json(const domain::Choice& choice)
{
    return {{"code", choice.code.view()},
            {"label", choice.label},
            {"facts", codes_json(choice.facts)},
            {"codes", codings_json(choice.codings)}};
}

domain::Choice read_choice(ObjectReader& reader)
{
    return {.code = reader.code<domain::ChoiceCode>("code"),
            .label = read_words_at(reader, "label"),
            .facts = reader.codes<domain::FactCode>("facts", most_listed),
            .codings = read_codings(reader)};
}

/// Puts what is particular to a kind of field into its JSON.
struct PutKind {
    Json& json;

    void operator()(const ChoiceField& field) const
    {
        json["type"] = field.of == ChoiceField::Of::one ? "one" : "many";
        json["choices"] = list_json(field.choices, choice_json);
        if (field.alone) {
            json["alone"] = field.alone->view();
        }
    }
    void operator()(const AmountField& field) const
    {
        json["type"] = "amount";
        json["unit"] = field.unit;
        json["least"] = field.least.thousandths;
        json["most"] = field.most.thousandths;
        json["plausible_least"] = field.plausible_least.thousandths;
        json["plausible_most"] = field.plausible_most.thousandths;
        json["step"] = field.step.thousandths;
    }
    void operator()(const domain::TextField& field) const
    {
        json["type"] = "text";
        json["longest"] = field.longest;
    }
    void operator()(const domain::DayField& field) const
    {
        json["type"] = "day";
        json["when"] = field.when == When::any ? "any" : field.when == When::up_to_today ? "up_to_today" : "from_today";
    }
    void operator()(const domain::InstantField&) const { json["type"] = "instant"; }
};

std::optional<When> when_from(std::string_view word)
{
    return word == "any"           ? std::optional{When::any}
           : word == "up_to_today" ? std::optional{When::up_to_today}
           : word == "from_today"  ? std::optional{When::from_today}
                                   : std::nullopt;
}

Measured read_amount(ObjectReader& reader, std::string_view field)
{
    return {reader.number(field, -most_thousandths, most_thousandths)};
}

domain::FieldKind read_kind(ObjectReader& reader)
{
    constexpr std::int64_t most_characters = 10'000;
    const auto type = reader.text("type", 20);
    if (type == "one" || type == "many") {
        return ChoiceField{.of = type == "one" ? ChoiceField::Of::one : ChoiceField::Of::many,
                           .choices = read_each(reader, "choices", most_listed, read_choice),
                           .alone = reader.optional_code<domain::ChoiceCode>("alone")};
    }
    if (type == "amount") {
        return AmountField{.unit = reader.text("unit"),
                           .least = read_amount(reader, "least"),
                           .most = read_amount(reader, "most"),
                           .plausible_least = read_amount(reader, "plausible_least"),
                           .plausible_most = read_amount(reader, "plausible_most"),
                           .step = read_amount(reader, "step")};
    }
    if (type == "text") {
        return domain::TextField{static_cast<std::size_t>(reader.number("longest", 1, most_characters))};
    }
    if (type == "day") {
        return domain::DayField{reader.word("when", when_from)};
    }
    if (type != "instant") {
        reader.refuse("type", "is not a word known here");
    }
    return domain::InstantField{};
}

std::string_view word_of(Field::Need need)
{
    switch (need) {
    case Field::Need::optional: return "optional";
    case Field::Need::required: return "required";
    case Field::Need::required_when: return "required_when";
    }
    std::unreachable();
}

std::optional<Field::Need> need_from(std::string_view word)
{
    using enum Field::Need;
    return word == "optional"        ? std::optional{optional}
           : word == "required"      ? std::optional{required}
           : word == "required_when" ? std::optional{required_when}
                                     : std::nullopt;
}

Json field_json(const Field& field)
{
    Json json{{"code", field.code.view()},
              {"label", field.label},
              {"need", word_of(field.need)},
              {"required_when", list_json(field.required_when, condition_json)},
              {"shown_when", list_json(field.shown_when, condition_json)}};
    if (field.fact) {
        json["fact"] = field.fact->view();
    }
    if (field.role != Field::Role::none) {
        json["role"] = domain::word(field.role);
    }
    std::visit(PutKind{json}, field.kind);
    return json;
}

Field read_field(ObjectReader& reader)
{
    return {.code = reader.code<domain::FieldCode>("code"),
            .label = read_words_at(reader, "label"),
            .kind = read_kind(reader),
            .need = reader.word("need", need_from),
            .required_when = read_each(reader, "required_when", most_listed, read_condition),
            .shown_when = read_each(reader, "shown_when", most_listed, read_condition),
            .fact = reader.optional_code<domain::FactCode>("fact"),
            .role = reader.optional_word("role", domain::field_role_from).value_or(Field::Role::none)};
}

Json section_json(const domain::Section& section)
{
    return {{"title", section.title}, {"fields", list_json(section.fields, field_json)}};
}

domain::Section read_section(ObjectReader& reader)
{
    return {.title = read_words_at(reader, "title"), .fields = read_each(reader, "fields", most_listed, read_field)};
}

Json step_json(const domain::FormStep& step)
{
    return {{"title", step.title}, {"sections", list_json(step.sections, section_json)}};
}

domain::FormStep read_step(ObjectReader& reader)
{
    return {.title = read_words_at(reader, "title"),
            .sections = read_each(reader, "sections", most_listed, read_section)};
}

} // namespace

Json form_json(const domain::Form& form)
{
    Json json{{"title", form.title}, {"steps", list_json(form.steps, step_json)}};
    put_source(json, form.about);
    return json;
}

domain::Form read_form(ObjectReader& reader)
{
    return {.about = read_source(reader),
            .title = read_words_at(reader, "title"),
            .steps = read_each(reader, "steps", most_listed, read_step)};
}

} // namespace verandah::wire
