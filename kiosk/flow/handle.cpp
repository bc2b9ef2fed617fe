// SPDX-License-Identifier: Apache-2.0
// What each event does to a visitor's way.
#include "kiosk/flow/flow.hpp"
#include "kiosk/flow/forgetting.hpp"
#include "kiosk/flow/idle.hpp"
#include "kiosk/flow/supplies.hpp"

#include <algorithm>
#include <utility>

namespace verandah::kiosk {
namespace {

using Effects = std::vector<Effect>;

template <class Wanted>
bool at(const Flow& flow)
{
    return std::holds_alternative<Wanted>(flow.step);
}

Effects wipe_all(Flow& flow)
{
    flow = Flow{};
    return {Wipe{}};
}

/// The words of thanks stay in the visitor's language; nothing else does.
Effects thank(Flow& flow, Ticks now, Thanked::For what)
{
    flow = Flow{.step = Thanked{now, what}, .language = std::move(flow.language), .ease = flow.ease, .last_touch = now};
    return {Wipe{}};
}

void forget_wishes(Flow& flow)
{
    flow.card.reset();
    flow.card_origin = CardOrigin::brought;
    flow.needs = {};
}

Effects send(Flow& flow, std::variant<AskCard, AskCheckIn> request, Asking::From from, Ticks now)
{
    Effects effects;
    std::visit([&](const auto& asked) { effects.emplace_back(asked); }, request);
    flow.step = Asking{std::move(request), from, now};
    return effects;
}

/// Somebody who went back and changed nothing repeats the request that is still on its way: it stays one ticket.
Effects check_in(Flow& flow, Asking::From from, const Turn& turn)
{
    AskCheckIn wanted{turn.key, flow.needs, flow.card};
    if (flow.last_check_in && flow.last_check_in->needs == wanted.needs && flow.last_check_in->card == wanted.card) {
        wanted.key = flow.last_check_in->key;
    }
    flow.last_check_in = wanted;
    return send(flow, std::move(wanted), from, turn.now);
}

Effects leave_step(Flow& flow, const Turn& turn)
{
    if (at<HoldingTicket>(flow)) {
        return thank(flow, turn.now, Thanked::For::number);
    }
    if (at<Thanked>(flow) || at<SentToStaff>(flow)) {
        return wipe_all(flow);
    }
    if (const auto* supplies = std::get_if<ChoosingSupplies>(&flow.step)) {
        if (!supplies->taken.empty()) {
            return wipe_all(flow);
        }
        flow.step = AtWelcome{};
        return {};
    }
    if (is_about_forgetting(flow)) {
        return step_back_from_forgetting(flow, turn);
    }
    if (at<ShowingCard>(flow) || at<ChoosingNeeds>(flow)) {
        forget_wishes(flow);
        flow.step = AtWelcome{};
        return {};
    }
    if (const auto* asking = std::get_if<Asking>(&flow.step); asking && asking->from == Asking::From::card_offer) {
        flow.step = OfferedCard{};
        return {};
    }
    if (at<OfferedCard>(flow) || at<Asking>(flow) || at<Unconfirmed>(flow)) {
        flow.step = ChoosingNeeds{};
    }
    return {};
}

Effects call(std::optional<Call>& place, RaiseAlert::Kind kind, const Turn& turn)
{
    if (place) {
        return {}; // one alert, however often it is pressed
    }
    place = Call{turn.key, turn.now};
    return {RaiseAlert{turn.key, kind}};
}

void switch_need(Flow& flow, const domain::ServiceCode& service)
{
    if (!at<ChoosingNeeds>(flow)) {
        return;
    }
    if (std::erase(flow.needs, service) == 0) {
        flow.needs.push_back(service);
    }
}

void switch_aid(Ease& ease, Aid aid)
{
    switch (aid) {
    case Aid::large_text: ease.large_text = !ease.large_text; break;
    case Aid::high_contrast: ease.high_contrast = !ease.high_contrast; break;
    case Aid::low_reach: ease.low_reach = !ease.low_reach; break;
    }
}

/// One visit of a touch; what does not belong to the step on the screen changes nothing.
struct Touched {
    Flow& flow;
    const Turn& turn;

    Effects operator()(const GoBack&) const
    {
        if (flow.sheet != Sheet::none) {
            flow.sheet = Sheet::none;
            return {};
        }
        return leave_step(flow, turn);
    }
    Effects operator()(const HideNow&) const { return wipe_all(flow); }
    Effects operator()(const CallHelp&) const { return call(flow.help, RaiseAlert::Kind::help, turn); }
    Effects operator()(const CallPerson&) const { return call(flow.person, RaiseAlert::Kind::person, turn); }
    Effects operator()(const Listen&) const { return {Speak{}}; }
    Effects operator()(const OpenEase&) const { return open(Sheet::ease); }
    Effects operator()(const SwitchAid& touch) const
    {
        switch_aid(flow.ease, touch.aid);
        return {};
    }
    Effects operator()(const ChooseLanguage& touch) const
    {
        flow.language = touch.code;
        flow.sheet = Sheet::none;
        return {};
    }
    Effects operator()(const OpenLanguages&) const { return open(Sheet::languages); }
    Effects operator()(const HaveCard&) const
    {
        if (at<AtWelcome>(flow)) {
            flow.step = ShowingCard{};
        }
        return {};
    }
    Effects operator()(const GoOnWithoutCard&) const
    {
        if (at<AtWelcome>(flow) || at<ShowingCard>(flow)) {
            flow.step = ChoosingNeeds{};
        }
        return {};
    }
    Effects operator()(const SwitchNeed& touch) const
    {
        switch_need(flow, touch.service);
        return {};
    }
    Effects operator()(const ShowPage& touch) const
    {
        if (flow.sheet == Sheet::languages) {
            flow.language_page = std::max(0, touch.page);
        } else if (auto* needs = std::get_if<ChoosingNeeds>(&flow.step)) {
            needs->page = std::max(0, touch.page);
        }
        return {};
    }
    Effects operator()(const AskNumber&) const
    {
        if (!at<ChoosingNeeds>(flow) || flow.needs.empty()) {
            return {};
        }
        if (flow.card) {
            return check_in(flow, Asking::From::needs, turn);
        }
        flow.step = OfferedCard{};
        return {};
    }
    Effects operator()(const TakeCard&) const
    {
        return at<OfferedCard>(flow) ? send(flow, AskCard{turn.key, turn.token}, Asking::From::card_offer, turn.now)
                                     : Effects{};
    }
    Effects operator()(const DeclineCard&) const
    {
        return at<OfferedCard>(flow) ? check_in(flow, Asking::From::card_offer, turn) : Effects{};
    }
    Effects operator()(const AskAboutForgetting&) const
    {
        if (at<ShowingCard>(flow)) {
            flow.step = ConsideringForgetting{};
        }
        return {};
    }
    Effects operator()(const GoOnToForget&) const
    {
        if (at<ConsideringForgetting>(flow)) {
            flow.step = ShowingCardToForget{};
        }
        return {};
    }
    Effects operator()(const JustSupplies&) const
    {
        if (at<AtWelcome>(flow)) {
            flow.step = ChoosingSupplies{};
        }
        return {};
    }
    Effects operator()(const TakeSupply& touch) const { return take_supply(flow, touch, turn); }
    Effects operator()(const TryAgain&) const
    {
        if (at<UnconfirmedForgetting>(flow)) {
            return try_forgetting_again(flow, turn.now);
        }
        auto* unconfirmed = std::get_if<Unconfirmed>(&flow.step);
        return unconfirmed ? send(flow, std::variant{unconfirmed->request}, Asking::From::retry, turn.now) : Effects{};
    }
    Effects operator()(const Finish&) const
    {
        if (flow.sheet != Sheet::none) {
            flow.sheet = Sheet::none;
            return {};
        }
        const bool ends = at<HoldingTicket>(flow) || at<Thanked>(flow) || at<SentToStaff>(flow) || has_taken(flow);
        return ends ? leave_step(flow, turn) : Effects{};
    }
    Effects operator()(const WantMoreTime&) const { return {}; } // handled before, with the question it answers

    Effects open(Sheet sheet) const
    {
        flow.sheet = sheet;
        flow.language_page = 0;
        return {};
    }
};

/// The question stays for good once it was answered `most_more_time` times: somebody else may want to come in.
void answer_still_there(Flow& flow, Ticks now)
{
    if (flow.more_times < timing::most_more_time) {
        ++flow.more_times;
        flow.idle_since.reset();
        flow.last_touch = now;
    }
}

Effects touched(Flow& flow, const Touch& touch, const Turn& turn)
{
    if (flow.idle_since && (std::holds_alternative<WantMoreTime>(touch) || std::holds_alternative<GoBack>(touch))) {
        answer_still_there(flow, turn.now);
        return {};
    }
    if (!flow.idle_since) {
        flow.last_touch = turn.now;
    }
    return std::visit(Touched{flow, turn}, touch);
}

/// Thanks for every counterfoil there can be, whether the hub knows it, and whether it is there at all. Somebody who
/// chooses what she came for goes on choosing.
Effects counterfoil_came_back(Flow& flow, const domain::CounterfoilCode& code, const Turn& turn)
{
    const bool is_on_her_way = at<ChoosingNeeds>(flow) || at<OfferedCard>(flow);
    Effects effects = is_on_her_way ? Effects{} : thank(flow, turn.now, Thanked::For::slip);
    effects.emplace_back(ReturnCounterfoil{turn.key, code});
    return effects;
}

Effects scanned(Flow& flow, const Scanned& scan, const Turn& turn)
{
    const bool takes_counterfoils = at<AtWelcome>(flow) || at<ShowingCard>(flow) || at<ChoosingNeeds>(flow) ||
                                    at<OfferedCard>(flow) || at<Thanked>(flow);
    if (const auto counterfoil = domain::CounterfoilCode::parse(scan.text); counterfoil && takes_counterfoils) {
        return counterfoil_came_back(flow, *counterfoil, turn);
    }
    if (at<ShowingCardToForget>(flow)) {
        return scanned_to_forget(flow, scan, turn);
    }
    const bool wanted =
        at<AtWelcome>(flow) || at<ShowingCard>(flow) || at<ChoosingNeeds>(flow) || at<OfferedCard>(flow);
    if (!wanted || scan.text.empty()) {
        return {};
    }
    flow.last_touch = turn.now;
    flow.idle_since.reset();
    flow.sheet = Sheet::none;
    const auto code = domain::CardCode::parse(scan.text);
    if (!code) {
        if (at<AtWelcome>(flow) || at<ShowingCard>(flow)) {
            flow.step = ShowingCard{ShowingCard::Scan::not_ours};
        }
        return {};
    }
    flow.card.emplace(*code);
    flow.card_origin = CardOrigin::brought;
    if (at<OfferedCard>(flow)) {
        return check_in(flow, Asking::From::card_offer, turn);
    }
    if (!at<ChoosingNeeds>(flow)) {
        flow.step = ChoosingNeeds{};
    }
    return {};
}

/// Whatever the visitor is looking at by now: the number is theirs, and what they wished for is no longer needed.
Effects checked_in(Flow& flow, const CheckedIn& answer, Ticks now)
{
    if (!flow.last_check_in || flow.last_check_in->key != answer.key) {
        return {};
    }
    flow.last_check_in.reset();
    flow.needs = {};
    if (flow.card_origin == CardOrigin::brought) {
        flow.card.reset();
    }
    flow.sheet = Sheet::none;
    flow.idle_since.reset();
    flow.last_touch = now;
    flow.step = HoldingTicket{answer.receipt, now};
    return {};
}

const AskCard* asked_card(const Flow& flow)
{
    if (const auto* asking = std::get_if<Asking>(&flow.step)) {
        return std::get_if<AskCard>(&asking->request);
    }
    if (const auto* unconfirmed = std::get_if<Unconfirmed>(&flow.step)) {
        return std::get_if<AskCard>(&unconfirmed->request);
    }
    return nullptr;
}

Effects card_made(Flow& flow, const CardMade& answer, const Turn& turn)
{
    const AskCard* asked = asked_card(flow);
    if (!asked || asked->key != answer.key || asked->token != answer.card.code().token()) {
        return {};
    }
    flow.card = answer.card;
    flow.card_origin = CardOrigin::made_here;
    return check_in(flow, Asking::From::card_offer, turn);
}

/// No card is no reason to go without a number. A refused check-in made no ticket, so another try is a new request.
Effects refused(Flow& flow, const Refused& answer, const Turn& turn)
{
    if (const AskCard* asked = asked_card(flow); asked && asked->key == answer.key) {
        return check_in(flow, Asking::From::card_offer, turn);
    }
    forgetting_refused(flow, answer, turn);
    if (flow.last_check_in && flow.last_check_in->key == answer.key) {
        if (at<Asking>(flow) || at<Unconfirmed>(flow)) {
            flow.last_check_in->key = turn.key;
            flow.step = Unconfirmed{*flow.last_check_in};
        } else {
            flow.last_check_in.reset();
        }
    }
    return {};
}

Effects alert_taken(Flow& flow, const AlertTaken& answer, Ticks now)
{
    for (auto* place : {&flow.help, &flow.person}) {
        if (*place && (*place)->key == answer.key) {
            (*place)->answer = Call::Answer::coming;
            (*place)->since = now;
        }
    }
    return {};
}

} // namespace

Effects handle(Flow& flow, const Event& event, const Turn& turn)
{
    struct Heard {
        Flow& flow;
        const Turn& turn;
        Effects operator()(const Touch& touch) const { return touched(flow, touch, turn); }
        Effects operator()(const Scanned& scan) const { return scanned(flow, scan, turn); }
        Effects operator()(const CheckedIn& answer) const { return checked_in(flow, answer, turn.now); }
        Effects operator()(const CardMade& answer) const { return card_made(flow, answer, turn); }
        Effects operator()(const AlertTaken& answer) const { return alert_taken(flow, answer, turn.now); }
        Effects operator()(const ForgettingTaken& answer) const { return forgetting_taken(flow, answer, turn.now); }
        Effects operator()(const Refused& answer) const { return refused(flow, answer, turn); }
        Effects operator()(const TimePassed&) const { return pass_time(flow, turn.now); }
    };
    return std::visit(Heard{flow, turn}, event);
}

bool is_fresh(const Flow& flow)
{
    return flow == Flow{};
}

} // namespace verandah::kiosk
