// SPDX-License-Identifier: Apache-2.0
// Idle, countdowns and patience. Nothing a visitor left behind outlives timing::idle_after + timing::idle_countdown.
#include "kiosk/flow/idle.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

/// When the screen forgets by itself, if nobody touches it.
std::optional<Ticks> wipe_due(const Flow& flow)
{
    if (const auto* thanked = std::get_if<Thanked>(&flow.step)) {
        return thanked->since + timing::thanks_shown;
    }
    if (const auto* ticket = std::get_if<HoldingTicket>(&flow.step)) {
        return ticket->since + ticket_lasts(flow);
    }
    if (const auto* sent = std::get_if<SentToStaff>(&flow.step)) {
        return sent->since + timing::sent_shown;
    }
    if (const auto* supplies = std::get_if<ChoosingSupplies>(&flow.step); supplies && !supplies->taken.empty()) {
        return flow.last_touch + timing::taken_shown;
    }
    if (flow.idle_since) {
        return *flow.idle_since + timing::idle_countdown;
    }
    if (std::holds_alternative<AtWelcome>(flow.step) && !is_fresh(flow)) {
        return flow.last_touch + timing::idle_after; // a language was chosen: nothing worth a question
    }
    return std::nullopt;
}

/// Since when the visitor has been waiting for the hub, if she has.
std::optional<Ticks> waits_since(const Flow& flow)
{
    if (const auto* asking = std::get_if<Asking>(&flow.step)) {
        return asking->since;
    }
    const auto* asking = std::get_if<AskingToForget>(&flow.step);
    return asking ? std::optional{asking->since} : std::nullopt;
}

/// When "Are you still there?" is asked. Never while the visitor is the one who waits.
std::optional<Ticks> question_due(const Flow& flow)
{
    if (waits_since(flow) || flow.idle_since || wipe_due(flow) || is_fresh(flow)) {
        return std::nullopt;
    }
    return flow.last_touch + timing::idle_after;
}

/// There is no answer yet, and the screen says so.
void own_up(Flow& flow)
{
    if (const auto* asking = std::get_if<Asking>(&flow.step)) {
        flow.step = Unconfirmed{std::variant{asking->request}};
    } else if (const auto* forgetting = std::get_if<AskingToForget>(&flow.step)) {
        flow.step = UnconfirmedForgetting{AskToForget{forgetting->request}};
    }
}

void end_old_call(std::optional<Call>& call, Ticks now)
{
    if (call && call->answer == Call::Answer::coming && now - call->since >= timing::call_shown) {
        call.reset();
    }
}

void add_call_moments(std::vector<Ticks>& moments, const std::optional<Call>& call)
{
    if (call) {
        moments.push_back(call->since +
                          (call->answer == Call::Answer::coming ? timing::call_shown : timing::call_unanswered));
    }
}

} // namespace

Ticks ticket_lasts(const Flow& flow)
{
    return flow.card ? timing::ticket_with_card : timing::ticket_shown;
}

std::vector<Effect> pass_time(Flow& flow, Ticks now)
{
    if (const auto due = wipe_due(flow); due && now >= *due) {
        flow = Flow{};
        return {Wipe{}};
    }
    end_old_call(flow.help, now);
    end_old_call(flow.person, now);
    if (const auto since = waits_since(flow); since && now - *since >= timing::confirm_within) {
        flow.last_touch = now; // the visitor has waited, not been away
        own_up(flow);
        return {};
    }
    if (const auto due = question_due(flow); due && now >= *due) {
        flow.idle_since = now;
    }
    return {};
}

std::optional<Ticks> next_due(const Flow& flow, Ticks now)
{
    std::vector<Ticks> moments;
    for (const auto& due : {wipe_due(flow), question_due(flow)}) {
        if (due) {
            moments.push_back(*due);
        }
    }
    if (const auto since = waits_since(flow)) {
        moments.push_back(*since + timing::quiet_wait);
        moments.push_back(*since + timing::confirm_within);
    }
    add_call_moments(moments, flow.help);
    add_call_moments(moments, flow.person);
    std::erase_if(moments, [now](Ticks moment) { return moment <= now; });
    return moments.empty() ? std::nullopt : std::optional{*std::ranges::min_element(moments)};
}

} // namespace verandah::kiosk
