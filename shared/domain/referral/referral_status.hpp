// SPDX-License-Identifier: Apache-2.0
// The whole life of a referral as a table that a nurse and an engineer can read together (field.md §6).
#pragma once

#include "shared/domain/refusal.hpp"

#include <array>
#include <expected>
#include <optional>
#include <string_view>

namespace verandah::domain {

/// Where a referral stands.
enum class ReferralStatus {
    draft,        ///< Talked about; nothing left the room.
    issued,       ///< She has agreed, or why it was done without is recorded; the slip may be printed.
    sent,         ///< The provider was told, or the slip is in her hands.
    acknowledged, ///< The provider knows of it.
    accepted,     ///< And will see her.
    declined,     ///< Or will not, with a reason.
    booked,       ///< For a day.
    attended,     ///< She was there.
    received,     ///< And got what she went for.
    closed,       ///< And said how it was.
    no_show,      ///< She was expected and did not come.
    tracing_1,    ///< Asked after once, by the channel she agreed to.
    tracing_2,
    tracing_3,
    lost,      ///< Nobody found out.
    cancelled, ///< By her.
    revoked,   ///< By who made it.
    expired,   ///< Its time was over before anything was heard: by the clock (run_out.hpp), until somebody writes on.
};
inline constexpr std::array every_referral_status{
    ReferralStatus::draft,     ReferralStatus::issued,    ReferralStatus::sent,    ReferralStatus::acknowledged,
    ReferralStatus::accepted,  ReferralStatus::declined,  ReferralStatus::booked,  ReferralStatus::attended,
    ReferralStatus::received,  ReferralStatus::closed,    ReferralStatus::no_show, ReferralStatus::tracing_1,
    ReferralStatus::tracing_2, ReferralStatus::tracing_3, ReferralStatus::lost,    ReferralStatus::cancelled,
    ReferralStatus::revoked,   ReferralStatus::expired,
};

/// What can happen to it.
enum class ReferralEvent {
    issue,
    send,
    acknowledge,
    accept,
    decline,
    book,
    attend,
    receive,
    close,
    miss, ///< She was expected and did not come.
    trace,
    lose, ///< Nobody will ask after it any more.
    cancel,
    revoke,
    expire,
};
inline constexpr std::array every_referral_event{
    ReferralEvent::issue,   ReferralEvent::send,   ReferralEvent::acknowledge, ReferralEvent::accept,
    ReferralEvent::decline, ReferralEvent::book,   ReferralEvent::attend,      ReferralEvent::receive,
    ReferralEvent::close,   ReferralEvent::miss,   ReferralEvent::trace,       ReferralEvent::lose,
    ReferralEvent::cancel,  ReferralEvent::revoke, ReferralEvent::expire,
};

struct ReferralMove {
    ReferralStatus from;
    ReferralEvent event;
    ReferralStatus to;
};

// Rows not here are refused. Steps between may be left out, since a slip of paper comes back without anybody having
// acknowledged it; and word that comes late (after lost, expired, no-show) is still taken: what happened, happened.
// clang-format off
inline constexpr std::array referral_moves{
    ReferralMove{ReferralStatus::draft,        ReferralEvent::issue,       ReferralStatus::issued},
    ReferralMove{ReferralStatus::draft,        ReferralEvent::cancel,      ReferralStatus::cancelled},
    ReferralMove{ReferralStatus::draft,        ReferralEvent::revoke,      ReferralStatus::revoked},

    ReferralMove{ReferralStatus::issued,       ReferralEvent::send,        ReferralStatus::sent},
    ReferralMove{ReferralStatus::issued,       ReferralEvent::attend,      ReferralStatus::attended},
    ReferralMove{ReferralStatus::issued,       ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::issued,       ReferralEvent::miss,        ReferralStatus::no_show},
    ReferralMove{ReferralStatus::issued,       ReferralEvent::cancel,      ReferralStatus::cancelled},
    ReferralMove{ReferralStatus::issued,       ReferralEvent::revoke,      ReferralStatus::revoked},
    ReferralMove{ReferralStatus::issued,       ReferralEvent::expire,      ReferralStatus::expired},

    ReferralMove{ReferralStatus::sent,         ReferralEvent::acknowledge, ReferralStatus::acknowledged},
    ReferralMove{ReferralStatus::sent,         ReferralEvent::accept,      ReferralStatus::accepted},
    ReferralMove{ReferralStatus::sent,         ReferralEvent::decline,     ReferralStatus::declined},
    ReferralMove{ReferralStatus::sent,         ReferralEvent::book,        ReferralStatus::booked},
    ReferralMove{ReferralStatus::sent,         ReferralEvent::attend,      ReferralStatus::attended},
    ReferralMove{ReferralStatus::sent,         ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::sent,         ReferralEvent::miss,        ReferralStatus::no_show},
    ReferralMove{ReferralStatus::sent,         ReferralEvent::cancel,      ReferralStatus::cancelled},
    ReferralMove{ReferralStatus::sent,         ReferralEvent::revoke,      ReferralStatus::revoked},
    ReferralMove{ReferralStatus::sent,         ReferralEvent::expire,      ReferralStatus::expired},

    ReferralMove{ReferralStatus::acknowledged, ReferralEvent::accept,      ReferralStatus::accepted},
    ReferralMove{ReferralStatus::acknowledged, ReferralEvent::decline,     ReferralStatus::declined},
    ReferralMove{ReferralStatus::acknowledged, ReferralEvent::book,        ReferralStatus::booked},
    ReferralMove{ReferralStatus::acknowledged, ReferralEvent::attend,      ReferralStatus::attended},
    ReferralMove{ReferralStatus::acknowledged, ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::acknowledged, ReferralEvent::miss,        ReferralStatus::no_show},
    ReferralMove{ReferralStatus::acknowledged, ReferralEvent::cancel,      ReferralStatus::cancelled},
    ReferralMove{ReferralStatus::acknowledged, ReferralEvent::revoke,      ReferralStatus::revoked},
    ReferralMove{ReferralStatus::acknowledged, ReferralEvent::expire,      ReferralStatus::expired},

    ReferralMove{ReferralStatus::accepted,     ReferralEvent::book,        ReferralStatus::booked},
    ReferralMove{ReferralStatus::accepted,     ReferralEvent::attend,      ReferralStatus::attended},
    ReferralMove{ReferralStatus::accepted,     ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::accepted,     ReferralEvent::miss,        ReferralStatus::no_show},
    ReferralMove{ReferralStatus::accepted,     ReferralEvent::cancel,      ReferralStatus::cancelled},
    ReferralMove{ReferralStatus::accepted,     ReferralEvent::revoke,      ReferralStatus::revoked},
    ReferralMove{ReferralStatus::accepted,     ReferralEvent::expire,      ReferralStatus::expired},

    ReferralMove{ReferralStatus::booked,       ReferralEvent::book,        ReferralStatus::booked}, // another day
    ReferralMove{ReferralStatus::booked,       ReferralEvent::attend,      ReferralStatus::attended},
    ReferralMove{ReferralStatus::booked,       ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::booked,       ReferralEvent::miss,        ReferralStatus::no_show},
    ReferralMove{ReferralStatus::booked,       ReferralEvent::cancel,      ReferralStatus::cancelled},
    ReferralMove{ReferralStatus::booked,       ReferralEvent::revoke,      ReferralStatus::revoked},
    ReferralMove{ReferralStatus::booked,       ReferralEvent::expire,      ReferralStatus::expired},

    ReferralMove{ReferralStatus::attended,     ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::attended,     ReferralEvent::decline,     ReferralStatus::declined}, // turned away there
    ReferralMove{ReferralStatus::received,     ReferralEvent::close,       ReferralStatus::closed},

    ReferralMove{ReferralStatus::no_show,      ReferralEvent::book,        ReferralStatus::booked},
    ReferralMove{ReferralStatus::no_show,      ReferralEvent::attend,      ReferralStatus::attended},
    ReferralMove{ReferralStatus::no_show,      ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::no_show,      ReferralEvent::trace,       ReferralStatus::tracing_1},
    ReferralMove{ReferralStatus::no_show,      ReferralEvent::lose,        ReferralStatus::lost},
    ReferralMove{ReferralStatus::no_show,      ReferralEvent::cancel,      ReferralStatus::cancelled},

    ReferralMove{ReferralStatus::tracing_1,    ReferralEvent::book,        ReferralStatus::booked},
    ReferralMove{ReferralStatus::tracing_1,    ReferralEvent::attend,      ReferralStatus::attended},
    ReferralMove{ReferralStatus::tracing_1,    ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::tracing_1,    ReferralEvent::trace,       ReferralStatus::tracing_2},
    ReferralMove{ReferralStatus::tracing_1,    ReferralEvent::lose,        ReferralStatus::lost},
    ReferralMove{ReferralStatus::tracing_1,    ReferralEvent::cancel,      ReferralStatus::cancelled},

    ReferralMove{ReferralStatus::tracing_2,    ReferralEvent::book,        ReferralStatus::booked},
    ReferralMove{ReferralStatus::tracing_2,    ReferralEvent::attend,      ReferralStatus::attended},
    ReferralMove{ReferralStatus::tracing_2,    ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::tracing_2,    ReferralEvent::trace,       ReferralStatus::tracing_3},
    ReferralMove{ReferralStatus::tracing_2,    ReferralEvent::lose,        ReferralStatus::lost},
    ReferralMove{ReferralStatus::tracing_2,    ReferralEvent::cancel,      ReferralStatus::cancelled},

    ReferralMove{ReferralStatus::tracing_3,    ReferralEvent::book,        ReferralStatus::booked},
    ReferralMove{ReferralStatus::tracing_3,    ReferralEvent::attend,      ReferralStatus::attended},
    ReferralMove{ReferralStatus::tracing_3,    ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::tracing_3,    ReferralEvent::lose,        ReferralStatus::lost},
    ReferralMove{ReferralStatus::tracing_3,    ReferralEvent::cancel,      ReferralStatus::cancelled},

    ReferralMove{ReferralStatus::lost,         ReferralEvent::attend,      ReferralStatus::attended},
    ReferralMove{ReferralStatus::lost,         ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::expired,      ReferralEvent::attend,      ReferralStatus::attended},
    ReferralMove{ReferralStatus::expired,      ReferralEvent::receive,     ReferralStatus::received},
    ReferralMove{ReferralStatus::expired,      ReferralEvent::trace,       ReferralStatus::tracing_1},
    ReferralMove{ReferralStatus::expired,      ReferralEvent::lose,        ReferralStatus::lost},
};
// clang-format on

/// The status after `event`, or not_allowed when the table has no such move.
[[nodiscard]] std::expected<ReferralStatus, Refusal> advance(ReferralStatus now, ReferralEvent event);

/// Whether somebody still has to see to it: not declined, received, closed, lost, cancelled, revoked or expired.
[[nodiscard]] bool is_open(ReferralStatus status);

/// The status of a FHIR R4 Task for it (http://hl7.org/fhir/R4/valueset-task-status.html); word(status) is its
/// businessStatus.
[[nodiscard]] std::string_view fhir_task_status(ReferralStatus status);

/// What somebody who looks for it has to do with it.
enum class ReferralPhase {
    waiting,    ///< For an answer: made, issued, sent, acknowledged.
    on_her_way, ///< Accepted, booked, or there already.
    traced,     ///< Asked after: she did not come.
    run_out,    ///< Nothing was heard.
    ended,
};
inline constexpr std::array every_referral_phase{ReferralPhase::waiting, ReferralPhase::on_her_way,
                                                 ReferralPhase::traced, ReferralPhase::run_out, ReferralPhase::ended};
[[nodiscard]] ReferralPhase phase_of(ReferralStatus status);

/// The permanent words, on disk and on the wire.
[[nodiscard]] std::string_view word(ReferralStatus status);
[[nodiscard]] std::optional<ReferralStatus> referral_status_from(std::string_view word);
[[nodiscard]] std::string_view word(ReferralEvent event);
[[nodiscard]] std::optional<ReferralEvent> referral_event_from(std::string_view word);
[[nodiscard]] std::string_view word(ReferralPhase phase); ///< On the wire only.
[[nodiscard]] std::optional<ReferralPhase> referral_phase_from(std::string_view word);

} // namespace verandah::domain
