// SPDX-License-Identifier: Apache-2.0
// Questions to the record. None of them changes anything.
#include "clinic/console/flow/record_view.hpp"

#include "clinic/console/flow/outlook.hpp"
#include "clinic/console/flow/past_steps.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using domain::Field;
using domain::Measured;

template <class Things>
auto edition_in(const Things& things, const domain::Edition& edition) -> const typename Things::value_type*
{
    const auto found = std::ranges::find(things, edition, [](const auto& each) { return each.about.edition; });
    return found == things.end() ? nullptr : &*found;
}

bool has_answer(const domain::Answers& answers, const domain::FieldCode& field)
{
    return answers.contains(field);
}

bool takes_keys(const Field& field)
{
    return !std::holds_alternative<domain::TextField>(field.kind);
}

const domain::FormStep* step_shown(const Console& console)
{
    const auto* form = form_of(console);
    return form == nullptr || !console.record || console.record->step >= form->steps.size()
               ? nullptr
               : &form->steps[console.record->step];
}

} // namespace

const domain::Form* form_of(const Console& console)
{
    const auto& forms = console.knowledge.forms;
    if (!forms || !console.record) {
        return nullptr;
    }
    const auto& encounters = console.record->file.encounters;
    const auto saved = encounters.find(console.record->encounter);
    return edition_in(forms->forms, saved == encounters.end() ? forms->form : saved->second.saved.form);
}

const domain::Form* form_in(const Console& console, const domain::Edition& edition)
{
    const auto& forms = console.knowledge.forms;
    return forms ? edition_in(forms->forms, edition) : nullptr;
}

const domain::TestSheet* tests_of(const Console& console)
{
    const auto& forms = console.knowledge.forms;
    return forms ? edition_in(forms->tests, forms->test_sheet) : nullptr;
}

const domain::Guideline* guideline_of(const Console& console)
{
    const auto& guidance = console.knowledge.guidance;
    return guidance ? edition_in(guidance->guidelines, guidance->guideline) : nullptr;
}

bool knows_enough(const Console& console)
{
    return form_of(console) != nullptr && tests_of(console) != nullptr && guideline_of(console) != nullptr;
}

std::vector<const Field*> asked_in(const domain::Section& section, const domain::Form& form,
                                   const domain::Answers& answers)
{
    const auto shown = domain::shown_fields(form, answers);
    std::vector<const Field*> asked;
    for (const auto& field : section.fields) {
        if (std::ranges::find(shown, &field) != shown.end()) {
            asked.push_back(&field);
        }
    }
    return asked;
}

std::vector<Cursor> questions(const Console& console)
{
    std::vector<Cursor> all;
    const auto* step = step_shown(console);
    if (step == nullptr) {
        return all;
    }
    for (const auto& section : step->sections) {
        for (const auto* field : asked_in(section, *form_of(console), console.record->answers)) {
            if (takes_keys(*field)) {
                all.push_back({Cursor::At::field, field->code});
            }
        }
    }
    if (console.record->step == 0 && !console.record->correcting) {
        all.push_back({Cursor::At::tests, std::nullopt});
    }
    return all;
}

std::optional<Cursor> cursor_of(const Console& console)
{
    if (!console.record) {
        return std::nullopt;
    }
    const auto all = questions(console);
    const auto& cursor = console.record->cursor;
    if (cursor && std::ranges::find(all, *cursor) != all.end()) {
        return cursor;
    }
    const auto open = std::ranges::find_if(
        all, [&](const Cursor& each) { return each.field && !has_answer(console.record->answers, *each.field); });
    return open != all.end() ? std::optional{*open} : all.empty() ? std::nullopt : std::optional{all.back()};
}

bool is_last_step(const Console& console)
{
    const auto* form = form_of(console);
    return form != nullptr && console.record && console.record->step + 1 >= form->steps.size();
}

std::size_t step_of(const domain::Form& form, const domain::FieldCode& field)
{
    for (std::size_t step = 0; step < form.steps.size(); ++step) {
        for (const auto& section : form.steps[step].sections) {
            if (std::ranges::find(section.fields, field, &Field::code) != section.fields.end()) {
                return step;
            }
        }
    }
    return form.steps.size();
}

std::vector<domain::Finding> findings(const Console& console, Where where, domain::Instant now)
{
    const auto* form = form_of(console);
    if (form == nullptr) {
        return {};
    }
    const auto& record = *console.record;
    auto all = domain::check_answers(*form, record.answers, today(console, now));
    std::erase_if(all, [&](const domain::Finding& each) {
        const bool elsewhere = where == Where::this_step && step_of(*form, each.field) != record.step;
        return elsewhere || (domain::is_warning(each.what) && record.confirmed.contains(each.field));
    });
    return all;
}

std::vector<Measured> usual_amounts(const domain::AmountField& field)
{
    std::vector<Measured> amounts;
    for (const std::int64_t times : {1, 2, 5, 10}) {
        const bool small = field.step == Measured{1000} && field.plausible_most <= Measured{9000};
        const auto steps = small ? static_cast<std::int64_t>(amounts.size()) + 1 : times; // doses: 1, 2, 3, 4
        const Measured amount{field.step.thousandths * steps};
        if (amount >= field.least && amount <= field.plausible_most) {
            amounts.push_back(amount);
        }
    }
    return amounts;
}

std::vector<domain::CentreDay> usual_days(const domain::DayField& field, domain::CentreDay today)
{
    using std::chrono::sys_days;
    const auto after = [today](int days) { return domain::CentreDay{sys_days{today} + std::chrono::days{days}}; };
    if (field.when == domain::DayField::When::from_today) {
        return {after(7), after(14), after(28), after(91), after(182)};
    }
    return {today, after(-1), after(-7), after(-28), after(-91)};
}

std::vector<domain::Instant> usual_instants(domain::Instant now)
{
    std::vector<domain::Instant> instants;
    const auto hour = std::chrono::floor<std::chrono::hours>(now);
    for (const int hours : {2, 6, 12, 24, 36, 48, 60}) {
        instants.emplace_back(hour - std::chrono::hours{hours});
    }
    return instants;
}

std::vector<TestToday> tests_today(const Console& console, domain::Instant now)
{
    std::vector<TestToday> tests;
    if (!console.record) {
        return tests;
    }
    for (const auto& [id, course] : console.record->file.tests) {
        if (course.step != domain::TestStep::cancelled && today(console, course.ordered_at) == today(console, now)) {
            tests.push_back({id, &course});
        }
    }
    return tests;
}

std::optional<TestToday> test_today(const Console& console, const domain::TestCode& kind, domain::Instant now)
{
    const auto tests = tests_today(console, now);
    const auto found =
        std::find_if(tests.rbegin(), tests.rend(), [&](const TestToday& each) { return each.course->kind == kind; });
    return found == tests.rend() ? std::nullopt : std::optional{*found};
}

std::optional<domain::Channel> agreed_channel(const Record& record)
{
    auto agreed = record.file.channel;
    const auto look_at = [&agreed](const domain::FileEvent& event) {
        if (const auto* said = std::get_if<domain::ChannelAgreed>(&event)) {
            agreed = said->channel;
        }
    };
    if (record.under_way) {
        look_at(*record.under_way);
    }
    std::ranges::for_each(record.to_write, look_at);
    return agreed;
}

std::vector<TestToday> results_to_tell(const Console& console)
{
    const auto* sheet = tests_of(console);
    if (!console.record || sheet == nullptr) {
        return {};
    }
    std::vector<domain::TestCourse> courses;
    std::vector<TestToday> all;
    for (const auto& [id, course] : console.record->file.tests) {
        courses.push_back(course);
        all.push_back({id, &course});
    }
    std::vector<TestToday> waiting;
    for (const auto index : domain::to_tell(courses, *sheet)) {
        waiting.push_back(all[index]);
    }
    return waiting;
}

const domain::TestKind* kind_asked(const Console& console)
{
    const auto* sheet = tests_of(console);
    if (!console.record || !console.record->strip || sheet == nullptr || console.record->strip->ordered.empty()) {
        return nullptr;
    }
    return domain::find_test(*sheet, console.record->strip->ordered.front().kind);
}

std::vector<domain::SpecimenCode> specimens_asked(const Console& console)
{
    const auto* sheet = tests_of(console);
    if (!console.record || !console.record->strip || sheet == nullptr) {
        return {};
    }
    std::vector<domain::SpecimenCode> common;
    bool is_first = true;
    for (const auto& code : console.record->strip->kinds) {
        const auto* kind = domain::find_test(*sheet, code);
        if (kind == nullptr) {
            continue;
        }
        if (is_first) {
            common = kind->specimens;
        } else {
            std::erase_if(common, [&](const domain::SpecimenCode& each) {
                return std::ranges::find(kind->specimens, each) == kind->specimens.end();
            });
        }
        is_first = false;
    }
    return common;
}

std::optional<domain::PrescriptionId> prescribed_for(const Console& console, const domain::FactCode& cause,
                                                     domain::Instant now)
{
    std::optional<domain::PrescriptionId> latest;
    for (const auto& [id, prescription] : console.record->file.prescriptions) {
        const auto& prescribed = prescription.prescribed;
        if (prescribed.for_what == cause && !prescribed.own && prescription.day == today(console, now)) {
            latest = id;
        }
    }
    return latest;
}

bool is_dose_due(const Console& console, domain::PrescriptionId prescription, domain::Instant now)
{
    const auto& [prescribed, day, by, doses] = console.record->file.prescriptions.at(prescription);
    return std::ssize(doses) < prescribed.doses && (doses.empty() || doses.back().day != today(console, now));
}

std::vector<domain::PrescriptionId> courses_begun(const Console& console, domain::Instant now)
{
    constexpr std::chrono::days let_go_after{182};
    const auto day = today(console, now);
    const auto all = suggestions(console, now);
    const auto& prescriptions = console.record->file.prescriptions;
    const auto is_suggested = [&all](const domain::FactCode& cause) { // it stands with its suggestion then
        return std::ranges::find(all, cause, &domain::Suggestion::for_what) != all.end();
    };
    const auto is_begun_anew = [&prescriptions](domain::PrescriptionId id) {
        return std::any_of(prescriptions.upper_bound(id), prescriptions.end(), [&](const auto& later) {
            const auto& prescribed = later.second.prescribed;
            return prescribed.for_what == prescriptions.at(id).prescribed.for_what && !prescribed.own;
        });
    };
    std::vector<domain::PrescriptionId> courses;
    for (const auto& [id, prescription] : prescriptions) {
        const auto& doses = prescription.doses;
        const auto last = doses.empty() ? prescription.day : doses.back().day;
        const bool is_at_its_end = std::ssize(doses) >= prescription.prescribed.doses && last != day;
        const bool is_begun = prescription.prescribed.doses > 1 &&
                              (prescription.day < day || !is_suggested(prescription.prescribed.for_what)) &&
                              !is_begun_anew(id);
        if (is_begun && !is_at_its_end && std::chrono::sys_days{day} - std::chrono::sys_days{last} <= let_go_after) {
            courses.insert(courses.begin(), id);
        }
    }
    return courses;
}

std::optional<domain::Instant> exposure(const Console& console)
{
    const auto* form = form_of(console);
    if (form == nullptr) {
        return std::nullopt;
    }
    const auto answers = domain::shown_answers(*form, console.record->answers);
    for (const auto* field : domain::fields_of(*form)) {
        const auto answer = answers.find(field->code);
        if (field->role == domain::Field::Role::exposure && answer != answers.end()) {
            const auto* at = std::get_if<domain::Instant>(&answer->second);
            return at == nullptr ? std::nullopt : std::optional{*at};
        }
    }
    return std::nullopt;
}

Record::Kept kept(const Record& record)
{
    if (record.under_way || !record.to_write.empty() || record.dispensing) {
        return Record::Kept::writing;
    }
    return record.changed_at ? Record::Kept::changing : Record::Kept::everything;
}

const domain::Ticket* visitor_here(const Console& console)
{
    const auto here = people_here(console);
    const auto served = std::ranges::find_if(
        here, [](const domain::Ticket* each) { return each->now.state == domain::TicketState::serving; });
    return served == here.end() ? nullptr : *served;
}

} // namespace verandah::console
