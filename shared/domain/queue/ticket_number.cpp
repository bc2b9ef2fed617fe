// SPDX-License-Identifier: Apache-2.0
// The number on the board: its range and its text.
#include "shared/domain/queue/ticket_number.hpp"

namespace verandah::domain {

std::expected<TicketNumber, Refusal> TicketNumber::make(int number)
{
    if (number < 1 || number > largest) {
        return refuse(Refusal::Why::invalid_input, "a ticket number is 1 to " + std::to_string(largest));
    }
    return TicketNumber{number};
}

std::string TicketNumber::text() const
{
    return std::to_string(number_);
}

} // namespace verandah::domain
