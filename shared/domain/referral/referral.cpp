// SPDX-License-Identifier: Apache-2.0
// The permanent words within referrals.
#include "shared/domain/referral/referral.hpp"

#include "shared/domain/permanent_word.hpp"

#include <utility>

namespace verandah::domain {

// Permanent: on disk and on the wire.
std::string_view word(Escort escort)
{
    switch (escort) {
    case Escort::alone: return "alone";
    case Escort::accompanied: return "accompanied";
    }
    std::unreachable();
}

std::optional<Escort> escort_from(std::string_view text)
{
    return with_word(every_escort, text);
}

std::string_view word(ReferralGround ground)
{
    switch (ground) {
    case ReferralGround::consent: return "consent";
    case ReferralGround::danger_to_life: return "danger_to_life";
    case ReferralGround::cannot_answer: return "cannot_answer";
    case ReferralGround::child_at_risk: return "child_at_risk";
    }
    std::unreachable();
}

std::optional<ReferralGround> referral_ground_from(std::string_view text)
{
    return with_word(every_referral_ground, text);
}

std::string_view word(DeclineReason reason)
{
    switch (reason) {
    case DeclineReason::full: return "full";
    case DeclineReason::not_offered_here: return "not_offered_here";
    case DeclineReason::closed: return "closed";
    case DeclineReason::cost: return "cost";
    case DeclineReason::needs_document: return "needs_document";
    case DeclineReason::refused_group: return "refused_group";
    case DeclineReason::other: return "other";
    }
    std::unreachable();
}

std::optional<DeclineReason> decline_reason_from(std::string_view text)
{
    return with_word(every_decline_reason, text);
}

std::string_view word(Evidence evidence)
{
    switch (evidence) {
    case Evidence::counterfoil: return "counterfoil";
    case Evidence::phone: return "phone";
    case Evidence::visitor: return "visitor";
    case Evidence::provider: return "provider";
    }
    std::unreachable();
}

std::optional<Evidence> evidence_from(std::string_view text)
{
    return with_word(every_evidence, text);
}

std::string_view word(Welcome welcome)
{
    switch (welcome) {
    case Welcome::friendly: return "friendly";
    case Welcome::neither: return "neither";
    case Welcome::unfriendly: return "unfriendly";
    }
    std::unreachable();
}

std::optional<Welcome> welcome_from(std::string_view text)
{
    return with_word(every_welcome, text);
}

} // namespace verandah::domain
