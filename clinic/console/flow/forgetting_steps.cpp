// SPDX-License-Identifier: Apache-2.0
// From asking to forgotten, step by step.
#include "clinic/console/flow/forgetting_steps.hpp"

#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/session_acts.hpp"
#include "clinic/console/flow/session_steps.hpp"
#include "shared/domain/card/card_code.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

bool may_forget(const Console& console)
{
    return may(console, domain::Right::visitor_forget) && door(console) == Door::open;
}

const wire::ForgettingRequest* find_request(const Console& console, domain::ForgettingRequestId id)
{
    const auto& all = console.forgetting.asked.requests;
    const auto found = std::ranges::find(all, id, &wire::ForgettingRequest::request);
    return found == all.end() ? nullptr : &*found;
}

struct ForgettingHandler {
    Console& console;
    std::optional<ForgettingStep>& sheet{console.forgetting.sheet};

    template <class Step>
    Step* at()
    {
        return sheet ? std::get_if<Step>(&*sheet) : nullptr;
    }

    Effects operator()(const OpenForgettingRequest& wish)
    {
        const auto* request = find_request(console, wish.request);
        if (may_forget(console) && request != nullptr && !sheet) {
            sheet = ConsiderForgetting{*request};
        }
        return {};
    }
    Effects operator()(const AskForCard&)
    {
        if (may_forget(console) && !at<ForgettingUnderWay>()) {
            sheet = ScanCard{};
        }
        return {};
    }
    Effects operator()(const TypeCard& wish)
    {
        if (auto* scan = at<ScanCard>()) {
            *scan = ScanCard{wish.typed};
        }
        return {};
    }
    Effects operator()(const ReadCard& wish)
    {
        if (at<ScanCard>() == nullptr || wish.typed.empty()) {
            return {};
        }
        if (domain::CardCode::parse(wish.typed.view())) {
            sheet = ConsiderForgetting{WhomToForget{wish.typed}};
        } else {
            sheet = ScanCard{.read = ScanCard::Read::not_a_card};
        }
        return {};
    }
    Effects operator()(const TurnAgreed&)
    {
        if (auto* consider = at<ConsiderForgetting>()) {
            using enum ConsiderForgetting::Agreed;
            consider->agreed = consider->agreed == yes ? not_yet : yes;
        }
        return {};
    }
    Effects operator()(const ForgetNow&)
    {
        const auto* consider = at<ConsiderForgetting>();
        if (consider == nullptr || consider->agreed != ConsiderForgetting::Agreed::yes || console.link != Link::live ||
            console.session.under_way) {
            return {};
        }
        auto errand = forget_errand(consider->whom);
        sheet = ForgettingUnderWay{};
        return run(console, std::move(errand));
    }
    Effects operator()(const DeclineForgetting&)
    {
        const auto* consider = at<ConsiderForgetting>();
        if (consider == nullptr || console.link != Link::live || console.session.under_way) {
            return {};
        }
        const auto* request = std::get_if<wire::ForgettingRequest>(&consider->whom);
        auto effects = request == nullptr ? Effects{} : run(console, decline_forgetting_errand(request->request));
        sheet.reset();
        return effects;
    }
    Effects operator()(const CloseForgetting&)
    {
        if (!at<ForgettingUnderWay>()) {
            sheet.reset();
            ask_what_is_needed(console);
        }
        return {};
    }

    Effects operator()(const ForgettingRequestsCame& event)
    {
        if (!may(console, domain::Right::visitor_forget)) {
            return {};
        }
        console.forgetting.asked = event.view;
        const auto* consider = at<ConsiderForgetting>();
        const auto* request = consider ? std::get_if<wire::ForgettingRequest>(&consider->whom) : nullptr;
        if (request != nullptr && find_request(console, request->request) == nullptr) {
            sheet = ForgettingFailed{ForgettingTrouble::gone};
        }
        return {};
    }
    Effects operator()(const ForgettingRequestsChanged&) const
    {
        return may(console, domain::Right::visitor_forget) ? Effects{FetchForgettingRequests{}} : Effects{};
    }
};

/// The sheet may be gone: somebody else stands here now, or the console has dozed off.
void show(Console& console, const ForgettingStep& step)
{
    if (console.forgetting.sheet && std::holds_alternative<ForgettingUnderWay>(*console.forgetting.sheet)) {
        console.forgetting.sheet = step;
    }
}

ForgettingTrouble trouble_of(domain::Refusal::Why why)
{
    using enum domain::Refusal::Why;
    switch (why) {
    case not_found:
    case not_open: return ForgettingTrouble::gone;
    case not_allowed: return ForgettingTrouble::not_allowed;
    case conflict:
    case invalid_input: return ForgettingTrouble::not_now;
    }
    std::unreachable();
}

} // namespace

std::vector<Effect> handle_forgetting_wish(Console& console, const ForgettingWish& wish)
{
    return std::visit(ForgettingHandler{console}, wish);
}

std::vector<Effect> handle_forgetting(Console& console, const ForgettingHappening& happening)
{
    return std::visit(ForgettingHandler{console}, happening);
}

std::vector<Effect> forgetting_done(Console& console, const ErrandDone& event)
{
    console.session.under_way.reset();
    if (event.errand != Errand::decline_forgetting) {
        const auto receipt = wire::decode_forgetting_receipt(event.body.view());
        show(console, receipt ? ForgettingStep{ForgettingDone{receipt->outcome}}
                              : ForgettingStep{ForgettingFailed{ForgettingTrouble::unknown}});
    }
    return {FetchForgettingRequests{}};
}

std::vector<Effect> forgetting_refused(Console& console, const ErrandRefused& event)
{
    console.session.under_way.reset();
    show(console, ForgettingFailed{trouble_of(event.why)});
    Effects effects{FetchForgettingRequests{}};
    if (event.why == domain::Refusal::Why::not_allowed || event.why == domain::Refusal::Why::conflict) {
        effects.emplace_back(FetchSession{}); // the hub may be locked, or she signed out
    }
    return effects;
}

std::vector<Effect> forgetting_lost(Console& console, const ErrandLost&)
{
    console.session.under_way.reset();
    show(console, ForgettingFailed{ForgettingTrouble::unknown});
    return {FetchForgettingRequests{}, FetchSession{}};
}

} // namespace verandah::console
