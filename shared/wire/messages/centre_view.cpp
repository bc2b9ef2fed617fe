// SPDX-License-Identifier: Apache-2.0
// The centre as devices need it, as JSON.
#include "shared/wire/messages/parts.hpp"
#include "shared/wire/messages/views.hpp"

#include <algorithm>
#include <limits>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;
using domain::PriorityClass;
using domain::Service;
using domain::Station;

constexpr std::size_t most_entries = 200;
constexpr std::int64_t most_pieces = 1'000;
constexpr std::int64_t most_minutes = 1'000'000;

Json service_json(const Service& service)
{
    Json json{{"code", service.code.view()},
              {"icon", service.icon},
              {"colour", service.colour},
              {"label", service.label},
              {"minutes", service.expected.count()},
              {"skill", service.skill.view()},
              {"priority", service.priority.view()},
              {"after", codes_json(service.after)}};
    if (service.timer) {
        json["timer"] = {{"minutes", service.timer->after.count()}, {"then", service.timer->then.view()}};
    }
    return json;
}

std::chrono::minutes minutes(ObjectReader& reader, std::string_view field)
{
    return std::chrono::minutes{reader.number(field, 0, most_minutes)};
}

std::optional<Service::Timer> read_timer(ObjectReader& reader, const Json& json)
{
    if (!json.contains("timer")) {
        return std::nullopt;
    }
    ObjectReader timer{reader.object("timer")};
    const Service::Timer read{minutes(timer, "minutes"), timer.code<domain::ServiceCode>("then")};
    if (const auto finished = timer.finish(); !finished) {
        reader.refuse("timer", finished.error().detail);
    }
    return read;
}

Service read_service(ObjectReader& reader, const Json& json)
{
    return {.code = reader.code<domain::ServiceCode>("code"),
            .icon = reader.text("icon"),
            .colour = reader.text("colour"),
            .label = read_words(reader, "label"),
            .expected = minutes(reader, "minutes"),
            .skill = reader.code<domain::SkillCode>("skill"),
            .priority = reader.code<domain::PriorityCode>("priority"),
            .after = reader.codes<domain::ServiceCode>("after", most_entries),
            .timer = read_timer(reader, json)};
}

Json station_json(const Station& station)
{
    return {{"code", station.code.view()},
            {"sign", station.sign},
            {"skills", codes_json(station.skills)},
            {"capacity", station.capacity}};
}

Station read_station(ObjectReader& reader, const Json&)
{
    return {reader.code<domain::StationCode>("code"), reader.text("sign"),
            reader.codes<domain::SkillCode>("skills", most_entries),
            static_cast<int>(reader.number("capacity", 1, 1'000'000))};
}

Json class_json(const PriorityClass& priority)
{
    const bool is_urgent = priority.discipline == PriorityClass::Discipline::urgent;
    return {{"code", priority.code.view()},
            {"label", priority.label},
            {"discipline", is_urgent ? "urgent" : "accumulating"},
            {"weight", priority.weight}};
}

PriorityClass read_class(ObjectReader& reader, const Json&)
{
    const auto discipline_from = [](std::string_view word) -> std::optional<PriorityClass::Discipline> {
        using enum PriorityClass::Discipline;
        return word == "urgent"         ? std::optional{urgent}
               : word == "accumulating" ? std::optional{accumulating}
                                        : std::nullopt;
    };
    return {.code = reader.code<domain::PriorityCode>("code"),
            .label = read_words(reader, "label"),
            .discipline = reader.word("discipline", discipline_from),
            .weight = static_cast<int>(reader.number("weight", 0, 1'000))};
}

/// Like read_each(), for what has optional objects within.
template <class Read>
auto read_entries(ObjectReader& outer, std::string_view field, Read read)
{
    std::vector<decltype(read(std::declval<ObjectReader&>(), std::declval<const Json&>()))> entries;
    for (const auto& value : outer.list(field, most_entries)) {
        ObjectReader reader{value};
        auto entry = read(reader, value);
        if (const auto finished = reader.finish(); !finished) {
            outer.refuse(field, "holds something refused: " + finished.error().detail);
            break;
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

Json limits_json(const domain::LineLimits& limits)
{
    return {{"numbers_per_day", limits.numbers_per_day},
            {"calls_before_away", limits.calls_before_away},
            {"call_lasts_minutes", limits.call_lasts.count()},
            {"return_after_calls", limits.return_after_calls},
            {"longest_hold_minutes", limits.longest_hold.count()},
            {"keys_remembered_hours", limits.keys_remembered.count()}};
}

domain::LineLimits read_limits(ObjectReader& outer)
{
    ObjectReader reader{outer.object("limits")};
    domain::LineLimits limits;
    limits.numbers_per_day = static_cast<int>(reader.number("numbers_per_day", 1, domain::TicketNumber::largest));
    limits.calls_before_away = static_cast<int>(reader.number("calls_before_away", 1, 1'000));
    limits.call_lasts = minutes(reader, "call_lasts_minutes");
    limits.return_after_calls = static_cast<int>(reader.number("return_after_calls", 0, 1'000));
    limits.longest_hold = minutes(reader, "longest_hold_minutes");
    limits.keys_remembered = std::chrono::hours{reader.number("keys_remembered_hours", 1, most_minutes)};
    if (const auto finished = reader.finish(); !finished) {
        outer.refuse("limits", finished.error().detail);
    }
    return limits;
}

Json supply_json(const CentreView::Supply& supply)
{
    return {{"commodity", supply.commodity.view()},
            {"kind", domain::word(supply.kind)},
            {"label", supply.label},
            {"pieces", supply.pieces}};
}

CentreView::Supply read_supply(ObjectReader& reader)
{
    return {reader.code<domain::CommodityCode>("commodity"), reader.word("kind", domain::commodity_kind_from),
            read_words(reader, "label"), reader.number("pieces", 1, most_pieces)};
}

std::vector<std::string> read_languages(ObjectReader& reader)
{
    std::vector<std::string> languages;
    for (const auto& language : reader.list("languages", most_entries)) {
        if (language.is_string()) {
            languages.push_back(language.get<std::string>());
        } else {
            reader.refuse("languages", "holds something that is not a text");
        }
    }
    return languages;
}

} // namespace

std::string encode(const CentreView& view)
{
    Json json{{"languages", view.centre.languages},
              {"day_boundary_hour", view.centre.day_boundary.count()},
              {"classes", list_json(view.centre.classes, class_json)},
              {"services", list_json(view.centre.services, service_json)},
              {"stations", list_json(view.centre.stations, station_json)},
              {"limits", limits_json(view.centre.limits)},
              {"now", milliseconds(view.now)},
              {"utc_offset_minutes", view.utc_offset.count()},
              {"supplies", list_json(view.supplies, supply_json)},
              {"is_open", view.is_open},
              {"day_is_closed", view.day_is_closed}};
    if (view.opens_at) {
        json["opens_at"] = milliseconds(*view.opens_at);
    }
    return json.dump();
}

Decoded<CentreView> decode_centre_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        CentreView view{.centre = {}, .now = reader.instant("now")};
        view.centre.languages = read_languages(reader);
        view.centre.day_boundary = std::chrono::hours{reader.number("day_boundary_hour", 0, 23)};
        view.centre.classes = read_entries(reader, "classes", read_class);
        view.centre.services = read_entries(reader, "services", read_service);
        view.centre.stations = read_entries(reader, "stations", read_station);
        view.centre.limits = read_limits(reader);
        constexpr int a_day = 24 * 60;
        view.utc_offset = std::chrono::minutes{reader.number("utc_offset_minutes", -a_day, a_day)};
        view.supplies = read_each(reader, "supplies", most_entries, read_supply);
        view.is_open = reader.yes_or_no("is_open");
        view.day_is_closed = reader.yes_or_no("day_is_closed");
        view.opens_at = reader.optional_instant("opens_at");
        return view;
    });
}

} // namespace verandah::wire
