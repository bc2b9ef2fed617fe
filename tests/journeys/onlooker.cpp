// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/onlooker.hpp"

#include "shared/wire/http/of_bundle.hpp"

namespace verandah::journeys {

namespace {

using domain::TicketState;

bool is_in_line(TicketState state)
{
    return state == TicketState::waiting || state == TicketState::returning || state == TicketState::on_hold;
}

bool was_called(TicketState state)
{
    return state == TicketState::called || state == TicketState::serving || state == TicketState::away ||
           state == TicketState::done; // the last two when the feed was broken while it was called
}

} // namespace

Onlooker::Onlooker(const wire::DeviceBundle& console)
    : link_{{.hub = wire::hub_of(console), .identity = wire::identity_of(console)}},
      thread_{[this](const std::stop_token& stop) { watch(stop); }}
{
}

void Onlooker::watch(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        for (const auto& incoming : link_.take()) {
            const std::lock_guard lock{mutex_};
            take(incoming);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
}

void Onlooker::take(const wire::Incoming& incoming)
{
    if (std::holds_alternative<wire::LinkUp>(incoming)) {
        ++links_;
        snapshot_ = link_.ask({.method = "GET", .target = "/v1/line"});
    } else if (const auto* event = std::get_if<wire::FeedEvent>(&incoming)) {
        if (event->name == "reset" || event->name == "session") {
            snapshot_ = link_.ask({.method = "GET", .target = "/v1/line"});
        } else if (const auto change = wire::decode_line_change(event->data)) {
            note(change->tickets, event->id);
        }
    } else if (const auto* answered = std::get_if<wire::Answered>(&incoming); answered && answered->id == snapshot_) {
        if (const auto line = wire::decode_line_view(answered->response.body)) {
            note(line->tickets, line->sequence);
        }
    }
}

void Onlooker::note(const std::vector<wire::TicketView>& tickets, domain::Sequence sequence)
{
    for (const auto& view : tickets) {
        const auto [found, is_new] = seen_.try_emplace(view.ticket.number.value(), Seen{view.ticket, sequence});
        auto& seen = found->second;
        if (sequence < seen.sequence) {
            continue; // a snapshot that the feed has overtaken
        }
        if (was_called(view.ticket.now.state) && (is_new || is_in_line(seen.ticket.now.state))) {
            ++seen.calls;
        }
        seen.ticket = view.ticket;
        seen.sequence = sequence;
    }
}

std::map<int, Seen> Onlooker::seen() const
{
    const std::lock_guard lock{mutex_};
    return seen_;
}

std::optional<Seen> Onlooker::wait_for(const std::function<bool(const domain::Ticket&)>& fits,
                                       std::chrono::milliseconds at_most) const
{
    const auto until = std::chrono::steady_clock::now() + at_most;
    do {
        for (const auto& [number, each] : seen()) {
            if (fits(each.ticket)) {
                return each;
            }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    } while (std::chrono::steady_clock::now() < until);
    return std::nullopt;
}

int Onlooker::reconnections() const
{
    const std::lock_guard lock{mutex_};
    return links_ - 1;
}

} // namespace verandah::journeys
