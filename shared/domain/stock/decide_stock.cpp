// SPDX-License-Identifier: Apache-2.0
// The rules of the cupboard.
#include "shared/domain/stock/decide_stock.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace verandah::domain {

namespace {

using Why = Refusal::Why;
using Decision = std::expected<StockEvent, Refusal>;
using Check = std::expected<void, Refusal>;

std::unexpected<Refusal> no_such_commodity()
{
    return refuse(Why::not_found, "no such commodity");
}

Check check_amount(std::int64_t amount)
{
    if (amount < 1 || amount > most_moved) {
        return refuse(Why::invalid_input, "an amount is 1 to 1,000,000");
    }
    return {};
}

Check check_reason(const std::string& reason)
{
    const auto is_control = [](char letter) {
        constexpr unsigned char space = 0x20;
        constexpr unsigned char erase = 0x7f;
        const auto byte = static_cast<unsigned char>(letter);
        return byte < space || byte == erase;
    };
    if (reason.empty() || reason.size() > longest_stock_reason || std::ranges::any_of(reason, is_control)) {
        return refuse(Why::invalid_input, "it needs a reason of at most 120 bytes, in one line");
    }
    return {};
}

/// A deed of one batch, or the first of several.
StockMoved moved(const StockBook& book, MovementKind kind, const CommodityCode& commodity,
                 std::vector<BatchChange> changes, Moment now)
{
    return {.first = book.next(),
            .kind = kind,
            .commodity = commodity,
            .changes = std::move(changes),
            .expiry = std::nullopt,
            .reason = {},
            .counters = std::nullopt,
            .day = now.day,
            .at = now.at};
}

const Batch* find_batch(const StockBook& book, const CommodityCode& commodity, const BatchCode& batch)
{
    const auto* shelf = book.shelf(commodity);
    if (shelf == nullptr) {
        return nullptr;
    }
    const auto found = shelf->batches.find(batch);
    return found == shelf->batches.end() ? nullptr : &found->second;
}

/// One batch's balance changes by `amount`, if it stays one.
Decision change_batch(const StockBook& book, MovementKind kind, const CommodityCode& commodity, const BatchCode& batch,
                      std::int64_t amount, const std::string& reason, Moment now)
{
    const auto* known = find_batch(book, commodity, batch);
    if (known == nullptr) {
        return refuse(Why::not_found, "no such batch of it was ever received");
    }
    if (known->balance + amount < 0) {
        return refuse(Why::conflict, "there are not so many left of this batch");
    }
    if (known->balance + amount > most_in_a_batch) {
        return refuse(Why::invalid_input, "a batch holds at most 10,000,000");
    }
    auto event = moved(book, kind, commodity, {{batch, amount}}, now);
    event.reason = reason;
    return StockEvent{std::move(event)};
}

/// What to take of each batch, first-expired first; of two that expire on one day, the one that comes first by its
/// code. Nothing when there is not enough that has not expired.
std::vector<BatchChange> first_expired_first(const Shelf& shelf, std::int64_t amount, CentreDay day)
{
    std::vector<const std::pair<const BatchCode, Batch>*> usable;
    for (const auto& batch : shelf.batches) {
        if (batch.second.expiry >= day && batch.second.balance > 0) {
            usable.push_back(&batch);
        }
    }
    std::ranges::stable_sort(usable, {}, [](const auto* batch) { return batch->second.expiry; });
    std::vector<BatchChange> changes;
    for (const auto* batch : usable) {
        if (amount == 0) {
            break;
        }
        const auto taken = std::min(amount, batch->second.balance);
        changes.push_back({batch->first, -taken});
        amount -= taken;
    }
    return amount == 0 ? changes : std::vector<BatchChange>{};
}

struct Decide {
    const StockBook& book;
    const Catalogue& catalogue;
    Moment now;

    Decision operator()(const ReceiveStock& command) const
    {
        if (catalogue.find(command.commodity) == nullptr) {
            return no_such_commodity();
        }
        if (const auto checked = check_amount(command.amount); !checked) {
            return std::unexpected{checked.error()};
        }
        if (!command.expiry.ok() || command.expiry < now.day || command.expiry > now.day + longest_shelf_life) {
            return refuse(Why::invalid_input, "it expires today at the earliest, and within 20 years");
        }
        const auto* known = find_batch(book, command.commodity, command.batch);
        if (known != nullptr && known->balance > 0 && known->expiry != command.expiry) {
            return refuse(Why::conflict, "this batch was received with another expiry");
        }
        if (known != nullptr && known->balance + command.amount > most_in_a_batch) {
            return refuse(Why::invalid_input, "a batch holds at most 10,000,000");
        }
        auto event = moved(book, MovementKind::received, command.commodity, {{command.batch, command.amount}}, now);
        event.expiry = command.expiry;
        return StockEvent{std::move(event)};
    }

    Decision operator()(const GiveStock& command) const
    {
        const auto* shelf = book.shelf(command.commodity);
        if (catalogue.find(command.commodity) == nullptr && shelf == nullptr) {
            return no_such_commodity();
        }
        if (const auto checked = check_amount(command.amount); !checked) {
            return std::unexpected{checked.error()};
        }
        auto changes =
            shelf == nullptr ? std::vector<BatchChange>{} : first_expired_first(*shelf, command.amount, now.day);
        if (changes.empty()) {
            return refuse(Why::conflict, "there are not so many left that have not expired");
        }
        const auto kind = command.how == GiveStock::How::dispensed ? MovementKind::dispensed : MovementKind::handed_out;
        return StockEvent{moved(book, kind, command.commodity, std::move(changes), now)};
    }

    Decision operator()(const TakeSupplies& command) const
    {
        const auto* known = catalogue.find(command.commodity);
        if (known == nullptr || !known->take_away) {
            return no_such_commodity();
        }
        if (command.pieces < 1 || command.pieces > known->take_away->pieces) {
            return refuse(Why::invalid_input, "a kiosk gives out no more than its portion at once");
        }
        const auto* shelf = book.shelf(command.commodity);
        auto changes =
            shelf == nullptr ? std::vector<BatchChange>{} : first_expired_first(*shelf, command.pieces, now.day);
        if (changes.empty()) {
            return StockEvent{SuppliesTaken{command.commodity, command.pieces, now.day, now.at}};
        }
        return StockEvent{moved(book, MovementKind::handed_out, command.commodity, std::move(changes), now)};
    }

    Decision operator()(const AdjustStock& command) const
    {
        if (command.amount == 0 || command.amount < -most_moved || command.amount > most_moved) {
            return refuse(Why::invalid_input, "an adjustment is up to 1,000,000, and not 0");
        }
        if (const auto checked = check_reason(command.reason); !checked) {
            return std::unexpected{checked.error()};
        }
        return change_batch(book, MovementKind::adjusted, command.commodity, command.batch, command.amount,
                            command.reason, now);
    }

    Decision operator()(const WasteStock& command) const
    {
        if (const auto checked = check_amount(command.amount); !checked) {
            return std::unexpected{checked.error()};
        }
        if (const auto checked = check_reason(command.reason); !checked) {
            return std::unexpected{checked.error()};
        }
        return change_batch(book, MovementKind::wasted, command.commodity, command.batch, -command.amount,
                            command.reason, now);
    }

    Decision operator()(const CountStock& command) const
    {
        if (command.found < 0 || command.found > most_in_a_batch) {
            return refuse(Why::invalid_input, "a count is 0 to 10,000,000");
        }
        const auto* known = find_batch(book, command.commodity, command.batch);
        const auto balance = known == nullptr ? 0 : known->balance;
        return change_batch(book, MovementKind::counted, command.commodity, command.batch, command.found - balance, {},
                            now);
    }

    Decision operator()(const CounterMovement& command) const
    {
        if (const auto checked = check_reason(command.reason); !checked) {
            return std::unexpected{checked.error()};
        }
        const auto* mistaken = book.movement(command.movement);
        if (mistaken == nullptr) {
            return refuse(Why::not_found, "no such movement");
        }
        if (mistaken->countered_by || mistaken->kind == MovementKind::countered) {
            return refuse(Why::conflict, "it was taken back before, or takes back another one itself");
        }
        auto decision = change_batch(book, MovementKind::countered, mistaken->commodity, mistaken->batch,
                                     -mistaken->amount, command.reason, now);
        if (decision) {
            std::get<StockMoved>(*decision).counters = command.movement;
        }
        return decision;
    }
};

bool is_of_batch(const StockMoved& event, MovementKind kind, const CommodityCode& commodity, const BatchCode& batch)
{
    return event.kind == kind && event.commodity == commodity && event.changes.front().batch == batch;
}

std::int64_t sum_of(const StockMoved& event)
{
    return std::transform_reduce(event.changes.begin(), event.changes.end(), std::int64_t{0}, std::plus{},
                                 [](const BatchChange& change) { return change.amount; });
}

struct IsAnswer {
    const StockMoved& event;

    bool operator()(const ReceiveStock& command) const
    {
        return is_of_batch(event, MovementKind::received, command.commodity, command.batch) &&
               event.expiry == command.expiry && sum_of(event) == command.amount;
    }
    bool operator()(const GiveStock& command) const
    {
        const auto kind = command.how == GiveStock::How::dispensed ? MovementKind::dispensed : MovementKind::handed_out;
        return event.kind == kind && event.commodity == command.commodity && sum_of(event) == -command.amount;
    }
    bool operator()(const TakeSupplies& command) const
    {
        return event.kind == MovementKind::handed_out && event.commodity == command.commodity &&
               sum_of(event) == -command.pieces;
    }
    bool operator()(const AdjustStock& command) const
    {
        return is_of_batch(event, MovementKind::adjusted, command.commodity, command.batch) &&
               event.reason == command.reason && sum_of(event) == command.amount;
    }
    bool operator()(const WasteStock& command) const
    {
        return is_of_batch(event, MovementKind::wasted, command.commodity, command.batch) &&
               event.reason == command.reason && sum_of(event) == -command.amount;
    }
    bool operator()(const CountStock& command) const
    {
        return is_of_batch(event, MovementKind::counted, command.commodity, command.batch);
    }
    bool operator()(const CounterMovement& command) const
    {
        return event.counters == command.movement && event.reason == command.reason;
    }
};

} // namespace

std::expected<StockEvent, Refusal> decide(const StockBook& book, const Catalogue& catalogue,
                                          const StockCommand& command, Moment now)
{
    return std::visit(Decide{book, catalogue, now}, command);
}

bool is_answer(const StockEvent& event, const StockCommand& command)
{
    if (const auto* taken = std::get_if<SuppliesTaken>(&event)) {
        const auto* asked = std::get_if<TakeSupplies>(&command);
        return asked != nullptr && asked->commodity == taken->commodity && asked->pieces == taken->pieces;
    }
    return std::visit(IsAnswer{std::get<StockMoved>(event)}, command);
}

} // namespace verandah::domain
