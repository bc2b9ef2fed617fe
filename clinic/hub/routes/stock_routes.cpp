// SPDX-License-Identifier: Apache-2.0
// GET /v1/stock, /v1/stock/movements; POST /v1/stock/…
#include "clinic/hub/routes/decoded.hpp"
#include "clinic/hub/routes/handles.hpp"

namespace verandah::hub {

namespace {

using domain::GiveStock;

/// A body that is the command itself.
template <class Decode>
void change(Desks& desks, const Asked& asked, const wire::Reply& reply, Decode decode)
{
    decoded(asked, reply, decode, [&](auto command) {
        desks.stock.change(std::move(command), asked.asker, replying<wire::StockReceipt>(reply, created));
    });
}

void give(Desks& desks, const Asked& asked, const wire::Reply& reply, GiveStock::How how)
{
    decoded(asked, reply, wire::decode_give_request, [&](const wire::GiveRequest& body) {
        desks.stock.change(GiveStock{how, body.commodity, body.amount}, asked.asker,
                           replying<wire::StockReceipt>(reply, created));
    });
}

} // namespace

void see_stock(Desks& desks, const Asked&, const wire::Reply& reply)
{
    desks.stock.see([reply](const wire::StockView& view) { reply({ok, wire::encode(view)}); });
}

void see_movements(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    const auto query = wire::decode_movements_query(asked.query);
    if (!query) {
        reply(response_of(query.error()));
        return;
    }
    desks.stock.list(*query, [reply](const wire::MovementsView& view) { reply({ok, wire::encode(view)}); });
}

void receive_stock(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    change(desks, asked, reply, wire::decode_receive_request);
}

void dispense_stock(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    give(desks, asked, reply, GiveStock::How::dispensed);
}

/// At a kiosk it has happened already, and the kiosk is told nothing of what is left.
void hand_out_stock(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    if (asked.request.actor.kind != wire::DeviceKind::kiosk) {
        give(desks, asked, reply, GiveStock::How::handed_out);
        return;
    }
    decoded(asked, reply, wire::decode_give_request, [&](const wire::GiveRequest& body) {
        desks.stock.take({body.commodity, body.amount}, asked.asker, replying<wire::EmptyRequest>(reply, created));
    });
}

void adjust_stock(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    change(desks, asked, reply, wire::decode_adjust_request);
}

void waste_stock(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    change(desks, asked, reply, wire::decode_waste_request);
}

void count_stock(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    change(desks, asked, reply, wire::decode_count_request);
}

void counter_movement(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    change(desks, asked, reply, wire::decode_counter_request);
}

} // namespace verandah::hub
