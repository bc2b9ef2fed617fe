// SPDX-License-Identifier: Apache-2.0
// [[open]] and [[roster]]: spans of the week in the centre's local time.
#include "clinic/hub/centre/known_words.hpp"
#include "clinic/hub/centre/sections.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace verandah::hub {
namespace {

using std::chrono::minutes;

std::optional<int> two_digits(std::string_view text, int most)
{
    int number = -1;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = fault == std::errc{} && end == text.data() + text.size();
    return whole && number >= 0 && number <= most ? std::optional{number} : std::nullopt;
}

std::optional<minutes> parse_time(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':') {
        return std::nullopt;
    }
    const auto hour = two_digits(text.substr(0, 2), 23);
    const auto minute = two_digits(text.substr(3), 59);
    return hour && minute ? std::optional{minutes{*hour * 60 + *minute}} : std::nullopt;
}

minutes read_time(TableReader& section, std::string_view key, std::string_view example)
{
    const auto text = section.word(key, {example});
    const auto time = parse_time(text.value);
    if (!time && !text.value.empty()) {
        section.refuse(text.place, fmt::format("\"{}\" is no time of day", text.value),
                       fmt::format("Write hours and minutes from 00:00 to 23:59, such as {} = \"{}\".", key, example));
    }
    return time.value_or(minutes{0});
}

std::vector<std::chrono::weekday> read_days(TableReader& section)
{
    std::vector<std::chrono::weekday> days;
    OnlyOnce once{"the day"};
    for (const auto& word : section.some_texts("days", {"monday"})) {
        once.take(section, word);
        const auto found = std::ranges::find(weekdays, word.value);
        if (found != weekdays.end()) {
            days.emplace_back(static_cast<unsigned>(found - weekdays.begin()));
        } else if (!word.value.empty()) {
            section.refuse(word.place, fmt::format("\"{}\" is no day of the week", word.value),
                           fmt::format("Choose from: {}.", fmt::join(weekdays, ", ")));
        }
    }
    return days;
}

domain::StationCode read_station(Reading& reading, TableReader& section)
{
    const auto name = section.word("station", {"room-1"});
    if (!is_known(name, reading.names.stations)) {
        section.refuse(name.place,
                       fmt::format("the roster names the station \"{}\", which is not in this file", name.value),
                       advice_for_unknown(name.value, reading.names.stations, "add a [[station]] with this code."));
    }
    return section.code_from<domain::StationCode>(name);
}

} // namespace

std::vector<domain::OpenSpan> read_spans(TableReader& section)
{
    std::vector<domain::OpenSpan> spans;
    const auto days = read_days(section);
    const auto from = read_time(section, "from", "18:00");
    const auto to = read_time(section, "to", "02:00");
    for (const auto day : days) {
        spans.push_back({day, from, to});
    }
    return spans;
}

std::vector<domain::OpenSpan> read_opening_hours(Reading& reading)
{
    std::vector<domain::OpenSpan> hours;
    for (auto& section : reading.root.tables("open")) {
        const auto spans = read_spans(section);
        hours.insert(hours.end(), spans.begin(), spans.end());
        section.refuse_other_keys();
    }
    return hours;
}

std::vector<domain::RosterEntry> read_roster(Reading& reading)
{
    std::vector<domain::RosterEntry> roster;
    for (auto& section : reading.root.tables("roster")) {
        const auto station = read_station(reading, section);
        for (const auto& span : read_spans(section)) {
            roster.push_back({station, span});
        }
        section.refuse_other_keys();
    }
    return roster;
}

} // namespace verandah::hub
