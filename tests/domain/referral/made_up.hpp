// SPDX-License-Identifier: Apache-2.0
// Referrals, clocks and a provider by hand.
#pragma once

#include "shared/domain/referral/referral_board.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace verandah::test::referrals {

using namespace domain;
using namespace std::chrono_literals;

inline const auto art = ReferralServiceCode::make("art").value();
inline const auto pep = ReferralServiceCode::make("pep").value();
inline const auto talk = ReferralServiceCode::make("counselling").value();
inline const auto hospital = ProviderCode::make("hospital").value();
inline constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 10} + 12h};

[[nodiscard]] inline ReferralClocks clocks()
{
    using Runs = ReferralService::Runs;
    return {.about = {{"made_up", 1}, "made up"},
            .services = {
                {.code = art, .label = {}, .slip = {}, .within = 168h, .source = "made up"},
                {.code = pep, .label = {}, .slip = {}, .within = 72h, .runs = Runs::from_exposure, .source = "made up"},
                {.code = talk, .label = {}, .slip = {}, .within = 336h, .source = "made up"}}};
}

[[nodiscard]] inline ProviderDirectory directory()
{
    return {{{.code = hospital,
              .name = "A hospital",
              .address = "A street",
              .services = {art, pep},
              .last_checked = std::chrono::year{2026} / 1 / 31}}};
}

[[nodiscard]] inline ReferralMade made(ReferralServiceCode service = art)
{
    return {.referral = ReferralId{1}, .service = service, .to = hospital, .escort = Escort::alone};
}

[[nodiscard]] inline ReferralMade issued(ReferralServiceCode service = art)
{
    auto with_consent = made(service);
    with_consent.issued = ReferralIssue{ReferralGround::consent};
    return with_consent;
}

[[nodiscard]] inline ReferralMoved moved(ReferralEvent event)
{
    ReferralMoved move{.referral = ReferralId{1}, .event = event};
    switch (event) {
    case ReferralEvent::issue: move.issue = ReferralIssue{ReferralGround::consent}; break;
    case ReferralEvent::decline: move.declined = DeclineReason::full; break;
    case ReferralEvent::book: move.booked_for = std::chrono::year{2026} / 3 / 20; break;
    case ReferralEvent::attend:
    case ReferralEvent::receive: move.evidence = Evidence::visitor; break;
    case ReferralEvent::send:
    case ReferralEvent::acknowledge:
    case ReferralEvent::accept:
    case ReferralEvent::close:
    case ReferralEvent::miss:
    case ReferralEvent::trace:
    case ReferralEvent::lose:
    case ReferralEvent::cancel:
    case ReferralEvent::revoke:
    case ReferralEvent::expire: break;
    }
    return move;
}

/// Issued at noon, and moved so many hours after that.
[[nodiscard]] inline Referral story(std::vector<std::pair<ReferralEvent, std::chrono::hours>> moves,
                                    ReferralServiceCode service = art)
{
    auto referral = begun(issued(service), noon);
    for (const auto& [event, later] : moves) {
        apply(referral, moved(event), noon + later);
    }
    return referral;
}

} // namespace verandah::test::referrals
