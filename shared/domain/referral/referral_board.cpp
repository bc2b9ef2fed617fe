// SPDX-License-Identifier: Apache-2.0
// Ages, order, the cascade and what visitors said.
#include "shared/domain/referral/referral_board.hpp"

#include "shared/domain/permanent_word.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

namespace verandah::domain {
namespace {

using std::chrono::minutes;

/// The middle one; of an even number, the middle of the two in the middle.
std::optional<minutes> median_of(std::vector<minutes> times)
{
    if (times.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(times);
    const auto middle = times.size() / 2;
    return times.size() % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
}

minutes between(Instant from, Instant to)
{
    return std::chrono::floor<minutes>(std::max(to - from, std::chrono::milliseconds{0}));
}

using Time = std::optional<Instant> Referral::*;

ReferralCascade::Stage stage_of(std::span<const Referral> referrals, Time stage, std::span<const Time> later)
{
    ReferralCascade::Stage reached;
    std::vector<minutes> times;
    for (const auto& referral : referrals) {
        if (!referral.issued_at) {
            continue;
        }
        if (referral.*stage) {
            times.push_back(between(*referral.issued_at, *(referral.*stage)));
        }
        const bool further = std::ranges::any_of(later, [&](Time each) { return (referral.*each).has_value(); });
        reached.reached += referral.*stage || further ? 1U : 0U;
    }
    reached.median = median_of(std::move(times));
    return reached;
}

Pressing pressing_of(Instant from, Instant until, Instant now)
{
    if (now >= until) {
        return Pressing::overdue;
    }
    return (until - now) * 4 < until - from ? Pressing::near : Pressing::in_time;
}

} // namespace

std::strong_ordering operator<=>(const ReferralAge& one, const ReferralAge& other)
{
    if (const auto by_pressing = one.pressing <=> other.pressing; by_pressing != 0) {
        return by_pressing;
    }
    if (one.pressing == Pressing::over) {
        return other.since <=> one.since;
    }
    const auto end = [](const ReferralAge& age) { return age.until.value_or(Instant::max()); };
    if (const auto by_end = end(one) <=> end(other); by_end != 0) {
        return by_end;
    }
    return one.since <=> other.since;
}

ReferralAge age_of(const Referral& referral, const ReferralClocks& clocks, Instant now)
{
    const auto* const service = clocks.find(referral.service);
    const auto from = referral.clock_from ? referral.clock_from : referral.issued_at;
    ReferralAge age{.pressing = Pressing::in_time, .since = referral.since};
    if (service != nullptr && from) {
        age.until = *from + service->within;
    }
    if (!is_open(referral.status)) {
        age.pressing = Pressing::over;
    } else if (age.until) {
        age.pressing = pressing_of(*from, *age.until, now);
    }
    return age;
}

ReferralCascade cascade_of(std::span<const Referral> referrals)
{
    static constexpr std::array<Time, 2> after_accepted{&Referral::attended_at, &Referral::received_at};
    static constexpr std::array<Time, 1> after_attended{&Referral::received_at};
    ReferralCascade cascade;
    cascade.issued = static_cast<std::size_t>(
        std::ranges::count_if(referrals, [](const Referral& each) { return each.issued_at.has_value(); }));
    cascade.accepted = stage_of(referrals, &Referral::accepted_at, after_accepted);
    cascade.attended = stage_of(referrals, &Referral::attended_at, after_attended);
    cascade.received = stage_of(referrals, &Referral::received_at, {});
    return cascade;
}

std::size_t received_within(std::span<const Referral> referrals, std::chrono::days days)
{
    return static_cast<std::size_t>(std::ranges::count_if(referrals, [&](const Referral& each) {
        return each.issued_at && each.received_at && *each.received_at - *each.issued_at <= days;
    }));
}

std::vector<ReferralReport> reports_of(std::span<const Referral> referrals, const ReferralClocks& clocks)
{
    std::vector<ReferralReport> reports;
    for (const auto& service : clocks.services) {
        std::vector<Referral> issued;
        if (!service.reported_at_days.empty()) {
            std::ranges::copy_if(referrals, std::back_inserter(issued), [&](const Referral& each) {
                return each.service == service.code && each.issued_at.has_value();
            });
        }
        if (issued.empty()) {
            continue;
        }
        ReferralReport report{.service = service.code, .issued = issued.size()};
        for (const int days : service.reported_at_days) {
            report.spans.push_back({std::chrono::days{days}, received_within(issued, std::chrono::days{days})});
        }
        reports.push_back(std::move(report));
    }
    return reports;
}

ProviderQuality quality_of(ProviderCode provider, std::span<const Referral> referrals)
{
    ProviderQuality quality;
    for (const auto& referral : referrals) {
        if (referral.welcome && referral.to == ReferralDestination{provider}) {
            auto& answers = *referral.welcome == Welcome::friendly  ? quality.friendly
                            : *referral.welcome == Welcome::neither ? quality.neither
                                                                    : quality.unfriendly;
            ++answers;
        }
    }
    return quality;
}

std::optional<Welcome> verdict(const ProviderQuality& quality)
{
    if (quality.friendly + quality.neither + quality.unfriendly < fewest_answers) {
        return std::nullopt;
    }
    if (quality.friendly > quality.neither + quality.unfriendly) {
        return Welcome::friendly;
    }
    return quality.unfriendly > quality.neither + quality.friendly ? Welcome::unfriendly : Welcome::neither;
}

// Permanent: on the wire.
std::string_view word(Pressing pressing)
{
    switch (pressing) {
    case Pressing::overdue: return "overdue";
    case Pressing::near: return "near";
    case Pressing::in_time: return "in_time";
    case Pressing::over: return "over";
    }
    std::unreachable();
}

std::optional<Pressing> pressing_from(std::string_view text)
{
    return with_word(every_pressing, text);
}

} // namespace verandah::domain
