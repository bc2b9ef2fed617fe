// SPDX-License-Identifier: Apache-2.0
// One referral as it stands: what the entries about it in a visitor's file amount to.
#pragma once

#include "shared/domain/referral/provider.hpp"
#include "shared/domain/referral/referral.hpp"
#include "shared/domain/referral/referral_clock.hpp"
#include "shared/domain/refusal.hpp"

#include <expected>
#include <optional>

namespace verandah::domain {

struct Referral {
    ReferralId id;
    ReferralServiceCode service;
    ReferralDestination to;
    Escort escort;
    ReferralStatus status;
    Instant made_at;
    Instant since; ///< When it came into this status.
    std::optional<Instant> clock_from{};
    std::optional<ReferralGround> ground{};
    std::optional<CounterfoilHash> counterfoil{};
    std::optional<DeclineReason> declined{};
    std::optional<Evidence> evidence{}; ///< Who said so last.
    std::optional<CentreDay> booked_for{};
    std::optional<Welcome> welcome{};
    // When it first reached a stage of the cascade.
    std::optional<Instant> issued_at{};
    std::optional<Instant> accepted_at{};
    std::optional<Instant> attended_at{};
    std::optional<Instant> received_at{};
    friend bool operator==(const Referral&, const Referral&) = default;
};

/// Refuses with not_found a service or a provider that there is not (any more), or a provider who does not offer it;
/// with invalid_input an exposure that is to come, that is missing where the clock runs from it, or that is told where
/// it does not. Whether a service of the centre's own line exists is for the line to say.
[[nodiscard]] std::expected<void, Refusal> may_make(const ReferralMade& made, const ReferralClocks& clocks,
                                                    const ProviderDirectory& providers, Instant now);

/// Refuses with not_allowed a move that the table has not; with invalid_input one that lacks what it needs or has what
/// it does not: issuing needs consent or a recorded override, declining a reason, booking a day, and whoever says that
/// she attended or received has to be named.
[[nodiscard]] std::expected<void, Refusal> may_move(const Referral& referral, const ReferralMoved& moved);

/// Refuses with not_allowed feedback on what was neither attended nor received; and with conflict a second one.
[[nodiscard]] std::expected<void, Refusal> may_say(const Referral& referral, const FeedbackSeen& said);

[[nodiscard]] Referral begun(const ReferralMade& made, Instant at);
/// Total: what may not be moved so stays as it is.
void apply(Referral& referral, const ReferralMoved& moved, Instant at);
void apply(Referral& referral, const FeedbackSeen& said, Instant at);

} // namespace verandah::domain
