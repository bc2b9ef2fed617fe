// SPDX-License-Identifier: Apache-2.0
// Referrals as a visitor's file keeps them: made, moved, and how it was there. When and by whom stands in the entry.
#pragma once

#include "shared/domain/code.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/referral/counterfoil_hash.hpp"
#include "shared/domain/referral/referral_status.hpp"
#include "shared/domain/time.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <variant>

namespace verandah::domain {

using ReferralId = Id<struct ReferralTag>;                   ///< 1, 2, 3 … within one visitor's file.
using ReferralServiceCode = Code<struct ReferralServiceTag>; ///< What for: "art", "violence"; each has its clock.
using ProviderCode = Code<struct ProviderTag>;               ///< Of the centre's directory: an institution, no person.

/// Where to: a provider outside, or a service of this centre's own line (clinic → counsellor). Both go by one table.
using ReferralDestination = std::variant<ProviderCode, ServiceCode>;

enum class Escort { alone, accompanied };
inline constexpr std::array every_escort{Escort::alone, Escort::accompanied};

/// By what right it was issued: she agreed; or why it could not wait for that, which is a recorded override.
enum class ReferralGround { consent, danger_to_life, cannot_answer, child_at_risk };
inline constexpr std::array every_referral_ground{ReferralGround::consent, ReferralGround::danger_to_life,
                                                  ReferralGround::cannot_answer, ReferralGround::child_at_risk};

/// Why a provider would not.
enum class DeclineReason { full, not_offered_here, closed, cost, needs_document, refused_group, other };
inline constexpr std::array every_decline_reason{
    DeclineReason::full,           DeclineReason::not_offered_here, DeclineReason::closed, DeclineReason::cost,
    DeclineReason::needs_document, DeclineReason::refused_group,    DeclineReason::other};

/// Who said so.
enum class Evidence {
    counterfoil, ///< Its code came back to a kiosk or a console.
    phone,
    visitor,
    provider,
};
inline constexpr std::array every_evidence{Evidence::counterfoil, Evidence::phone, Evidence::visitor,
                                           Evidence::provider};

/// What has to be there before anything leaves the room.
struct ReferralIssue {
    ReferralGround ground;
    std::optional<CounterfoilHash> counterfoil{}; ///< Of the slip, when one is printed.
    friend bool operator==(const ReferralIssue&, const ReferralIssue&) = default;
};

struct ReferralMade {
    ReferralId referral;
    ReferralServiceCode service;
    ReferralDestination to;
    Escort escort;
    std::optional<Instant> clock_from{};   ///< An exposure; without it the clock runs from the issue.
    std::optional<ReferralIssue> issued{}; ///< With the same stroke; without it this is a draft.
    friend bool operator==(const ReferralMade&, const ReferralMade&) = default;
};

struct ReferralMoved {
    ReferralId referral;
    ReferralEvent event;
    std::optional<ReferralIssue> issue{};    ///< With `issue`, and only with it.
    std::optional<DeclineReason> declined{}; ///< With `decline`, and only with it.
    std::optional<Evidence> evidence{};      ///< Who said so: with `attend` and `receive` always.
    std::optional<CentreDay> booked_for{};   ///< With `book`, and only with it.
    friend bool operator==(const ReferralMoved&, const ReferralMoved&) = default;
};

/// How she was received there, in her own judgement.
enum class Welcome { friendly, neither, unfriendly };
inline constexpr std::array every_welcome{Welcome::friendly, Welcome::neither, Welcome::unfriendly};

/// She said how it was; the directory's quality is counted from these. Closes the referral when it was received.
struct FeedbackSeen {
    ReferralId referral;
    Welcome welcome;
    friend bool operator==(const FeedbackSeen&, const FeedbackSeen&) = default;
};

/// The permanent words, on disk and on the wire.
[[nodiscard]] std::string_view word(Escort escort);
[[nodiscard]] std::optional<Escort> escort_from(std::string_view word);
[[nodiscard]] std::string_view word(ReferralGround ground);
[[nodiscard]] std::optional<ReferralGround> referral_ground_from(std::string_view word);
[[nodiscard]] std::string_view word(DeclineReason reason);
[[nodiscard]] std::optional<DeclineReason> decline_reason_from(std::string_view word);
[[nodiscard]] std::string_view word(Evidence evidence);
[[nodiscard]] std::optional<Evidence> evidence_from(std::string_view word);
[[nodiscard]] std::string_view word(Welcome welcome);
[[nodiscard]] std::optional<Welcome> welcome_from(std::string_view word);

} // namespace verandah::domain
