// SPDX-License-Identifier: Apache-2.0
// What is written to a record: one thing after another, the answers once she has stopped for a moment.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/record_correction.hpp"
#include "clinic/console/flow/record_dispensing.hpp"
#include "clinic/console/flow/record_steps.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/flow/session_acts.hpp"
#include "clinic/console/flow/stock_steps.hpp"
#include "shared/domain/record/next_number.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using domain::EncounterSaved;

/// The form as it stands here, as an entry.
EncounterSaved saved_form(const Console& console, EncounterSaved::State state)
{
    const auto& record = *console.record;
    const auto* form = form_of(console);
    return {record.encounter,
            record.revision + 1,
            form->about.edition,
            state,
            domain::shown_answers(*form, record.answers),
            record.correcting ? record.correcting->why : std::string{}};
}

Effects send(Record& record, domain::FileEvent event, std::size_t ask)
{
    record.under_way = std::move(event);
    record.ask = ask;
    return {RecordEffect{WriteEntry{record.look, *record.id, *record.under_way, ask}}};
}

/// The highest number of its kind in what waits to be written.
template <class Made, class Id>
std::int64_t highest_waiting(const Record& record, Id Made::* id)
{
    std::int64_t highest = 0;
    const auto look_at = [&](const domain::FileEvent& event) {
        if (const auto* made = std::get_if<Made>(&event)) {
            highest = std::max(highest, (made->*id).value());
        }
    };
    std::ranges::for_each(record.to_write, look_at);
    if (record.under_way) {
        look_at(*record.under_way);
    }
    return highest;
}

bool may_send(const Console& console)
{
    const auto& record = *console.record;
    return console.link == Link::live && record.id && !record.under_way && !record.clash &&
           (record.stage == Record::Stage::form || record.stage == Record::Stage::withdrawing) &&
           form_of(console) != nullptr;
}

} // namespace

std::vector<Effect> write_on(Console& console, domain::Instant now)
{
    if (!console.record || !may_send(console)) {
        return {};
    }
    auto& record = *console.record;
    const bool is_told_by_answers =
        !record.to_write.empty() && std::holds_alternative<domain::Prescribed>(record.to_write.front());
    if (is_told_by_answers && record.changed_at && !record.correcting) { // what it is held against goes first
        record.changed_at.reset();
        return send(record, saved_form(console, EncounterSaved::State::draft), ++record.asks);
    }
    if (!record.to_write.empty()) {
        auto event = std::move(record.to_write.front());
        record.to_write.pop_front();
        const auto lost = std::exchange(record.lost_ask, std::nullopt);
        return send(record, std::move(event), lost ? *lost : ++record.asks);
    }
    if (record.stage == Record::Stage::withdrawing) {
        return {}; // what she answered waits until she has said whether
    }
    if (record.finishing && !record.dispensing) { // a dose on its way is written first
        record.changed_at.reset();
        return send(record, saved_form(console, EncounterSaved::State::done), ++record.asks);
    }
    if (!record.correcting && record.changed_at &&
        (now - *record.changed_at >= kept_after || now < *record.changed_at)) {
        record.changed_at.reset();
        return send(record, saved_form(console, EncounterSaved::State::draft), ++record.asks);
    }
    return {};
}

std::vector<Effect> write(Console& console, domain::FileEvent event, domain::Instant now)
{
    console.record->to_write.push_back(std::move(event));
    return write_on(console, now);
}

void add_to(std::vector<Effect>& effects, std::vector<Effect> more)
{
    std::ranges::move(more, std::back_inserter(effects));
}

void tell(Record& record, RecordNotice notice, domain::Instant now)
{
    record.notice = notice;
    record.notice_since = now;
}

domain::TestId next_test(const Record& record)
{
    return domain::TestId{std::max(domain::highest_taken(record.file, record.file.tests),
                                   highest_waiting(record, &domain::TestOrdered::test)) +
                          1};
}

domain::PrescriptionId next_prescription(const Record& record)
{
    return domain::PrescriptionId{std::max(domain::highest_taken(record.file, record.file.prescriptions),
                                           highest_waiting(record, &domain::Prescribed::prescription)) +
                                  1};
}

domain::ReferralId next_referral(const Record& record)
{
    return domain::ReferralId{std::max(domain::highest_taken(record.file, record.file.referrals),
                                       highest_waiting(record, &domain::ReferralMade::referral)) +
                              1};
}

std::vector<Effect> begin_record(Console& console)
{
    Effects effects;
    if (!console.knowledge.forms || !console.knowledge.guidance) {
        effects.emplace_back(RecordEffect{FetchKnowledge{}});
    }
    if (!console.work.rules && !console.work.rules_are_asked) { // what due items are called
        console.work.rules_are_asked = true;
        effects.emplace_back(WorkEffect{AskWork{AskWork::What::rules, 0, "/v1/care/rules"}});
    }
    const auto* here = visitor_here(console);
    const bool is_open = console.record && console.record->stage != Record::Stage::done &&
                         console.record->stage != Record::Stage::declined &&
                         console.record->stage != Record::Stage::withdrawn;
    if (here != nullptr && (!is_open || console.record->ticket != here->id)) {
        const bool has_unkept = is_open && kept(*console.record) != Record::Kept::everything;
        if (!has_unkept) { // else hers stays until it is kept
            console.record.emplace(Record{.look = ++console.records, .ticket = here->id, .number = here->number});
        }
    }
    return effects;
}

std::vector<Effect> record_link_is_back(Console& console, domain::Instant now)
{
    Effects effects;
    if (!may(console, domain::Right::record_read)) {
        return effects;
    }
    if (console.page == Page::record && !knows_enough(console)) {
        effects.emplace_back(RecordEffect{FetchKnowledge{}});
    }
    if (console.record && console.record->id) {
        console.stock.is_asked = false; // an answer that a broken link lost does not come any more
        std::ranges::move(look_at_balances(console, now), std::back_inserter(effects));
        effects.emplace_back(RecordEffect{FetchFile{console.record->look, *console.record->id}});
    }
    std::ranges::move(write_on(console, now), std::back_inserter(effects));
    return effects;
}

std::vector<Effect> keep_record_now(Console& console)
{
    if (!console.record || !console.record->changed_at) {
        return {};
    }
    return write_on(console, *console.record->changed_at + kept_after);
}

std::vector<Effect> record_time_passed(Console& console, domain::Instant now)
{
    if (!console.record) {
        return {};
    }
    auto& record = *console.record;
    if (record.notice && (now - record.notice_since > record_notice_lasts || now < record.notice_since)) {
        record.notice.reset();
    }
    begin_wanted_correction(record);
    auto effects = dispensing_time_passed(console, now);
    std::ranges::move(write_on(console, now), std::back_inserter(effects));
    return effects;
}

} // namespace verandah::console
