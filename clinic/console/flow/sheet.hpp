// SPDX-License-Identifier: Apache-2.0
// The small questions that lie over the screen. Each holds what was answered so far.
#pragma once

#include "clinic/console/flow/counterfoil.hpp"
#include "clinic/console/flow/past.hpp"
#include "clinic/console/flow/stock.hpp"
#include "shared/domain/code.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/queue/command.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verandah::console {

/// Which room this console calls to.
struct StationSheet {};

struct SendOnSheet {
    domain::TicketId ticket;
    std::optional<domain::ServiceCode> service{};
    domain::SendOn::Place place{domain::SendOn::Place::by_arrival};
};

struct HoldSheet {
    domain::TicketId ticket;
    std::optional<std::chrono::minutes> back_in{};
    std::string typed{}; ///< Minutes in digits; counts before `back_in` when it is a number.
};
inline constexpr std::array usual_holds{std::chrono::minutes{5}, std::chrono::minutes{10}, std::chrono::minutes{15},
                                        std::chrono::minutes{30}};

/// Reasons that most calls out of order have. What is typed goes before.
enum class UsualReason { asked_to, unwell, waited_outside };
inline constexpr std::array usual_reasons{UsualReason::asked_to, UsualReason::unwell, UsualReason::waited_outside};

struct CallThisSheet {
    domain::TicketId ticket;
    std::optional<UsualReason> reason{};
    std::string typed{};
};

struct ClassSheet {
    domain::TicketId ticket;
    std::optional<domain::PriorityCode> priority{};
    std::optional<UsualReason> reason{};
    std::string typed{};
};

struct AddSheet {
    std::vector<domain::ServiceCode> services{};
    std::optional<domain::PriorityCode> priority{}; ///< nullopt: as the services say.
};

struct DaySheet {
    enum class Turn { close, reopen };
    Turn turn;
};

/// How the screen looks and sounds.
struct SettingsSheet {};

/// What is looked for in who did what.
struct FilterSheet {
    std::optional<domain::DeedKind> kind{};
    PastDays days{PastDays::all};
    std::string typed{}; ///< An account or a device; empty: anybody.
};

/// Who did what goes into a file. Where, the program says a moment later.
struct SaveSheet {
    std::string folder{};
};

using Sheet = std::variant<StationSheet, SendOnSheet, HoldSheet, CallThisSheet, ClassSheet, AddSheet, DaySheet,
                           SettingsSheet, FilterSheet, SaveSheet, StockSheet, CounterfoilSheet>;

} // namespace verandah::console
