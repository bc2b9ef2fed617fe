// SPDX-License-Identifier: Apache-2.0
// One handler for each thing that the hub says; what the person does is in line_wishes.cpp.
#include "clinic/console/flow/console.hpp"

#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/forgetting_steps.hpp"
#include "clinic/console/flow/line_steps.hpp"
#include "clinic/console/flow/outlook.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_steps.hpp"
#include "clinic/console/flow/refer.hpp"
#include "clinic/console/flow/session_acts.hpp"
#include "clinic/console/flow/session_steps.hpp"
#include "clinic/console/flow/stock_steps.hpp"
#include "clinic/console/flow/work_steps.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

constexpr std::size_t most_own_moves = 50;
/// The feed tells what a request did within milliseconds of its answer; after this long the next press is taken anyway.
constexpr std::chrono::seconds feed_patience{2};

/// Chosen tickets and sheets about tickets that have gone are let go.
void forget_the_gone(Console& console)
{
    const auto is_open = [&](domain::TicketId id) {
        const auto* ticket = console.replica->line().find(id);
        return ticket != nullptr && domain::is_open(ticket->now.state);
    };
    if (console.chosen && !is_open(*console.chosen)) {
        console.chosen.reset();
    }
    if (console.sheet) {
        const bool about_the_gone = std::visit(
            [&](const auto& sheet) {
                if constexpr (requires { sheet.ticket; }) {
                    return !is_open(sheet.ticket);
                }
                return false;
            },
            *console.sheet);
        if (about_the_gone) {
            console.sheet.reset();
        }
    }
}

struct Handler {
    Console& console;
    domain::Instant now;

    /// She was not sent on to where she was referred to.
    void settle_onward(Onward::Stage stage)
    {
        auto& onward = console.work.onward;
        if (onward && onward->stage == Onward::Stage::sent && console.under_way &&
            console.under_way->deed == Deed::send_on) {
            onward->stage = stage;
        }
    }

    /// The request is over; the next one may go.
    void settle()
    {
        if (console.under_way && console.answered_at &&
            (console.feed_told || now - *console.answered_at > feed_patience)) {
            console.under_way.reset();
            console.answered_at.reset();
        }
    }

    void remember(const OwnMove& move)
    {
        if (!console.station) {
            return;
        }
        auto& own = console.own_moves[*console.station];
        own.push_back(move);
        if (own.size() > most_own_moves) {
            own.erase(own.begin());
        }
    }

    Effects operator()(const Wish& wish)
    {
        auto before = handle_before_work(console, wish, now);
        return before ? *std::move(before) : handle_wish(console, wish, now);
    }
    Effects operator()(const WorkHappening& event) { return handle_work(console, event, now); }
    Effects operator()(const PastHappening& event) { return handle_past(console, event); }
    Effects operator()(const SessionHappening& event) { return handle_session(console, event, now); }
    Effects operator()(const RecordHappening& event)
    {
        auto effects = handle_record(console, event, now);
        std::ranges::move(follow_record(console, now), std::back_inserter(effects));
        return effects;
    }
    Effects operator()(const ForgettingHappening& event) { return handle_forgetting(console, event); }
    Effects operator()(const StockHappening& event) { return handle_stock(console, event, now); }
    /// All that the hub tells whoever stands here.
    [[nodiscard]] Effects everything()
    {
        Effects effects{FetchCentre{}, FetchSession{}};
        if (may(console, domain::Right::line_see)) {
            effects.emplace_back(FetchLine{});
        }
        if (console.page == Page::staff && may(console, Page::staff)) {
            effects.emplace_back(FetchStaff{});
        }
        if (console.page == Page::devices && may(console, Page::devices)) {
            effects.push_back(fetch_devices(console, now));
        }
        if (console.page == Page::stock && may(console, Page::stock)) {
            std::ranges::move(look_at_stock(console, now), std::back_inserter(effects));
        }
        if (needs_totals(console)) {
            effects.push_back(fetch_totals(console, now));
        }
        if (needs_to_look_back(console)) {
            std::ranges::move(look_back(console, {}, PastDays::all), std::back_inserter(effects));
        }
        if (may(console, domain::Right::visitor_forget)) {
            effects.emplace_back(FetchForgettingRequests{});
        }
        std::ranges::move(look_at_work(console), std::back_inserter(effects));
        return effects;
    }

    Effects operator()(const LinkWent& event)
    {
        const bool is_back = event.to == Link::live && console.link != Link::live;
        console.link = event.to == Link::reconnecting && console.link == Link::connecting ? Link::connecting : event.to;
        if (!is_back) {
            return {};
        }
        auto effects = everything();
        std::ranges::move(record_link_is_back(console, now), std::back_inserter(effects));
        return effects;
    }
    Effects operator()(const CentreCame& event)
    {
        if (!console.replica) {
            console.replica.emplace(event.view.centre);
        } else if (console.replica->line().rules() != event.view.centre) {
            console.replica->adopt(event.view.centre);
        }
        const bool first = !console.centre;
        console.centre = event.view;
        if (console.station && station_of(console) == nullptr) {
            console.station.reset();
        }
        ask_what_is_needed(console);
        return first && may(console, domain::Right::line_see) ? Effects{FetchLine{}} : Effects{};
    }
    Effects operator()(const LineCame& event)
    {
        if (console.replica && follows_line(console)) {
            console.replica->take(event.view);
            console.feed_told = true;
            forget_the_gone(console);
            settle();
        }
        return {};
    }
    Effects operator()(const LineChanged& event)
    {
        if (console.replica && follows_line(console)) {
            console.replica->take(event.sequence, event.change);
            console.feed_told = true;
            forget_the_gone(console);
            settle();
        }
        return {};
    }
    Effects operator()(const TotalsCame& event)
    {
        if (may(console, Page::today)) {
            console.totals = event.view;
        }
        return {};
    }
    Effects operator()(const FeedBroke&)
    {
        if (console.replica) {
            console.replica->expect_snapshot();
        }
        return everything();
    }
    Effects operator()(const WriteAnswered& event)
    {
        if (!console.under_way) {
            return {};
        }
        remember_what(event.body);
        console.chosen.reset();
        console.answered_at = now;
        settle();
        return {};
    }
    Effects operator()(const WriteRefused& event)
    {
        settle_onward(Onward::Stage::given_up);
        console.under_way.reset();
        tell(console, event.refusal.why, now);
        return {};
    }
    Effects operator()(const WriteLost&)
    {
        settle_onward(Onward::Stage::meant);
        console.under_way.reset();
        tell(console, Obstacle::reconnecting, now);
        return {};
    }
    Effects operator()(const TimePassed&)
    {
        settle();
        if (console.notice && now - console.notice->since > notice_lasts) {
            console.notice.reset();
        }
        auto effects = session_time_passed(console, now);
        std::ranges::move(record_time_passed(console, now), std::back_inserter(effects));
        std::ranges::move(stock_time_passed(console, now), std::back_inserter(effects));
        return effects;
    }

    void remember_what(const std::string& body)
    {
        const Write& write = *console.under_way;
        std::ranges::for_each(write.moves, [&](const OwnMove& move) { remember(move); });
        if (write.deed == Deed::call_next) {
            if (const auto call = wire::decode_call_receipt(body)) {
                remember({Deed::call_next, call->ticket, call->number, domain::Move::called});
            }
        } else if (write.deed == Deed::add_person) {
            if (const auto receipt = wire::decode_check_in_receipt(body)) {
                remember({Deed::add_person, receipt->ticket, receipt->number, std::nullopt});
                tell(console, Deed::add_person, now, receipt->number);
            }
        } else if (write.undoes && console.station) {
            auto& own = console.own_moves[*console.station];
            const auto undone = std::ranges::find(own.rbegin(), own.rend(), *write.undoes);
            if (undone != own.rend()) {
                own.erase(std::next(undone).base(), own.end());
            }
            tell(console, Deed::undo, now, write.undoes->number);
        }
    }
};

} // namespace

std::vector<Effect> handle(Console& console, const Happening& happening, domain::Instant now)
{
    return std::visit(Handler{console, now}, happening);
}

} // namespace verandah::console
