// SPDX-License-Identifier: Apache-2.0
// What is there and how it came to be, as JSON.
#include "shared/wire/messages/day_text.hpp"
#include "shared/wire/messages/parts.hpp"
#include "shared/wire/messages/stock_messages.hpp"

#include <utility>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;
using domain::Movement;
using domain::MovementId;
using OfBatch = StockView::OfBatch;
using OfCommodity = StockView::OfCommodity;

constexpr std::int64_t most_kept = domain::most_in_a_batch * 10'000;
constexpr std::size_t most_days = 10'000;

Json batch_json(const OfBatch& batch)
{
    return {{"batch", batch.batch.view()}, {"expiry", day_text(batch.expiry)}, {"balance", batch.balance}};
}

OfBatch read_batch(ObjectReader& reader)
{
    return {reader.code<domain::BatchCode>("batch"), reader.word("expiry", day_from),
            reader.number("balance", 0, domain::most_in_a_batch)};
}

Json dose_json(const domain::DoseUnits& dose)
{
    return {{"drug", dose.drug.view()}, {"dose", dose.dose}, {"units", dose.units}};
}

domain::DoseUnits read_dose(ObjectReader& reader)
{
    return {reader.code<domain::DrugCode>("drug"), reader.text("dose"), reader.number("units", 1, domain::most_moved)};
}

Json commodity_json(const OfCommodity& kept)
{
    Json json{{"commodity", kept.commodity.view()},
              {"label", kept.label},
              {"unit", kept.unit},
              {"low", kept.low},
              {"to_give", kept.to_give},
              {"balance", kept.balance},
              {"taken_beyond", kept.taken_beyond},
              {"days_without", kept.days_without},
              {"to_confirm", kept.to_confirm},
              {"doses", list_json(kept.doses, dose_json)},
              {"warnings", list_json(kept.warnings, [](domain::StockWarning each) { return Json(word(each)); })},
              {"batches", list_json(kept.batches, batch_json)}};
    if (kept.kind) {
        json["kind"] = word(*kept.kind);
    }
    if (kept.nearest_expiry) {
        json["nearest_expiry"] = day_text(*kept.nearest_expiry);
    }
    return json;
}

std::vector<domain::StockWarning> read_warnings(ObjectReader& reader)
{
    std::vector<domain::StockWarning> warnings;
    for (const auto& value : reader.list("warnings", domain::every_stock_warning.size())) {
        const auto warning =
            value.is_string() ? domain::stock_warning_from(value.get_ref<const std::string&>()) : std::nullopt;
        if (warning) {
            warnings.push_back(*warning);
        } else {
            reader.refuse("warnings", "holds a word not known here");
        }
    }
    return warnings;
}

OfCommodity read_commodity(ObjectReader& reader)
{
    return {.commodity = reader.code<domain::CommodityCode>("commodity"),
            .kind = reader.optional_word("kind", domain::commodity_kind_from),
            .label = read_words(reader, "label"),
            .unit = read_words(reader, "unit"),
            .low = reader.number("low", 0, most_kept),
            .to_give = reader.number("to_give", 0, most_kept),
            .balance = reader.number("balance", 0, most_kept),
            .taken_beyond = reader.number("taken_beyond", 0, most_kept),
            .nearest_expiry = reader.optional_word("nearest_expiry", day_from),
            .days_without = static_cast<int>(reader.number("days_without", 0, most_days)),
            .to_confirm = reader.yes_or_no("to_confirm"),
            .doses = read_each(reader, "doses", domain::Commodity::most_doses, read_dose),
            .warnings = read_warnings(reader),
            .batches = read_each(reader, "batches", StockView::most_batches, read_batch)};
}

Json movement_json(const Movement& movement)
{
    Json json{
        {"movement", movement.id.value()}, {"kind", word(movement.kind)}, {"commodity", movement.commodity.view()},
        {"batch", movement.batch.view()},  {"amount", movement.amount},   {"day", day_text(movement.day)},
        {"at", milliseconds(movement.at)}};
    if (!movement.reason.empty()) {
        json["reason"] = movement.reason;
    }
    if (movement.expiry) {
        json["expiry"] = day_text(*movement.expiry);
    }
    if (movement.counters) {
        json["counters"] = movement.counters->value();
    }
    if (movement.countered_by) {
        json["countered_by"] = movement.countered_by->value();
    }
    return json;
}

std::optional<MovementId> optional_movement(ObjectReader& reader, std::string_view field)
{
    const auto number = reader.optional_number(field, 1, largest_number);
    return number ? std::optional{MovementId{*number}} : std::nullopt;
}

Movement read_movement(ObjectReader& reader)
{
    return {.id = MovementId{reader.number("movement", 1, largest_number)},
            .kind = reader.word("kind", domain::movement_kind_from),
            .commodity = reader.code<domain::CommodityCode>("commodity"),
            .batch = reader.code<domain::BatchCode>("batch"),
            .amount = reader.number("amount", -domain::most_in_a_batch, domain::most_in_a_batch),
            .reason = reader.optional_text("reason", domain::longest_stock_reason).value_or(""),
            .expiry = reader.optional_word("expiry", day_from),
            .counters = optional_movement(reader, "counters"),
            .countered_by = optional_movement(reader, "countered_by"),
            .day = reader.word("day", day_from),
            .at = reader.instant("at")};
}

} // namespace

std::string encode(const StockView& view)
{
    return Json{{"day", day_text(view.day)},
                {"from", day_text(view.from)},
                {"commodities", list_json(view.commodities, commodity_json)}}
        .dump();
}

Decoded<StockView> decode_stock_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return StockView{reader.word("day", day_from), reader.word("from", day_from),
                         read_each(reader, "commodities", StockView::most, read_commodity)};
    });
}

std::string encode(const MovementsView& view)
{
    Json json{{"movements", list_json(view.movements, movement_json)}};
    if (view.next) {
        json["next"] = view.next->value();
    }
    return json.dump();
}

Decoded<MovementsView> decode_movements_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return MovementsView{read_each(reader, "movements", MovementsView::page, read_movement),
                             optional_movement(reader, "next")};
    });
}

} // namespace verandah::wire
