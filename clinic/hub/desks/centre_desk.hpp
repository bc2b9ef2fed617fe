// SPDX-License-Identifier: Apache-2.0
// The desk for looking: the centre, the line, the board, and the live feed.
#pragma once

#include "clinic/hub/centre/centre_clock.hpp"
#include "clinic/hub/feed/feed.hpp"
#include "clinic/store/writer.hpp"
#include "shared/wire/messages/views.hpp"

#include <functional>

namespace verandah::hub {

/// Answers on the writer's thread, between commits, so that what is seen is durable. Borrows all for its whole life.
class CentreDesk {
public:
    CentreDesk(store::Writer& writer, const Feed& feed, const domain::Centre& centre,
               const domain::Catalogue& catalogue, const CentreClock& clock)
        : writer_{writer}, feed_{feed}, centre_{centre}, catalogue_{catalogue}, clock_{clock}
    {
    }

    void see_centre(std::function<void(wire::CentreView)> answer);
    void see_line(const domain::Sight& sight, std::function<void(wire::LineView)> answer);
    void see_board(std::function<void(wire::BoardView)> answer);
    /// The first frames for a reader of the feed, in the audience that `audience` says it is in at that moment; what is
    /// committed after the call of `answer` is for the live feed.
    void open_feed(domain::Sequence last_seen, std::function<Audience()> audience,
                   std::function<void(std::vector<FeedFrame>, Audience)> answer);

private:
    store::Writer& writer_;
    const Feed& feed_;
    const domain::Centre& centre_;
    const domain::Catalogue& catalogue_;
    const CentreClock& clock_;
};

/// The centre as devices need it, `at` some moment.
[[nodiscard]] wire::CentreView centre_view(const domain::Centre& centre, const CentreClock& clock, domain::Moment now,
                                           const domain::Line& line);

/// What kiosks offer to take away.
[[nodiscard]] std::vector<wire::CentreView::Supply> supplies_of(const domain::Catalogue& catalogue);

} // namespace verandah::hub
