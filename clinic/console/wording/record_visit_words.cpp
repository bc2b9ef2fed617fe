// SPDX-License-Identifier: Apache-2.0
// An earlier visit as it was written, what was corrected in it, and the question why.
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_correction.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"

#include <algorithm>
#include <iterator>

namespace verandah::console {

namespace {

using domain::Correction;

const domain::AnswerValue* value_of(const std::optional<domain::AnswerValue>& answer)
{
    return answer ? &*answer : nullptr;
}

/// "Symptoms (before: Quarterly check-up)".
RecordLine change_line(const Scene& scene, const domain::Form& form, const Correction::Change& change)
{
    const auto* field = domain::find_field(form, change.field);
    if (field == nullptr) {
        return {change.field.text(), "–"};
    }
    return {text_of(scene, field->label), filled(scene.words.translate("{after} (before: {before})"),
                                                 {{"after", answer_words(scene, *field, value_of(change.after))},
                                                  {"before", answer_words(scene, *field, value_of(change.before))}})};
}

/// Whoever wrote it first; `by` of a visit is whoever saved it last.
domain::AccountCode begun_by(const domain::File& file, const domain::Encounter& visit)
{
    const auto entry = visit.revisions.empty()
                           ? file.entries.end()
                           : std::ranges::find(file.entries, visit.revisions.front(), &domain::FileEntry::number);
    return entry == file.entries.end() ? visit.by : entry->by;
}

void add_answers(const Scene& scene, const domain::Form& form, const domain::Answers& answers,
                 std::vector<RecordLine>& lines)
{
    for (const auto* field : domain::shown_fields(form, answers)) {
        if (const auto answer = answers.find(field->code); answer != answers.end()) {
            lines.push_back({text_of(scene, field->label), answer_words(scene, *field, &answer->second)});
        }
    }
}

/// What was done on the day of the visit: tests with what came out of them, and treatment.
void add_what_was_done(const Scene& scene, domain::CentreDay day, std::vector<RecordLine>& lines)
{
    const auto& words = scene.words;
    const auto& file = scene.console.record->file;
    std::vector<RecordLine> done;
    const auto* sheet = tests_of(scene.console);
    for (const auto& [id, course] : file.tests) {
        const auto* kind = sheet == nullptr ? nullptr : domain::find_test(*sheet, course.kind);
        if (today(scene.console, course.ordered_at) == day && course.step != domain::TestStep::cancelled) {
            done.push_back({kind == nullptr ? course.kind.text() : text_of(scene, kind->label),
                            course.result ? result_words(scene, *course.result) : words.translate("Awaited")});
        }
    }
    for (const auto& [id, prescription] : file.prescriptions) {
        if (prescription.day == day) {
            const auto& against = prescription.prescribed.against;
            done.push_back({words.translate("Treatment"),
                            treatment_words(scene, prescription) + (against.empty() ? "" : ": " + against)});
        }
    }
    if (!done.empty()) {
        lines.push_back({words.translate("Done that day"), {}, RecordLine::Voice::title});
        std::ranges::move(done, std::back_inserter(lines));
    }
}

void add_corrections(const Scene& scene, const domain::Form& form, domain::EncounterId encounter,
                     std::vector<RecordLine>& lines)
{
    for (const auto& correction : domain::corrections_of(scene.console.record->file, encounter)) {
        lines.push_back({correction_words(scene, correction), {}, RecordLine::Voice::title});
        lines.push_back({scene.words.translate("Why"), correction.why});
        for (const auto& change : correction.changes) {
            lines.push_back(change_line(scene, form, change));
        }
    }
}

} // namespace

std::string correction_words(const Scene& scene, const Correction& correction)
{
    return filled(scene.words.translate("Corrected by {who}, {time}"),
                  {{"who", correction.by.view()}, {"time", time_words(scene, correction.at)}});
}

VisitModel visit_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& record = *scene.console.record;
    const auto encounter = *record.visit;
    const auto& visit = record.file.encounters.at(encounter);
    const bool is_done = can_correct(record, encounter);
    VisitModel model;
    model.title = day_words(scene, visit.day);
    model.note =
        filled(is_done ? words.translate("Written by {who}") : words.translate("A draft of {who}, never finished"),
               {{"who", begun_by(scene.console.record->file, visit).view()}});
    const auto* form = form_in(scene.console, visit.saved.form);
    if (form != nullptr) {
        add_answers(scene, *form, visit.saved.answers, model.lines);
        add_what_was_done(scene, visit.day, model.lines);
        add_corrections(scene, *form, encounter, model.lines);
    }
    model.close = words.translate("Close");
    if (is_done && form != nullptr) {
        model.correct = RecordChoice{
            words.translate("Correct"), RecordWish{CorrectVisit{encounter}}, "visit.correct", false, false, U'C'};
    }
    return model;
}

WhyModel why_corrected_words(const Scene& scene)
{
    const auto& words = scene.words;
    WhyModel model;
    model.title = words.translate("Why is it corrected?");
    model.note = words.translate("What was there before stays in the record, with your name and your reason.");
    for (const auto& change : changes_so_far(scene.console)) {
        model.lines.push_back(change_line(scene, *form_of(scene.console), change));
    }
    model.why_label = words.translate("Why");
    model.why = scene.console.record->correcting->why;
    model.confirm = words.translate("Keep the correction");
    model.cancel = words.translate("Back");
    switch (gap_of(scene.console)) {
    case CorrectionGap::changes: model.missing = words.translate("Nothing is changed yet."); break;
    case CorrectionGap::why: model.missing = words.translate("Write in a few words why."); break;
    case CorrectionGap::nothing: break;
    }
    return model;
}

} // namespace verandah::console
