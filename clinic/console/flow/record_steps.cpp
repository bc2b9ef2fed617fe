// SPDX-License-Identifier: Apache-2.0
// What the hub says about a record.
#include "clinic/console/flow/record_steps.hpp"

#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_correction.hpp"
#include "clinic/console/flow/record_dispensing.hpp"
#include "clinic/console/flow/record_merge.hpp"
#include "clinic/console/flow/record_pictures.hpp"
#include "clinic/console/flow/session_acts.hpp"
#include "clinic/console/flow/stock_steps.hpp"
#include "shared/domain/record/next_number.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using domain::EncounterSaved;
using Stage = Record::Stage;

/// Her answers are kept; when she wanted to end with them, that is it.
void take_saved(Record& record, const EncounterSaved& saved)
{
    record.revision = saved.revision;
    record.base = saved.answers;
    if (!record.finishing || saved.state != EncounterSaved::State::done) {
        return;
    }
    record.finishing = false;
    if (record.correcting) {
        end_correction(record);
    } else {
        record.stage = Stage::done;
    }
}

/// The draft that was begun today and left, else a new encounter.
void take_up_draft(Record& record, domain::CentreDay today)
{
    record.encounter = domain::next_number(record.file, record.file.encounters);
    for (const auto& [id, encounter] : record.file.encounters) {
        if (encounter.saved.state == EncounterSaved::State::draft && encounter.day == today) {
            record.encounter = id;
            record.revision = encounter.saved.revision;
            record.base = encounter.saved.answers;
            record.answers = encounter.saved.answers;
            return;
        }
    }
}

bool is_withdrawn(const domain::File& file)
{
    return file.consent && file.consent->what.answer == domain::ConsentSaid::Answer::withdrawn;
}

bool is_asked_for_consent(const domain::File& file)
{
    return !file.consent || is_withdrawn(file);
}

/// She took it back, here or at another console: that is the end of it.
bool end_if_withdrawn(Record& record)
{
    if (!is_withdrawn(record.file)) {
        return false;
    }
    record.stage = Stage::withdrawn;
    record.finishing = false;
    record.changed_at.reset();
    record.to_write.clear();
    record.lost_ask.reset();
    record.clash.reset();
    return true;
}

/// Today's form is, and nothing is asked any more.
bool is_done(const Record& record)
{
    const auto saved = record.file.encounters.find(record.encounter);
    return saved != record.file.encounters.end() && saved->second.saved.state == EncounterSaved::State::done;
}

/// What is due may be another now. A draft is kept every other second and amounts to nothing yet.
bool changes_what_is_due(const domain::FileEntry& entry)
{
    const auto* saved = std::get_if<EncounterSaved>(&entry.event);
    const bool is_draft = saved != nullptr && saved->state == EncounterSaved::State::draft;
    return !is_draft && (!entry.facts.empty() || std::holds_alternative<domain::TestMoved>(entry.event));
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
        auto file = wire::file_in(event.view);
        if (record->stage != Stage::opening && file.last < record->file.last) {
            return {}; // asked for before what was written since; another one is on its way
        }
        record->id = event.view.file;
        record->is_of_today = event.view.is_of_today;
        record->due = event.view.due;
        record->returned.clear();
        std::ranges::transform(event.view.returned, std::back_inserter(record->returned),
                               &wire::FileView::Returned::counterfoil);
        record->file = std::move(file);
        record->history = domain::history_of(record->file);
        if (record->stage == Stage::opening) {
            return opened(*record);
        }
        if (end_if_withdrawn(*record)) {
            return {};
        }
        auto effects = caught_up(*record);
        add_to(effects, settle_dose(console, now));
        return effects;
    }
    Effects operator()(const EntryTaken& event) const
    {
        auto* record = of(event.look);
        if (record == nullptr || !record->under_way) {
            return {};
        }
        record->under_way.reset();
        if (const auto* saved = std::get_if<EncounterSaved>(&event.entry.event)) {
            take_saved(*record, *saved);
        }
        if (event.entry.number != record->file.last + 1) { // something came between
            return {RecordEffect{FetchFile{record->look, *record->id}}};
        }
        domain::apply(record->file, event.entry);
        record->history = domain::history_of(record->file);
        if (end_if_withdrawn(*record)) {
            return {};
        }
        begin_wanted_correction(*record);
        auto effects = settle_dose(console, now);
        if (!event.entry.supplies.empty()) { // the cupboard is not as it was seen
            add_to(effects, look_at_balances(console, now));
        }
        add_to(effects, write_on(console, now));
        if (changes_what_is_due(event.entry)) {
            effects.emplace_back(RecordEffect{FetchFile{record->look, *record->id}});
        }
        return effects;
    }
    Effects operator()(const RecordRefused& event) const
    {
        using enum domain::Refusal::Why;
        auto* record = of(event.look);
        if (record == nullptr) {
            return {};
        }
        if (record->stage == Stage::opening && record->pad) {
            pictures_did_not_open(*record, event.why);
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
            Effects effects;
            if (was_answers) {
                record->changed_at = now;
            } else {
                let_go_of_what_waits(*record); // what they were about is not as she saw it
                record->strip.reset();
                tell(*record, RecordNotice::moved_on, now);
                effects = give_up_dose(console, now);
            }
            effects.emplace_back(RecordEffect{FetchFile{record->look, *record->id}});
            return effects;
        }
        let_go_of_what_waits(*record);
        if (record->stage == Stage::withdrawing && !record->withdrawing_from) { // it is asked again
            record->withdrawing_from = is_done(*record) ? Stage::done : Stage::form;
        }
        tell(*record, notice_of(event.why), now);
        auto effects = give_up_dose(console, now);
        if (event.why == not_found && refused) { // what is there, then?
            effects.emplace_back(RecordEffect{FetchFile{record->look, *record->id}});
        }
        return effects;
    }
    static RecordNotice notice_of(domain::Refusal::Why why)
    {
        using enum domain::Refusal::Why;
        switch (why) {
        case not_allowed: return RecordNotice::not_allowed;
        case not_found: return RecordNotice::gone;
        case not_open: return RecordNotice::closed;
        case conflict: return RecordNotice::moved_on;
        case invalid_input: return RecordNotice::not_taken;
        }
        std::unreachable();
    }
    /// Whether it was written nobody knows: the file says.
    Effects operator()(const RecordLost& event) const
    {
        auto* record = of(event.look);
        if (record == nullptr) {
            return {};
        }
        if (record->stage == Stage::opening && record->pad) {
            pictures_did_not_open(*record, std::nullopt);
            return {};
        }
        if (record->stage == Stage::opening) {
            record->stage = Stage::failed;
            record->refused.reset();
            return {};
        }
        const bool is_draft = record->under_way && std::holds_alternative<EncounterSaved>(*record->under_way) &&
                              !record->finishing; // what ends it cannot change any more
        if (is_draft) {
            record->changed_at = now;
        } else if (record->under_way) {
            record->to_write.push_front(*record->under_way);
            record->lost_ask = record->ask;
        }
        record->under_way.reset();
        tell(*record, RecordNotice::hub_away, now);
        return {};
    }

    [[nodiscard]] Effects opened(Record& record) const
    {
        take_up_draft(record, today(console, now));
        record.card = {};
        record.pad.reset();
        record.stage = is_asked_for_consent(record.file) ? Stage::consent : Stage::form;
        return look_at_balances(console, now);
    }
    /// After somebody else has written: what she has answered here is put to theirs.
    [[nodiscard]] Effects caught_up(Record& record) const
    {
        const auto saved = record.file.encounters.find(record.encounter);
        const auto is_saved = [&](const domain::FileEvent& event) {
            return saved != record.file.encounters.end() && event == domain::FileEvent{saved->second.saved};
        };
        if (record.under_way && is_saved(*record.under_way)) {
            return {}; // it was written; its answer is on its way
        }
        const bool is_ours = !record.to_write.empty() && is_saved(record.to_write.front());
        drop_what_is_there(record);
        if (is_ours) { // it was written, and only its answer was lost
            take_saved(record, saved->second.saved);
            return write_on(console, now);
        }
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
        const auto is_there = [&](const domain::FileEvent& event) {
            return std::ranges::any_of(record.file.entries,
                                       [&](const domain::FileEntry& entry) { return entry.event == event; });
        };
        if (!record.to_write.empty() && is_there(record.to_write.front())) {
            record.lost_ask.reset();
        }
        std::erase_if(record.to_write, is_there);
    }
    static void let_go_of_what_waits(Record& record)
    {
        record.to_write.clear();
        record.lost_ask.reset();
    }

    Effects operator()(const PicturesKept& event) const
    {
        return of(event.look) == nullptr ? Effects{} : pictures_kept(console, event);
    }
    Effects operator()(const PicturesNotKept& event) const
    {
        if (auto* record = of(event.look)) {
            pictures_not_kept(*record);
        }
        return {};
    }
    Effects operator()(const StockAnswered& event) const
    {
        return of(event.look) == nullptr ? Effects{} : stock_answered(console, event, now);
    }
    Effects operator()(const StockAskRefused& event) const
    {
        return of(event.look) == nullptr ? Effects{} : stock_refused(console, event, now);
    }
    Effects operator()(const StockAskLost& event) const
    {
        return of(event.look) == nullptr ? Effects{} : stock_lost(console, event, now);
    }
};

} // namespace

std::vector<Effect> handle_record(Console& console, const RecordHappening& happening, domain::Instant now)
{
    return std::visit(RecordHandler{console, now}, happening);
}

} // namespace verandah::console
