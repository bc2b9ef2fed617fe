// SPDX-License-Identifier: Apache-2.0
// From facts to movements: only ever the difference.
#include "shared/domain/record/supplies_given.hpp"

#include "shared/domain/stock/decide_stock.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace verandah::domain {

namespace {

std::int64_t pieces_in(const std::vector<Fact>& facts, const FactCode& given_as)
{
    std::int64_t pieces = 0;
    for (const auto& fact : facts) {
        pieces += fact.code == given_as ? fact.value.value_or(0) : 0;
    }
    return pieces;
}

/// What left each batch for the record and is not back; the batches of the latest movements last.
std::vector<BatchChange> still_out(const StockBook& book, const SuppliesGiven& given)
{
    std::vector<BatchChange> out;
    for (const auto& moved : given.moved) {
        for (const auto id : moved.movements) {
            const auto* movement = book.movement(id);
            if (movement == nullptr || movement->countered_by) {
                continue;
            }
            const auto found = std::ranges::find(out, movement->batch, &BatchChange::batch);
            if (found == out.end()) {
                out.push_back({movement->batch, -movement->amount});
            } else {
                found->amount -= movement->amount;
            }
        }
    }
    return out;
}

/// Works the plan out, one commodity after the other.
class Planning {
public:
    Planning(const StockBook& book, const Catalogue& catalogue, Moment now)
        : book_{book}, catalogue_{catalogue}, now_{now}, next_{book.next()}
    {
    }

    void plan(const SuppliesGiven& given)
    {
        const auto out = still_out(book_, given);
        std::int64_t missing = given.pieces;
        for (const auto& batch : out) {
            missing -= batch.amount;
        }
        for (const auto& moved : given.moved) {
            missing -= moved.beyond;
        }
        SuppliesMoved moved{given.commodity};
        if (missing > 0) {
            give(moved, missing);
        } else if (missing < 0) {
            give_back(moved, -missing, out);
        }
        if (moved.beyond != 0 || !moved.movements.empty()) {
            plan_.moved.push_back(std::move(moved));
        }
    }
    [[nodiscard]] SuppliesPlan done() { return std::move(plan_); }

private:
    void give(SuppliesMoved& moved, std::int64_t pieces)
    {
        auto event = decide(book_, catalogue_, GiveStock{GiveStock::How::dispensed, moved.commodity, pieces}, now_);
        if (event) {
            add(moved, std::get<StockMoved>(*std::move(event)));
        } else {
            moved.beyond = pieces;
            plan_.events.emplace_back(SuppliesTaken{moved.commodity, pieces, now_.day, now_.at});
        }
    }
    /// The latest first. What was beyond the book cannot come back into it; a count says what is there.
    void give_back(SuppliesMoved& moved, std::int64_t pieces, std::vector<BatchChange> out)
    {
        std::ranges::reverse(out);
        std::vector<BatchChange> changes;
        for (const auto& batch : out) {
            const auto back = std::min(pieces, batch.amount);
            if (back > 0) {
                changes.push_back({batch.batch, back});
                pieces -= back;
            }
        }
        moved.beyond = -pieces;
        if (!changes.empty()) {
            add(moved, {.first = next_,
                        .kind = MovementKind::adjusted,
                        .commodity = moved.commodity,
                        .changes = std::move(changes),
                        .expiry = std::nullopt,
                        .reason = std::string{why_given_back},
                        .counters = std::nullopt,
                        .day = now_.day,
                        .at = now_.at});
        }
    }
    void add(SuppliesMoved& moved, StockMoved event)
    {
        event.first = next_;
        for (std::size_t place = 0; place < event.changes.size(); ++place) {
            moved.movements.push_back(next_);
            next_ = MovementId{next_.value() + 1};
        }
        plan_.events.emplace_back(std::move(event));
    }

    const StockBook& book_;
    const Catalogue& catalogue_;
    Moment now_;
    MovementId next_;
    SuppliesPlan plan_;
};

} // namespace

std::vector<SuppliesGiven> supplies_given(const Catalogue& catalogue, const File& before, const FileEntry& entry)
{
    const auto* saved = std::get_if<EncounterSaved>(&entry.event);
    if (saved == nullptr || saved->state != EncounterSaved::State::done) {
        return {};
    }
    const auto encounter = before.encounters.find(saved->encounter);
    std::map<CommodityCode, SuppliesGiven> given;
    for (const auto& commodity : catalogue.commodities) {
        if (!commodity.given_as) {
            continue;
        }
        SuppliesGiven supplies{commodity.code, pieces_in(entry.facts, *commodity.given_as), {}};
        if (encounter != before.encounters.end()) {
            std::ranges::copy_if(encounter->second.supplies, std::back_inserter(supplies.moved),
                                 [&](const SuppliesMoved& each) { return each.commodity == commodity.code; });
        }
        if (supplies.pieces > 0 || !supplies.moved.empty()) {
            given.emplace(commodity.code, std::move(supplies));
        }
    }
    std::vector<SuppliesGiven> all;
    std::ranges::transform(given, std::back_inserter(all), [](auto& each) { return std::move(each.second); });
    return all;
}

SuppliesPlan plan_supplies(const StockBook& book, const Catalogue& catalogue, const std::vector<SuppliesGiven>& given,
                           Moment now)
{
    Planning planning{book, catalogue, now};
    for (const auto& each : given) {
        planning.plan(each);
    }
    return planning.done();
}

} // namespace verandah::domain
