// SPDX-License-Identifier: Apache-2.0
// The desk for looking.
#include "clinic/hub/desks/centre_desk.hpp"

#include "clinic/hub/feed/views_of_ledger.hpp"

#include <utility>

namespace verandah::hub {

std::vector<wire::CentreView::Supply> supplies_of(const domain::Catalogue& catalogue)
{
    std::vector<wire::CentreView::Supply> supplies;
    for (const auto& commodity : catalogue.commodities) {
        if (const auto& offer = commodity.take_away) {
            supplies.push_back({commodity.code, commodity.kind, offer->label, offer->pieces});
        }
    }
    return supplies;
}

wire::CentreView centre_view(const domain::Centre& centre, const CentreClock& clock, domain::Moment now,
                             const domain::Line& line)
{
    wire::CentreView view{.centre = centre, .now = now.at};
    view.centre.name.clear(); // shown nowhere in public
    view.centre.time_zone.clear();
    view.centre.roster.clear();
    view.centre.opening_hours.clear();
    view.utc_offset = std::chrono::round<std::chrono::minutes>(clock.local_time(now.at).time_since_epoch() -
                                                               now.at.time_since_epoch());
    view.is_open = clock.is_open(centre.opening_hours, now.at);
    view.day_is_closed = line.is_closed() && line.day() && now.day <= *line.day();
    view.opens_at = view.is_open ? std::nullopt : clock.next_opening(centre.opening_hours, now.at);
    return view;
}

void CentreDesk::see_centre(std::function<void(wire::CentreView)> answer)
{
    writer_.read([this, answer = std::move(answer)](const store::Ledger& ledger) {
        auto view = centre_view(centre_, clock_, clock_.now(), ledger.line());
        view.supplies = supplies_of(catalogue_);
        answer(std::move(view));
    });
}

void CentreDesk::see_line(const domain::Sight& sight, std::function<void(wire::LineView)> answer)
{
    writer_.read(
        [sight, answer = std::move(answer)](const store::Ledger& ledger) { answer(line_view(ledger, sight)); });
}

void CentreDesk::see_board(std::function<void(wire::BoardView)> answer)
{
    writer_.read([answer = std::move(answer)](const store::Ledger& ledger) { answer(board_view(ledger)); });
}

void CentreDesk::open_feed(domain::Sequence last_seen, std::function<Audience()> audience,
                           std::function<void(std::vector<FeedFrame>, Audience)> answer)
{
    writer_.read(
        [this, last_seen, audience = std::move(audience), answer = std::move(answer)](const store::Ledger& ledger) {
            const auto hearing = audience();
            answer(feed_.catch_up(ledger, last_seen, hearing), hearing);
        });
}

} // namespace verandah::hub
