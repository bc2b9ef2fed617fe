// SPDX-License-Identifier: Apache-2.0
// Which referral to see to first, and how many of them reach their end.
#pragma once

#include "shared/domain/referral/referral_story.hpp"

#include <chrono>
#include <compare>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace verandah::domain {

/// How its clock stands, most pressing first.
enum class Pressing {
    overdue,
    near, ///< Less than a quarter of its time is left.
    in_time,
    over, ///< Nobody has to see to it any more.
};
inline constexpr std::array every_pressing{Pressing::overdue, Pressing::near, Pressing::in_time, Pressing::over};
[[nodiscard]] std::string_view word(Pressing pressing); ///< Permanent: on the wire.
[[nodiscard]] std::optional<Pressing> pressing_from(std::string_view word);

struct ReferralAge {
    Pressing pressing;
    std::optional<Instant> until{}; ///< When its time is over; a draft's, and one of no known service, never is.
    Instant since;                  ///< When it came into its status.

    /// Overdue before near before in time, and of those what ends earlier first; what is over comes last, the newest
    /// first.
    friend std::strong_ordering operator<=>(const ReferralAge& one, const ReferralAge& other);
    friend bool operator==(const ReferralAge&, const ReferralAge&) = default;
};

/// `clocks` may lack the service: the file has changed since.
[[nodiscard]] ReferralAge age_of(const Referral& referral, const ReferralClocks& clocks, Instant now);

/// issued → accepted → attended → received (field.md §6). Who reached a later stage counts in the ones before, since a
/// slip of paper that comes back says nothing of what went before.
struct ReferralCascade {
    struct Stage {
        std::size_t reached{0};
        std::optional<std::chrono::minutes> median{}; ///< From issue, of those whose time is known.
        friend bool operator==(const Stage&, const Stage&) = default;
    };
    std::size_t issued{0};
    Stage accepted{}, attended{}, received{};
    friend bool operator==(const ReferralCascade&, const ReferralCascade&) = default;
};
/// Over all that are given; drafts do not count. O(n log n).
[[nodiscard]] ReferralCascade cascade_of(std::span<const Referral> referrals);

/// How many of the issued got what they went for within so many days of issue: 7, 30 and 90 for HIV+ to ART.
[[nodiscard]] std::size_t received_within(std::span<const Referral> referrals, std::chrono::days days);

/// For a service whose clock names spans that are reported.
struct ReferralReport {
    struct Span {
        std::chrono::days days;
        std::size_t received;
        friend bool operator==(const Span&, const Span&) = default;
    };
    ReferralServiceCode service;
    std::size_t issued{0};
    std::vector<Span> spans{};
    friend bool operator==(const ReferralReport&, const ReferralReport&) = default;
};
/// One for each such service of which something was issued, in the order of the clocks.
[[nodiscard]] std::vector<ReferralReport> reports_of(std::span<const Referral> referrals, const ReferralClocks& clocks);

/// What visitors said of a provider, in the referrals there are.
struct ProviderQuality {
    std::size_t friendly{0}, neither{0}, unfriendly{0};
    friend bool operator==(const ProviderQuality&, const ProviderQuality&) = default;
};
[[nodiscard]] ProviderQuality quality_of(ProviderCode provider, std::span<const Referral> referrals);

/// What most said; nullopt below this many answers, since one bad day is no verdict and few answers point at people.
inline constexpr std::size_t fewest_answers = 5;
[[nodiscard]] std::optional<Welcome> verdict(const ProviderQuality& quality);

} // namespace verandah::domain
