// SPDX-License-Identifier: Apache-2.0
// Looking back, as a query and as JSON.
#include "shared/wire/messages/audit_messages.hpp"

#include "shared/wire/messages/day_text.hpp"
#include "shared/wire/messages/parts.hpp"
#include "shared/wire/messages/query_parts.hpp"

#include <charconv>
#include <utility>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;
using domain::Sequence;

constexpr std::size_t longest_name = 40;   ///< Of a device or an account.
constexpr std::size_t longest_change = 80; ///< Of one name to another.
constexpr std::size_t most_deeds = 1'000;
constexpr std::size_t longest_part = std::size_t{4} << 20U;
constexpr std::size_t most_findings = 10;
constexpr std::int64_t most_events = std::int64_t{1} << 53U;

bool is_name(std::string_view text)
{
    return !text.empty() && text.size() <= longest_name && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
    });
}

std::optional<Sequence> sequence_from(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_one = fault == std::errc{} && end == text.data() + text.size() && value > 0 && value <= most_events;
    return is_one ? std::optional{static_cast<Sequence>(value)} : std::nullopt;
}

/// Takes one "name=value" in; false when it says nothing that is known.
bool take(AuditQuery& query, std::string_view name, std::string_view value)
{
    auto& filter = query.filter;
    if (name == "who" && is_name(value)) {
        filter.who = value;
        return true;
    }
    if (name == "kind") {
        filter.kind = domain::deed_kind_from(value);
        return filter.kind.has_value();
    }
    if (name == "from") {
        filter.from = day_from(value);
        return filter.from.has_value();
    }
    if (name == "to") {
        filter.to = day_from(value);
        return filter.to.has_value();
    }
    const auto before = name == "before" ? sequence_from(value) : std::nullopt;
    query.before = before.value_or(0);
    return before.has_value();
}

std::optional<Sequence> optional_event(ObjectReader& reader, std::string_view field)
{
    const auto event = reader.optional_number(field, 1, most_events);
    return event ? std::optional{static_cast<Sequence>(*event)} : std::nullopt;
}

void put(Json& json, const char* field, const std::optional<Sequence>& event)
{
    if (event) {
        json[field] = *event;
    }
}
void put(Json& json, const char* field, const std::optional<domain::Instant>& at)
{
    if (at) {
        json[field] = milliseconds(*at);
    }
}

Json deed_json(const AuditView::Deed& deed)
{
    Json json{{"event", deed.event}, {"at", milliseconds(deed.at)}, {"device", deed.device}, {"kind", deed.kind}};
    if (deed.staff) {
        json["staff"] = deed.staff->view();
    }
    if (deed.account) {
        json["account"] = deed.account->view();
    }
    if (deed.role) {
        json["role"] = domain::word(*deed.role);
    }
    if (deed.right) {
        json["right"] = domain::word(*deed.right);
    }
    if (deed.named_device) {
        json["named_device"] = *deed.named_device;
    }
    if (deed.record) {
        json["record"] = *deed.record;
    }
    if (deed.way) {
        json["way"] = *deed.way;
    }
    if (deed.left_out > 0) {
        json["left_out"] = deed.left_out;
    }
    return json;
}

AuditView::Deed read_deed(ObjectReader& reader)
{
    return {.event = static_cast<Sequence>(reader.number("event", 1, most_events)),
            .at = reader.instant("at"),
            .device = reader.text("device", longest_name),
            .staff = reader.optional_code<domain::AccountCode>("staff"),
            .kind = reader.text("kind", longest_name),
            .account = reader.optional_code<domain::AccountCode>("account"),
            .role = reader.optional_word("role", domain::role_from),
            .right = reader.optional_word("right", domain::right_from),
            .named_device = reader.optional_text("named_device", longest_change),
            .record = reader.optional_text("record", longest_name),
            .way = reader.optional_text("way", longest_name),
            .left_out = static_cast<int>(reader.optional_number("left_out", 0, 1'000'000'000).value_or(0))};
}

} // namespace

std::string query_text(const AuditQuery& query)
{
    QueryText text;
    const auto& filter = query.filter;
    if (filter.who) {
        text.add("who", *filter.who);
    }
    if (filter.kind) {
        text.add("kind", domain::word(*filter.kind));
    }
    if (filter.from) {
        text.add("from", day_text(*filter.from));
    }
    if (filter.to) {
        text.add("to", day_text(*filter.to));
    }
    if (query.before > 0) {
        text.add("before", std::to_string(query.before));
    }
    return text.text();
}

Decoded<AuditQuery> decode_audit_query(std::string_view text)
{
    return read_query<AuditQuery>(text, take);
}

std::string encode(const AuditView& view)
{
    Json json{{"deeds", list_json(view.deeds, deed_json)}};
    put(json, "next", view.next);
    put(json, "looked_back_to", view.looked_back_to);
    put(json, "damaged", view.damaged);
    return json.dump();
}

Decoded<AuditView> decode_audit_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return AuditView{.deeds = read_each(reader, "deeds", most_deeds, read_deed),
                         .next = optional_event(reader, "next"),
                         .looked_back_to = reader.optional_instant("looked_back_to"),
                         .damaged = optional_event(reader, "damaged")};
    });
}

std::string encode(const AuditPart& part)
{
    Json json{{"csv", part.csv}, {"deeds", part.deeds}};
    put(json, "next", part.next);
    return json.dump();
}

Decoded<AuditPart> decode_audit_part(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return AuditPart{.csv = reader.text("csv", longest_part),
                         .deeds = static_cast<int>(reader.number("deeds", 0, 1'000'000)),
                         .next = optional_event(reader, "next")};
    });
}

std::string encode(const AuditCheck& check)
{
    Json json{{"checked_at", milliseconds(check.checked_at)},
              {"events", check.events},
              {"is_signing", check.is_signing},
              {"findings", check.findings}};
    put(json, "signed_event", check.signed_event);
    put(json, "signed_at", check.signed_at);
    return json.dump();
}

Decoded<AuditCheck> decode_audit_check(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        AuditCheck check{.checked_at = reader.instant("checked_at"),
                         .events = static_cast<Sequence>(reader.number("events", 0, most_events)),
                         .signed_event = optional_event(reader, "signed_event"),
                         .signed_at = reader.optional_instant("signed_at"),
                         .is_signing = reader.yes_or_no("is_signing")};
        for (const auto& each : reader.list("findings", most_findings)) {
            if (!each.is_string()) {
                reader.refuse("findings", "holds something that is no text");
                break;
            }
            check.findings.push_back(each.get<std::string>());
        }
        return check;
    });
}

} // namespace verandah::wire
