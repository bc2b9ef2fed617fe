// SPDX-License-Identifier: Apache-2.0
// The list, its figures and the band over it.
#include "clinic/console/wording/door_words.hpp"
#include "clinic/console/wording/words.hpp"
#include "shared/domain/journey/journey.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using domain::CallReason;
using enum domain::TicketState;

std::string reason_words(const Scene& scene, const domain::Pick& pick)
{
    switch (pick.reason.kind) {
    case CallReason::Kind::urgent: return scene.words.translate("urgent goes first");
    case CallReason::Kind::priority:
        return filled(
            scene.words.translate("{weight} × {minutes} min"),
            {{"weight", std::to_string(pick.reason.weight)}, {"minutes", std::to_string(pick.reason.waited.count())}});
    case CallReason::Kind::only_match: return scene.words.translate("nobody else waits for this room");
    case CallReason::Kind::returned: return scene.words.translate("back, and nobody else waits");
    case CallReason::Kind::chosen: return pick.reason.words;
    }
    std::unreachable();
}

std::string back_in(const Scene& scene, std::optional<domain::Instant> until)
{
    if (!until) {
        return {};
    }
    const auto left = std::chrono::ceil<std::chrono::minutes>(*until - scene.now);
    return filled(scene.words.translate("back in {time}"), {{"time", duration(scene, left)}});
}

std::string hold_reason(const Scene& scene, const domain::Ticket& ticket)
{
    if (ticket.now.until) {
        return back_in(scene, ticket.now.until);
    }
    if (const auto timer = domain::next_timer(ticket.now.steps)) {
        const auto left = std::chrono::ceil<std::chrono::minutes>(*timer - scene.now);
        return filled(scene.words.translate("ready in {time}"), {{"time", duration(scene, left)}});
    }
    return scene.words.translate("on hold");
}

std::string place_words(const Scene& scene, const Row& row)
{
    const auto& ticket = *row.ticket;
    switch (ticket.now.state) {
    case waiting:
        if (row.pick) {
            return reason_words(scene, *row.pick);
        }
        return may(scene.console, domain::Right::line_call) ? scene.words.translate("waits for another room")
                                                            : std::string{};
    case returning:
        return scene.words.translate("comes back after {} call", "comes back after {} calls", ticket.now.calls_to_wait);
    case on_hold: return hold_reason(scene, ticket);
    case away: return scene.words.translate("was called, did not come");
    case called: return scene.words.translate("called here, on the way");
    case serving: return scene.words.translate("with you");
    case done:
    case left:
    case closed: break;
    }
    return {};
}

RowModel row_words(const Scene& scene, const Row& row, std::optional<domain::TicketId> next)
{
    const auto& ticket = *row.ticket;
    RowModel model{.ticket = ticket.id,
                   .number = ticket.number.text(),
                   .needs = may(scene.console, domain::Right::line_services) ? needs_of(scene, ticket) : std::string{},
                   .waiting = duration(scene, ticket.waited(scene.now)),
                   .class_label = class_label(scene, ticket.now.priority),
                   .class_tone = class_tone(scene.console.replica->line().rules(), ticket.now.priority),
                   .reason = place_words(scene, row),
                   .next = next == ticket.id,
                   .dimmed = !row.pick && (ticket.now.state != waiting || may(scene.console, domain::Right::line_call)),
                   .chosen = scene.console.chosen == ticket.id};
    if (ticket.now.state == away) {
        model.waiting =
            filled(scene.words.translate("away {time}"), {{"time", duration(scene, scene.now - ticket.now.since)}});
    }
    return model;
}

std::vector<Figure> figures_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto day = day_figures(scene.console.replica->line(), scene.now);
    return {{std::to_string(day.waiting), words.translate("waiting")},
            {duration(scene, day.longest_wait), words.translate("longest wait")},
            {std::to_string(day.served), words.translate("served today")},
            {day.middle_wait ? duration(scene, *day.middle_wait) : "–", words.translate("middle wait, last hour")}};
}

ListModel list_words(const Scene& scene)
{
    const auto& words = scene.words;
    ListModel model{.headings = {words.translate("Number"), words.translate("Here for"), words.translate("Waiting"),
                                 words.translate("Class"), words.translate("Why in this place")},
                    .next_label = words.translate("next"),
                    .empty_title = words.translate("Nobody is waiting"),
                    .empty_note = words.translate("Whoever takes a number appears here by itself."),
                    .rows = {},
                    .old = scene.console.link != Link::live};
    if (!may(scene.console, domain::Right::line_services)) {
        model.headings[1].clear();
    }
    if (scene.console.replica->is_closed()) {
        model.empty_title = words.translate("The day is closed");
        model.empty_note = words.translate("Numbers begin again with the next day. Today can be opened again.");
    }
    const auto next = may(scene.console, domain::Right::line_call) ? next_pick(scene.console, scene.now) : std::nullopt;
    const auto next_ticket = next ? std::optional{next->ticket} : std::nullopt;
    for (const auto& row : rows(scene.console, scene.now)) {
        model.rows.push_back(row_words(scene, row, next_ticket));
    }
    return model;
}

LinkPill link_words(const Scene& scene)
{
    return scene.console.link == Link::live ? LinkPill{scene.words.translate("Live"), true}
                                            : LinkPill{scene.words.translate("Reconnecting…"), false};
}

} // namespace

std::optional<std::chrono::milliseconds> median(std::vector<std::chrono::milliseconds> spans)
{
    if (spans.empty()) {
        return std::nullopt;
    }
    const auto middle = spans.begin() + std::ssize(spans) / 2;
    std::ranges::nth_element(spans, middle);
    return *middle;
}

DayFigures day_figures(const domain::Line& line, domain::Instant now)
{
    DayFigures figures{.waiting = static_cast<int>(line.count_waiting())};
    std::vector<std::chrono::milliseconds> lately;
    for (const auto& [id, ticket] : line.tickets()) {
        const auto state = ticket.now.state;
        figures.served += state == done ? 1 : 0;
        figures.left += state == left ? 1 : 0;
        figures.away += state == away ? 1 : 0;
        if (state == waiting || state == returning) {
            figures.longest_wait = std::max(figures.longest_wait, ticket.waited(now));
        }
        const bool was_called = state == called || state == serving || state == done;
        if (was_called && now - ticket.now.since <= std::chrono::hours{1}) {
            lately.push_back(ticket.waited(now));
        }
    }
    figures.middle_wait = median(std::move(lately));
    return figures;
}

HeadModel head_words(const Scene& scene, std::string title)
{
    HeadModel head{
        .title = std::move(title), .station = {}, .skills = {}, .who = who_words(scene), .link = link_words(scene)};
    const bool calls = may(scene.console, domain::Right::line_call) && scene.console.page != Page::staff;
    if (const auto* station = station_of(scene.console); station != nullptr && calls) {
        head.station = room(scene.words, station->sign);
        for (const auto& service : scene.console.replica->line().services_of(station->code)) {
            head.skills += (head.skills.empty() ? "" : " · ") + service_label(scene, service);
        }
    }
    return head;
}

LineModel line_words(const Scene& scene)
{
    return {.head = head_words(scene, scene.words.translate("Waiting")),
            .figures = figures_words(scene),
            .list = list_words(scene),
            .panel = panel_words(scene)};
}

} // namespace verandah::console
