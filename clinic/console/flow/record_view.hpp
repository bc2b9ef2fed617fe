// SPDX-License-Identifier: Apache-2.0
// What an open record means just now: what is asked, what the keys answer, which tests there are, what the guideline
// says.
#pragma once

#include "clinic/console/flow/console.hpp"
#include "shared/domain/care/check_answers.hpp"
#include "shared/domain/care/dose_course.hpp"
#include "shared/domain/care/guidance.hpp"

#include <optional>
#include <vector>

namespace verandah::console {

/// The edition the record is written in: that of its draft, else the one in use. nullptr while it is not known.
[[nodiscard]] const domain::Form* form_of(const Console& console);
/// That very edition; nullptr when it is not known here.
[[nodiscard]] const domain::Form* form_in(const Console& console, const domain::Edition& edition);
[[nodiscard]] const domain::TestSheet* tests_of(const Console& console);
[[nodiscard]] const domain::Guideline* guideline_of(const Console& console);
/// Whether forms, tests and guideline are all here.
[[nodiscard]] bool knows_enough(const Console& console);

/// The fields of one section that are asked.
[[nodiscard]] std::vector<const domain::Field*> asked_in(const domain::Section& section, const domain::Form& form,
                                                         const domain::Answers& answers);
/// What keys can answer on the step shown: its choices, amounts, days and times, in order; on the first one the tests.
[[nodiscard]] std::vector<Cursor> questions(const Console& console);
/// Where the keys go: where she left it, else the first question that is not answered.
[[nodiscard]] std::optional<Cursor> cursor_of(const Console& console);
[[nodiscard]] bool is_last_step(const Console& console);

/// All that is wrong with the answers, of fields of the step shown only, or of all. What was confirmed is left out.
enum class Where { this_step, everywhere };
[[nodiscard]] std::vector<domain::Finding> findings(const Console& console, Where where, domain::Instant now);
/// The step that a field stands on.
[[nodiscard]] std::size_t step_of(const domain::Form& form, const domain::FieldCode& field);

/// Amounts, days and points in time that one touch chooses.
[[nodiscard]] std::vector<domain::Measured> usual_amounts(const domain::AmountField& field);
[[nodiscard]] std::vector<domain::CentreDay> usual_days(const domain::DayField& field, domain::CentreDay today);
[[nodiscard]] std::vector<domain::Instant> usual_instants(domain::Instant now);

/// A test of today, with its number.
struct TestToday {
    domain::TestId id;
    const domain::TestCourse* course; ///< Borrowed until the record's next change.
};
[[nodiscard]] std::vector<TestToday> tests_today(const Console& console, domain::Instant now);
/// The latest of this kind, if it was ordered today and not cancelled.
[[nodiscard]] std::optional<TestToday> test_today(const Console& console, const domain::TestCode& kind,
                                                  domain::Instant now);
/// By which she said that she may be looked for, on its way or in the file; nullopt: she was never asked.
[[nodiscard]] std::optional<domain::Channel> agreed_channel(const Record& record);
/// What came out and was not told yet, critical first.
[[nodiscard]] std::vector<TestToday> results_to_tell(const Console& console);
/// The test that the strip asks about; nullptr while it still asks where from.
[[nodiscard]] const domain::TestKind* kind_asked(const Console& console);
/// The specimens that all kinds of the strip may be done in, in the order of the first.
[[nodiscard]] std::vector<domain::SpecimenCode> specimens_asked(const Console& console);

/// What she said of a question whose answer holds at the next visit, too: her allergies. Borrows from the console.
struct LastingAnswer {
    const domain::Field* field;
    domain::AnswerValue answer;
    std::optional<domain::CentreDay> said_on; ///< nullopt: today. Else the last time she was asked.
    bool has_facts;                           ///< Not "none known".
};
[[nodiscard]] std::vector<LastingAnswer> lasting_answers(const Console& console);
/// Whether she was ever asked, where the form asks for them.
[[nodiscard]] bool allergies_are_known(const Console& console);

/// Where the course of a prescription stands that is given in several doses; nullopt: it is not, or nothing counts
/// them.
[[nodiscard]] std::optional<domain::DoseCourse>
course_of(const Console& console, const domain::Prescription& prescription, domain::Instant now);

/// Its last dose was too long ago, and nothing stands against the first one of it again.
[[nodiscard]] bool can_begin_anew(const Console& console, const domain::Prescription& prescription,
                                  domain::Instant now);

/// What holds of her now: what she says today, and what lasts.
[[nodiscard]] domain::Circumstances circumstances_now(const Console& console, domain::Instant now);
/// What the guideline says to that. Borrows from the console.
[[nodiscard]] std::vector<domain::Suggestion> suggestions(const Console& console, domain::Instant now);
/// The prescription of today for that cause, if there is one: a row of a guideline, and not what was written down
/// beside it.
[[nodiscard]] std::optional<domain::PrescriptionId> prescribed_for(const Console& console,
                                                                   const domain::FactCode& cause, domain::Instant now);
/// Whether a dose of it may be given today: there is one more, and none was given today.
[[nodiscard]] bool is_dose_due(const Console& console, domain::PrescriptionId prescription, domain::Instant now);
/// Courses of several doses that were begun on an earlier day and not given to their end before today, the latest
/// first. One that nobody went on with for half a year is none any more.
[[nodiscard]] std::vector<domain::PrescriptionId> courses_begun(const Console& console, domain::Instant now);
/// When she was exposed, if that was answered.
[[nodiscard]] std::optional<domain::Instant> exposure(const Console& console);

[[nodiscard]] Record::Kept kept(const Record& record);
/// Whoever is being served at this station: whose record can be opened. nullptr when nobody is.
[[nodiscard]] const domain::Ticket* visitor_here(const Console& console);

} // namespace verandah::console
