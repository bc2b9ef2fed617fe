// SPDX-License-Identifier: Apache-2.0
// What the person does about the line, its sheets and the pages.
#include "clinic/console/flow/ask.hpp"
#include "clinic/console/flow/counterfoil_steps.hpp"
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/forgetting_steps.hpp"
#include "clinic/console/flow/line_steps.hpp"
#include "clinic/console/flow/outlook.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_steps.hpp"
#include "clinic/console/flow/refer.hpp"
#include "clinic/console/flow/session_acts.hpp"
#include "clinic/console/flow/session_steps.hpp"
#include "clinic/console/flow/sheet_steps.hpp"
#include "clinic/console/flow/stock_steps.hpp"
#include "clinic/console/flow/work_steps.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

struct WishHandler {
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

    /// Whose step would be done by it; nullptr: nobody's.
    [[nodiscard]] const domain::Ticket* finished_by(Deed deed) const
    {
        if (deed == Deed::done) {
            return subject(console);
        }
        const auto here = people_here(console);
        const auto* station = station_of(console);
        const bool is_full = station != nullptr && !here.empty() && std::ssize(here) >= station->capacity;
        return deed == Deed::call_next && is_full ? here.front() : nullptr;
    }

    Effects operator()(const Do& wish)
    {
        if (!may(console, wish.deed)) { // its button is not there; somebody's finger was faster than the hub's word
            return {};
        }
        if (const auto hindered = obstacle(console, wish.deed, now)) {
            tell(console, *hindered, now);
            return {};
        }
        if (console.under_way || ask_more(wish.deed)) {
            return {};
        }
        if (const auto* leaving = finished_by(wish.deed)) {
            if (const auto service = goes_on_to(console, *leaving)) { // she was referred to it in her record
                console.work.onward->stage = Onward::Stage::sent;
                return send(send_on_write(*leaving, *service, domain::SendOn::Place::by_arrival));
            }
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
        if (wish.page != Page::past && console.past && !console.past->saving) {
            console.past.reset();
        }
        if (wish.page == Page::record) {
            return begin_record(console);
        }
        if (wish.page == Page::past) {
            return look_back(console, {}, PastDays::all);
        }
        if (is_work(wish.page)) {
            return look_at_work(console);
        }
        if (wish.page == Page::devices) {
            return {fetch_devices(console, now)};
        }
        console.stock = {.look = console.stock.look};
        if (wish.page == Page::stock) {
            return look_at_stock(console, now);
        }
        if (needs_totals(console)) {
            return {fetch_totals(console, now)};
        }
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
        if (slip_sheet(console) != nullptr) {
            return type_slip(console, wish.words);
        }
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
        if (const auto* filter = std::get_if<FilterSheet>(&*console.sheet)) {
            return confirm_past(console, FilterSheet{*filter}, now);
        }
        if (const auto* save = std::get_if<SaveSheet>(&*console.sheet)) {
            return confirm_past(console, SaveSheet{*save}, now);
        }
        if (const auto* stock = std::get_if<StockSheet>(&*console.sheet)) {
            return confirm_stock(console, StockSheet{*stock});
        }
        if (slip_sheet(console) != nullptr) {
            return confirm_slip(console);
        }
        if (console.link != Link::live || !console.replica) {
            tell(console, Obstacle::reconnecting, now);
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
        if (const auto* slip = slip_sheet(console); slip != nullptr && slip->is_asked) {
            return {}; // what comes of it is told first
        }
        const bool asks_room = console.sheet && std::holds_alternative<StationSheet>(*console.sheet);
        if (console.station || !asks_room) { // without a station there is nothing to go back to
            console.sheet.reset();
            ask_what_is_needed(console);
        }
        return {};
    }

    Effects operator()(const SessionWish& wish) { return handle_session_wish(console, wish, now); }
    Effects operator()(const ForgettingWish& wish) { return handle_forgetting_wish(console, wish); }
    Effects operator()(const WorkWish& wish) { return handle_work_wish(console, wish, now); }
    Effects operator()(const PastWish& wish) { return handle_past_wish(console, wish, now); }
    Effects operator()(const RecordWish& wish) { return handle_record_wish(console, wish, now); }
    Effects operator()(const StockWish& wish) { return handle_stock_wish(console, wish, now); }
    Effects operator()(const AskCounterfoil& wish) { return ask_for_slip(console, wish); }
};

} // namespace

std::vector<Effect> handle_wish(Console& console, const Wish& wish, domain::Instant now)
{
    if (auto effects = handle_in_front(console, wish, now)) {
        return *std::move(effects);
    }
    return std::visit(WishHandler{console, now}, wish);
}

void tell(Console& console, decltype(Notice::about) about, domain::Instant now,
          std::optional<domain::TicketNumber> number)
{
    console.notice = Notice{about, number, now};
}

} // namespace verandah::console
