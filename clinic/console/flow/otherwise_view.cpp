// SPDX-License-Identifier: Apache-2.0
// Causes come from the form and the guideline, medicines from the cupboard; nothing here knows any by name.
#include "clinic/console/flow/otherwise_view.hpp"

#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "shared/domain/stock/dose_units.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using OfCommodity = wire::StockView::OfCommodity;

bool holds(const std::vector<Cause>& causes, const domain::FactCode& fact)
{
    return std::ranges::find(causes, fact, &Cause::fact) != causes.end();
}

/// The fields in which something is found that may be treated.
std::vector<const domain::Field*> fields_of_causes(const Console& console)
{
    const auto* form = form_of(console);
    auto fields = form == nullptr ? std::vector<const domain::Field*>{} : domain::fields_of(*form);
    std::erase_if(fields, [](const domain::Field* field) {
        return field->role != domain::Field::Role::cause || !std::holds_alternative<domain::ChoiceField>(field->kind);
    });
    return fields;
}

void add_cause(std::vector<Cause>& causes, const domain::Choice& choice)
{
    if (!choice.facts.empty() && !holds(causes, choice.facts.front())) {
        causes.push_back({choice.facts.front(), &choice.label});
    }
}

OtherwiseLacks lacks_of_medicine(const Otherwise& otherwise)
{
    if (!otherwise.medicine) {
        return OtherwiseLacks::choice;
    }
    if (!otherwise.dose) {
        return otherwise.units < 1       ? OtherwiseLacks::units
               : otherwise.words.empty() ? OtherwiseLacks::words
                                         : OtherwiseLacks::nothing;
    }
    return !otherwise.frequency                                                    ? OtherwiseLacks::frequency
           : *otherwise.frequency != domain::Frequency::once && otherwise.days < 1 ? OtherwiseLacks::days
                                                                                   : OtherwiseLacks::nothing;
}

OtherwiseLacks lacks_of_choice(const Otherwise& otherwise)
{
    using From = Otherwise::From;
    switch (otherwise.from) {
    case From::guideline: return otherwise.chosen ? OtherwiseLacks::nothing : OtherwiseLacks::choice;
    case From::cupboard: return lacks_of_medicine(otherwise);
    case From::elsewhere: return otherwise.words.empty() ? OtherwiseLacks::words : OtherwiseLacks::nothing;
    }
    std::unreachable();
}

} // namespace

std::vector<Cause> causes_found(const Console& console, domain::Instant now)
{
    std::vector<Cause> causes;
    for (const auto& suggestion : suggestions(console, now)) {
        if (const auto* label = label_of_cause(console, suggestion.for_what)) {
            causes.push_back({suggestion.for_what, label});
        }
    }
    const auto* form = form_of(console);
    const auto answers = form == nullptr ? domain::Answers{} : domain::shown_answers(*form, console.record->answers);
    for (const auto* field : fields_of_causes(console)) {
        const auto answer = answers.find(field->code);
        if (answer == answers.end()) {
            continue;
        }
        for (const auto* choice : domain::telling_choices(*field, answer->second)) {
            add_cause(causes, *choice);
        }
    }
    return causes;
}

std::vector<Cause> causes_to_choose(const Console& console, domain::Instant now)
{
    auto causes = causes_found(console, now);
    if (causes.empty()) {
        for (const auto* field : fields_of_causes(console)) {
            for (const auto& choice : std::get<domain::ChoiceField>(field->kind).choices) {
                add_cause(causes, choice);
            }
        }
    }
    return causes;
}

const domain::Words* label_of_cause(const Console& console, const domain::FactCode& fact)
{
    if (const auto* guideline = guideline_of(console)) {
        const auto found = std::ranges::find(guideline->causes, fact, &domain::NamedFact::fact);
        if (found != guideline->causes.end()) {
            return &found->label;
        }
    }
    for (const auto* field : fields_of_causes(console)) {
        const auto& choices = std::get<domain::ChoiceField>(field->kind).choices;
        const auto found = std::ranges::find_if(choices, [&](const domain::Choice& choice) {
            return !choice.facts.empty() && choice.facts.front() == fact;
        });
        if (found != choices.end()) {
            return &found->label;
        }
    }
    return nullptr;
}

std::vector<const OfCommodity*> medicines_kept(const Console& console)
{
    std::vector<const OfCommodity*> medicines;
    if (const auto& view = console.stock.view) {
        for (const auto& kept : view->commodities) {
            if (kept.kind == domain::CommodityKind::medicine) {
                medicines.push_back(&kept);
            }
        }
    }
    return medicines;
}

const OfCommodity* find_kept(const Console& console, const domain::CommodityCode& commodity)
{
    if (!console.stock.view) {
        return nullptr;
    }
    const auto& all = console.stock.view->commodities;
    const auto found = std::ranges::find(all, commodity, &OfCommodity::commodity);
    return found == all.end() ? nullptr : &*found;
}

OtherwiseLacks lacks(const Otherwise& otherwise)
{
    if (!otherwise.cause) {
        return OtherwiseLacks::cause;
    }
    const auto lacking = lacks_of_choice(otherwise);
    return lacking != OtherwiseLacks::nothing || !otherwise.why.empty() ? lacking : OtherwiseLacks::why;
}

std::optional<domain::OwnTreatment> own_of(const Console& console, const Otherwise& otherwise)
{
    if (otherwise.from == Otherwise::From::guideline || lacks_of_choice(otherwise) != OtherwiseLacks::nothing) {
        return std::nullopt;
    }
    domain::OwnTreatment own{.words = otherwise.words};
    if (otherwise.from == Otherwise::From::elsewhere) {
        return own;
    }
    own.commodity = otherwise.medicine;
    own.units = otherwise.units;
    if (!otherwise.dose) {
        return own;
    }
    const bool is_once = otherwise.frequency == domain::Frequency::once;
    own.dose =
        domain::OwnDose{otherwise.dose->drug, otherwise.dose->dose, *otherwise.frequency, is_once ? 1 : otherwise.days};
    const auto* kept = find_kept(console, *own.commodity);
    const auto units = kept == nullptr ? std::nullopt : domain::units_for(domain::as_given(*own.dose), kept->doses);
    own.units = units.value_or(0);
    return units ? std::optional{std::move(own)} : std::nullopt;
}

domain::ByTheTable said_of_own(const Console& console, const domain::OwnTreatment& own, domain::Instant now)
{
    const auto* guideline = guideline_of(console);
    return guideline == nullptr ? domain::ByTheTable{}
                                : domain::by_the_table(*guideline, circumstances_now(console, now), own);
}

std::vector<domain::PrescriptionId> prescribed_beside(const Console& console, domain::Instant now)
{
    auto shown = courses_begun(console, now);
    for (const auto& suggestion : suggestions(console, now)) {
        if (const auto id = prescribed_for(console, suggestion.for_what, now)) {
            shown.push_back(*id);
        }
    }
    std::vector<domain::PrescriptionId> beside;
    for (const auto& [id, prescription] : console.record->file.prescriptions) {
        if (prescription.day == today(console, now) && std::ranges::find(shown, id) == shown.end()) {
            beside.push_back(id);
        }
    }
    return beside;
}

std::vector<Cause> causes_without_row(const Console& console, domain::Instant now)
{
    const auto suggested = suggestions(console, now);
    auto causes = causes_found(console, now);
    const auto is_treated = [&](const domain::FactCode& cause) {
        return std::ranges::any_of(console.record->file.prescriptions, [&](const auto& each) {
            return each.second.prescribed.for_what == cause && each.second.day == today(console, now);
        });
    };
    const auto is_asked_here = [&](const domain::FactCode& cause) {
        return std::ranges::any_of(fields_of_causes(console), [&](const domain::Field* field) {
            const auto& choices = std::get<domain::ChoiceField>(field->kind).choices;
            return step_of(*form_of(console), field->code) == console.record->step &&
                   std::ranges::any_of(choices, [&](const domain::Choice& choice) {
                       return !choice.facts.empty() && choice.facts.front() == cause;
                   });
        });
    };
    std::erase_if(causes, [&](const Cause& cause) {
        return is_asked_here(cause.fact) ||
               std::ranges::find(suggested, cause.fact, &domain::Suggestion::for_what) != suggested.end() ||
               is_treated(cause.fact);
    });
    return causes;
}

} // namespace verandah::console
