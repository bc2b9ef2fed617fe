// SPDX-License-Identifier: Apache-2.0
// The permanent words of the events of the cupboard.
#include "clinic/store/stock/stock_event_fields.hpp"

namespace verandah::store::stock_events {

using namespace domain;

Json fields(const StockMoved& event)
{
    auto batches = Json::array();
    auto amounts = Json::array();
    for (const auto& change : event.changes) {
        batches.push_back(change.batch.view());
        amounts.push_back(change.amount);
    }
    Json json{{"movement", event.first.value()},     {"movement_kind", word(event.kind)},
              {"commodity", event.commodity.view()}, {"batches", std::move(batches)},
              {"amounts", std::move(amounts)},       {"reason", event.reason},
              {"day", day_number(event.day)},        {"at", ms(event.at)}};
    if (event.expiry) {
        json["expiry"] = day_number(*event.expiry);
    }
    if (event.counters) {
        json["counters"] = event.counters->value();
    }
    return json;
}

StockMoved read(const Fields& from, Is<StockMoved>)
{
    const auto batches = from.codes<BatchCode>("batches");
    const auto amounts = from.integers<std::int64_t>("amounts");
    if (batches.empty() || batches.size() != amounts.size()) {
        throw UnreadableEvent{"a movement of stock whose batches and amounts do not belong together"};
    }
    std::vector<BatchChange> changes;
    changes.reserve(batches.size());
    std::ranges::transform(batches, amounts, std::back_inserter(changes),
                           [](const BatchCode& batch, std::int64_t amount) { return BatchChange{batch, amount}; });
    return {.first = from.id<MovementId>("movement"),
            .kind = from.word("movement_kind", movement_kind_from),
            .commodity = from.code<CommodityCode>("commodity"),
            .changes = std::move(changes),
            .expiry = from.has("expiry") ? std::optional{from.day("expiry")} : std::nullopt,
            .reason = from.text("reason"),
            .counters = from.has("counters") ? std::optional{from.id<MovementId>("counters")} : std::nullopt,
            .day = from.day("day"),
            .at = from.instant("at")};
}

Json fields(const SuppliesTaken& event)
{
    return {{"commodity", event.commodity.view()},
            {"pieces", event.pieces},
            {"day", day_number(event.day)},
            {"at", ms(event.at)}};
}
SuppliesTaken read(const Fields& from, Is<SuppliesTaken>)
{
    return {from.code<CommodityCode>("commodity"), from.integer<std::int64_t>("pieces"), from.day("day"),
            from.instant("at")};
}

} // namespace verandah::store::stock_events
