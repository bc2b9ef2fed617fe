// SPDX-License-Identifier: Apache-2.0
// The desk for everything about the line: numbers, calls, and every move of a ticket.
#pragma once

#include "clinic/hub/desks/asker.hpp"
#include "shared/domain/queue/decide.hpp"
#include "shared/vault/card_keeper.hpp"
#include "shared/wire/messages/queue_messages.hpp"

namespace verandah::hub {

/// Takes commands to the writer and makes receipts of what came of them. Borrows both for its whole life. Any thread.
class QueueDesk {
public:
    QueueDesk(store::Writer& writer, const vault::CardKeeper& cards) : writer_{writer}, cards_{cards} {}

    /// A number. A known card, an unknown one and a revoked one are answered alike and by the same path (field.md §12);
    /// a card whose ticket is still open gets that number again, and comes back in line with it when it was away.
    void check_in(wire::CheckInRequest request, const Asker& asker, Answer<wire::CheckInReceipt> answer);

    void call_next(const domain::CallNext& command, const Asker& asker, Answer<wire::CallReceipt> answer);
    void call_this(const domain::CallThis& command, const Asker& asker, Answer<wire::CallReceipt> answer);

    /// Any move that needs nothing but its command: Start, Finish, Hold, SendOn, Undo …
    template <class Command>
    void move(Command command, const Asker& asker, Answer<wire::MoveReceipt> answer);

    /// Closing and reopening the day. The receipt is empty.
    template <class Command>
    void turn_day(Command command, const Asker& asker, Answer<wire::EmptyRequest> answer);

private:
    store::Writer& writer_;
    const vault::CardKeeper& cards_;
};

/// The line's decision as the journal takes it.
[[nodiscard]] std::expected<std::vector<domain::Event>, domain::Refusal> as_events(domain::LineDecision decision);

/// The receipt for a move of `ticket`, from the event that did it; refuses when the event is about something else.
[[nodiscard]] std::expected<wire::MoveReceipt, domain::Refusal> move_receipt(domain::TicketId ticket,
                                                                             const domain::Event* event);
/// The receipt for a turn of the day, from the event that did it.
[[nodiscard]] std::expected<wire::EmptyRequest, domain::Refusal> day_receipt(const domain::Event* event);

template <class Command>
void QueueDesk::move(Command command, const Asker& asker, Answer<wire::MoveReceipt> answer)
{
    const auto ticket = command.ticket;
    ask<wire::MoveReceipt>(
        writer_, asker,
        [command = std::move(command)](const store::Ledger& ledger, domain::Moment now) {
            return as_events(domain::decide(ledger.line(), command, now));
        },
        [ticket](const store::Ledger&, const domain::Event* event) { return move_receipt(ticket, event); },
        std::move(answer));
}

template <class Command>
void QueueDesk::turn_day(Command command, const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        writer_, asker,
        [command](const store::Ledger& ledger, domain::Moment now) {
            return as_events(domain::decide(ledger.line(), command, now));
        },
        [](const store::Ledger&, const domain::Event* event) { return day_receipt(event); }, std::move(answer));
}

} // namespace verandah::hub
