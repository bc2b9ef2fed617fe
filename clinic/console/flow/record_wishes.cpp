// SPDX-License-Identifier: Apache-2.0
// What the person does in a record: opening it, consent, answers, steps, and what two have answered.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_care.hpp"
#include "clinic/console/flow/record_correction.hpp"
#include "clinic/console/flow/record_pictures.hpp"
#include "clinic/console/flow/record_steps.hpp"
#include "clinic/console/flow/record_time.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/flow/session_acts.hpp"
#include "shared/domain/card/card_code.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using domain::AnswerValue;
using domain::ChoiceCode;
using Chosen = std::vector<ChoiceCode>;
using Stage = Record::Stage;

/// The choices after one was touched: on, off, or alone.
Chosen touched(const domain::ChoiceField& field, Chosen chosen, const ChoiceCode& choice)
{
    const auto place = std::ranges::find(chosen, choice);
    if (place != chosen.end()) {
        chosen.erase(place);
        return chosen;
    }
    if (field.of == domain::ChoiceField::Of::one || field.alone == choice) {
        return {choice};
    }
    if (field.alone) {
        std::erase(chosen, *field.alone);
    }
    chosen.push_back(choice);
    std::ranges::sort(chosen, {}, [&](const ChoiceCode& each) {
        return std::ranges::find(field.choices, each, &domain::Choice::code) - field.choices.begin();
    });
    return chosen;
}

struct RecordWisher {
    Console& console;
    domain::Instant now;
    Record& record{*console.record};

    /// Answers may be given and taken.
    [[nodiscard]] bool is_open() const { return record.stage == Stage::form && !record.clash && !record.finishing; }

    void changed()
    {
        record.changed_at = now;
        record.notice.reset();
    }
    void answer(const domain::FieldCode& field, std::optional<AnswerValue> value)
    {
        record.confirmed.erase(field);
        if (value) {
            record.answers.insert_or_assign(field, *std::move(value));
        } else {
            record.answers.erase(field);
        }
        changed();
    }
    /// On to the question behind `field`.
    void go_on_from(const Cursor& from)
    {
        const auto all = questions(console);
        const auto here = std::ranges::find(all, from);
        if (here != all.end() && std::next(here) != all.end()) {
            record.cursor = *std::next(here);
        }
    }

    Effects operator()(const OpenRecord&) { return {}; }
    Effects operator()(const TypeRecordCard& wish)
    {
        if (record.stage == Stage::card) {
            record.typed = wish.typed;
            record.card_is = Record::Card::awaited;
        }
        return {};
    }
    Effects operator()(const OpenWithCard& wish)
    {
        if (record.stage != Stage::card || wish.typed.empty()) {
            return {};
        }
        record.typed = {};
        if (!domain::CardCode::parse(wish.typed.view())) {
            record.card_is = Record::Card::not_one;
            return {};
        }
        record.card_is = Record::Card::read;
        record.card = wish.typed;
        return open(std::nullopt);
    }
    Effects operator()(const OpenForToday&)
    {
        if (record.stage != Stage::card && record.stage != Stage::failed) {
            return {};
        }
        record.card_is = Record::Card::none;
        record.card = {};
        return open(std::nullopt);
    }
    Effects open(std::optional<domain::ConsentSaid> consent)
    {
        if (console.link != Link::live) {
            tell(record, RecordNotice::hub_away, now);
            return {};
        }
        record.stage = Stage::opening;
        return {RecordEffect{OpenFile{record.look, record.ticket, record.card, consent}}};
    }

    /// Of the words that she is asked with.
    [[nodiscard]] int spoken_version() const { return console.knowledge.forms->consent.about.edition.version; }

    Effects operator()(const SayConsent& wish)
    {
        using enum SayConsent::Said;
        using Answer = domain::ConsentSaid::Answer;
        if (record.stage != Stage::consent || !console.knowledge.forms) {
            return {};
        }
        if (wish.said == no) {
            record.stage = Stage::declined;
            return {};
        }
        const bool is_hers = record.card_is == Record::Card::read || record.card_is == Record::Card::pictures;
        const bool is_kept = wish.said == yes && is_hers;
        const domain::ConsentSaid consent{is_kept ? Answer::yes : Answer::only_today, spoken_version()};
        if (!record.id) {
            return open(consent);
        }
        record.stage = Stage::form;
        return write(console, consent, now);
    }

    Effects operator()(const AskWithdrawal&)
    {
        const bool is_at_rest = is_open() && !record.correcting && !record.dispensing; // a dose is written first
        if (!record.id || !(is_at_rest || record.stage == Stage::done)) {
            return {};
        }
        record.withdrawing_from = std::exchange(record.stage, Stage::withdrawing);
        return {};
    }
    /// What she has answered since the last keeping is not kept any more.
    Effects operator()(const WithdrawConsent&)
    {
        if (record.stage != Stage::withdrawing || !record.withdrawing_from) {
            return {};
        }
        if (console.link != Link::live || !console.knowledge.forms) {
            return {};
        }
        record.withdrawing_from.reset();
        record.changed_at.reset();
        return write(console, domain::ConsentSaid{domain::ConsentSaid::Answer::withdrawn, spoken_version()}, now);
    }
    Effects operator()(const LeaveConsent&)
    {
        if (record.stage == Stage::withdrawing && record.withdrawing_from) {
            record.stage = *std::exchange(record.withdrawing_from, std::nullopt);
        }
        return {};
    }

    Effects operator()(const ChooseAnswer& wish)
    {
        const auto* form = form_of(console);
        const auto* field = form == nullptr ? nullptr : domain::find_field(*form, wish.field);
        const auto* kind = field == nullptr ? nullptr : std::get_if<domain::ChoiceField>(&field->kind);
        if (!is_open() || kind == nullptr) {
            return {};
        }
        const auto before = record.answers.find(wish.field);
        const auto* chosen = before == record.answers.end() ? nullptr : std::get_if<Chosen>(&before->second);
        auto after = touched(*kind, chosen == nullptr ? Chosen{} : *chosen, wish.choice);
        const bool is_whole =
            !after.empty() && (kind->of == domain::ChoiceField::Of::one || kind->alone == wish.choice);
        answer(wish.field, after.empty() ? std::nullopt : std::optional<AnswerValue>{std::move(after)});
        record.cursor = Cursor{Cursor::At::field, wish.field};
        if (is_whole) {
            go_on_from(*record.cursor);
        }
        return {};
    }
    Effects operator()(const GiveAnswer& wish)
    {
        const auto* at = wish.value ? std::get_if<domain::Instant>(&*wish.value) : nullptr;
        const bool has_happened = at == nullptr || *at <= now;
        if (is_open() && has_happened) {
            const auto before = record.answers.find(wish.field);
            const bool is_same = wish.value && before != record.answers.end() && before->second == *wish.value;
            const bool is_text = wish.value && std::holds_alternative<std::string>(*wish.value);
            const bool is_empty = is_text && std::get<std::string>(*wish.value).empty();
            answer(wish.field, (is_same && !is_text) || is_empty ? std::nullopt : wish.value);
            if (!is_text) {
                record.cursor = Cursor{Cursor::At::field, wish.field};
                go_on_from(*record.cursor);
            }
        }
        return {};
    }
    Effects operator()(const KeepTime&)
    {
        if (is_open() && record.time && record.time->at <= now) {
            const auto time = *std::exchange(record.time, std::nullopt);
            answer(time.field, AnswerValue{time.at});
            record.cursor = Cursor{Cursor::At::field, time.field};
            go_on_from(*record.cursor);
        }
        return {};
    }
    Effects operator()(const ConfirmOdd& wish)
    {
        if (is_open()) {
            record.confirmed.insert(wish.field);
        }
        return {};
    }
    Effects operator()(const NextQuestion&)
    {
        if (const auto cursor = cursor_of(console); is_open() && cursor) {
            go_on_from(*cursor);
            if (record.cursor == cursor || !record.cursor) { // the last one: round to the first
                record.cursor = questions(console).front();
            }
        }
        return {};
    }
    Effects operator()(const NextStep&)
    {
        if (!is_open() || form_of(console) == nullptr) {
            return {};
        }
        const bool is_last = is_last_step(console);
        const auto wrong = findings(console, is_last ? Where::everywhere : Where::this_step, now);
        if (!wrong.empty()) {
            show_what_is_wrong(console, wrong.front());
            return {};
        }
        record.missing = Record::Missing::unmarked;
        record.strip.reset();
        record.otherwise.reset();
        record.cursor.reset();
        if (is_last && record.correcting) {
            return handle_visit(console, AskWhyCorrected{}, now);
        }
        if (is_last) {
            record.finishing = true;
            return write_on(console, now);
        }
        ++record.step;
        return {};
    }
    Effects operator()(const StepBack&)
    {
        if (is_open() && record.step > 0) {
            --record.step;
            record.cursor.reset();
            record.missing = Record::Missing::unmarked;
        }
        return {};
    }

    Effects operator()(const SettleField& wish)
    {
        if (record.clash) {
            if (const auto field = record.clash->fields.find(wish.field); field != record.clash->fields.end()) {
                field->second = wish.take;
            }
        }
        return {};
    }
    Effects operator()(const SettleClash&)
    {
        const auto is_undecided = [](const auto& each) { return each.second == Clash::Take::undecided; };
        if (!record.clash || std::ranges::any_of(record.clash->fields, is_undecided)) {
            return {};
        }
        const auto clash = *std::exchange(record.clash, std::nullopt);
        for (const auto& [field, take] : clash.fields) {
            if (take != Clash::Take::theirs) {
                continue;
            }
            record.answers.erase(field);
            if (const auto theirs = clash.theirs.find(field); theirs != clash.theirs.end()) {
                record.answers.insert(*theirs);
            }
        }
        record.revision = clash.revision;
        record.base = clash.theirs;
        record.changed_at = now;
        return write_on(console, now);
    }
    Effects operator()(const CloseRecord&)
    {
        if (record.stage == Stage::form || record.stage == Stage::opening) {
            return {};
        }
        auto effects = record.id ? Effects{RecordEffect{CloseFile{*record.id}}} : Effects{};
        console.record.reset(); // `record` is gone from here on
        console.page = Page::line;
        return effects;
    }

    /// Tests and treatment are those of today: record_care.hpp. Visits: record_correction.hpp. Pictures:
    /// record_pictures.hpp. Times: record_time.hpp.
    template <class Other>
    Effects operator()(const Other& wish)
    {
        if constexpr (requires { handle_visit(console, wish, now); }) {
            return handle_visit(console, wish, now);
        } else if constexpr (requires { handle_pictures(console, wish); }) {
            return handle_pictures(console, wish);
        } else if constexpr (requires { handle_time(console, wish, now); }) {
            return is_open() ? handle_time(console, wish, now) : Effects{};
        } else {
            return is_open() && !record.correcting ? handle_care(console, wish, now) : Effects{};
        }
    }
};

} // namespace

void show_what_is_wrong(Console& console, const domain::Finding& first)
{
    auto& record = *console.record;
    record.missing = Record::Missing::marked;
    record.step = std::min(step_of(*form_of(console), first.field), form_of(console)->steps.size() - 1);
    record.cursor = Cursor{Cursor::At::field, first.field};
}

std::vector<Effect> handle_record_wish(Console& console, const RecordWish& wish, domain::Instant now)
{
    if (!may(console, domain::Right::record_write) || door(console) != Door::open) {
        return {};
    }
    if (std::holds_alternative<OpenRecord>(wish)) {
        console.page = Page::record;
        return begin_record(console);
    }
    return console.record ? std::visit(RecordWisher{console, now}, wish) : Effects{};
}

} // namespace verandah::console
