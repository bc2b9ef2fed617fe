// SPDX-License-Identifier: Apache-2.0
// What each event does to the way of somebody who asks to be forgotten.
#include "kiosk/flow/forgetting.hpp"

#include <utility>

namespace verandah::kiosk {
namespace {

using Effects = std::vector<Effect>;

Effects ask(Flow& flow, AskToForget request, AskingToForget::From from, Ticks now)
{
    Effects effects{request};
    flow.step = AskingToForget{std::move(request), from, now};
    return effects;
}

/// What the hub has not answered yet.
const AskToForget* asked_to_forget(const Flow& flow)
{
    if (const auto* asking = std::get_if<AskingToForget>(&flow.step)) {
        return &asking->request;
    }
    const auto* unconfirmed = std::get_if<UnconfirmedForgetting>(&flow.step);
    return unconfirmed ? &unconfirmed->request : nullptr;
}

} // namespace

bool is_about_forgetting(const Flow& flow)
{
    return std::holds_alternative<ConsideringForgetting>(flow.step) ||
           std::holds_alternative<ShowingCardToForget>(flow.step) || asked_to_forget(flow) != nullptr;
}

Effects step_back_from_forgetting(Flow& flow, const Turn& turn)
{
    if (std::holds_alternative<ConsideringForgetting>(flow.step)) {
        flow.step = ShowingCard{};
    } else if (std::holds_alternative<ShowingCardToForget>(flow.step)) {
        flow.step = ConsideringForgetting{};
    } else {
        flow.step = ShowingCardToForget{};
        return {WithdrawForgetting{turn.key}};
    }
    return {};
}

Effects scanned_to_forget(Flow& flow, const Scanned& scan, const Turn& turn)
{
    if (scan.text.empty()) {
        return {};
    }
    flow.last_touch = turn.now;
    flow.idle_since.reset();
    flow.sheet = Sheet::none;
    const auto code = domain::CardCode::parse(scan.text);
    if (!code) {
        flow.step = ShowingCardToForget{ShowingCard::Scan::not_ours};
        return {};
    }
    return ask(flow, {turn.key, KeptCard{*code}}, AskingToForget::From::card, turn.now);
}

Effects try_forgetting_again(Flow& flow, Ticks now)
{
    const auto* unconfirmed = std::get_if<UnconfirmedForgetting>(&flow.step);
    return unconfirmed ? ask(flow, AskToForget{unconfirmed->request}, AskingToForget::From::retry, now) : Effects{};
}

Effects forgetting_taken(Flow& flow, const ForgettingTaken& answer, Ticks now)
{
    const auto* asked = asked_to_forget(flow);
    if (asked == nullptr || asked->key != answer.key) {
        return {};
    }
    flow = Flow{.step = SentToStaff{now},
                .language = std::move(flow.language),
                .ease = flow.ease,
                .help = flow.help,
                .person = flow.person,
                .last_touch = now};
    return {Wipe{}};
}

void forgetting_refused(Flow& flow, const Refused& answer, const Turn& turn)
{
    const auto* asked = asked_to_forget(flow);
    if (asked != nullptr && asked->key == answer.key) {
        flow.last_touch = turn.now;
        flow.step = UnconfirmedForgetting{AskToForget{turn.key, asked->card}};
    }
}

} // namespace verandah::kiosk
