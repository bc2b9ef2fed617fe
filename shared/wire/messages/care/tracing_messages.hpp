// SPDX-License-Identifier: Apache-2.0
// What passes between the clinic and an outreach worker who looks for somebody, over the wire and inside what is
// sealed.
#pragma once

#include "shared/domain/followup/due_act.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/time.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

/// What a worker is shown: how to find her and by when she is expected, and neither what for nor in which file it is.
/// Sealed to the worker.
struct TracingAsked {
    std::string words{}; ///< domain::GiveItem::words.
    domain::CentreDay expected_on;
    std::optional<domain::CentreDay> until{}; ///< Later is too late.
    int attempts{0};                          ///< To find her, before this was given.
    friend bool operator==(const TracingAsked&, const TracingAsked&) = default;
};

/// What came of it, as the worker tells it. Sealed under the tracing's own key.
struct TracingAnswer {
    domain::TracingOutcome outcome;
    std::optional<domain::TracingEnd> end{};
    friend bool operator==(const TracingAnswer&, const TracingAnswer&) = default;
};
/// One that nobody has written down yet.
struct WaitingAnswer {
    std::uint32_t number; ///< domain::TracingAnswerId::answer.
    TracingAnswer answer;
    domain::Instant at;
    friend bool operator==(const WaitingAnswer&, const WaitingAnswer&) = default;
};

/// GET /v1/tracings: 200
/// {"rows_in_all":1,"rows":[{"tracing":…,"given_at":…,"words":"…","expected_on":"2026-03-03","attempts":0,
/// "told":{"number":1,"outcome":"reached","end":"will_come","at":…}}],"out_of_reach":0}
struct TracingList {
    static constexpr std::size_t most = 1'000; ///< Shown at a time.
    struct Row {
        domain::TracingId tracing;
        domain::Instant given_at;
        TracingAsked asked;
        std::optional<WaitingAnswer> told{};
        friend bool operator==(const Row&, const Row&) = default;
    };
    std::vector<Row> rows{}; ///< Those of which she has told nothing yet first, then by the day she is expected on.
    int rows_in_all{0};
    int out_of_reach{0}; ///< Given to her before she had another passphrase made: to be given anew.
    friend bool operator==(const TracingList&, const TracingList&) = default;
};

/// POST /v1/tracings/{tracing}/tell {"outcome":"reached","end":"will_come"}, answered by an empty object. Told again
/// before the clinic has written it down, it stands in place of what was told before.
using TellTracingRequest = TracingAnswer;

[[nodiscard]] std::string encode(const TracingList& list);
[[nodiscard]] std::string encode(const TracingAnswer& answer);
[[nodiscard]] std::string encode(const TracingAsked& asked);
[[nodiscard]] Decoded<TracingList> decode_tracing_list(std::string_view body);
/// invalid_input for an end that the outcome cannot have told, too.
[[nodiscard]] Decoded<TracingAnswer> decode_tracing_answer(std::string_view body);
[[nodiscard]] Decoded<TracingAsked> decode_tracing_asked(std::string_view text);

} // namespace verandah::wire
