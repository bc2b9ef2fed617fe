// SPDX-License-Identifier: Apache-2.0
// Each kind of event of a file: how it is written, and how it is read.
#include "shared/wire/messages/care/file_parts.hpp"

#include "shared/wire/messages/care/care_parts.hpp"
#include "shared/wire/messages/care/entry_fields.hpp"
#include "shared/wire/messages/care/followup_parts.hpp"
#include "shared/wire/messages/care/partner_parts.hpp"
#include "shared/wire/messages/care/prescription_parts.hpp"
#include "shared/wire/messages/care/referral_parts.hpp"
#include "shared/wire/messages/day_text.hpp"
#include "shared/wire/messages/parts.hpp"

#include <array>
#include <limits>
#include <type_traits>
#include <utility>
#include <variant>

namespace verandah::wire {

namespace {

using namespace domain;
using Json = nlohmann::json;

constexpr std::int64_t largest = std::numeric_limits<std::int32_t>::max();
constexpr std::size_t longest_reason = 500;
constexpr std::size_t most_choices = 60;

template <class Number>
Number number_of(ObjectReader& reader, std::string_view field, std::int64_t least = 1, std::int64_t most = largest)
{
    return static_cast<Number>(reader.number(field, least, most));
}
template <class Id>
Id id_of(ObjectReader& reader, std::string_view field)
{
    return Id{reader.number(field, 1, largest_number)};
}

struct AnswerJson {
    Json operator()(const std::vector<ChoiceCode>& choices) const { return {{"choices", codes_json(choices)}}; }
    Json operator()(const Measured& measured) const { return {{"thousandths", measured.thousandths}}; }
    Json operator()(const std::string& text) const { return {{"text", text}}; }
    Json operator()(const CentreDay& day) const { return {{"day", day_text(day)}}; }
    Json operator()(const Instant& at) const { return {{"at", milliseconds(at)}}; }
};

AnswerValue read_answer(ObjectReader& reader)
{
    if (auto text = reader.optional_text("text", longest_answer)) {
        return *std::move(text);
    }
    if (const auto number = reader.optional_number("thousandths", -1'000'000'000'000, 1'000'000'000'000)) {
        return Measured{*number};
    }
    if (const auto at = reader.optional_instant("at")) {
        return *at;
    }
    if (const auto on = optional_day(reader, "day")) {
        return *on;
    }
    return reader.codes<ChoiceCode>("choices", most_choices);
}

Json result_json(const TestResult& result)
{
    Json json{{"outcome", word(result.outcome)}};
    if (result.dilution) {
        json["dilution"] = *result.dilution;
    }
    return json;
}
std::optional<TestResult> read_result(ObjectReader& outer)
{
    const auto outcome = outer.optional_word("outcome", test_outcome_from);
    const auto dilution = outer.optional_number("dilution", 1, largest);
    if (!outcome) {
        if (dilution) {
            outer.refuse("dilution", "comes with an outcome");
        }
        return std::nullopt;
    }
    return TestResult{*outcome, dilution ? std::optional{static_cast<std::int32_t>(*dilution)} : std::nullopt};
}

// One pair for each kind of event of a file: how it is written, and how it is read. Those of follow-up, referrals and
// partners stand in files of their own.

Json event_json(const ConsentSaid& event)
{
    return {{"answer", word(event.answer)}, {"text_version", event.text_version}};
}
ConsentSaid read(ObjectReader& reader, std::type_identity<ConsentSaid>)
{
    return {reader.word("answer", consent_from), number_of<int>(reader, "text_version")};
}

Json event_json(const EncounterSaved& event)
{
    return {{"encounter", event.encounter.value()}, {"revision", event.revision},
            {"form", edition_json(event.form)},     {"state", word(event.state)},
            {"answers", as_json(event.answers)},    {"why", event.why}};
}
EncounterSaved read(ObjectReader& reader, std::type_identity<EncounterSaved>)
{
    return {id_of<EncounterId>(reader, "encounter"),
            number_of<std::uint32_t>(reader, "revision"),
            read_edition(reader, "form"),
            reader.word("state", encounter_state_from),
            read_answers(reader, "answers"),
            reader.text("why", longest_reason)};
}

Json event_json(const TestOrdered& event)
{
    return {{"test", event.test.value()}, {"test_kind", event.kind.view()}, {"specimen", event.specimen.view()}};
}
TestOrdered read(ObjectReader& reader, std::type_identity<TestOrdered>)
{
    return {id_of<TestId>(reader, "test"), reader.code<TestCode>("test_kind"), reader.code<SpecimenCode>("specimen")};
}

Json event_json(const TestMoved& event)
{
    Json json = event.result ? result_json(*event.result) : Json::object();
    json["test"] = event.test.value();
    json["move"] = word(event.move);
    return json;
}
TestMoved read(ObjectReader& reader, std::type_identity<TestMoved>)
{
    return {id_of<TestId>(reader, "test"), reader.word("move", test_move_from), read_result(reader)};
}

Json event_json(const Prescribed& event)
{
    return wire::as_json(event);
}
Prescribed read(ObjectReader& reader, std::type_identity<Prescribed>)
{
    return read_prescribed(reader);
}

Json movements_json(const std::vector<MovementId>& movements)
{
    return list_json(movements, [](MovementId movement) { return movement.value(); });
}
Json event_json(const Dispensed& event)
{
    return {{"prescription", event.prescription.value()},
            {"dose", event.dose},
            {"movements", movements_json(event.movements)}};
}
std::vector<MovementId> read_movements(ObjectReader& reader)
{
    std::vector<MovementId> movements;
    for (const auto& movement : reader.list("movements", most_choices)) {
        if (!movement.is_number_integer() || movement.get<std::int64_t>() < 1) {
            reader.refuse("movements", "holds something that is no movement");
            break;
        }
        movements.emplace_back(movement.get<std::int64_t>());
    }
    return movements;
}
Dispensed read(ObjectReader& reader, std::type_identity<Dispensed>)
{
    Dispensed event{id_of<PrescriptionId>(reader, "prescription"), number_of<int>(reader, "dose"), {}};
    event.movements = read_movements(reader);
    return event;
}

/// By their commodities: {"condom.male":{"movements":[…],"beyond":…}}.
Json supplies_json(const std::vector<SuppliesMoved>& supplies)
{
    auto json = Json::object();
    for (const auto& each : supplies) {
        json[each.commodity.text()] = {{"movements", movements_json(each.movements)}, {"beyond", each.beyond}};
    }
    return json;
}
std::vector<SuppliesMoved> read_supplies(ObjectReader& outer)
{
    constexpr std::int64_t most_beyond = 1'000'000;
    std::vector<SuppliesMoved> supplies;
    if (!outer.has("supplies")) {
        return supplies;
    }
    const auto& object = outer.object("supplies");
    if (object.size() > most_supplies) {
        outer.refuse("supplies", "are of too many kinds");
        return supplies;
    }
    for (const auto& [name, value] : object.items()) {
        const auto code = CommodityCode::make(name);
        ObjectReader reader{value};
        auto movements = read_movements(reader);
        const auto beyond = reader.number("beyond", -most_beyond, most_beyond);
        if (const auto finished = reader.finish(); !code || !finished) {
            outer.refuse("supplies", "hold something of another shape");
            break;
        }
        supplies.push_back({*code, std::move(movements), beyond});
    }
    return supplies;
}

/// What has a file of its own is written there.
template <class Happened>
Json event_json(const Happened& event)
{
    return wire::as_json(event);
}
ChannelAgreed read(ObjectReader& reader, std::type_identity<ChannelAgreed>)
{
    return read_channel_agreed(reader);
}
DueActed read(ObjectReader& reader, std::type_identity<DueActed>)
{
    return read_due_acted(reader);
}
TracingTried read(ObjectReader& reader, std::type_identity<TracingTried>)
{
    return read_tracing_tried(reader);
}
FeedbackSeen read(ObjectReader& reader, std::type_identity<FeedbackSeen>)
{
    return read_feedback_seen(reader);
}
SlipsGiven read(ObjectReader& reader, std::type_identity<SlipsGiven>)
{
    return read_slips_given(reader);
}

Json event_json(const PicturesChosen& event)
{
    return event.lock ? Json{{"salt", hexadecimal(event.lock->salt)}, {"digest", hexadecimal(event.lock->digest)}}
                      : Json::object();
}

template <class Event>
struct Kind {
    using Type = Event;
    std::string_view word;
};

/// Permanent.
constexpr std::tuple kinds{
    Kind<ConsentSaid>{"consent_said"},     Kind<EncounterSaved>{"encounter_saved"},
    Kind<TestOrdered>{"test_ordered"},     Kind<TestMoved>{"test_moved"},
    Kind<Prescribed>{"prescribed"},        Kind<Dispensed>{"dispensed"},
    Kind<ChannelAgreed>{"channel_agreed"}, Kind<DueActed>{"due_acted"},
    Kind<TracingTried>{"tracing_tried"},   Kind<ReferralMade>{"referral_made"},
    Kind<ReferralMoved>{"referral_moved"}, Kind<FeedbackSeen>{"feedback_seen"},
    Kind<SlipsGiven>{"slips_given"},       Kind<PicturesChosen>{"pictures_chosen"},
};
static_assert(std::tuple_size_v<decltype(kinds)> == std::variant_size_v<FileEvent>,
              "an event of a file without a word");

/// With both halves of its lock, or none.
PicturesChosen read_pictures_chosen(ObjectReader& reader, const Json& json)
{
    if (!json.is_object() || (!json.contains("salt") && !json.contains("digest"))) {
        return {};
    }
    const auto salt = card_token(reader, "salt");
    return {PictureLock{salt, card_token(reader, "digest")}};
}

/// Some look at the value itself, for what may be there or not.
template <class Happened>
Happened read_kind(ObjectReader& reader, const Json& json)
{
    if constexpr (std::is_same_v<Happened, ReferralMade>) {
        return read_referral_made(reader, json);
    } else if constexpr (std::is_same_v<Happened, ReferralMoved>) {
        return read_referral_moved(reader, json);
    } else if constexpr (std::is_same_v<Happened, PicturesChosen>) {
        return read_pictures_chosen(reader, json);
    } else {
        return read(reader, std::type_identity<Happened>{});
    }
}

FileEvent read_file_event(ObjectReader& reader, const Json& json)
{
    const auto word = reader.text("kind");
    std::optional<FileEvent> event;
    std::apply(
        [&](auto... kind) {
            ((kind.word == word
                  ? static_cast<void>(event.emplace(read_kind<typename decltype(kind)::Type>(reader, json)))
                  : static_cast<void>(0)),
             ...);
        },
        kinds);
    if (!event) {
        reader.refuse("kind", "is of no kind known here");
    }
    return event ? *std::move(event) : FileEvent{ConsentSaid{ConsentSaid::Answer::withdrawn, 1}};
}

} // namespace

Json as_json(const Answers& answers)
{
    auto json = Json::object();
    for (const auto& [field, value] : answers) {
        json[field.text()] = std::visit(AnswerJson{}, value);
    }
    return json;
}

Answers read_answers(ObjectReader& outer, std::string_view field)
{
    Answers answers;
    const auto& object = outer.object(field);
    if (object.size() > most_answers) {
        outer.refuse(field, "has too many fields");
        return answers;
    }
    for (const auto& [name, value] : object.items()) {
        const auto code = FieldCode::make(name);
        ObjectReader reader{value};
        auto answer = read_answer(reader);
        const auto finished = reader.finish();
        if (!code || !finished) {
            outer.refuse(field, "holds an answer of another shape");
            break;
        }
        answers.insert_or_assign(*code, std::move(answer));
    }
    return answers;
}

Json as_json(const Fact& fact)
{
    Json json{{"code", fact.code.view()}, {"on", day_text(fact.on)}};
    if (fact.value) {
        json["value"] = *fact.value;
    }
    return json;
}

Fact read_fact(ObjectReader& reader)
{
    const auto value = reader.optional_number("value", std::numeric_limits<std::int32_t>::min(), largest);
    return {reader.code<FactCode>("code"), day(reader, "on"),
            value ? std::optional{static_cast<std::int32_t>(*value)} : std::nullopt};
}

Json as_json(const FileEvent& event)
{
    return std::visit(
        [](const auto& happened) {
            using Happened = std::remove_cvref_t<decltype(happened)>;
            auto json = event_json(happened);
            std::apply(
                [&](auto... kind) {
                    ((std::is_same_v<typename decltype(kind)::Type, Happened>
                          ? static_cast<void>(json["kind"] = kind.word)
                          : static_cast<void>(0)),
                     ...);
                },
                kinds);
            return json;
        },
        event);
}

Json as_json(const FileEntry& entry)
{
    Json json{{"entry", entry.number},
              {"at", milliseconds(entry.at)},
              {"day", day_text(entry.day)},
              {"by", entry.by.view()},
              {"event", as_json(entry.event)},
              {"facts", list_json(entry.facts, [](const Fact& fact) { return as_json(fact); })}};
    if (!entry.supplies.empty()) { // as entries were written before there was any
        json["supplies"] = supplies_json(entry.supplies);
    }
    return json;
}

FileEvent read_event_within(ObjectReader& outer)
{
    const auto& json = outer.object("event");
    ObjectReader reader{json};
    auto event = read_file_event(reader, json);
    if (const auto finished = reader.finish(); !finished) {
        outer.refuse("event", finished.error().detail);
    }
    return event;
}

FileEntry read_file_entry(ObjectReader& reader)
{
    const auto number = number_of<std::uint32_t>(reader, "entry");
    const auto at = reader.instant("at");
    const auto on = day(reader, "day");
    const auto by = reader.code<AccountCode>("by");
    auto event = read_event_within(reader);
    auto facts = read_each(reader, "facts", most_facts, read_fact);
    return {number, at, on, by, std::move(event), std::move(facts), read_supplies(reader)};
}

} // namespace verandah::wire
