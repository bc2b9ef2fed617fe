// SPDX-License-Identifier: Apache-2.0
// The desk for the cupboard.
#include "clinic/hub/desks/stock_desk.hpp"

#include <algorithm>
#include <utility>

namespace verandah::hub {

namespace {

using domain::Event;
using domain::Refusal;
using domain::StockEvent;
using OfBatch = wire::StockView::OfBatch;
using OfCommodity = wire::StockView::OfCommodity;
using Events = std::expected<std::vector<Event>, Refusal>;

Events as_events(std::expected<StockEvent, Refusal> decision)
{
    if (!decision) {
        return std::unexpected{std::move(decision).error()};
    }
    return std::vector<Event>{Event{*std::move(decision)}};
}

/// The stock event, if it is what came of `command`.
const StockEvent* answer_in(const Event* event, const domain::StockCommand& command)
{
    const auto* of_stock = event == nullptr ? nullptr : std::get_if<StockEvent>(event);
    return of_stock != nullptr && is_answer(*of_stock, command) ? of_stock : nullptr;
}

std::expected<wire::StockReceipt, Refusal> receipt_of(const Event* event, const domain::StockCommand& command)
{
    const auto* answer = answer_in(event, command);
    const auto* moved = answer == nullptr ? nullptr : std::get_if<domain::StockMoved>(answer);
    if (moved == nullptr) {
        return key_of_something_else();
    }
    wire::StockReceipt receipt{moved->commodity, {}};
    auto id = moved->first.value();
    for (const auto& change : moved->changes) {
        receipt.movements.push_back({domain::MovementId{id++}, change.batch, change.amount});
    }
    return receipt;
}

/// Those that have something first, first-expired first; then the empty ones, the youngest first.
std::vector<OfBatch> batches_of(const domain::Shelf& shelf)
{
    std::vector<OfBatch> batches;
    for (const auto& [code, batch] : shelf.batches) {
        batches.push_back({code, batch.expiry, batch.balance});
    }
    std::ranges::stable_sort(batches, [](const OfBatch& left, const OfBatch& right) {
        if ((left.balance == 0) != (right.balance == 0)) {
            return right.balance == 0;
        }
        return left.balance == 0 ? left.expiry > right.expiry : left.expiry < right.expiry;
    });
    if (batches.size() > wire::StockView::most_batches) {
        batches.erase(batches.begin() + static_cast<std::ptrdiff_t>(wire::StockView::most_batches), batches.end());
    }
    return batches;
}

void add_shelf(OfCommodity& kept, const domain::Shelf& shelf, domain::CentreDay day)
{
    kept.to_give = shelf.to_give(day);
    kept.balance = shelf.balance();
    kept.taken_beyond = shelf.taken_beyond;
    kept.nearest_expiry = nearest_expiry(shelf, day);
    kept.warnings = warnings_of(shelf, kept.low, day);
    kept.batches = batches_of(shelf);
}

OfCommodity in_catalogue(const domain::Commodity& commodity)
{
    return {.commodity = commodity.code,
            .kind = commodity.kind,
            .label = commodity.label,
            .unit = commodity.unit,
            .low = commodity.low,
            .to_confirm = commodity.to_confirm,
            .doses = commodity.doses};
}

} // namespace

wire::StockView stock_view(const domain::StockBook& book, const domain::Catalogue& catalogue, domain::CentreDay day)
{
    const domain::CentreDay from{std::chrono::sys_days{day} - std::chrono::days{wire::StockView::days_looked_back - 1}};
    wire::StockView view{.day = day, .from = from};
    std::ranges::transform(catalogue.commodities, std::back_inserter(view.commodities), in_catalogue);
    for (const auto& [commodity, shelf] : book.shelves()) {
        if (catalogue.find(commodity) == nullptr) {
            view.commodities.push_back({.commodity = commodity});
        }
    }
    const auto days_without = stock_out_days(book, from, day);
    for (auto& kept : view.commodities) {
        if (const auto* shelf = book.shelf(kept.commodity)) {
            add_shelf(kept, *shelf, day);
            kept.days_without = days_without.at(kept.commodity);
        }
    }
    return view;
}

wire::MovementsView movements_view(const domain::StockBook& book, const wire::MovementsQuery& query)
{
    wire::MovementsView view;
    const auto& all = book.movements();
    const auto end = query.before ? all.lower_bound(*query.before) : all.end();
    for (auto next = std::make_reverse_iterator(end); next != all.rend(); ++next) {
        const auto& movement = next->second;
        if (query.commodity && movement.commodity != *query.commodity) {
            continue;
        }
        if (view.movements.size() == wire::MovementsView::page) {
            view.next = view.movements.back().id;
            break;
        }
        view.movements.push_back(movement);
    }
    return view;
}

void StockDesk::see(std::function<void(wire::StockView)> answer)
{
    writer_.read([this, answer = std::move(answer)](const store::Ledger& ledger) {
        answer(stock_view(ledger.stock(), catalogue_, now_().day));
    });
}

void StockDesk::list(const wire::MovementsQuery& query, std::function<void(wire::MovementsView)> answer)
{
    writer_.read([query, answer = std::move(answer)](const store::Ledger& ledger) {
        answer(movements_view(ledger.stock(), query));
    });
}

void StockDesk::change(const domain::StockCommand& command, const Asker& asker, Answer<wire::StockReceipt> answer)
{
    ask<wire::StockReceipt>(
        writer_, asker,
        [this, command](const store::Ledger& ledger, domain::Moment now) -> Events {
            if (!ledger.knows_people()) { // locked between the question and the decision
                return domain::refuse(Refusal::Why::not_allowed, "the hub is locked");
            }
            return as_events(decide(ledger.stock(), catalogue_, command, now));
        },
        [command](const store::Ledger&, const Event* event) { return receipt_of(event, command); }, std::move(answer));
}

void StockDesk::take(const domain::TakeSupplies& command, const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        writer_, asker,
        [this, command](const store::Ledger& ledger, domain::Moment now) {
            return as_events(decide(ledger.stock(), catalogue_, command, now));
        },
        [command](const store::Ledger&, const Event* event) -> std::expected<wire::EmptyRequest, Refusal> {
            if (answer_in(event, command) == nullptr) {
                return key_of_something_else();
            }
            return wire::EmptyRequest{};
        },
        std::move(answer));
}

} // namespace verandah::hub
