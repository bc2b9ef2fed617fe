// SPDX-License-Identifier: Apache-2.0
// Today in totals, for whoever may see no more than that (totals.read).
#pragma once

#include "shared/domain/indicator/published_count.hpp"
#include "shared/domain/time.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace verandah::wire {

/// GET /v1/totals: counts of today, the small ones hidden (domain::publish_table). They are counted anew at most every
/// quarter of an hour, so that nobody who asks again and again sees one person come or go.
struct TotalsView {
    domain::Instant counted_at{};
    int smallest_shown{domain::usual_smallest_shown};
    domain::PublishedCell came{};
    domain::PublishedCell served{};
    domain::PublishedCell left{}; ///< Without being finished.
    domain::PublishedCell here{}; ///< Not finished yet.
    domain::PublishedCell alerts{};
    /// Half of those called waited so long or less, to five minutes; nothing while they are few.
    std::optional<std::chrono::minutes> middle_wait{};
    friend bool operator==(const TotalsView&, const TotalsView&) = default;
};

[[nodiscard]] std::string encode(const TotalsView& view);
[[nodiscard]] Decoded<TotalsView> decode_totals_view(std::string_view body);

} // namespace verandah::wire
