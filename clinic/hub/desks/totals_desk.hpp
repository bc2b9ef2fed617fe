// SPDX-License-Identifier: Apache-2.0
// The desk for whoever sees totals only.
#pragma once

#include "clinic/hub/centre/centre_clock.hpp"
#include "clinic/store/writer.hpp"
#include "shared/domain/indicator/published_count.hpp"
#include "shared/wire/messages/totals_messages.hpp"

#include <functional>
#include <optional>

namespace verandah::hub {

/// Answers on the writer's thread. Borrows both for its whole life.
class TotalsDesk {
public:
    /// Two answers in this time are the same: nobody learns when one person came.
    static constexpr std::chrono::minutes counted_every{15};

    /// `smallest_shown`: counts from 1 to one less are hidden; so is the middle wait of so few.
    TotalsDesk(store::Writer& writer, std::function<domain::Moment()> now, const CentreClock& clock,
               int smallest_shown = domain::usual_smallest_shown)
        : writer_{writer}, now_{std::move(now)}, clock_{clock}, smallest_shown_{smallest_shown}
    {
    }

    void see(std::function<void(wire::TotalsView)> answer);

private:
    struct Counted {
        domain::CentreDay day;
        wire::TotalsView view;
    };
    store::Writer& writer_;
    std::function<domain::Moment()> now_;
    const CentreClock& clock_;
    int smallest_shown_;
    std::optional<Counted> last_; ///< On the writer's thread only.
};

/// What is told of a day: `now` is some moment of it. Another day's line counts for nothing.
[[nodiscard]] wire::TotalsView totals_view(const store::Ledger& ledger, const CentreClock& clock, domain::Moment now,
                                           int smallest_shown = domain::usual_smallest_shown);

} // namespace verandah::hub
