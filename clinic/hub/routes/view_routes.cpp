// SPDX-License-Identifier: Apache-2.0
// GET /v1/centre, /v1/line, /v1/board, /v1/totals, /v1/events
#include "clinic/hub/desks/answers.hpp"
#include "clinic/hub/routes/handles.hpp"
#include "shared/wire/messages/views.hpp"

#include <charconv>

namespace verandah::hub {

void see_centre(Desks& desks, const Asked&, const wire::Reply& reply)
{
    desks.centre.see_centre([reply](const wire::CentreView& view) { reply({ok, wire::encode(view)}); });
}

void see_line(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    const auto sight = domain::sight_of(asked.who).value(); // the table lets nobody ask for it who has none
    desks.centre.see_line(sight, [reply](const wire::LineView& view) { reply({ok, wire::encode(view)}); });
}

void see_board(Desks& desks, const Asked&, const wire::Reply& reply)
{
    desks.centre.see_board([reply](const wire::BoardView& view) { reply({ok, wire::encode(view)}); });
}

void see_totals(Desks& desks, const Asked&, const wire::Reply& reply)
{
    desks.totals.see([reply](const wire::TotalsView& view) { reply({ok, wire::encode(view)}); });
}

void open_feed(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    const auto& text = asked.request.last_event_id;
    domain::Sequence last_seen = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), last_seen);
    if (!text.empty() && (fault != std::errc{} || end != text.data() + text.size())) {
        reply(response_of(domain::Refusal{domain::Refusal::Why::invalid_input, "Last-Event-ID has to be a number"}));
        return;
    }
    desks.centre.open_feed(
        last_seen,
        [&desks, actor = asked.request.actor] {
            return audience_of(actor.kind, desks.staff.standing_at(actor.device).who);
        },
        [reply](const std::vector<FeedFrame>& frames, const Audience& audience) {
            std::string first;
            for (const auto& frame : frames) {
                first += wire::event_frame(frame.name, frame.sequence, frame.data);
            }
            reply.stream(std::move(first), number_of(audience));
        });
}

} // namespace verandah::hub
