// SPDX-License-Identifier: Apache-2.0
// Lists made from all files, as JSON. What is asked of them: care_list_queries.cpp.
#include "shared/wire/messages/care/care_list_messages.hpp"

#include "shared/domain/permanent_word.hpp"
#include "shared/wire/messages/care/entry_fields.hpp"
#include "shared/wire/messages/care/referral_parts.hpp"
#include "shared/wire/messages/care/tracing_parts.hpp"
#include "shared/wire/messages/day_text.hpp"
#include "shared/wire/messages/parts.hpp"

#include <limits>
#include <utility>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t largest_listed_id = std::int64_t{1} << 53U; // what every JSON reader holds exactly
constexpr std::size_t most_opinions = 200;                         // as many as the directory may hold
constexpr std::size_t most_reports = 200;
constexpr std::size_t most_spans = 10;
constexpr std::int64_t largest_count = std::numeric_limits<std::int32_t>::max();

domain::FileId read_file(ObjectReader& reader)
{
    return domain::FileId{reader.number("file", 1, largest_listed_id)};
}

/// One count for each of `every`, under its word.
template <class Every, class Counts>
Json counts_json(const Every& every, const Counts& counts)
{
    auto json = Json::object();
    for (std::size_t at = 0; at < every.size(); ++at) {
        json[std::string{word(every.at(at))}] = counts.at(at);
    }
    return json;
}
template <class Every, class Counts>
void read_counts(ObjectReader& outer, const Every& every, Counts& counts)
{
    counts = read_within(outer, "counts", [&every](ObjectReader& reader) {
        Counts read{};
        for (std::size_t at = 0; at < every.size(); ++at) {
            read.at(at) = static_cast<int>(reader.number(word(every.at(at)), 0, largest_count));
        }
        return read;
    });
}

/// What every list has: a page of its rows, and how many there are in all.
template <class List, class Encode>
Json page_json(const List& list, Encode encode_row)
{
    return {{"rows_in_all", list.rows_in_all}, {"rows", list_json(list.rows, encode_row)}};
}
template <class List, class Read>
void read_page(ObjectReader& reader, List& list, Read read_row)
{
    list.rows_in_all = static_cast<int>(reader.number("rows_in_all", 0, largest_count));
    list.rows = read_each(reader, "rows", most_rows, read_row);
}
/// The same, with how many there are of each of `every`.
template <class List, class Every, class Encode>
Json counted_page_json(const List& list, const Every& every, Encode encode_row)
{
    auto json = page_json(list, encode_row);
    json["counts"] = counts_json(every, list.counts);
    return json;
}
template <class List, class Every, class Read>
void read_counted_page(ObjectReader& reader, List& list, const Every& every, Read read_row)
{
    read_counts(reader, every, list.counts);
    read_page(reader, list, read_row);
}

/// Puts `value` in when there is one, as `encode_one` has it.
template <class Value, class Encode>
void put(Json& json, const char* field, const std::optional<Value>& value, Encode encode_one)
{
    if (value) {
        json[field] = encode_one(*value);
    }
}
constexpr auto as_word = [](auto value) { return std::string{word(value)}; };
constexpr auto as_code = [](const auto& code) { return std::string{code.view()}; };

Json due_item_json(const domain::DueItem& item)
{
    Json json{{"rule", item.key.rule.view()},
              {"triggered_on", day_text(item.key.triggered_on)},
              {"service", item.service.view()},
              {"due", day_text(item.due)},
              {"overdue_on", day_text(item.overdue_on)},
              {"lost_on", day_text(item.lost_on)},
              {"state", word(item.state)},
              {"attempts", item.attempts}};
    put(json, "expires_on", item.expires_on, day_text);
    put(json, "completed_by", item.completed_by, as_code);
    put(json, "completed_because", item.completed_because, as_word);
    put(json, "postponed_because", item.postponed_because, as_word);
    put(json, "given_to", item.given_to, as_code);
    put(json, "tracing", item.tracing, [](domain::TracingId id) { return id.value(); });
    put(json, "tracing_end", item.tracing_end, as_word);
    return json;
}
domain::DueItem read_due_item(ObjectReader& reader)
{
    return {.key = {reader.code<domain::FollowupRuleCode>("rule"), day(reader, "triggered_on")},
            .service = reader.code<domain::FollowupServiceCode>("service"),
            .due = day(reader, "due"),
            .overdue_on = day(reader, "overdue_on"),
            .lost_on = day(reader, "lost_on"),
            .expires_on = optional_day(reader, "expires_on"),
            .state = reader.word("state", domain::due_state_from),
            .completed_by = reader.optional_code<domain::FactCode>("completed_by"),
            .completed_because = reader.optional_word("completed_because", domain::completed_because_from),
            .postponed_because = reader.optional_word("postponed_because", domain::postponed_because_from),
            .given_to = reader.optional_code<domain::AccountCode>("given_to"),
            .tracing = reader.optional_id<domain::TracingId>("tracing"),
            .attempts = static_cast<int>(reader.number("attempts", 0, domain::most_tracing_attempts)),
            .tracing_end = reader.optional_word("tracing_end", domain::tracing_end_from)};
}

Json with_worker_json(const DueRow::WithWorker& with_worker)
{
    Json json{{"can_read", with_worker.reach == DueRow::WithWorker::Reach::can_read}};
    put(json, "told", with_worker.told, [](const WaitingAnswer& told) { return as_json(told); });
    return json;
}
DueRow::WithWorker read_with_worker(ObjectReader& reader)
{
    using Reach = DueRow::WithWorker::Reach;
    DueRow::WithWorker read{.reach = reader.yes_or_no("can_read") ? Reach::can_read : Reach::out_of_reach};
    if (reader.has("told")) {
        read.told = read_within(reader, "told", read_waiting_answer);
    }
    return read;
}

Json due_row_json(const DueRow& row)
{
    auto json = due_item_json(row.item);
    json["file"] = row.file.value();
    json["channel"] = word(row.channel);
    put(json, "with_worker", row.with_worker, with_worker_json);
    return json;
}
DueRow read_due_row(ObjectReader& reader)
{
    DueRow row{read_file(reader), read_due_item(reader), reader.word("channel", domain::channel_from)};
    if (reader.has("with_worker")) {
        row.with_worker = read_within(reader, "with_worker", read_with_worker);
    }
    return row;
}

Json referral_row_json(const ReferralRow& row)
{
    const auto& referral = row.referral;
    Json json{{"file", row.file.value()},
              {"referral", referral.id.value()},
              {"service", referral.service.view()},
              {"escort", word(referral.escort)},
              {"status", word(referral.status)},
              {"made_at", milliseconds(referral.made_at)},
              {"since", milliseconds(referral.since)},
              {"pressing", word(row.pressing)},
              {"has_come_back", row.has_come_back},
              {"channel", word(row.channel)}};
    put_destination(json, referral.to);
    put(json, "clock_from", referral.clock_from, milliseconds);
    put(json, "ground", referral.ground, as_word);
    put(json, "counterfoil", referral.counterfoil, hexadecimal);
    put(json, "declined", referral.declined, as_word);
    put(json, "evidence", referral.evidence, as_word);
    put(json, "booked_for", referral.booked_for, day_text);
    put(json, "welcome", referral.welcome, as_word);
    put(json, "issued_at", referral.issued_at, milliseconds);
    put(json, "accepted_at", referral.accepted_at, milliseconds);
    put(json, "attended_at", referral.attended_at, milliseconds);
    put(json, "received_at", referral.received_at, milliseconds);
    put(json, "until", row.until, milliseconds);
    return json;
}
std::optional<domain::CounterfoilHash> optional_counterfoil(ObjectReader& reader)
{
    return reader.optional_text("counterfoil") ? std::optional{counterfoil_hash(reader, "counterfoil")} : std::nullopt;
}
ReferralRow read_referral_row(ObjectReader& reader)
{
    const auto file = read_file(reader);
    const domain::Referral referral{.id = domain::ReferralId{reader.number("referral", 1, largest_listed_id)},
                                    .service = reader.code<domain::ReferralServiceCode>("service"),
                                    .to = read_destination(reader),
                                    .escort = reader.word("escort", domain::escort_from),
                                    .status = reader.word("status", domain::referral_status_from),
                                    .made_at = reader.instant("made_at"),
                                    .since = reader.instant("since"),
                                    .clock_from = reader.optional_instant("clock_from"),
                                    .ground = reader.optional_word("ground", domain::referral_ground_from),
                                    .counterfoil = optional_counterfoil(reader),
                                    .declined = reader.optional_word("declined", domain::decline_reason_from),
                                    .evidence = reader.optional_word("evidence", domain::evidence_from),
                                    .booked_for = optional_day(reader, "booked_for"),
                                    .welcome = reader.optional_word("welcome", domain::welcome_from),
                                    .issued_at = reader.optional_instant("issued_at"),
                                    .accepted_at = reader.optional_instant("accepted_at"),
                                    .attended_at = reader.optional_instant("attended_at"),
                                    .received_at = reader.optional_instant("received_at")};
    return {file,
            referral,
            reader.word("pressing", domain::pressing_from),
            reader.optional_instant("until"),
            reader.yes_or_no("has_come_back"),
            reader.word("channel", domain::channel_from)};
}

Json stage_json(const domain::ReferralCascade::Stage& stage)
{
    Json json{{"reached", stage.reached}};
    put(json, "median_minutes", stage.median, [](std::chrono::minutes minutes) { return minutes.count(); });
    return json;
}
domain::ReferralCascade::Stage read_stage(ObjectReader& reader)
{
    const auto median = reader.optional_number("median_minutes", 0, largest_count);
    return {static_cast<std::size_t>(reader.number("reached", 0, largest_count)),
            median ? std::optional{std::chrono::minutes{*median}} : std::nullopt};
}
Json cascade_json(const domain::ReferralCascade& cascade)
{
    return {{"issued", cascade.issued},
            {"accepted", stage_json(cascade.accepted)},
            {"attended", stage_json(cascade.attended)},
            {"received", stage_json(cascade.received)}};
}
domain::ReferralCascade read_cascade(ObjectReader& reader)
{
    return {static_cast<std::size_t>(reader.number("issued", 0, largest_count)),
            read_within(reader, "accepted", read_stage), read_within(reader, "attended", read_stage),
            read_within(reader, "received", read_stage)};
}

Json report_json(const domain::ReferralReport& report)
{
    return {{"service", report.service.view()},
            {"issued", report.issued},
            {"received", list_json(report.spans, [](const domain::ReferralReport::Span& span) {
                 return Json{{"within_days", span.days.count()}, {"count", span.received}};
             })}};
}
domain::ReferralReport read_report(ObjectReader& reader)
{
    return {reader.code<domain::ReferralServiceCode>("service"),
            static_cast<std::size_t>(reader.number("issued", 0, largest_count)),
            read_each(reader, "received", most_spans, [](ObjectReader& span) {
                return domain::ReferralReport::Span{
                    std::chrono::days{span.number("within_days", 1, longest_cascade_days)},
                    static_cast<std::size_t>(span.number("count", 0, largest_count))};
            })};
}

Json opinion_json(const ReferralList::Opinion& opinion)
{
    return {{"provider", opinion.provider.view()},
            {"friendly", opinion.quality.friendly},
            {"neither", opinion.quality.neither},
            {"unfriendly", opinion.quality.unfriendly}};
}
ReferralList::Opinion read_opinion(ObjectReader& reader)
{
    const auto answers = [&reader](std::string_view field) {
        return static_cast<std::size_t>(reader.number(field, 0, largest_count));
    };
    return {reader.code<domain::ProviderCode>("provider"),
            {answers("friendly"), answers("neither"), answers("unfriendly")}};
}

Json result_row_json(const ResultRow& row)
{
    Json json{{"file", row.file.value()},        {"test", row.test.value()},       {"test_kind", row.kind.view()},
              {"specimen", row.specimen.view()}, {"is_critical", row.is_critical}, {"since", milliseconds(row.since)}};
    if (row.result) {
        json["outcome"] = word(row.result->outcome);
    }
    if (row.result && row.result->dilution) {
        json["dilution"] = *row.result->dilution;
    }
    return json;
}
ResultRow read_result_row(ObjectReader& reader)
{
    const auto file = read_file(reader);
    const domain::TestId test{reader.number("test", 1, largest_listed_id)};
    auto kind = reader.code<domain::TestCode>("test_kind");
    auto specimen = reader.code<domain::SpecimenCode>("specimen");
    const auto dilution = reader.optional_number("dilution", 1, largest_count);
    const auto outcome = reader.optional_word("outcome", domain::test_outcome_from);
    if (dilution && !outcome) {
        reader.refuse("dilution", "is of no outcome");
    }
    const auto result = [&](domain::TestOutcome came_out) {
        return domain::TestResult{came_out,
                                  dilution ? std::optional{static_cast<std::int32_t>(*dilution)} : std::nullopt};
    };
    return {file,
            test,
            std::move(kind),
            std::move(specimen),
            outcome ? std::optional{result(*outcome)} : std::nullopt,
            reader.yes_or_no("is_critical"),
            reader.instant("since")};
}

} // namespace

std::string_view word(ResultWait wait)
{
    switch (wait) {
    case ResultWait::to_tell: return "to_tell";
    case ResultWait::awaited: return "awaited";
    }
    std::unreachable();
}

std::optional<ResultWait> result_wait_from(std::string_view word)
{
    return domain::with_word(every_result_wait, word);
}

std::string encode(const DueList& list)
{
    auto json = counted_page_json(list, domain::every_due_state, due_row_json);
    json["told"] = list.told;
    json["workers"] = codes_json(list.workers);
    return json.dump();
}

Decoded<DueList> decode_due_list(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        DueList list;
        read_counted_page(reader, list, domain::every_due_state, read_due_row);
        list.told = static_cast<int>(reader.number("told", 0, largest_count));
        list.workers = reader.codes<domain::AccountCode>("workers", DueList::most_workers);
        return list;
    });
}

std::string encode(const ReferralList& list)
{
    auto json = counted_page_json(list, domain::every_pressing, referral_row_json);
    json["cascade"] = cascade_json(list.cascade);
    json["reports"] = list_json(list.reports, report_json);
    json["opinions"] = list_json(list.opinions, opinion_json);
    return json.dump();
}

Decoded<ReferralList> decode_referral_list(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        ReferralList list;
        read_counted_page(reader, list, domain::every_pressing, read_referral_row);
        list.cascade = read_within(reader, "cascade", read_cascade);
        list.reports = read_each(reader, "reports", most_reports, read_report);
        list.opinions = read_each(reader, "opinions", most_opinions, read_opinion);
        return list;
    });
}

std::string encode(const ResultList& list)
{
    return counted_page_json(list, every_result_wait, result_row_json).dump();
}

Decoded<ResultList> decode_result_list(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        ResultList list;
        read_counted_page(reader, list, every_result_wait, read_result_row);
        return list;
    });
}

} // namespace verandah::wire
