// SPDX-License-Identifier: Apache-2.0
// The desk for the cupboard.
#pragma once

#include "clinic/hub/desks/asker.hpp"
#include "shared/wire/messages/stock_messages.hpp"

#include <functional>

namespace verandah::hub {

/// What is there, how it came to be, and every change of it. A locked hub knows no balances and changes none, but for
/// what is taken at a kiosk: that is written down as it is told, and a kiosk hears the same as ever.
/// Borrows writer and catalogue for its whole life. Any thread.
class StockDesk {
public:
    StockDesk(store::Writer& writer, const domain::Catalogue& catalogue, std::function<domain::Moment()> now)
        : writer_{writer}, catalogue_{catalogue}, now_{std::move(now)}
    {
    }

    void see(std::function<void(wire::StockView)> answer);
    void list(const wire::MovementsQuery& query, std::function<void(wire::MovementsView)> answer);
    void change(const domain::StockCommand& command, const Asker& asker, Answer<wire::StockReceipt> answer);
    /// At a kiosk.
    void take(const domain::TakeSupplies& command, const Asker& asker, Answer<wire::EmptyRequest> answer);

private:
    store::Writer& writer_;
    const domain::Catalogue& catalogue_;
    std::function<domain::Moment()> now_;
};

/// What is there on a day, as consoles show it.
[[nodiscard]] wire::StockView stock_view(const domain::StockBook& book, const domain::Catalogue& catalogue,
                                         domain::CentreDay day);
[[nodiscard]] wire::MovementsView movements_view(const domain::StockBook& book, const wire::MovementsQuery& query);

} // namespace verandah::hub
