// SPDX-License-Identifier: Apache-2.0
// Who is here, what can be done, and why not.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/refer.hpp"
#include "clinic/console/wording/words.hpp"

#include <algorithm>
#include <cctype>

namespace verandah::console {

namespace {

using domain::Ticket;
using domain::TicketState;

std::string since(const Scene& scene, domain::Instant at)
{
    return filled(scene.words.translate("since {time}"), {{"time", duration(scene, scene.now - at)}});
}

std::string way_words(const Scene& scene, const Ticket& ticket)
{
    if (ticket.now.calls <= 1) {
        return scene.words.translate("On the way");
    }
    return filled(scene.words.translate("On the way · call {count}"), {{"count", std::to_string(ticket.now.calls)}});
}

CardModel person_card_words(const Scene& scene)
{
    const auto* ticket = subject(scene.console);
    const auto& words = scene.words;
    if (ticket == nullptr) {
        return {.kind = CardModel::Kind::nobody,
                .title = words.translate("Nobody is with you"),
                .since = {},
                .number = {},
                .needs = words.translate("Call the next person when you are ready."),
                .waited = {},
                .leave = {}};
    }
    const bool here = ticket->now.state == TicketState::serving;
    const bool coming = ticket->now.state == TicketState::called;
    const auto current = ticket->current_service();
    CardModel card{.kind = here     ? CardModel::Kind::here
                           : coming ? CardModel::Kind::on_the_way
                                    : CardModel::Kind::chosen,
                   .title = here     ? words.translate("With you")
                            : coming ? way_words(scene, *ticket)
                                     : words.translate("Chosen"),
                   .since = here || coming ? since(scene, ticket->now.since) : std::string{},
                   .number = ticket->number.text(),
                   .needs = current ? service_label(scene, *current) : needs_of(scene, *ticket),
                   .waited =
                       filled(words.translate("wait {time}"), {{"time", duration(scene, ticket->waited(scene.now))}}),
                   .leave = scene.console.chosen ? words.translate("Let go") : std::string{}};
    if (here || coming) {
        const auto referred = goes_on_to(scene.console, *ticket);
        if (const auto after = referred ? referred : domain::suggested_step(scene.console.replica->line(), *ticket)) {
            card.needs = filled(words.translate("{service}, then {next}"),
                                {{"service", card.needs}, {"next", service_label(scene, *after)}});
        }
    }
    return card;
}

/// The buttons for whoever they are about: somebody here, on the way, or chosen in the list.
std::vector<Deed> deeds_for(const Ticket* ticket)
{
    using enum Deed;
    if (ticket == nullptr) {
        return {call_again, start, send_on, hold, away, left};
    }
    switch (ticket->now.state) {
    case TicketState::serving: return {done, send_on, change_class, left};
    case TicketState::called: return {start, call_again, send_on, hold, away, left};
    case TicketState::waiting:
    case TicketState::returning: return {call_this, send_on, hold, change_class, left};
    case TicketState::on_hold:
    case TicketState::away: return {call_this, back, send_on, change_class, left};
    case TicketState::done:
    case TicketState::left:
    case TicketState::closed: break;
    }
    return {};
}

std::string undo_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto move = last_own_move(scene.console);
    if (!move) {
        return words.translate("Undo");
    }
    const auto what = [&]() -> std::string {
        switch (move->deed) {
        case Deed::call_next:
        case Deed::call_this: return words.translate("{number} called");
        case Deed::start: return words.translate("{number} started");
        case Deed::done: return words.translate("{number} done");
        case Deed::send_on: return words.translate("{number} sent on");
        case Deed::hold: return words.translate("{number} on hold");
        case Deed::away: return words.translate("{number} away");
        case Deed::left: return words.translate("{number} left");
        case Deed::back: return words.translate("{number} back in line");
        case Deed::change_class: return words.translate("{number} other class");
        case Deed::add_person: return words.translate("{number} added");
        case Deed::call_again:
        case Deed::close_day:
        case Deed::reopen_day:
        case Deed::answer_alert:
        case Deed::undo: break;
        }
        return "{number}";
    }();
    return filled(words.translate("Undo “{what}”"), {{"what", filled(what, {{"number", move->number.text()}})}});
}

std::string call_next_words(const Scene& scene)
{
    const auto next = next_pick(scene.console, scene.now);
    if (!next || obstacle(scene.console, Deed::call_next, scene.now)) {
        return scene.words.translate("Call next");
    }
    return filled(scene.words.translate("Call next · {number}"),
                  {{"number", scene.console.replica->line().find(next->ticket)->number.text()}});
}

std::string deed_label(const Scene& scene, Deed deed)
{
    const auto& words = scene.words;
    switch (deed) {
    case Deed::call_next: return call_next_words(scene);
    case Deed::call_again: return words.translate("Call again");
    case Deed::start: return words.translate("Start");
    case Deed::done: return words.translate("Done");
    case Deed::send_on: return words.translate("Send on");
    case Deed::hold: return words.translate("Hold");
    case Deed::away: return words.translate("Away");
    case Deed::left: return words.translate("Left");
    case Deed::call_this: return words.translate("Call this one");
    case Deed::back: return words.translate("Back in line");
    case Deed::change_class: return words.translate("Change class");
    case Deed::add_person: return words.translate("Add someone at the desk");
    case Deed::close_day: return words.translate("Close the day");
    case Deed::reopen_day: return words.translate("Open the day again");
    case Deed::answer_alert: return words.translate("I am going");
    case Deed::undo: return undo_words(scene);
    }
    std::unreachable();
}

/// "kiosk-1" as people say it.
std::string place_name(std::string name)
{
    std::ranges::replace(name, '-', ' ');
    if (!name.empty()) {
        name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
    }
    return name;
}

} // namespace

DeedModel deed_words(const Scene& scene, Deed deed)
{
    const auto hindered = obstacle(scene.console, deed, scene.now);
    return {deed, deed_label(scene, deed), hindered ? obstacle_words(scene, *hindered) : std::string{}};
}

std::string obstacle_words(const Scene& scene, Obstacle obstacle)
{
    const auto& words = scene.words;
    switch (obstacle) {
    case Obstacle::reconnecting: return words.translate("Reconnecting. Please try again in a moment.");
    case Obstacle::no_station: return words.translate("Please choose your room first.");
    case Obstacle::nobody_waiting: return words.translate("Nobody waits for this room.");
    case Obstacle::one_on_the_way: return words.translate("Somebody is on the way: start, away or left first.");
    case Obstacle::room_is_busy: return words.translate("Somebody is with you: finish first.");
    case Obstacle::nobody_chosen: return words.translate("Choose somebody in the list first.");
    case Obstacle::not_on_the_way: return words.translate("Only for somebody who was called here.");
    case Obstacle::not_here: return words.translate("Only for somebody who is with you.");
    case Obstacle::here_already: return words.translate("Not for somebody who is with you.");
    case Obstacle::not_waiting: return words.translate("Only for somebody who waits.");
    case Obstacle::not_away: return words.translate("Only for somebody away or on hold.");
    case Obstacle::called_enough: return words.translate("Called often enough. Away lets them come back later.");
    case Obstacle::other_room: return words.translate("This room gives nothing they wait for.");
    case Obstacle::day_is_closed: return words.translate("The day is closed.");
    case Obstacle::day_is_open: return words.translate("The day is open.");
    case Obstacle::nothing_to_undo: return words.translate("There is nothing to undo.");
    case Obstacle::no_alert: return words.translate("Nobody asks for help.");
    }
    std::unreachable();
}

std::string notice_words(const Scene& scene, const Notice& notice)
{
    const auto& words = scene.words;
    const std::string number = notice.number ? notice.number->text() : std::string{};
    if (const auto* obstacle = std::get_if<Obstacle>(&notice.about)) {
        return obstacle_words(scene, *obstacle);
    }
    if (const auto* deed = std::get_if<Deed>(&notice.about)) {
        return filled(*deed == Deed::add_person ? words.translate("Added. Their number is {number}.")
                                                : words.translate("Undone for {number}."),
                      {{"number", number}});
    }
    using enum domain::Refusal::Why;
    switch (std::get<domain::Refusal::Why>(notice.about)) {
    case conflict: return words.translate("Somebody else was faster. Please look at the line again.");
    case not_found:
    case not_open: return words.translate("Nobody like that is in the line any more.");
    case not_allowed: return words.translate("This console may not do that.");
    case invalid_input: return words.translate("That did not fit. Please try another way.");
    }
    std::unreachable();
}

std::optional<PanelModel> panel_words(const Scene& scene)
{
    const auto if_she_may = [&](Deed deed) {
        return may(scene.console, deed) ? std::optional{deed_words(scene, deed)} : std::nullopt;
    };
    PanelModel panel;
    panel.call_next = if_she_may(Deed::call_next);
    panel.add_person = if_she_may(Deed::add_person);
    panel.undo = if_she_may(Deed::undo);
    if (!panel.call_next && !panel.add_person) {
        return std::nullopt;
    }
    if (panel.call_next) {
        panel.card = person_card_words(scene);
        for (const auto deed : deeds_for(subject(scene.console))) {
            if (may(scene.console, deed)) {
                panel.deeds.push_back(deed_words(scene, deed));
            }
        }
    }
    if (may(scene.console, domain::Right::slip_return)) {
        panel.take_slip = scene.words.translate("A slip came back");
    }
    if (scene.console.notice) {
        panel.notice = notice_words(scene, *scene.console.notice);
        panel.notice_is_care = !std::holds_alternative<Deed>(scene.console.notice->about);
    }
    return panel;
}

std::optional<AlertModel> alert_words(const Scene& scene)
{
    if (!scene.console.replica || scene.console.replica->alerts().empty() || !may(scene.console, Deed::answer_alert)) {
        return std::nullopt;
    }
    const auto& words = scene.words;
    const auto alerts = scene.console.replica->alerts();
    const auto& oldest = alerts.front();
    const auto& asks = oldest.kind == domain::AlertKind::help ? words.translate("{place} asks for help")
                                                              : words.translate("{place} wants to talk to a person");
    const auto age = scene.now - oldest.at;
    return AlertModel{.where = filled(asks, {{"place", place_name(oldest.device)}}),
                      .since = age < std::chrono::minutes{1} ? words.translate("now") : since(scene, oldest.at),
                      .going = words.translate("I am going"),
                      .more = alerts.size() < 2 ? std::string{}
                                                : words.translate("and {} more", "and {} more",
                                                                  static_cast<long>(alerts.size() - 1))};
}

} // namespace verandah::console
