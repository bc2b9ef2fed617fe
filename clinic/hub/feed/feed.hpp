// SPDX-License-Identifier: Apache-2.0
// What the live feed says after each commit, and to whoever comes back after a while. Frames carry states, never
// differences, so a reader who missed some is brought up to date by one.
#pragma once

#include "clinic/hub/feed/audience.hpp"
#include "clinic/store/writer.hpp"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// One event of the feed, ready to be sent: `event: name`, `id: sequence`, `data: data`.
/// `sequence` is the ledger's feed_id(): it tells one life of a restored centre from another.
struct FeedFrame {
    std::string_view name;
    domain::Sequence sequence;
    std::string data;
    friend bool operator==(const FeedFrame&, const FeedFrame&) = default;
};

/// Remembers what the last commits touched. Used on the writer's thread only.
class Feed {
public:
    static constexpr std::size_t remembered =
        4'096; ///< Commits; who is further behind is told to fetch everything anew.

    /// Takes note of a commit.
    void note(const store::Change& change);

    /// What `audience` is sent about `change`, in order; nothing when it is none of its business. Only the last frame
    /// has the change's own sequence: whoever is cut off before it gets all of them again.
    [[nodiscard]] static std::vector<FeedFrame> frames(const store::Ledger& ledger, const store::Change& change,
                                                       const Audience& audience);

    /// What a reader in `audience` has to be sent first, when the last it saw was `last_seen` (0: it comes for the
    /// first time). Afterwards it needs only what is committed from now on. Always one frame at least, so that it knows
    /// where it stands.
    [[nodiscard]] std::vector<FeedFrame> catch_up(const store::Ledger& ledger, domain::Sequence last_seen,
                                                  const Audience& audience) const;

private:
    std::deque<store::Change> changes_; ///< Oldest first.
    std::optional<domain::Sequence> anew_at_;
};

} // namespace verandah::hub
