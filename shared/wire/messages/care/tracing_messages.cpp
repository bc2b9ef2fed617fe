// SPDX-License-Identifier: Apache-2.0
// Tracings as JSON.
#include "shared/wire/messages/care/tracing_messages.hpp"

#include "shared/domain/followup/may_act.hpp"
#include "shared/wire/messages/care/entry_fields.hpp"
#include "shared/wire/messages/care/tracing_parts.hpp"

#include <utility>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t most_in_all = 1'000'000;

Json answer_json(const TracingAnswer& answer)
{
    Json json{{"outcome", word(answer.outcome)}};
    if (answer.end) {
        json["end"] = word(*answer.end);
    }
    return json;
}

TracingAnswer read_told_answer(ObjectReader& reader)
{
    const TracingAnswer answer{reader.word("outcome", domain::tracing_outcome_from),
                               reader.optional_word("end", domain::tracing_end_from)};
    if (!domain::fits(answer.outcome, answer.end)) {
        reader.refuse("end", "cannot have been told by this outcome");
    }
    return answer;
}

Json asked_json(const TracingAsked& asked)
{
    Json json{{"expected_on", day_text(asked.expected_on)}, {"attempts", asked.attempts}};
    if (!asked.words.empty()) {
        json["words"] = asked.words;
    }
    if (asked.until) {
        json["until"] = day_text(*asked.until);
    }
    return json;
}

TracingAsked read_asked(ObjectReader& reader)
{
    return {.words = reader.optional_text("words", domain::GiveItem::longest_words).value_or(""),
            .expected_on = day(reader, "expected_on"),
            .until = optional_day(reader, "until"),
            .attempts = static_cast<int>(reader.number("attempts", 0, domain::most_tracing_attempts))};
}

Json row_json(const TracingList::Row& row)
{
    auto json = asked_json(row.asked);
    json["tracing"] = row.tracing.value();
    json["given_at"] = milliseconds(row.given_at);
    if (row.told) {
        json["told"] = as_json(*row.told);
    }
    return json;
}

TracingList::Row read_row(ObjectReader& reader)
{
    TracingList::Row row{reader.id<domain::TracingId>("tracing"), reader.instant("given_at"), read_asked(reader)};
    if (reader.has("told")) {
        row.told = read_within(reader, "told", read_waiting_answer);
    }
    return row;
}

} // namespace

Json as_json(const WaitingAnswer& told)
{
    auto json = answer_json(told.answer);
    json["number"] = told.number;
    json["at"] = milliseconds(told.at);
    return json;
}

WaitingAnswer read_waiting_answer(ObjectReader& reader)
{
    return {static_cast<std::uint32_t>(reader.number("number", 1, most_told)), read_told_answer(reader),
            reader.instant("at")};
}

std::string encode(const TracingList& list)
{
    return Json{{"rows", list_json(list.rows, row_json)},
                {"rows_in_all", list.rows_in_all},
                {"out_of_reach", list.out_of_reach}}
        .dump();
}

std::string encode(const TracingAnswer& answer)
{
    return answer_json(answer).dump();
}

std::string encode(const TracingAsked& asked)
{
    return asked_json(asked).dump();
}

Decoded<TracingList> decode_tracing_list(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return TracingList{.rows = read_each(reader, "rows", TracingList::most, read_row),
                           .rows_in_all = static_cast<int>(reader.number("rows_in_all", 0, most_in_all)),
                           .out_of_reach = static_cast<int>(reader.number("out_of_reach", 0, most_in_all))};
    });
}

Decoded<TracingAnswer> decode_tracing_answer(std::string_view body)
{
    return decode_object(body, read_told_answer);
}

Decoded<TracingAsked> decode_tracing_asked(std::string_view text)
{
    return decode_object(text, read_asked);
}

} // namespace verandah::wire
