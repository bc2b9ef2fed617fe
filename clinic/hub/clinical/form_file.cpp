// SPDX-License-Identifier: Apache-2.0
// The steps, sections and fields of a form.
#include "clinic/hub/clinical/form_file.hpp"

#include "clinic/hub/clinical/clinical_reading.hpp"
#include "clinic/hub/clinical/form_conditions.hpp"
#include "clinic/hub/clinical/form_roles.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace verandah::hub {
namespace {

using domain::AmountField;
using domain::ChoiceField;
using domain::Field;
using domain::Measured;

constexpr std::size_t longest_form_label = 80;
constexpr std::size_t most_fields = 300;

/// One form in the reading.
struct FormReading {
    ClinicalReading& file;
    OnlyOnce field_codes{"the field code"};
    FormConditions conditions{};
    FormRoles roles{};
    std::size_t fields{0}; ///< So far.
};

ChoiceField read_choices(FormReading& form, TableReader& section, ChoiceField::Of of)
{
    ChoiceField field{.of = of, .choices = {}, .alone = {}};
    OnlyOnce codes{"the choice"};
    for (auto& choice : section.tables("choices")) {
        field.choices.push_back({.code = read_own_code<domain::ChoiceCode>(choice, "choice", "none", codes),
                                 .label = form.file.words.read(choice, "label", {"None known", longest_form_label}),
                                 .facts = read_facts(choice, "facts"),
                                 .codings = read_codings(choice)});
        choice.refuse_other_keys();
    }
    if (const std::size_t least = of == ChoiceField::Of::one ? 2 : 1; field.choices.size() < least) {
        section.refuse(section.place("choices"), fmt::format("{} has nothing to choose between", section.title()),
                       "Write choices = [{ code = \"yes\", label = \"Yes\" }, { code = \"no\", label = \"No\" }].");
    }
    if (section.has("alone")) {
        const auto alone = section.word("alone", {"none", domain::ChoiceCode::longest});
        field.alone = section.code_from<domain::ChoiceCode>(alone);
        if (std::ranges::find(field.choices, *field.alone, &domain::Choice::code) == field.choices.end()) {
            section.refuse(alone.place, fmt::format("\"{}\" is none of the choices", alone.value),
                           "Write the code of the choice that stands alone.");
        }
    }
    return field;
}

/// A number that has to be there.
Measured read_amount(TableReader& section, std::string_view key)
{
    const auto amount = section.thousandths(key);
    if (!amount && !section.has(key)) {
        section.refuse(section.place(), fmt::format("{} has no \"{}\"", section.title(), key),
                       fmt::format("Add {} = 0; nothing outside of the limits is taken.", key));
    }
    return {amount.value_or(0)};
}

AmountField read_amount_field(TableReader& section)
{
    AmountField field{.unit = section.optional_text("unit", {"kg", 12}).value_or(""),
                      .least = read_amount(section, "least"),
                      .most = read_amount(section, "most"),
                      .plausible_least{0},
                      .plausible_most{0},
                      .step{section.thousandths("step").value_or(1000)}};
    field.plausible_least = {section.thousandths("plausible_least").value_or(field.least.thousandths)};
    field.plausible_most = {section.thousandths("plausible_most").value_or(field.most.thousandths)};
    if (field.least > field.plausible_least || field.plausible_least > field.plausible_most ||
        field.plausible_most > field.most) {
        section.refuse(section.place("most"), fmt::format("the limits of {} contradict each other", section.title()),
                       "They grow from least to plausible_least, plausible_most and most.");
    }
    if (field.step <= Measured{0}) {
        section.refuse(section.place("step"), "\"step\" has to be more than nothing", "Write step = 1.");
    }
    return field;
}

domain::DayField read_day_field(TableReader& section)
{
    using When = domain::DayField::When;
    constexpr std::array known{When::any, When::up_to_today, When::from_today};
    if (!section.has("when")) {
        return {};
    }
    return {read_known_word<When>(section, section.word("when", {"up_to_today"}), known, [](When when) {
        return when == When::any ? "any" : when == When::up_to_today ? "up_to_today" : "from_today";
    })};
}

domain::FieldKind read_kind(FormReading& form, TableReader& section)
{
    enum class Type { one, many, amount, text, day, instant };
    constexpr std::array known{Type::one, Type::many, Type::amount, Type::text, Type::day, Type::instant};
    constexpr std::array<std::string_view, 6> words{"one", "many", "amount", "text", "day", "instant"};
    const auto type = read_known_word<Type>(section, section.word("type", {"one"}), known,
                                            [&words](Type each) { return words[static_cast<std::size_t>(each)]; });
    switch (type) {
    case Type::one: return read_choices(form, section, ChoiceField::Of::one);
    case Type::many: return read_choices(form, section, ChoiceField::Of::many);
    case Type::amount: return read_amount_field(section);
    case Type::text: {
        constexpr int most_characters = 10'000;
        return domain::TextField{static_cast<std::size_t>(section.number("longest", {1, most_characters, 2000}))};
    }
    case Type::day: return read_day_field(section);
    case Type::instant: return domain::InstantField{};
    }
    std::unreachable();
}

Field read_field(FormReading& form, TableReader& section)
{
    const auto owner = form.fields++;
    auto code = read_own_code<domain::FieldCode>(section, "field", "reason", form.field_codes);
    Field field{.code = std::move(code),
                .label = form.file.words.read(section, "label", {"Why today", longest_form_label}),
                .kind = read_kind(form, section)};
    field.shown_when = form.conditions.read(section, "shown_when", owner);
    field.required_when = form.conditions.read(section, "required_when", owner);
    const bool always = section.is_true("required");
    if (always && !field.required_when.empty()) {
        section.refuse(section.place("required_when"), fmt::format("{} is required always, and when", section.title()),
                       "Keep one of required and required_when.");
    }
    field.need = always                        ? Field::Need::required
                 : field.required_when.empty() ? Field::Need::optional
                                               : Field::Need::required_when;
    if (section.has("fact")) {
        field.fact =
            section.code_from<domain::FactCode>(section.word("fact", {"ipv.asked", domain::FactCode::longest}));
    }
    form.roles.read(section, field);
    section.refuse_other_keys();
    return field;
}

domain::Section read_section(FormReading& form, TableReader& section)
{
    domain::Section read{.title = form.file.words.read(section, "title", {"Why today", longest_form_label}),
                         .fields = {}};
    for (auto& field : section.tables("field")) {
        read.fields.push_back(read_field(form, field));
    }
    section.refuse_other_keys();
    return read;
}

domain::FormStep read_step(FormReading& form, TableReader& section)
{
    domain::FormStep step{.title = form.file.words.read(section, "title", {"Today", longest_form_label}),
                          .sections = {}};
    for (auto& part : section.tables("section")) {
        step.sections.push_back(read_section(form, part));
    }
    section.refuse_other_keys();
    return step;
}

domain::Form read_one_form(ClinicalReading& reading)
{
    FormReading reading_form{reading};
    domain::Form form{.about = read_source(reading.root),
                      .title = reading.words.read(reading.root, "title", {"Visit", longest_form_label}),
                      .steps = {}};
    for (auto& step : reading.root.tables("step")) {
        form.steps.push_back(read_step(reading_form, step));
    }
    if (reading_form.fields == 0 || reading_form.fields > most_fields) {
        reading.root.refuse({1, 1}, fmt::format("the form has {} fields", reading_form.fields),
                            fmt::format("Give it from 1 to {}: [[step]], in it [[step.section]], in it "
                                        "[[step.section.field]].",
                                        most_fields));
    }
    if (reading_form.field_codes.held()) { // else it is not clear which field a condition means
        reading_form.conditions.check(reading.root, form);
    }
    reading_form.roles.give_as_before(form);
    return form;
}

} // namespace

std::expected<domain::Form, std::vector<Fault>> read_form(std::string_view text)
{
    return read_clinical(text, read_one_form);
}

} // namespace verandah::hub
