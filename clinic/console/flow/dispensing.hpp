// SPDX-License-Identifier: Apache-2.0
// A dose on its way into her hand: what the cupboard keeps of it is taken off the stock, one drug after another, then
// it is written that she got it. When that is refused, what was taken is put back. What happens to it is in
// record_dispensing.hpp.
#pragma once

#include "shared/domain/record/file_event.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/domain/time.hpp"
#include "shared/wire/messages/stock_messages.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace verandah::console {

/// What was not answered is asked again after so long, under the same number.
inline constexpr std::chrono::seconds stock_asked_again_after{3};

struct Dispensing {
    enum class Step {
        taking,
        writing, ///< Everything is taken; the entry is on its way.
        putting_back,
    };
    /// What putting back ends with: too few were left, or the entry was refused.
    enum class Because { too_few, not_written };
    struct Part {
        domain::CommodityCode commodity;
        std::int64_t amount;
        friend bool operator==(const Part&, const Part&) = default;
    };
    domain::PrescriptionId prescription;
    int dose;
    std::deque<Part> to_take; ///< The first of them is asked for.
    std::vector<domain::MovementId> taken{};
    Step step{Step::taking};
    Because because{Because::too_few};
    std::size_t ask{0}; ///< The number of what is asked of the cupboard just now.
    std::optional<domain::Instant> lost_at{};
};

// What the hub says of it.
struct StockAnswered {
    std::size_t look;
    std::size_t ask;
    wire::StockReceipt receipt;
};
struct StockAskRefused {
    std::size_t look;
    std::size_t ask;
    domain::Refusal::Why why;
};
struct StockAskLost { ///< Nobody knows whether it was done.
    std::size_t look;
    std::size_t ask;
};

/// Asked of the hub: a change of the cupboard that belongs to a record. Asked again under the same number, it is the
/// same request: it is done once, however often it is asked.
struct MoveStock {
    std::size_t look;
    std::size_t ask;
    std::string path;
    std::string body;
};

} // namespace verandah::console
