// SPDX-License-Identifier: Apache-2.0
// Strong identities: a row that cannot be mistaken for another kind of row, nor for a count.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace verandah::domain {

/// A row identity that cannot be mistaken for another kind of id, nor for a count.
/// No default value: an id exists only once something has given it.
template <class Tag>
class Id {
public:
    explicit constexpr Id(std::int64_t value) : value_{value} {}
    [[nodiscard]] constexpr std::int64_t value() const { return value_; }
    friend constexpr auto operator<=>(Id, Id) = default;

private:
    std::int64_t value_;
};

using TicketId = Id<struct TicketTag>; ///< One place in line in one visit. Never reused, unlike the number people see.
using VisitorId = Id<struct VisitorTag>;                     ///< Whoever holds a card. Says nothing about the person.
using AlertId = Id<struct AlertTag>;                         ///< One "I need help now".
using ForgettingRequestId = Id<struct ForgettingRequestTag>; ///< One "forget me" at a kiosk.
using FileId =
    Id<struct FileTag>; ///< What the clinic has written about one visitor, or in one visit of somebody without a card.
using TracingId =
    Id<struct TracingTag>; ///< One due item in an outreach worker's hands. Drawn by chance: it says nothing.

} // namespace verandah::domain

template <class Tag>
struct std::hash<verandah::domain::Id<Tag>> {
    [[nodiscard]] std::size_t operator()(verandah::domain::Id<Tag> id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.value());
    }
};
