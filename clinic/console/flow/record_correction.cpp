// SPDX-License-Identifier: Apache-2.0
// What she was at before waits aside; nothing of a correction is written before she has said why.
#include "clinic/console/flow/record_correction.hpp"

#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/flow/session_acts.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using Stage = Record::Stage;
using WhySheet = Correcting::Sheet;

constexpr std::size_t longest_why_corrected = 400; // bytes; the hub takes a little more

bool is_blank(std::string_view words)
{
    return std::ranges::all_of(words, [](char letter) { return letter == ' '; });
}

/// Answers may be changed: nothing lies over the form, and nothing is on its way.
bool is_at_rest(const Record& record)
{
    return record.stage == Stage::form && !record.clash && !record.finishing;
}

void leave_strips(Record& record)
{
    record.step = 0;
    record.cursor.reset();
    record.missing = Record::Missing::unmarked;
    record.strip.reset();
    record.otherwise.reset();
    record.elsewhere.reset();
    record.visit.reset();
}

void begin_correction(Record& record, domain::EncounterId encounter)
{
    const auto& saved = record.file.encounters.at(encounter).saved;
    record.correcting = Correcting{
        .aside = {record.stage == Stage::done ? Correcting::From::end : Correcting::From::form, record.encounter,
                  record.revision, record.base, record.answers, record.confirmed, record.step}};
    record.stage = Stage::form;
    record.encounter = encounter;
    record.revision = saved.revision;
    record.base = saved.answers;
    record.answers = saved.answers;
    record.confirmed.clear();
    record.changed_at.reset();
    leave_strips(record);
}

} // namespace

std::vector<Effect> handle_visit(Console& console, const ShowVisit& wish, domain::Instant)
{
    auto& record = *console.record;
    if (is_at_rest(record) && !record.correcting && record.file.encounters.contains(wish.encounter)) {
        record.visit = wish.encounter;
    }
    return {};
}

std::vector<Effect> handle_visit(Console& console, const CloseVisit&, domain::Instant)
{
    console.record->visit.reset();
    return {};
}

std::vector<Effect> handle_visit(Console& console, const CorrectVisit& wish, domain::Instant)
{
    auto& record = *console.record;
    const bool is_open = record.stage == Stage::done || is_at_rest(record);
    if (!is_open || record.correcting || !can_correct(record, wish.encounter) ||
        form_in(console, record.file.encounters.at(wish.encounter).saved.form) == nullptr) {
        return {};
    }
    record.correct_next = wish.encounter;
    auto effects = keep_record_now(console);
    begin_wanted_correction(record);
    return effects;
}

std::vector<Effect> handle_visit(Console& console, const AskWhyCorrected&, domain::Instant now)
{
    auto& record = *console.record;
    if (!is_at_rest(record) || !record.correcting) {
        return {};
    }
    if (const auto wrong = findings(console, Where::everywhere, now); !wrong.empty()) {
        show_what_is_wrong(console, wrong.front());
        return {};
    }
    record.correcting->sheet = WhySheet::asks_why;
    return {};
}

std::vector<Effect> handle_visit(Console& console, const TypeWhyCorrected& wish, domain::Instant)
{
    auto& correcting = console.record->correcting;
    if (correcting && wish.why.size() <= longest_why_corrected) {
        correcting->why = wish.why;
    }
    return {};
}

std::vector<Effect> handle_visit(Console& console, const KeepCorrection&, domain::Instant now)
{
    auto& record = *console.record;
    const bool was_asked = record.correcting && record.correcting->sheet == WhySheet::asks_why;
    if (!is_at_rest(record) || !was_asked || gap_of(console) != CorrectionGap::nothing) {
        return {};
    }
    record.correcting->sheet = WhySheet::closed;
    record.finishing = true;
    return write_on(console, now);
}

std::vector<Effect> handle_visit(Console& console, const LeaveCorrection&, domain::Instant)
{
    auto& record = *console.record;
    if (!record.correcting || !is_at_rest(record)) {
        return {};
    }
    if (record.correcting->sheet == WhySheet::asks_why) {
        record.correcting->sheet = WhySheet::closed;
    } else {
        end_correction(record);
    }
    return {};
}

bool can_correct(const Record& record, domain::EncounterId encounter)
{
    const auto found = record.file.encounters.find(encounter);
    return found != record.file.encounters.end() && found->second.saved.state == domain::EncounterSaved::State::done;
}

std::vector<domain::Correction::Change> changes_so_far(const Console& console)
{
    const auto* form = form_of(console);
    const auto& record = *console.record;
    return form == nullptr ? std::vector<domain::Correction::Change>{}
                           : domain::changes_between(record.base, domain::shown_answers(*form, record.answers));
}

CorrectionGap gap_of(const Console& console)
{
    const auto& correcting = console.record->correcting;
    if (!correcting || changes_so_far(console).empty()) {
        return CorrectionGap::changes;
    }
    return is_blank(correcting->why) ? CorrectionGap::why : CorrectionGap::nothing;
}

void begin_wanted_correction(Record& record)
{
    const bool may_begin = record.correct_next && !record.clash && !record.finishing &&
                           kept(record) == Record::Kept::everything && can_correct(record, *record.correct_next);
    if (may_begin) {
        begin_correction(record, *std::exchange(record.correct_next, std::nullopt));
    }
}

void end_correction(Record& record)
{
    const auto aside = std::exchange(record.correcting, std::nullopt)->aside;
    const auto encounter = record.encounter;
    const auto revision = record.revision;
    const auto answers = record.base;
    record.stage = aside.from == Correcting::From::end ? Stage::done : Stage::form;
    record.encounter = aside.encounter;
    record.revision = aside.encounter == encounter ? revision : aside.revision;
    record.base = aside.encounter == encounter ? answers : aside.base;
    record.answers = aside.encounter == encounter ? answers : aside.answers;
    record.confirmed = aside.confirmed;
    record.changed_at.reset();
    leave_strips(record);
    record.step = aside.step;
}

} // namespace verandah::console
