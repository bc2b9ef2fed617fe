// SPDX-License-Identifier: Apache-2.0
// Questions to the session. Rights are asked, never roles.
#include "clinic/console/flow/door.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using domain::Right;
using Hub = wire::SessionView::Hub;
using State = wire::SessionView::State;

Right right_of(Deed deed)
{
    switch (deed) {
    case Deed::call_next:
    case Deed::call_again:
    case Deed::start:
    case Deed::done:
    case Deed::send_on:
    case Deed::hold:
    case Deed::away:
    case Deed::left:
    case Deed::call_this:
    case Deed::back:
    case Deed::undo: return Right::line_call;
    case Deed::change_class: return Right::line_class;
    case Deed::add_person: return Right::line_add;
    case Deed::close_day:
    case Deed::reopen_day: return Right::day_turn;
    case Deed::answer_alert: return Right::alert_answer;
    }
    std::unreachable();
}

Right right_of(Page page)
{
    switch (page) {
    case Page::line: return Right::line_see;
    case Page::record: return Right::record_read;
    case Page::tracing: return Right::tracing_see;
    case Page::stock: return Right::stock_see;
    case Page::today: return Right::totals_read;
    case Page::due:
    case Page::results:
    case Page::referrals: return Right::record_read;
    case Page::staff: return Right::staff_list;
    case Page::devices: return Right::device_list;
    case Page::past: return Right::audit_read;
    }
    std::unreachable();
}

} // namespace

bool hub_is_locked(const Console& console)
{
    return console.session.view && console.session.view->hub == Hub::locked;
}

Door door(const Console& console)
{
    const auto& session = console.session;
    if (!session.view) {
        return Door::unknown;
    }
    if (session.view->hub == Hub::without_accounts) {
        return Door::first_account;
    }
    if (session.view->hub == Hub::locked) {
        return Door::open;
    }
    if (session.view->state == State::nobody || session.somebody_else) {
        return Door::sign_in;
    }
    return session.view->state == State::waiting_for_pin || session.dozing ? Door::pin : Door::open;
}

Front front(const Console& console)
{
    const auto& session = console.session;
    if (door(console) != Door::open) {
        return session.form ? Front::form : Front::nothing;
    }
    if (session.told) {
        return Front::told_words;
    }
    if (session.offer) {
        return Front::offer;
    }
    if (session.form) {
        return Front::form;
    }
    if (session.question) {
        return Front::question;
    }
    return console.forgetting.sheet ? Front::forgetting : Front::nothing;
}

bool may(const Console& console, Right right)
{
    const auto& view = console.session.view;
    return view && std::ranges::find(view->rights, right) != view->rights.end();
}

bool may(const Console& console, Deed deed)
{
    return may(console, right_of(deed));
}

bool may(const Console& console, Page page)
{
    return may(console, right_of(page));
}

std::size_t open_alerts(const Console& console)
{
    if (may(console, Right::line_alerts) && console.replica) {
        return console.replica->alerts().size();
    }
    const auto& view = console.session.view;
    return view ? static_cast<std::size_t>(view->alerts) : 0;
}

bool follows_line(const Console& console)
{
    const auto& view = console.session.view;
    return may(console, Right::line_see) || (view && view->state == State::waiting_for_pin);
}

bool needs_totals(const Console& console)
{
    return console.page == Page::today && may(console, Page::today) && !may(console, Right::line_see);
}

std::vector<Page> pages(const Console& console)
{
    std::vector<Page> seen;
    std::ranges::copy_if(every_page, std::back_inserter(seen), [&](Page page) { return may(console, page); });
    return seen;
}

std::vector<MenuItem> menu(const Console& console)
{
    std::vector<MenuItem> items{MenuItem::lock_now, MenuItem::own_passphrase};
    if (may(console, Right::clinic_grant)) {
        items.push_back(MenuItem::open_records);
    }
    if (may(console, Right::visitor_forget)) {
        items.push_back(MenuItem::forget_visitor);
    }
    if (may(console, Right::slip_return)) {
        items.push_back(MenuItem::take_slip);
    }
    items.push_back(MenuItem::sign_out);
    return items;
}

const wire::StaffView::Account* chosen_account(const Console& console)
{
    const auto& session = console.session;
    if (!session.staff || !session.chosen) {
        return nullptr;
    }
    const auto found = std::ranges::find(session.staff->accounts, *session.chosen, &wire::StaffView::Account::account);
    return found == session.staff->accounts.end() ? nullptr : &*found;
}

const wire::DevicesView::Listed* chosen_device(const Console& console)
{
    const auto& session = console.session;
    if (!session.devices || !session.chosen_device) {
        return nullptr;
    }
    const auto found =
        std::ranges::find(session.devices->devices, *session.chosen_device, &wire::DevicesView::Listed::name);
    return found == session.devices->devices.end() ? nullptr : &*found;
}

wire::DevicesView::Offer::State state_of(const Console& console, const ShownOffer& offer, domain::Instant now)
{
    using enum wire::DevicesView::Offer::State;
    const auto& view = console.session.devices;
    if (view) {
        const auto told = std::ranges::find(view->offers, offer.offer, &wire::DevicesView::Offer::offer);
        if (told != view->offers.end() && told->state != waiting) {
            return told->state;
        }
    }
    return now < offer.until ? waiting : run_out;
}

std::optional<std::chrono::milliseconds> ends_in(const Console& console, domain::Instant now)
{
    const auto& view = console.session.view;
    if (!view || !view->ends_at || view->state != State::signed_in) {
        return std::nullopt;
    }
    const auto left = *view->ends_at - now;
    return left <= end_is_told_before ? std::optional{std::max(left, std::chrono::milliseconds{0})} : std::nullopt;
}

std::optional<std::chrono::seconds> wait_left(const Console& console, domain::Instant now)
{
    const auto& free_at = console.session.free_at;
    return free_at && *free_at > now ? std::optional{std::chrono::ceil<std::chrono::seconds>(*free_at - now)}
                                     : std::nullopt;
}

int pins_left(const Console& console)
{
    return std::max(0, most_wrong_pins - console.session.wrong_pins);
}

} // namespace verandah::console
