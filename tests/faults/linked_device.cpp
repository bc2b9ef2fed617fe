// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/linked_device.hpp"

#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "shared/wire/messages/views.hpp"
#include "tests/hub/served_centre.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

namespace verandah::test {

namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

} // namespace

LinkedDevice::LinkedDevice(const wire::DeviceBundle& console)
    : link_{{.hub = wire::hub_of(console), .identity = wire::identity_of(console)}}
{
}

bool LinkedDevice::check_in()
{
    const auto ask = link_.ask({.method = "POST",
                                .target = "/v1/check-ins",
                                .idempotency_key = fresh_key(),
                                .body = R"({"services":["nurse"]})"},
                               60s);
    if (!wait(ask)) {
        return false;
    }
    const auto receipt = wire::decode_check_in_receipt(answers_.at(ask).body);
    answers_.erase(ask);
    if (receipt) {
        acknowledged_.insert(receipt->ticket.value());
    }
    return receipt.has_value();
}

bool LinkedDevice::hear_of_all()
{
    const auto has_heard = [this](std::int64_t ticket) { return heard_of_.contains(ticket); };
    const auto until = SteadyClock::now() + 30s;
    while (!std::ranges::all_of(acknowledged_, has_heard) && SteadyClock::now() < until) {
        take();
        std::this_thread::sleep_for(2ms);
    }
    return std::ranges::all_of(acknowledged_, has_heard);
}

std::multiset<std::int64_t> LinkedDevice::line()
{
    const auto ask = link_.ask({.method = "GET", .target = "/v1/line"}, 60s);
    std::multiset<std::int64_t> tickets;
    if (wait(ask)) {
        const auto view_of_line = wire::decode_line_view(answers_.at(ask).body).value();
        for (const auto& view : view_of_line.tickets) {
            tickets.insert(view.ticket.id.value());
        }
    }
    return tickets;
}

bool LinkedDevice::wait(wire::AskId ask)
{
    for (const auto until = SteadyClock::now() + 65s; SteadyClock::now() < until && !answers_.contains(ask);) {
        take();
        std::this_thread::sleep_for(1ms);
    }
    return answers_.contains(ask);
}

void LinkedDevice::take()
{
    for (const auto& incoming : link_.take()) {
        if (std::holds_alternative<wire::LinkDown>(incoming)) {
            ++times_down_;
        } else if (const auto* answered = std::get_if<wire::Answered>(&incoming)) {
            take(*answered);
        } else if (const auto* event = std::get_if<wire::FeedEvent>(&incoming)) {
            take(*event);
        }
    }
}

void LinkedDevice::take(const wire::Answered& answered)
{
    if (fetches_.erase(answered.id) == 0) {
        answers_.insert({answered.id, answered.response});
        return;
    }
    const auto line = wire::decode_line_view(answered.response.body).value();
    for (const auto& view : line.tickets) {
        heard_of_.insert(view.ticket.id.value());
    }
}

void LinkedDevice::take(const wire::FeedEvent& event)
{
    if (event.name == "reset") {
        fetches_.insert(link_.ask({.method = "GET", .target = "/v1/line"}, 60s));
    } else if (event.name == "line") {
        told_twice_ += event.id <= last_event_ ? 1 : 0;
        const auto change = wire::decode_line_change(event.data).value();
        for (const auto& view : change.tickets) {
            heard_of_.insert(view.ticket.id.value());
        }
    }
    last_event_ = std::max(last_event_, event.id);
}

} // namespace verandah::test
