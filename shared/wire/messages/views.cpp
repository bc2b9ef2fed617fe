// SPDX-License-Identifier: Apache-2.0
// The line, the board and its frames, as JSON. The centre's view: centre_view.cpp.
#include "shared/wire/messages/views.hpp"

#include "shared/wire/messages/day_text.hpp"
#include "shared/wire/messages/parts.hpp"

#include <algorithm>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;
using domain::Standing;
using domain::Step;

constexpr std::size_t most_tickets = 100'000;
constexpr std::size_t most_steps = 1'000; // a ticket sent on and on keeps every step it had
constexpr std::size_t most_alerts = 1'000;
constexpr std::int64_t longest_time = 1'000'000'000'000; // milliseconds

Json step_json(const Step& step)
{
    Json json{{"service", step.service.view()}, {"stage", domain::word(step.stage)}};
    if (step.ready_at) {
        json["ready_at"] = milliseconds(*step.ready_at);
    }
    return json;
}

Step read_step(ObjectReader& reader)
{
    return {reader.code<domain::ServiceCode>("service"), reader.word("stage", domain::stage_from),
            reader.optional_instant("ready_at")};
}

Json ticket_json(const TicketView& view)
{
    const auto& now = view.ticket.now;
    Json json{{"ticket", view.ticket.id.value()},
              {"number", view.ticket.number.value()},
              {"arrived", milliseconds(view.ticket.arrived)},
              {"state", domain::word(now.state)},
              {"priority", now.priority.view()},
              {"place", milliseconds(now.place)},
              {"since", milliseconds(now.since)},
              {"calls", now.calls},
              {"calls_to_wait", now.calls_to_wait},
              {"wait", now.spent.wait.count()},
              {"way", now.spent.way.count()},
              {"service", now.spent.service.count()}};
    auto& steps = json["steps"] = Json::array();
    std::ranges::transform(now.steps, std::back_inserter(steps), step_json);
    if (now.station) {
        json["station"] = now.station->view();
    }
    if (now.until) {
        json["until"] = milliseconds(*now.until);
    }
    if (view.undoable) {
        json["undoable"] = domain::word(*view.undoable);
    }
    return json;
}

std::chrono::milliseconds duration(ObjectReader& reader, std::string_view field)
{
    return std::chrono::milliseconds{reader.number(field, 0, longest_time)};
}

TicketView read_ticket(ObjectReader& reader)
{
    Standing now{.state = reader.word("state", domain::ticket_state_from),
                 .priority = reader.code<domain::PriorityCode>("priority"),
                 .place = reader.instant("place"),
                 .since = reader.instant("since")};
    now.steps = read_each(reader, "steps", most_steps, read_step);
    now.station = reader.optional_code<domain::StationCode>("station");
    now.calls = static_cast<int>(reader.number("calls", 0, 1'000));
    now.until = reader.optional_instant("until");
    now.calls_to_wait = static_cast<int>(reader.number("calls_to_wait", 0, 1'000));
    now.spent = {duration(reader, "wait"), duration(reader, "way"), duration(reader, "service")};
    domain::Ticket ticket{ticket_id(reader), ticket_number(reader), reader.instant("arrived"),
                          std::nullopt,      std::move(now),        {}};
    const auto undoable = reader.optional_text("undoable", 40);
    return {std::move(ticket), undoable ? domain::move_from(*undoable) : std::nullopt};
}

Json call_json(const domain::BoardCall& call)
{
    return {{"number", call.number.value()}, {"sign", call.sign}, {"calls", call.calls}, {"at", milliseconds(call.at)}};
}

domain::BoardCall read_call(ObjectReader& reader)
{
    return {ticket_number(reader), reader.text("sign", 100), static_cast<int>(reader.number("calls", 0, 1'000)),
            reader.instant("at")};
}

domain::Sequence sequence(ObjectReader& reader)
{
    return static_cast<domain::Sequence>(reader.number("sequence", 0, std::int64_t{1} << 53U));
}

} // namespace

TicketView view_of(const domain::Ticket& ticket)
{
    TicketView view{{ticket.id, ticket.number, ticket.arrived, std::nullopt, ticket.now, {}}};
    if (!ticket.past.empty()) {
        view.undoable = ticket.past.back().move;
    }
    return view;
}

std::string encode(const LineView& view)
{
    Json json{{"sequence", view.sequence},
              {"is_closed", view.is_closed},
              {"tickets", list_json(view.tickets, ticket_json)},
              {"alerts", list_json(view.alerts, alert_json)}};
    if (view.day) {
        json["day"] = day_text(*view.day);
    }
    return json.dump();
}

Decoded<LineView> decode_line_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        LineView view{.sequence = sequence(reader), .is_closed = reader.yes_or_no("is_closed")};
        if (const auto day = reader.optional_text("day", 10)) {
            view.day = day_from(*day);
            if (!view.day) {
                reader.refuse("day", "is not a day");
            }
        }
        view.tickets = read_each(reader, "tickets", most_tickets, read_ticket);
        view.alerts = read_each(reader, "alerts", most_alerts, read_alert);
        return view;
    });
}

std::string encode(const LineChange& change)
{
    return Json{{"tickets", list_json(change.tickets, ticket_json)}, {"alerts", list_json(change.alerts, alert_json)}}
        .dump();
}

Decoded<LineChange> decode_line_change(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return LineChange{read_each(reader, "tickets", most_tickets, read_ticket),
                          read_each(reader, "alerts", most_alerts, read_alert)};
    });
}

std::string encode(const BoardView& view)
{
    return Json{{"sequence", view.sequence}, {"waiting", view.waiting}, {"calls", list_json(view.calls, call_json)}}
        .dump();
}

Decoded<BoardView> decode_board_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return BoardView{sequence(reader), static_cast<int>(reader.number("waiting", 0, domain::TicketNumber::largest)),
                         read_each(reader, "calls", domain::CallBoard::shown, read_call)};
    });
}

} // namespace verandah::wire
