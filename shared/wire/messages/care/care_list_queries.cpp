// SPDX-License-Identifier: Apache-2.0
// What is asked of the lists made from all files, as queries.
#include "shared/wire/messages/care/care_list_messages.hpp"
#include "shared/wire/messages/query_parts.hpp"

#include <charconv>
#include <cstdint>
#include <limits>

namespace verandah::wire {

namespace {

constexpr std::string_view told_waiting = "waiting";
constexpr std::size_t furthest_place = std::numeric_limits<std::int32_t>::max();

std::optional<std::size_t> place_from(std::string_view text)
{
    std::size_t place = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), place);
    const bool is_one = fault == std::errc{} && end == text.data() + text.size() && place <= furthest_place;
    return is_one ? std::optional{place} : std::nullopt;
}

template <class Code>
bool take_code(std::optional<Code>& into, std::string_view value)
{
    const auto code = Code::make(value);
    into = code ? std::optional{*code} : std::nullopt;
    return code.has_value();
}

bool take_due(DueQuery& query, std::string_view name, std::string_view value)
{
    if (name == "state") {
        query.state = domain::due_state_from(value);
        return query.state.has_value();
    }
    if (name == "told") {
        query.told = DueQuery::Told::waiting;
        return value == told_waiting;
    }
    if (name == "service") {
        return take_code(query.service, value);
    }
    if (name == "worker") {
        return take_code(query.worker, value);
    }
    const auto from = name == "from" ? place_from(value) : std::nullopt;
    query.from = from.value_or(0);
    return from.has_value();
}

bool take_referral(ReferralQuery& query, std::string_view name, std::string_view value)
{
    if (name == "pressing") {
        query.pressing = domain::pressing_from(value);
        return query.pressing.has_value();
    }
    if (name == "phase") {
        query.phase = domain::referral_phase_from(value);
        return query.phase.has_value();
    }
    if (name == "service") {
        return take_code(query.service, value);
    }
    if (name == "issued_within") {
        const auto days = place_from(value);
        const bool is_one = days && *days > 0 && *days <= longest_cascade_days;
        query.issued_within = is_one ? std::optional{std::chrono::days{*days}} : std::nullopt;
        return is_one;
    }
    const auto from = name == "from" ? place_from(value) : std::nullopt;
    query.from = from.value_or(0);
    return from.has_value();
}

bool take_result(ResultQuery& query, std::string_view name, std::string_view value)
{
    if (name == "wait") {
        const auto wait = result_wait_from(value);
        query.wait = wait.value_or(ResultWait::to_tell);
        return wait.has_value();
    }
    const auto from = name == "from" ? place_from(value) : std::nullopt;
    query.from = from.value_or(0);
    return from.has_value();
}

} // namespace

std::string query_text(const DueQuery& query)
{
    QueryText text;
    if (query.state) {
        text.add("state", word(*query.state));
    }
    if (query.told == DueQuery::Told::waiting) {
        text.add("told", told_waiting);
    }
    if (query.service) {
        text.add("service", query.service->view());
    }
    if (query.worker) {
        text.add("worker", query.worker->view());
    }
    if (query.from > 0) {
        text.add("from", std::to_string(query.from));
    }
    return text.text();
}

std::string query_text(const ReferralQuery& query)
{
    QueryText text;
    if (query.pressing) {
        text.add("pressing", word(*query.pressing));
    }
    if (query.phase) {
        text.add("phase", word(*query.phase));
    }
    if (query.service) {
        text.add("service", query.service->view());
    }
    if (query.issued_within) {
        text.add("issued_within", std::to_string(query.issued_within->count()));
    }
    if (query.from > 0) {
        text.add("from", std::to_string(query.from));
    }
    return text.text();
}

std::string query_text(const ResultQuery& query)
{
    QueryText text;
    if (query.wait != ResultWait::to_tell) {
        text.add("wait", word(query.wait));
    }
    if (query.from > 0) {
        text.add("from", std::to_string(query.from));
    }
    return text.text();
}

Decoded<DueQuery> decode_due_query(std::string_view query)
{
    return read_query<DueQuery>(query, take_due);
}

Decoded<ReferralQuery> decode_referral_query(std::string_view query)
{
    return read_query<ReferralQuery>(query, take_referral);
}

Decoded<ResultQuery> decode_result_query(std::string_view query)
{
    return read_query<ResultQuery>(query, take_result);
}

} // namespace verandah::wire
