// SPDX-License-Identifier: Apache-2.0
// What the hub says about a record.
#include "clinic/console/flow/record_steps.hpp"

#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_merge.hpp"
#include "clinic/console/flow/session_acts.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using domain::EncounterSaved;
using Stage = Record::Stage;

bool is_done(const Record& record)
{
    const auto saved = record.file.encounters.find(record.encounter);
    return saved != record.file.encounters.end() && saved->second.saved.state == EncounterSaved::State::done;
}

/// The draft that was begun today and left, else a new encounter.
void take_up_draft(Record& record, domain::CentreDay today)
{
    record.encounter = domain::EncounterId{1};
    for (const auto& [id, encounter] : record.file.encounters) {
        record.encounter = domain::EncounterId{id.value() + 1};
        if (encounter.saved.state == EncounterSaved::State::draft && encounter.day == today) {
            record.encounter = id;
            record.revision = encounter.saved.revision;
            record.base = encounter.saved.answers;
            record.answers = encounter.saved.answers;
            return;
        }
    }
}

bool is_asked_for_consent(const domain::File& file)
{
    return !file.consent || file.consent->what.answer == domain::ConsentSaid::Answer::withdrawn;
}

struct RecordHandler {
    Console& console;
    domain::Instant now;

    [[nodiscard]] Record* of(std::size_t look) const
    {
        return console.record && console.record->look == look ? &*console.record : nullptr;
    }

    Effects operator()(const FormsCame& event) const
    {
        if (may(console, domain::Right::guidance_see)) {
            console.knowledge.forms = event.view;
        }
        return {};
    }
    Effects operator()(const GuidanceCame& event) const
    {
        if (may(console, domain::Right::guidance_see)) {
            console.knowledge.guidance = event.view;
        }
        return {};
    }
    Effects operator()(const RecordCame& event) const
    {
        auto* record = of(event.look);
        if (record == nullptr) {
            return {};
        }
        if (!event.view.file) { // the first time: she is asked before there is one
            record->stage = record->stage == Stage::opening ? Stage::consent : record->stage;
            return {};
        }
        record->id = event.view.file;
        record->is_of_today = event.view.is_of_today;
        record->due = event.view.due;
        record->returned = event.view.returned;
        record->file = wire::file_in(event.view);
        return record->stage == Stage::opening ? opened(*record) : caught_up(*record);
    }
    Effects operator()(const EntryTaken& event) const
    {
        auto* record = of(event.look);
        if (record == nullptr || !record->under_way) {
            return {};
        }
        record->under_way.reset();
        if (event.entry.number != record->file.last + 1) { // something came between
            return {RecordEffect{FetchFile{record->look, *record->id}}};
        }
        domain::apply(record->file, event.entry);
        if (const auto* saved = std::get_if<EncounterSaved>(&event.entry.event)) {
            record->revision = saved->revision;
            record->base = saved->answers;
        }
        if (record->finishing && is_done(*record)) {
            record->stage = Stage::done;
            record->finishing = false;
        }
        return write_on(console, now);
    }
    Effects operator()(const RecordRefused& event) const
    {
        using enum domain::Refusal::Why;
        auto* record = of(event.look);
        if (record == nullptr) {
            return {};
        }
        if (record->stage == Stage::opening) {
            record->stage = Stage::failed;
            record->refused = event.why;
            return {};
        }
        const auto refused = std::exchange(record->under_way, std::nullopt);
        record->finishing = false;
        if (event.why == conflict) {
            const bool was_answers = refused && std::holds_alternative<EncounterSaved>(*refused);
            if (was_answers) {
                record->changed_at = now;
            } else {
                record->to_write.clear(); // what they were about is not as she saw it
                record->strip.reset();
                tell(*record, RecordNotice::moved_on, now);
            }
            return {RecordEffect{FetchFile{record->look, *record->id}}};
        }
        record->to_write.clear();
        tell(*record, event.why == not_allowed ? RecordNotice::not_allowed : RecordNotice::not_taken, now);
        return {};
    }
    /// Whether it was written nobody knows: the file says.
    Effects operator()(const RecordLost& event) const
    {
        auto* record = of(event.look);
        if (record == nullptr) {
            return {};
        }
        if (record->stage == Stage::opening) {
            record->stage = Stage::failed;
            record->refused.reset();
            return {};
        }
        if (record->under_way && std::holds_alternative<EncounterSaved>(*record->under_way)) {
            record->changed_at = now;
        } else if (record->under_way) {
            record->to_write.push_front(*record->under_way);
        }
        record->under_way.reset();
        tell(*record, RecordNotice::hub_away, now);
        return {};
    }

    [[nodiscard]] Effects opened(Record& record) const
    {
        take_up_draft(record, today(console, now));
        record.card = {};
        record.stage = is_asked_for_consent(record.file) ? Stage::consent : Stage::form;
        return {};
    }
    /// After somebody else has written: what she has answered here is put to theirs.
    [[nodiscard]] Effects caught_up(Record& record) const
    {
        drop_what_is_there(record);
        const auto saved = record.file.encounters.find(record.encounter);
        if (saved == record.file.encounters.end() || saved->second.saved.revision <= record.revision) {
            return write_on(console, now);
        }
        const auto& theirs = saved->second;
        const auto merged = merge(record.base, record.answers, theirs.saved.answers);
        record.finishing = false;
        if (merged.clashes.empty()) {
            const bool is_theirs = merged.answers == theirs.saved.answers;
            record.revision = theirs.saved.revision;
            record.base = theirs.saved.answers;
            record.answers = merged.answers;
            record.changed_at = is_theirs ? std::nullopt : std::optional{now};
            tell(record, RecordNotice::merged, now);
            return write_on(console, now);
        }
        Clash clash{theirs.saved.answers, theirs.saved.revision, theirs.by, theirs.at, {}};
        for (const auto& field : merged.clashes) {
            clash.fields.emplace(field, Clash::Take::undecided);
        }
        record.answers = merged.answers;
        record.clash = std::move(clash);
        return {};
    }
    /// What was lost on the way, and was written all the same.
    static void drop_what_is_there(Record& record)
    {
        std::erase_if(record.to_write, [&](const domain::FileEvent& event) {
            return std::ranges::any_of(record.file.entries,
                                       [&](const domain::FileEntry& entry) { return entry.event == event; });
        });
    }
};

} // namespace

std::vector<Effect> handle_record(Console& console, const RecordHappening& happening, domain::Instant now)
{
    return std::visit(RecordHandler{console, now}, happening);
}

} // namespace verandah::console
