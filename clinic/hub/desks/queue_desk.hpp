// SPDX-License-Identifier: Apache-2.0
// The desk for everything about the line: numbers, calls, and every move of a ticket.
#pragma once

#include "clinic/hub/desks/asker.hpp"
#include "clinic/hub/lock/hub_state.hpp"
#include "shared/domain/queue/decide.hpp"
#include "shared/wire/messages/queue_messages.hpp"

namespace verandah::hub {

/// Takes commands to the writer and makes receipts of what came of them. Borrows both for its whole life. Any thread.
class QueueDesk {
public:
    QueueDesk(store::Writer& writer, const HubState& hub) : writer_{writer}, hub_{hub} {}

    /// A number. A known card, an unknown one and a revoked one are answered alike and by the same path (field.md §12);
    /// a card whose ticket is still open gets that number again, and comes back in line with it when it was away. To a
    /// locked hub every card is an unknown one.
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
    const HubState& hub_;
};

/// The line's decision as the journal takes it.
[[nodiscard]] std::expected<std::vector<domain::Event>, domain::Refusal> as_events(domain::LineDecision decision);

/// Which events answer a command. A key that brought any other one before was used for something else.
template <class... Happened>
struct OneOf {};
template <class Command>
inline constexpr OneOf<> answers_to{};
template <>
inline constexpr OneOf<domain::TicketCalledAgain, domain::TicketWentAway> answers_to<domain::CallAgain>{};
template <>
inline constexpr OneOf<domain::TicketStarted> answers_to<domain::Start>{};
template <>
inline constexpr OneOf<domain::StepFinished> answers_to<domain::Finish>{};
template <>
inline constexpr OneOf<domain::TicketHeld> answers_to<domain::Hold>{};
template <>
inline constexpr OneOf<domain::TicketResumed> answers_to<domain::Resume>{};
template <>
inline constexpr OneOf<domain::TicketWentAway> answers_to<domain::StepAway>{};
template <>
inline constexpr OneOf<domain::TicketCameBack> answers_to<domain::ComeBack>{};
template <>
inline constexpr OneOf<domain::TicketSentOn> answers_to<domain::SendOn>{};
template <>
inline constexpr OneOf<domain::TicketLeft> answers_to<domain::Leave>{};
template <>
inline constexpr OneOf<domain::TicketReclassified> answers_to<domain::Reclassify>{};
template <>
inline constexpr OneOf<domain::MoveUndone> answers_to<domain::Undo>{};
template <>
inline constexpr OneOf<domain::DayClosed> answers_to<domain::CloseDay>{};
template <>
inline constexpr OneOf<domain::DayReopened> answers_to<domain::ReopenDay>{};

/// Whether `event` is one of these and `fits(event)`.
template <class... Happened, class Fits>
[[nodiscard]] bool is_one_of(OneOf<Happened...>, const domain::Event* event, Fits fits)
{
    const auto* in_line = event == nullptr ? nullptr : std::get_if<domain::LineEvent>(event);
    return in_line != nullptr &&
           ((std::holds_alternative<Happened>(*in_line) && fits(std::get<Happened>(*in_line))) || ...);
}

template <class Command>
void QueueDesk::move(Command command, const Asker& asker, Answer<wire::MoveReceipt> answer)
{
    const auto ticket = command.ticket;
    ask<wire::MoveReceipt>(
        writer_, asker,
        [command = std::move(command)](const store::Ledger& ledger, domain::Moment now) {
            return as_events(domain::decide(ledger.line(), command, now));
        },
        [ticket](const store::Ledger&,
                 const domain::Event* event) -> std::expected<wire::MoveReceipt, domain::Refusal> {
            if (!is_one_of(answers_to<Command>, event, [&](const auto& move) { return move.ticket == ticket; })) {
                return key_of_something_else();
            }
            return wire::MoveReceipt{ticket};
        },
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
        [](const store::Ledger&, const domain::Event* event) -> std::expected<wire::EmptyRequest, domain::Refusal> {
            if (!is_one_of(answers_to<Command>, event, [](const auto&) { return true; })) {
                return key_of_something_else();
            }
            return wire::EmptyRequest{};
        },
        std::move(answer));
}

} // namespace verandah::hub
