// SPDX-License-Identifier: Apache-2.0
// What is asked of the cupboard, as JSON.
#include "shared/wire/messages/stock_messages.hpp"

#include "shared/wire/messages/day_text.hpp"
#include "shared/wire/messages/parts.hpp"
#include "shared/wire/messages/query_parts.hpp"

#include <charconv>
#include <utility>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;
using domain::BatchCode;
using domain::CommodityCode;
using domain::MovementId;

std::int64_t amount(ObjectReader& reader)
{
    return reader.number("amount", -domain::most_moved, domain::most_moved);
}
std::string reason(ObjectReader& reader)
{
    return reader.text("reason", domain::longest_stock_reason);
}

std::optional<MovementId> movement_from(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_one =
        fault == std::errc{} && end == text.data() + text.size() && value > 0 && value <= largest_number;
    return is_one ? std::optional{MovementId{value}} : std::nullopt;
}

/// Takes one "name=value" in; false when it says nothing that is known.
bool take_filter(MovementsQuery& query, std::string_view name, std::string_view value)
{
    if (name == "commodity") {
        const auto code = CommodityCode::make(value);
        query.commodity = code ? std::optional{*code} : std::nullopt;
        return query.commodity.has_value();
    }
    query.before = name == "before" ? movement_from(value) : std::nullopt;
    return query.before.has_value();
}

} // namespace

std::string query_text(const MovementsQuery& query)
{
    QueryText text;
    if (query.commodity) {
        text.add("commodity", query.commodity->view());
    }
    if (query.before) {
        text.add("before", std::to_string(query.before->value()));
    }
    return text.text();
}

Decoded<MovementsQuery> decode_movements_query(std::string_view text)
{
    return read_query<MovementsQuery>(text, take_filter);
}

std::string encode(const domain::ReceiveStock& message)
{
    return Json{{"commodity", message.commodity.view()},
                {"batch", message.batch.view()},
                {"expiry", day_text(message.expiry)},
                {"amount", message.amount}}
        .dump();
}
Decoded<domain::ReceiveStock> decode_receive_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return domain::ReceiveStock{reader.code<CommodityCode>("commodity"), reader.code<BatchCode>("batch"),
                                    reader.word("expiry", day_from), amount(reader)};
    });
}

std::string encode(const GiveRequest& message)
{
    return Json{{"commodity", message.commodity.view()}, {"amount", message.amount}}.dump();
}
Decoded<GiveRequest> decode_give_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return GiveRequest{reader.code<CommodityCode>("commodity"), amount(reader)};
    });
}

std::string encode(const domain::AdjustStock& message)
{
    return Json{{"commodity", message.commodity.view()},
                {"batch", message.batch.view()},
                {"amount", message.amount},
                {"reason", message.reason}}
        .dump();
}
Decoded<domain::AdjustStock> decode_adjust_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return domain::AdjustStock{reader.code<CommodityCode>("commodity"), reader.code<BatchCode>("batch"),
                                   amount(reader), reason(reader)};
    });
}

std::string encode(const domain::WasteStock& message)
{
    return encode(domain::AdjustStock{message.commodity, message.batch, message.amount, message.reason});
}
Decoded<domain::WasteStock> decode_waste_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return domain::WasteStock{reader.code<CommodityCode>("commodity"), reader.code<BatchCode>("batch"),
                                  amount(reader), reason(reader)};
    });
}

std::string encode(const domain::CountStock& message)
{
    return Json{{"commodity", message.commodity.view()}, {"batch", message.batch.view()}, {"found", message.found}}
        .dump();
}
Decoded<domain::CountStock> decode_count_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return domain::CountStock{reader.code<CommodityCode>("commodity"), reader.code<BatchCode>("batch"),
                                  reader.number("found", 0, domain::most_in_a_batch)};
    });
}

std::string encode(const domain::CounterMovement& message)
{
    return Json{{"movement", message.movement.value()}, {"reason", message.reason}}.dump();
}
Decoded<domain::CounterMovement> decode_counter_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return domain::CounterMovement{MovementId{reader.number("movement", 1, largest_number)}, reason(reader)};
    });
}

std::string encode(const StockReceipt& receipt)
{
    const auto moved_json = [](const StockReceipt::Moved& moved) {
        return Json{{"movement", moved.movement.value()}, {"batch", moved.batch.view()}, {"amount", moved.amount}};
    };
    return Json{{"commodity", receipt.commodity.view()}, {"movements", list_json(receipt.movements, moved_json)}}
        .dump();
}
Decoded<StockReceipt> decode_stock_receipt(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return StockReceipt{reader.code<CommodityCode>("commodity"),
                            read_each(reader, "movements", StockReceipt::most, [](ObjectReader& each) {
                                return StockReceipt::Moved{
                                    MovementId{each.number("movement", 1, largest_number)},
                                    each.code<BatchCode>("batch"),
                                    each.number("amount", -domain::most_in_a_batch, domain::most_in_a_batch)};
                            })};
    });
}

} // namespace verandah::wire
