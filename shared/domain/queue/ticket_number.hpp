// SPDX-License-Identifier: Apache-2.0
// The number on the board.
#pragma once

#include "shared/domain/refusal.hpp"

#include <compare>
#include <expected>
#include <string>

namespace verandah::domain {

/// The number a person is called by, such as "47". It says nothing about them or their service: one neutral series for
/// all services of a centre day (field.md §3). Invariant: 1..9,999,999; restarts on the centre's day boundary. A centre
/// sets its own largest number, 999 unless told.
class TicketNumber {
public:
    static constexpr int largest = 9'999'999;

    [[nodiscard]] static std::expected<TicketNumber, Refusal> make(int number); ///< invalid_input outside the range.
    [[nodiscard]] int value() const { return number_; }
    [[nodiscard]] std::string text() const;
    friend auto operator<=>(const TicketNumber&, const TicketNumber&) = default;

private:
    explicit TicketNumber(int number) : number_{number} {}
    int number_;
};

} // namespace verandah::domain
