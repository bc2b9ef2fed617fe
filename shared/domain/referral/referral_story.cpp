// SPDX-License-Identifier: Apache-2.0
// A referral's moves, asked and applied.
#include "shared/domain/referral/referral_story.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {
namespace {

using enum Refusal::Why;

void issue(Referral& referral, const ReferralIssue& issue, Instant at)
{
    referral.ground = issue.ground;
    referral.counterfoil = issue.counterfoil;
    referral.issued_at = at;
}

/// Times are those of the first arrival at a stage: word that comes twice does not make her later.
void note_stage(Referral& referral, Instant at)
{
    const auto first = [&](std::optional<Instant>& stage) { stage = stage.value_or(at); };
    switch (referral.status) {
    case ReferralStatus::accepted:
    case ReferralStatus::booked: first(referral.accepted_at); break;
    case ReferralStatus::attended: first(referral.attended_at); break;
    case ReferralStatus::received: first(referral.received_at); break;
    case ReferralStatus::draft:
    case ReferralStatus::issued:
    case ReferralStatus::sent:
    case ReferralStatus::acknowledged:
    case ReferralStatus::declined:
    case ReferralStatus::closed:
    case ReferralStatus::no_show:
    case ReferralStatus::tracing_1:
    case ReferralStatus::tracing_2:
    case ReferralStatus::tracing_3:
    case ReferralStatus::lost:
    case ReferralStatus::cancelled:
    case ReferralStatus::revoked:
    case ReferralStatus::expired: break;
    }
}

std::expected<void, Refusal> may_go_to(const ReferralMade& made, const ProviderDirectory& providers)
{
    const auto* const code = std::get_if<ProviderCode>(&made.to);
    if (code == nullptr) {
        return {};
    }
    const auto* const provider = providers.find(*code);
    if (provider == nullptr) {
        return refuse(not_found, "the directory has no such provider");
    }
    if (std::ranges::count(provider->services, made.service) == 0) {
        return refuse(not_found, "the provider does not offer this");
    }
    return {};
}

bool is_with(ReferralEvent event, ReferralEvent owner, bool there)
{
    return (event == owner) == there;
}

} // namespace

std::expected<void, Refusal> may_make(const ReferralMade& made, const ReferralClocks& clocks,
                                      const ProviderDirectory& providers, Instant now)
{
    const auto* const service = clocks.find(made.service);
    if (service == nullptr) {
        return refuse(not_found, "nobody is referred for that here");
    }
    if ((service->runs == ReferralService::Runs::from_exposure) != made.clock_from.has_value()) {
        return refuse(invalid_input, "an exposure is told where the clock runs from one, and nowhere else");
    }
    if (made.clock_from && *made.clock_from > now) {
        return refuse(invalid_input, "an exposure is in the past");
    }
    return may_go_to(made, providers);
}

std::expected<void, Refusal> may_move(const Referral& referral, const ReferralMoved& moved)
{
    if (const auto next = advance(referral.status, moved.event); !next) {
        return std::unexpected{next.error()};
    }
    if (!is_with(moved.event, ReferralEvent::issue, moved.issue.has_value())) {
        return refuse(invalid_input, "consent or an override is recorded when a referral is issued, and only then");
    }
    if (!is_with(moved.event, ReferralEvent::decline, moved.declined.has_value())) {
        return refuse(invalid_input, "a reason is told when a referral is declined, and only then");
    }
    if (!is_with(moved.event, ReferralEvent::book, moved.booked_for.has_value()) ||
        (moved.booked_for && !moved.booked_for->ok())) {
        return refuse(invalid_input, "a day is told when a referral is booked, and only then");
    }
    const bool closes = moved.event == ReferralEvent::attend || moved.event == ReferralEvent::receive;
    if (closes && !moved.evidence) {
        return refuse(invalid_input, "who said that she was there has to be told");
    }
    return {};
}

std::expected<void, Refusal> may_say(const Referral& referral, const FeedbackSeen& /*said*/)
{
    if (!referral.attended_at && !referral.received_at) {
        return refuse(not_allowed, "she was not there");
    }
    if (referral.welcome) {
        return refuse(conflict, "she has said how it was");
    }
    return {};
}

Referral begun(const ReferralMade& made, Instant at)
{
    Referral referral{.id = made.referral,
                      .service = made.service,
                      .to = made.to,
                      .escort = made.escort,
                      .status = made.issued ? ReferralStatus::issued : ReferralStatus::draft,
                      .made_at = at,
                      .since = at,
                      .clock_from = made.clock_from};
    if (made.issued) {
        issue(referral, *made.issued, at);
    }
    return referral;
}

void apply(Referral& referral, const ReferralMoved& moved, Instant at)
{
    if (!may_move(referral, moved)) {
        return;
    }
    referral.status = advance(referral.status, moved.event).value();
    referral.since = at;
    referral.evidence = moved.evidence ? moved.evidence : referral.evidence;
    referral.declined = moved.declined;
    referral.booked_for = moved.booked_for ? moved.booked_for : referral.booked_for;
    if (moved.issue) {
        issue(referral, *moved.issue, at);
    }
    note_stage(referral, at);
}

void apply(Referral& referral, const FeedbackSeen& said, Instant at)
{
    if (!may_say(referral, said)) {
        return;
    }
    referral.welcome = said.welcome;
    if (const auto closed = advance(referral.status, ReferralEvent::close)) {
        referral.status = *closed;
        referral.since = at;
    }
}

} // namespace verandah::domain
