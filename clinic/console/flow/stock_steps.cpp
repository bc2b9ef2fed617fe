// SPDX-License-Identifier: Apache-2.0
// Looking at the cupboard, a page of movements at a time, and changing it, one deed at a time.
#include "clinic/console/flow/stock_steps.hpp"

#include "clinic/console/flow/door.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using Effects = std::vector<Effect>;

Effects fetch_stock(StockRoom& room, domain::Instant now)
{
    if (room.is_asked) {
        return {};
    }
    room.is_asked = true;
    room.asked_at = now;
    return {StockEffect{FetchStock{}}};
}

/// The next page of movements, when one is wanted and none is under way.
Effects ask_on(StockRoom& room)
{
    const bool wants = room.chosen && !room.is_page_asked && !room.has_page_failed && !room.is_at_end &&
                       room.movements.size() < std::min(room.wanted, StockRoom::most);
    if (!wants) {
        return {};
    }
    room.is_page_asked = true;
    return {StockEffect{FetchMovements{room.look, {room.chosen, room.next}}}};
}

/// The movements of the chosen one from the newest on.
Effects look_anew(StockRoom& room)
{
    ++room.look;
    room.movements.clear();
    room.wanted = StockRoom::page;
    room.next.reset();
    room.is_at_end = room.is_page_asked = room.has_page_failed = false;
    room.movement.reset();
    return ask_on(room);
}

void append(Effects& effects, Effects more)
{
    std::ranges::move(more, std::back_inserter(effects));
}

/// After something changed, or may have.
Effects look_at_all(StockRoom& room, domain::Instant now)
{
    auto effects = fetch_stock(room, now);
    append(effects, look_anew(room));
    return effects;
}

struct StockHandler {
    StockRoom& room;
    domain::Instant now;

    Effects operator()(const StockCame& event) const
    {
        room.is_asked = false;
        room.has_failed = false;
        room.view = event.view;
        return {};
    }
    Effects operator()(const StockLost&) const
    {
        room.is_asked = false;
        room.has_failed = true;
        return {};
    }
    Effects operator()(const MovementsCame& event) const
    {
        if (event.look != room.look || !room.is_page_asked) {
            return {}; // somebody looks at something else by now
        }
        room.is_page_asked = false;
        room.movements.insert(room.movements.end(), event.view.movements.begin(), event.view.movements.end());
        room.next = event.view.next;
        room.is_at_end = !event.view.next;
        return ask_on(room);
    }
    Effects operator()(const MovementsLost& event) const
    {
        if (event.look == room.look) {
            room.is_page_asked = false;
            room.has_page_failed = true;
        }
        return {};
    }
    Effects operator()(const StockChanged&) const
    {
        if (const auto deed = std::exchange(room.under_way, std::nullopt)) {
            room.said = *deed;
        }
        return look_at_all(room, now);
    }
    Effects operator()(const StockRefused& event) const
    {
        room.under_way.reset();
        room.said = event.why;
        auto effects = look_at_all(room, now);
        if (event.why == domain::Refusal::Why::not_allowed) {
            effects.emplace_back(FetchSession{}); // the hub may be locked, or she signed out
        }
        return effects;
    }
    Effects operator()(const StockUnanswered&) const
    {
        room.under_way.reset();
        room.said = StockRoom::Unknown{};
        return look_at_all(room, now);
    }
};

struct StockWisher {
    Console& console;
    domain::Instant now;
    StockRoom& room{console.stock};

    Effects operator()(const ChooseCommodity& wish) const
    {
        room.chosen = wish.commodity;
        room.said.reset();
        return look_anew(room);
    }
    Effects operator()(const LeaveCommodity&) const
    {
        room.chosen.reset();
        room.said.reset();
        return look_anew(room);
    }
    Effects operator()(const ChooseMovement& wish) const
    {
        room.movement = room.movement == wish.movement ? std::nullopt : std::optional{wish.movement};
        return {};
    }
    Effects operator()(const AskStock& wish) const
    {
        if (may(console, wish.deed) && can(console, wish.deed)) {
            room.said.reset();
            console.sheet = sheet_for(console, wish.deed);
        }
        return {};
    }
    Effects operator()(const TypeStock& wish) const
    {
        if (auto* sheet = console.sheet ? std::get_if<StockSheet>(&*console.sheet) : nullptr) {
            type_into(*sheet, wish);
        }
        return {};
    }
    Effects operator()(const ReadMovementsOn&) const
    {
        room.wanted = std::max(room.wanted, room.movements.size() + StockRoom::page);
        return ask_on(room);
    }
    Effects operator()(const LookAtStockAgain&) const { return look_at_all(room, now); }
};

} // namespace

std::vector<Effect> look_at_balances(Console& console, domain::Instant now)
{
    return may(console, Page::stock) ? fetch_stock(console.stock, now) : Effects{};
}

std::vector<Effect> look_at_stock(Console& console, domain::Instant now)
{
    console.stock.is_asked = false; // an answer that a broken link lost does not come any more
    return look_at_all(console.stock, now);
}

std::vector<Effect> handle_stock(Console& console, const StockHappening& happening, domain::Instant now)
{
    return may(console, Page::stock) ? std::visit(StockHandler{console.stock, now}, happening) : Effects{};
}

std::vector<Effect> handle_stock_wish(Console& console, const StockWish& wish, domain::Instant now)
{
    return may(console, Page::stock) ? std::visit(StockWisher{console, now}, wish) : Effects{};
}

std::vector<Effect> confirm_stock(Console& console, const StockSheet& sheet)
{
    if (console.link != Link::live || console.stock.under_way) {
        return {};
    }
    auto change = change_of(sheet);
    console.stock.under_way = sheet.deed;
    console.sheet.reset();
    return {StockEffect{std::move(change)}};
}

std::vector<Effect> stock_time_passed(Console& console, domain::Instant now)
{
    const bool is_shown = console.page == Page::stock || (console.page == Page::record && console.record &&
                                                          console.record->stage == Record::Stage::form);
    const bool is_due = is_shown && may(console, Page::stock) && door(console) == Door::open &&
                        console.link == Link::live && now - console.stock.asked_at >= stock_is_asked_every;
    return is_due ? fetch_stock(console.stock, now) : Effects{};
}

const wire::StockView::OfCommodity* chosen_commodity(const Console& console)
{
    const auto& room = console.stock;
    if (!room.view || !room.chosen) {
        return nullptr;
    }
    const auto found =
        std::ranges::find(room.view->commodities, *room.chosen, &wire::StockView::OfCommodity::commodity);
    return found == room.view->commodities.end() ? nullptr : &*found;
}

const domain::Movement* chosen_movement(const Console& console)
{
    const auto& room = console.stock;
    const auto found =
        room.movement ? std::ranges::find(room.movements, *room.movement, &domain::Movement::id) : room.movements.end();
    return found == room.movements.end() ? nullptr : &*found;
}

bool may(const Console& console, StockDeed deed)
{
    return may(console, deed == StockDeed::hand_out ? domain::Right::stock_give : domain::Right::stock_change);
}

bool can(const Console& console, StockDeed deed)
{
    const auto* kept = chosen_commodity(console);
    if (kept == nullptr || console.stock.under_way || console.link != Link::live) {
        return false;
    }
    switch (deed) {
    case StockDeed::receive: return kept->kind.has_value();
    case StockDeed::hand_out: return kept->to_give > 0;
    case StockDeed::waste: return kept->balance > 0;
    case StockDeed::count:
    case StockDeed::adjust: return !kept->batches.empty();
    case StockDeed::counter: {
        const auto* movement = chosen_movement(console);
        return movement != nullptr && !movement->countered_by && movement->kind != domain::MovementKind::countered;
    }
    }
    std::unreachable();
}

} // namespace verandah::console
