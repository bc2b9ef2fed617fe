// SPDX-License-Identifier: Apache-2.0
// What the guideline says, to what she says today and to what still holds of what she said before.
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_dispensing.hpp"
#include "clinic/console/flow/record_view.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using domain::Field;

/// What she says of these holds at the next visit, too.
bool is_of_allergies(const Field& field)
{
    return field.role == Field::Role::allergies;
}

/// "None known" says nothing.
bool says_something(const Field& field, const domain::AnswerValue& answer)
{
    return !domain::telling_choices(field, answer).empty();
}

} // namespace

std::vector<LastingAnswer> lasting_answers(const Console& console)
{
    std::vector<LastingAnswer> lasting;
    const auto* form = form_of(console);
    for (const auto* field : form == nullptr ? std::vector<const Field*>{} : domain::fields_of(*form)) {
        if (!is_of_allergies(*field)) {
            continue;
        }
        if (const auto said = console.record->answers.find(field->code); said != console.record->answers.end()) {
            lasting.push_back({field, said->second, std::nullopt, says_something(*field, said->second)});
            continue;
        }
        const auto& encounters = console.record->file.encounters;
        for (auto each = encounters.rbegin(); each != encounters.rend(); ++each) {
            const auto& [id, encounter] = *each;
            const auto said = encounter.saved.answers.find(field->code);
            if (id != console.record->encounter && said != encounter.saved.answers.end()) {
                lasting.push_back({field, said->second, encounter.day, says_something(*field, said->second)});
                break;
            }
        }
    }
    return lasting;
}

bool allergies_are_known(const Console& console)
{
    const auto* form = form_of(console);
    const bool is_asked = form != nullptr && std::ranges::any_of(domain::fields_of(*form), [](const Field* field) {
                              return is_of_allergies(*field);
                          });
    return !is_asked || !lasting_answers(console).empty();
}

std::optional<domain::DoseCourse> course_of(const Console& console, const domain::Prescription& prescription,
                                            domain::Instant now)
{
    const auto* regimen = regimen_of(console, prescription.prescribed);
    if (regimen == nullptr || prescription.prescribed.doses < 2 || !regimen->counts) {
        return std::nullopt;
    }
    const auto longest =
        regimen->longest_gap_days > 0 ? std::chrono::days{regimen->longest_gap_days} : std::chrono::days::max();
    return domain::dose_course(console.record->history,
                               {.dose = *regimen->counts,
                                .doses = prescription.prescribed.doses,
                                .apart = std::chrono::days{regimen->days_apart},
                                .longest_apart = longest},
                               today(console, now));
}

bool can_begin_anew(const Console& console, const domain::Prescription& prescription, domain::Instant now)
{
    const auto course = course_of(console, prescription, now);
    const auto* regimen = regimen_of(console, prescription.prescribed);
    return course && regimen != nullptr && course->state == domain::DoseCourse::State::begin_anew &&
           domain::those_there(regimen->not_with, circumstances_now(console, now)).empty();
}

domain::Circumstances circumstances_now(const Console& console, domain::Instant now)
{
    const auto* form = form_of(console);
    if (form == nullptr) {
        return {};
    }
    auto answers = console.record->answers;
    for (const auto& each : lasting_answers(console)) {
        answers.try_emplace(each.field->code, each.answer);
    }
    return domain::circumstances_of(domain::facts_of(*form, answers, today(console, now)));
}

std::vector<domain::Suggestion> suggestions(const Console& console, domain::Instant now)
{
    const auto* guideline = guideline_of(console);
    return form_of(console) == nullptr || guideline == nullptr
               ? std::vector<domain::Suggestion>{}
               : domain::suggest(*guideline, circumstances_now(console, now));
}

} // namespace verandah::console
