// SPDX-License-Identifier: Apache-2.0
// The day counted by hours, classes and kinds of time.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/wording/words.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace verandah::console {

namespace {

using domain::TicketState;
using Spans = std::vector<std::chrono::milliseconds>;

constexpr int fewest_hours = 6; ///< So that a young day does not look like one fat bar.

/// The hour of `at` by the centre's wall clock, counted from 1970.
long hour_of(const Scene& scene, domain::Instant at)
{
    return std::chrono::floor<std::chrono::hours>(at + scene.console.centre->utc_offset).time_since_epoch().count();
}

std::vector<HourBar> hours(const Scene& scene)
{
    std::map<long, HourBar> bars;
    const long now = hour_of(scene, scene.now);
    for (const auto& [id, ticket] : scene.console.replica->line().tickets()) {
        ++bars[hour_of(scene, ticket.arrived)].came;
        if (ticket.now.state == TicketState::done) {
            ++bars[hour_of(scene, ticket.now.since)].served;
        }
    }
    if (bars.empty()) {
        return {};
    }
    const long first = std::min(bars.begin()->first, now - fewest_hours + 1);
    const long last = std::max(now, bars.rbegin()->first);
    std::vector<HourBar> all;
    for (long hour = first; hour <= last; ++hour) {
        all.push_back(bars[hour]);
        all.back().label = std::to_string(hour % 24);
    }
    return all;
}

std::string span_words(const Scene& scene, const std::optional<std::chrono::milliseconds>& span)
{
    return span ? duration(scene, *span) : "–";
}

std::vector<ClassBar> classes(const Scene& scene)
{
    const auto& line = scene.console.replica->line();
    std::vector<std::pair<const domain::PriorityClass*, std::optional<std::chrono::milliseconds>>> middles;
    std::chrono::milliseconds longest{std::chrono::minutes{1}};
    for (const auto& priority : line.rules().classes) {
        Spans spans;
        for (const auto& [id, ticket] : line.tickets()) {
            if (ticket.now.priority == priority.code) {
                spans.push_back(ticket.waited(scene.now));
            }
        }
        const auto middle = median(std::move(spans));
        longest = std::max(longest, middle.value_or(longest));
        middles.emplace_back(&priority, middle);
    }
    std::vector<ClassBar> bars;
    for (const auto& [priority, middle] : middles) {
        bars.push_back(
            {.label = class_label(scene, priority->code),
             .tone = class_tone(line.rules(), priority->code),
             .value = span_words(scene, middle),
             .part = middle ? static_cast<float>(middle->count()) / static_cast<float>(longest.count()) : 0});
    }
    return bars;
}

std::vector<Figure> times(const Scene& scene)
{
    Spans wait;
    Spans way;
    Spans service;
    for (const auto& [id, ticket] : scene.console.replica->line().tickets()) {
        const auto& spent = ticket.now.spent;
        const auto take = [](Spans& spans, std::chrono::milliseconds span) {
            if (span.count() > 0) {
                spans.push_back(span);
            }
        };
        take(wait, spent.wait);
        take(way, spent.way);
        take(service, spent.service);
    }
    return {{span_words(scene, median(std::move(wait))), scene.words.translate("until called")},
            {span_words(scene, median(std::move(way))), scene.words.translate("on the way")},
            {span_words(scene, median(std::move(service))), scene.words.translate("being served")}};
}

std::string count_words(const Scene& scene, const domain::PublishedCell& cell, int smallest_shown)
{
    switch (cell.state) {
    case domain::PublishedCell::State::shown: return std::to_string(cell.count);
    case domain::PublishedCell::State::small:
        return filled(scene.words.translate("fewer than {count}"), {{"count", std::to_string(smallest_shown)}});
    case domain::PublishedCell::State::withheld: return scene.words.translate("not told");
    }
    std::unreachable();
}

TodayModel totals_words(const Scene& scene)
{
    const auto& words = scene.words;
    TodayModel model;
    model.head = head_words(scene, words.translate("Today"));
    const auto& totals = scene.console.totals;
    if (!totals) {
        model.empty = words.translate("Counting today…");
        return model;
    }
    const auto count = [&](const domain::PublishedCell& cell) {
        return count_words(scene, cell, totals->smallest_shown);
    };
    model.figures = {{count(totals->came), words.translate("came today")},
                     {count(totals->served), words.translate("served today")},
                     {count(totals->left), words.translate("left before the end")}};
    model.more_figures = {{count(totals->here), words.translate("here now")},
                          {totals->middle_wait ? duration(scene, *totals->middle_wait) : words.translate("not told"),
                           words.translate("middle wait until called")},
                          {count(totals->alerts), words.translate("asked for help")}};
    model.empty = filled(
        words.translate("Counted {time} ago, anew every quarter of an hour. Small counts are hidden, and what would "
                        "give them away: nobody can be picked out."),
        {{"time", duration(scene, scene.now - totals->counted_at)}});
    return model;
}

} // namespace

TodayModel today_words(const Scene& scene)
{
    const auto& words = scene.words;
    if (!may(scene.console, domain::Right::line_see)) { // counted by the hub, with small counts hidden
        return totals_words(scene);
    }
    const auto& line = scene.console.replica->line();
    const auto day = day_figures(line, scene.now);
    const auto turn = scene.console.replica->is_closed() ? Deed::reopen_day : Deed::close_day;
    return {.head = head_words(scene, words.translate("Today")),
            .figures = {{std::to_string(line.tickets().size()), words.translate("came today")},
                        {std::to_string(day.served), words.translate("served today")},
                        {std::to_string(day.left), words.translate("left before the end")},
                        {std::to_string(day.away), words.translate("away now")}},
            .hours_title = words.translate("Hour by hour"),
            .came_label = words.translate("came"),
            .served_label = words.translate("served"),
            .hours = hours(scene),
            .classes_title = words.translate("Middle wait by class"),
            .classes = classes(scene),
            .times_title = words.translate("Middle times"),
            .times = times(scene),
            .empty = line.tickets().empty() ? words.translate("Nobody has come yet today.") : std::string{},
            .turn_day = may(scene.console, turn) ? std::optional{deed_words(scene, turn)} : std::nullopt};
}

} // namespace verandah::console
