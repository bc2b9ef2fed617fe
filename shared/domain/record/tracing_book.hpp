// SPDX-License-Identifier: Apache-2.0
// What outreach workers have been asked to do, and what they told that nobody has written down yet.
#pragma once

#include "shared/domain/followup/due_act.hpp"
#include "shared/domain/record/care_event.hpp"
#include "shared/domain/refusal.hpp"

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace verandah::domain {

/// A due item in a worker's hands.
struct Tracing {
    FileId file;
    AccountCode worker;
    StaffKeyBytes sealed_to;
    SealedBytes sealed; ///< What she is shown.
    Instant given_at;
    std::uint32_t answers{0};  ///< How many she has told.
    std::uint32_t taken_up{0}; ///< How many of them stand in the file.
    /// Her last answer, while it is not in the file.
    struct Waiting {
        SealedBytes sealed;
        Instant at;
        friend bool operator==(const Waiting&, const Waiting&) = default;
    };
    std::optional<Waiting> waiting{};
    friend bool operator==(const Tracing&, const Tracing&) = default;
};

/// All that are not over. A value.
class TracingBook {
public:
    [[nodiscard]] const Tracing* find(TracingId tracing) const;
    [[nodiscard]] const std::map<TracingId, Tracing>& all() const { return tracings_; }

    /// Refuses with conflict an id that another has.
    [[nodiscard]] std::expected<CareEvent, Refusal> give(TracingGiven given) const;
    /// Refuses with not_found one that is not hers, or over.
    [[nodiscard]] std::expected<CareEvent, Refusal> tell(TracingId tracing, const AccountCode& worker,
                                                         std::uint32_t answer, SealedBytes sealed, Instant at) const;
    /// Refuses with conflict an answer that does not wait in that file: she told something else meanwhile, or somebody
    /// has written it down.
    [[nodiscard]] std::expected<CareEvent, Refusal> take_up(FileId file, const TracingAnswerId& answer,
                                                            Instant at) const;
    /// Those of `file` that are over, since only `asked` are still to be done.
    [[nodiscard]] std::vector<CareEvent> end_others(FileId file, std::span<const TracingId> asked, Instant at) const;

    void forget(FileId file); ///< It is gone, and nobody is asked to look for anybody.

    void take(const TracingGiven& event);
    void take(const TracingTold& event);
    void take(const TracingTakenUp& event);
    void take(const TracingOver& event);
    friend bool operator==(const TracingBook&, const TracingBook&) = default;

private:
    std::map<TracingId, Tracing> tracings_;
};

} // namespace verandah::domain
