// SPDX-License-Identifier: Apache-2.0
// The cupboard over the wire. Asked by consoles; a kiosk says no more than what was taken, and is told nothing back.
// Nowhere does it say to whom anything went.
#pragma once

#include "shared/domain/stock/decide_stock.hpp"
#include "shared/domain/stock/stock_outlook.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

// POST /v1/stock/receive   {"commodity":"condom.male","batch":"LX-22","expiry":"2028-03-31","amount":1000}
// POST /v1/stock/dispense  {"commodity":"…","amount":28}
// POST /v1/stock/hand-out  {"commodity":"…","amount":12}; answered to a kiosk by an empty object
// POST /v1/stock/adjust    {"commodity":"…","batch":"…","amount":-4,"reason":"…"}
// POST /v1/stock/waste     {"commodity":"…","batch":"…","amount":4,"reason":"…"}
// POST /v1/stock/count     {"commodity":"…","batch":"…","found":93}
// POST /v1/stock/counter   {"movement":17,"reason":"…"}
// each answered by a StockReceipt. The bodies are the domain's commands (shared/domain/stock/decide_stock.hpp).

/// The body of dispense and hand-out.
struct GiveRequest {
    domain::CommodityCode commodity;
    std::int64_t amount;
};

/// 201 {"commodity":"…","movements":[{"movement":18,"batch":"LX-22","amount":-12}]}
struct StockReceipt {
    static constexpr std::size_t most = 1'000;
    struct Moved {
        domain::MovementId movement;
        domain::BatchCode batch;
        std::int64_t amount;
        friend bool operator==(const Moved&, const Moved&) = default;
    };
    domain::CommodityCode commodity;
    std::vector<Moved> movements;
    friend bool operator==(const StockReceipt&, const StockReceipt&) = default;
};

/// GET /v1/stock: everything that is kept, in the catalogue's order; what the catalogue no longer names behind it.
struct StockView {
    static constexpr std::size_t most = 400;        ///< Commodities.
    static constexpr std::size_t most_batches = 60; ///< Shown of one commodity.
    static constexpr int days_looked_back = 30;

    struct OfBatch {
        domain::BatchCode batch;
        domain::CentreDay expiry;
        std::int64_t balance;
        friend bool operator==(const OfBatch&, const OfBatch&) = default;
    };
    struct OfCommodity {
        domain::CommodityCode commodity;
        std::optional<domain::CommodityKind> kind{}; ///< Nothing: the catalogue does not name it any more.
        domain::Words label{};
        domain::Words unit{};
        std::int64_t low{0};
        std::int64_t to_give{0};      ///< Not expired.
        std::int64_t balance{0};      ///< Expired batches too.
        std::int64_t taken_beyond{0}; ///< Taken at a kiosk since the last count, and off no batch.
        std::optional<domain::CentreDay> nearest_expiry{};
        int days_without{0}; ///< Of those looked back at.
        bool to_confirm{false};
        std::vector<domain::DoseUnits> doses{};       ///< What a dose takes of it.
        std::vector<domain::StockWarning> warnings{}; ///< The most urgent first.
        std::vector<OfBatch> batches{};               ///< First-expired first; then the empty ones, the youngest first.
        friend bool operator==(const OfCommodity&, const OfCommodity&) = default;
    };
    domain::CentreDay day{};  ///< The centre's day it was looked at.
    domain::CentreDay from{}; ///< Days without are counted from here to `day`.
    std::vector<OfCommodity> commodities{};
    friend bool operator==(const StockView&, const StockView&) = default;
};

/// The query of GET /v1/stock/movements: ?commodity=condom.male&before=470
struct MovementsQuery {
    std::optional<domain::CommodityCode> commodity{};
    std::optional<domain::MovementId> before{}; ///< Go on before this one; nothing: from the newest on.
    friend bool operator==(const MovementsQuery&, const MovementsQuery&) = default;
};

/// One page, newest first.
struct MovementsView {
    static constexpr std::size_t page = 100;
    std::vector<domain::Movement> movements{};
    std::optional<domain::MovementId> next{}; ///< Ask on before this one; nothing: that was all.
    friend bool operator==(const MovementsView&, const MovementsView&) = default;
};

/// "?commodity=…", or nothing when nothing is asked.
[[nodiscard]] std::string query_text(const MovementsQuery& query);
/// What stands behind the path, with its question mark or empty. invalid_input for anything query_text() does not say.
[[nodiscard]] Decoded<MovementsQuery> decode_movements_query(std::string_view query);

[[nodiscard]] std::string encode(const domain::ReceiveStock& message);
[[nodiscard]] std::string encode(const GiveRequest& message);
[[nodiscard]] std::string encode(const domain::AdjustStock& message);
[[nodiscard]] std::string encode(const domain::WasteStock& message);
[[nodiscard]] std::string encode(const domain::CountStock& message);
[[nodiscard]] std::string encode(const domain::CounterMovement& message);
[[nodiscard]] std::string encode(const StockReceipt& receipt);
[[nodiscard]] std::string encode(const StockView& view);
[[nodiscard]] std::string encode(const MovementsView& view);

[[nodiscard]] Decoded<domain::ReceiveStock> decode_receive_request(std::string_view body);
[[nodiscard]] Decoded<GiveRequest> decode_give_request(std::string_view body);
[[nodiscard]] Decoded<domain::AdjustStock> decode_adjust_request(std::string_view body);
[[nodiscard]] Decoded<domain::WasteStock> decode_waste_request(std::string_view body);
[[nodiscard]] Decoded<domain::CountStock> decode_count_request(std::string_view body);
[[nodiscard]] Decoded<domain::CounterMovement> decode_counter_request(std::string_view body);
[[nodiscard]] Decoded<StockReceipt> decode_stock_receipt(std::string_view body);
[[nodiscard]] Decoded<StockView> decode_stock_view(std::string_view body);
[[nodiscard]] Decoded<MovementsView> decode_movements_view(std::string_view body);

} // namespace verandah::wire
