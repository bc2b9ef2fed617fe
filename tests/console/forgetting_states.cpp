// SPDX-License-Identifier: Apache-2.0
// Each state is reached by what really happens, never by setting a field.
#include "forgetting_states.hpp"

#include "sample.hpp"
#include "shared/domain/card/card_code.hpp"

#include <variant>

namespace verandah::test {

namespace {

using namespace console;
using Outcome = wire::ForgettingReceipt::Outcome;

Console after(Console console, const std::vector<Happening>& happenings)
{
    for (const auto& happening : happenings) {
        static_cast<void>(handle(console, happening, sample_now));
    }
    return console;
}

Console asked(int count, const wire::SessionView& session = signed_in(domain::Role::reception))
{
    return after(console_with(busy_line(), session),
                 {ForgettingHappening{ForgettingRequestsCame{asked_to_forget(count)}}});
}

Happening wish(const ForgettingWish& what)
{
    return Wish{what};
}

Happening answered(Outcome outcome)
{
    return SessionHappening{
        ErrandDone{Errand::carry_out_forgetting, files::SecretText{wire::encode(wire::ForgettingReceipt{outcome})}}};
}

Happening refused(domain::Refusal::Why why)
{
    return SessionHappening{ErrandRefused{Errand::carry_out_forgetting, why}};
}

} // namespace

wire::ForgettingRequestsView asked_to_forget(int count)
{
    wire::ForgettingRequestsView view;
    for (int each = 1; each <= count; ++each) {
        view.requests.push_back({domain::ForgettingRequestId{each}, "kiosk-" + std::to_string(each),
                                 sample_now - std::chrono::minutes{4} + std::chrono::seconds{each}});
    }
    return view;
}

std::string scanned_card()
{
    domain::CardCode::Token token{};
    token.fill(std::byte{0x5A});
    return domain::CardCode{token, {}}.text();
}

std::vector<std::pair<std::string, Console>> every_forgetting_state()
{
    using enum domain::Refusal::Why;
    const auto band = asked(1);
    const auto request = asked_to_forget(1).requests.front().request;
    const auto opened = after(band, {wish(OpenForgettingRequest{request})});
    const auto agreed = after(opened, {wish(TurnAgreed{})});
    const auto under_way = after(agreed, {wish(ForgetNow{})});
    const auto scan = after(band, {Wish{SessionWish{AskMenu{}}}, Wish{ChooseOption{0, 2}}});
    const auto typed = after(scan, {wish(TypeCard{files::SecretText{scanned_card()}})});
    return {{"asked", band},
            {"asked-many", asked(12)},
            {"menu", after(band, {Wish{SessionWish{AskMenu{}}}})},
            {"scan", scan},
            {"scan-typed", typed},
            {"scan-wrong", after(scan, {wish(ReadCard{files::SecretText{"somewhere.example"}})})},
            {"by-card", after(typed, {wish(ReadCard{files::SecretText{scanned_card()}})})},
            {"by-request", opened},
            {"agreed", agreed},
            {"away", after(agreed, {LinkWent{Link::reconnecting}})},
            {"under-way", under_way},
            {"forgotten", after(under_way, {answered(Outcome::forgotten)})},
            {"nothing-kept", after(under_way, {answered(Outcome::nothing_kept)})},
            {"gone", after(under_way, {refused(not_found)})},
            {"locked", after(under_way, {refused(conflict)})},
            {"not-allowed", after(under_way, {refused(not_allowed)})},
            {"unknown", after(under_way, {SessionHappening{ErrandLost{Errand::carry_out_forgetting}}})}};
}

} // namespace verandah::test
