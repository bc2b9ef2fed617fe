// SPDX-License-Identifier: Apache-2.0
// The table of a referral, asked; and its permanent words.
#include "shared/domain/referral/referral_status.hpp"

#include "shared/domain/permanent_word.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

std::expected<ReferralStatus, Refusal> advance(ReferralStatus now, ReferralEvent event)
{
    const auto* const move = std::ranges::find_if(
        referral_moves, [&](const ReferralMove& row) { return row.from == now && row.event == event; });
    if (move == referral_moves.end()) {
        return refuse(Refusal::Why::not_allowed, "a referral makes no such move from where it stands");
    }
    return move->to;
}

bool is_open(ReferralStatus status)
{
    switch (status) {
    case ReferralStatus::draft:
    case ReferralStatus::issued:
    case ReferralStatus::sent:
    case ReferralStatus::acknowledged:
    case ReferralStatus::accepted:
    case ReferralStatus::booked:
    case ReferralStatus::attended:
    case ReferralStatus::no_show:
    case ReferralStatus::tracing_1:
    case ReferralStatus::tracing_2:
    case ReferralStatus::tracing_3: return true;
    case ReferralStatus::declined:
    case ReferralStatus::received:
    case ReferralStatus::closed:
    case ReferralStatus::lost:
    case ReferralStatus::cancelled:
    case ReferralStatus::revoked:
    case ReferralStatus::expired: return false;
    }
    std::unreachable();
}

// field.md §6. It names nothing for no-show, tracing and expired: the first two wait for word, the last came to
// nothing.
std::string_view fhir_task_status(ReferralStatus status)
{
    switch (status) {
    case ReferralStatus::draft: return "draft";
    case ReferralStatus::issued:
    case ReferralStatus::sent: return "requested";
    case ReferralStatus::acknowledged: return "received";
    case ReferralStatus::accepted:
    case ReferralStatus::booked: return "accepted";
    case ReferralStatus::declined: return "rejected";
    case ReferralStatus::attended: return "in-progress";
    case ReferralStatus::received:
    case ReferralStatus::closed: return "completed";
    case ReferralStatus::no_show:
    case ReferralStatus::tracing_1:
    case ReferralStatus::tracing_2:
    case ReferralStatus::tracing_3: return "on-hold";
    case ReferralStatus::lost:
    case ReferralStatus::expired: return "failed";
    case ReferralStatus::cancelled:
    case ReferralStatus::revoked: return "cancelled";
    }
    std::unreachable();
}

ReferralPhase phase_of(ReferralStatus status)
{
    switch (status) {
    case ReferralStatus::draft:
    case ReferralStatus::issued:
    case ReferralStatus::sent:
    case ReferralStatus::acknowledged: return ReferralPhase::waiting;
    case ReferralStatus::accepted:
    case ReferralStatus::booked:
    case ReferralStatus::attended: return ReferralPhase::on_her_way;
    case ReferralStatus::no_show:
    case ReferralStatus::tracing_1:
    case ReferralStatus::tracing_2:
    case ReferralStatus::tracing_3: return ReferralPhase::traced;
    case ReferralStatus::expired: return ReferralPhase::run_out;
    case ReferralStatus::declined:
    case ReferralStatus::received:
    case ReferralStatus::closed:
    case ReferralStatus::lost:
    case ReferralStatus::cancelled:
    case ReferralStatus::revoked: return ReferralPhase::ended;
    }
    std::unreachable();
}

// Permanent: on disk and on the wire.
std::string_view word(ReferralStatus status)
{
    switch (status) {
    case ReferralStatus::draft: return "draft";
    case ReferralStatus::issued: return "issued";
    case ReferralStatus::sent: return "sent";
    case ReferralStatus::acknowledged: return "acknowledged";
    case ReferralStatus::accepted: return "accepted";
    case ReferralStatus::declined: return "declined";
    case ReferralStatus::booked: return "booked";
    case ReferralStatus::attended: return "attended";
    case ReferralStatus::received: return "received";
    case ReferralStatus::closed: return "closed";
    case ReferralStatus::no_show: return "no_show";
    case ReferralStatus::tracing_1: return "tracing_1";
    case ReferralStatus::tracing_2: return "tracing_2";
    case ReferralStatus::tracing_3: return "tracing_3";
    case ReferralStatus::lost: return "lost";
    case ReferralStatus::cancelled: return "cancelled";
    case ReferralStatus::revoked: return "revoked";
    case ReferralStatus::expired: return "expired";
    }
    std::unreachable();
}

std::optional<ReferralStatus> referral_status_from(std::string_view text)
{
    return with_word(every_referral_status, text);
}

std::string_view word(ReferralEvent event)
{
    switch (event) {
    case ReferralEvent::issue: return "issue";
    case ReferralEvent::send: return "send";
    case ReferralEvent::acknowledge: return "acknowledge";
    case ReferralEvent::accept: return "accept";
    case ReferralEvent::decline: return "decline";
    case ReferralEvent::book: return "book";
    case ReferralEvent::attend: return "attend";
    case ReferralEvent::receive: return "receive";
    case ReferralEvent::close: return "close";
    case ReferralEvent::miss: return "miss";
    case ReferralEvent::trace: return "trace";
    case ReferralEvent::lose: return "lose";
    case ReferralEvent::cancel: return "cancel";
    case ReferralEvent::revoke: return "revoke";
    case ReferralEvent::expire: return "expire";
    }
    std::unreachable();
}

std::optional<ReferralEvent> referral_event_from(std::string_view text)
{
    return with_word(every_referral_event, text);
}

std::string_view word(ReferralPhase phase)
{
    switch (phase) {
    case ReferralPhase::waiting: return "waiting";
    case ReferralPhase::on_her_way: return "on_her_way";
    case ReferralPhase::traced: return "traced";
    case ReferralPhase::run_out: return "run_out";
    case ReferralPhase::ended: return "ended";
    }
    std::unreachable();
}

std::optional<ReferralPhase> referral_phase_from(std::string_view text)
{
    return with_word(every_referral_phase, text);
}

} // namespace verandah::domain
