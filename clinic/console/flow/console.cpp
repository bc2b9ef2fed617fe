// SPDX-License-Identifier: Apache-2.0
// One handler for each thing that can happen at a console.
#include "clinic/console/flow/console.hpp"

#include "clinic/console/flow/ask.hpp"
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/forgetting_steps.hpp"
#include "clinic/console/flow/outlook.hpp"
#include "clinic/console/flow/session_steps.hpp"
#include "clinic/console/flow/sheet_steps.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using Effects = std::vector<Effect>;

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

    Effects send(Write write)
    {
        if (console.under_way) {
            return {};
        }
        Post post{write.path, write.body};
        console.under_way = std::move(write);
        console.answered_at.reset();
        console.feed_told = false;
        console.notice.reset();
        return {std::move(post)};
    }

    void tell(decltype(Notice::about) about, std::optional<domain::TicketNumber> number = std::nullopt)
    {
        console.notice = Notice{about, number, now};
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

    /// Opens the sheet a deed asks more with; false when it needs none.
    bool ask_more(Deed deed)
    {
        const auto* ticket = subject(console);
        switch (deed) {
        case Deed::send_on:
            console.sheet = SendOnSheet{ticket->id, domain::suggested_step(console.replica->line(), *ticket)};
            return true;
        case Deed::hold: console.sheet = HoldSheet{ticket->id}; return true;
        case Deed::call_this: console.sheet = CallThisSheet{ticket->id}; return true;
        case Deed::change_class: console.sheet = ClassSheet{ticket->id}; return true;
        case Deed::add_person: console.sheet = AddSheet{}; return true;
        case Deed::close_day: console.sheet = DaySheet{DaySheet::Turn::close}; return true;
        case Deed::reopen_day: console.sheet = DaySheet{DaySheet::Turn::reopen}; return true;
        case Deed::call_next:
        case Deed::call_again:
        case Deed::start:
        case Deed::done:
        case Deed::away:
        case Deed::left:
        case Deed::back:
        case Deed::answer_alert:
        case Deed::undo: break;
        }
        return false;
    }

    Effects operator()(const Do& wish)
    {
        if (!may(console, wish.deed)) { // its button is not there; somebody's finger was faster than the hub's word
            return {};
        }
        if (const auto hindered = obstacle(console, wish.deed, now)) {
            tell(*hindered);
            return {};
        }
        if (console.under_way || ask_more(wish.deed)) {
            return {};
        }
        if (wish.deed == Deed::call_next) {
            return send(call_next_write(console, now));
        }
        if (wish.deed == Deed::answer_alert) {
            return send(alert_write(console.replica->alerts().front().alert));
        }
        if (wish.deed == Deed::undo) {
            return send(undo_write(*last_own_move(console)));
        }
        return send(plain_write(wish.deed, *subject(console)));
    }
    Effects operator()(const ChooseRow& wish)
    {
        console.chosen = console.chosen == wish.ticket ? std::nullopt : std::optional{wish.ticket};
        return {};
    }
    Effects operator()(const StepRow& wish)
    {
        const auto list = rows(console, now);
        if (list.empty()) {
            return {};
        }
        const auto chosen = std::ranges::find_if(
            list, [&](const Row& row) { return console.chosen && row.ticket->id == *console.chosen; });
        const auto last = std::ssize(list) - 1;
        const auto from = chosen == list.end() ? (wish.by > 0 ? -1 : last + 1) : chosen - list.begin();
        const auto to = std::clamp<std::ptrdiff_t>(from + wish.by, 0, last);
        console.chosen = list[static_cast<std::size_t>(to)].ticket->id;
        return {};
    }
    Effects operator()(const LeaveRow&)
    {
        console.chosen.reset();
        return {};
    }
    Effects operator()(const ShowPage& wish)
    {
        if (!may(console, wish.page)) {
            return {};
        }
        console.page = wish.page;
        console.chosen.reset();
        return wish.page == Page::staff ? Effects{FetchStaff{}} : Effects{};
    }
    Effects operator()(const AskStation&)
    {
        console.sheet = StationSheet{};
        return {};
    }
    Effects operator()(const AskSettings&)
    {
        console.sheet = SettingsSheet{};
        return {};
    }
    Effects operator()(const Cover&)
    {
        console.covered = true;
        return {};
    }
    Effects operator()(const Uncover&)
    {
        console.covered = false;
        return {};
    }
    Effects operator()(const CloseNotice&)
    {
        console.notice.reset();
        return {};
    }
    Effects operator()(const ChooseOption& wish)
    {
        choose(console, wish);
        return {};
    }
    Effects operator()(const TypeWords& wish)
    {
        type_words(console, wish.words);
        return {};
    }
    Effects operator()(const Confirm&)
    {
        if (!console.sheet || missing(console)) {
            return {};
        }
        if (std::holds_alternative<SettingsSheet>(*console.sheet)) {
            console.sheet.reset();
            return {};
        }
        if (console.link != Link::live || !console.replica) {
            tell(Obstacle::reconnecting);
            return {};
        }
        auto write = confirmed(console);
        if (!write || console.under_way) {
            return {};
        }
        console.sheet.reset();
        return send(std::move(*write));
    }
    Effects operator()(const Dismiss&)
    {
        if (console.station) { // without a station there is nothing to go back to
            console.sheet.reset();
        }
        return {};
    }

    Effects operator()(const ForgettingWish& wish) { return handle_forgetting_wish(console, wish); }
    Effects operator()(const SessionWish& wish) { return handle_session_wish(console, wish, now); }

    Effects operator()(const Wish& wish)
    {
        if (auto effects = handle_in_front(console, wish, now)) {
            return *std::move(effects);
        }
        return std::visit(*this, wish);
    }
    Effects operator()(const SessionHappening& event) { return handle_session(console, event, now); }
    Effects operator()(const ForgettingHappening& event) { return handle_forgetting(console, event); }
    /// All that the hub tells whoever stands here.
    [[nodiscard]] Effects everything() const
    {
        Effects effects{FetchCentre{}, FetchSession{}};
        if (may(console, domain::Right::line_see)) {
            effects.emplace_back(FetchLine{});
        }
        if (console.page == Page::staff && may(console, Page::staff)) {
            effects.emplace_back(FetchStaff{});
        }
        if (may(console, domain::Right::visitor_forget)) {
            effects.emplace_back(FetchForgettingRequests{});
        }
        return effects;
    }

    Effects operator()(const LinkWent& event)
    {
        const bool is_back = event.to == Link::live && console.link != Link::live;
        console.link = event.to == Link::reconnecting && console.link == Link::connecting ? Link::connecting : event.to;
        return is_back ? everything() : Effects{};
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
        console.under_way.reset();
        tell(event.refusal.why);
        return {};
    }
    Effects operator()(const WriteLost&)
    {
        console.under_way.reset();
        tell(Obstacle::reconnecting);
        return {};
    }
    Effects operator()(const TimePassed&)
    {
        settle();
        if (console.notice && now - console.notice->since > notice_lasts) {
            console.notice.reset();
        }
        return session_time_passed(console, now);
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
                tell(Deed::add_person, receipt->number);
            }
        } else if (write.undoes && console.station) {
            auto& own = console.own_moves[*console.station];
            const auto undone = std::ranges::find(own.rbegin(), own.rend(), *write.undoes);
            if (undone != own.rend()) {
                own.erase(std::next(undone).base(), own.end());
            }
            tell(Deed::undo, write.undoes->number);
        }
    }
};

} // namespace

std::vector<Effect> handle(Console& console, const Happening& happening, domain::Instant now)
{
    return std::visit(Handler{console, now}, happening);
}

} // namespace verandah::console
