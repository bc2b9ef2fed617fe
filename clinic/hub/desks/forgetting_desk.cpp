// SPDX-License-Identifier: Apache-2.0
// The desk for being forgotten.
#include "clinic/hub/desks/forgetting_desk.hpp"

#include <utility>

namespace verandah::hub {

namespace {

using Why = domain::Refusal::Why;
using Receipt = wire::ForgettingReceipt;
using Request = ForgettingRequests::Request;

std::unexpected<domain::Refusal> locked_for_forgetting()
{
    return domain::refuse(Why::conflict, "the hub is locked");
}

std::unexpected<domain::Refusal> not_there_any_more()
{
    return domain::refuse(Why::not_found, "nobody asks for that any more, or somebody is about it already");
}

/// A refusal as an answer carries it.
template <class Kind>
std::expected<Kind, NoReceipt> as_answer(const std::expected<Kind, domain::Refusal>& outcome)
{
    return outcome ? std::expected<Kind, NoReceipt>{*outcome} : std::unexpected{NoReceipt{outcome.error()}};
}

} // namespace

void ForgettingDesk::ask(const wire::ForgetRequest& request, const Asker& asker,
                         const Answer<wire::EmptyRequest>& answer)
{
    const auto now = options_.now();
    if (const auto key = AnsweredKeys::check(*asker.key, now); !key) {
        answer(std::unexpected{NoReceipt{key.error()}});
        return;
    }
    // A locked hub takes it, too, hashed with a key made by chance; nobody can see it there, and it goes with the lock.
    const auto cards = hub_.cards();
    auto taken = ForgettingRequests::Taken::anew;
    {
        const KeptHash card{cards->lookup(request.card)};
        const std::lock_guard lock{mutex_};
        taken = requests_.take(asker.device, *asker.key, card.hash(), now);
    }
    if (hub_.cards() != cards) { // locked or opened just now, and let_go() was perhaps called too early for this one
        let_go();
    }
    if (taken == ForgettingRequests::Taken::key_of_another) {
        answer(std::unexpected{NoReceipt{key_of_something_else().error()}});
        return;
    }
    answer(wire::EmptyRequest{});
    if (taken == ForgettingRequests::Taken::anew) {
        options_.changed();
    }
}

void ForgettingDesk::take_back(const Asker& asker, const Answer<wire::EmptyRequest>& answer)
{
    auto went = ForgettingRequests::Went::none;
    {
        const std::lock_guard lock{mutex_};
        went = requests_.withdraw_of(asker.device);
    }
    answer(wire::EmptyRequest{});
    if (went == ForgettingRequests::Went::some) {
        options_.changed();
    }
}

wire::ForgettingRequestsView ForgettingDesk::view()
{
    const std::lock_guard lock{mutex_};
    requests_.pass_time(options_.now());
    return requests_.view();
}

void ForgettingDesk::carry_out(domain::ForgettingRequestId request, const Asker& asker, const Answer<Receipt>& answer)
{
    if (!is_first(request, asker, answer)) {
        return;
    }
    std::optional<Request> withdrawn;
    {
        const std::lock_guard lock{mutex_};
        requests_.pass_time(options_.now());
        withdrawn = requests_.withdraw(request);
    }
    if (!withdrawn) {
        tell(*asker.key, not_there_any_more());
        return;
    }
    options_.changed(); // nobody else begins with it
    const KeptHash card = withdrawn->card;
    forget_holder_of(card, asker, std::move(withdrawn));
}

void ForgettingDesk::decline(domain::ForgettingRequestId request, const Answer<wire::EmptyRequest>& answer)
{
    bool is_there = false;
    {
        const std::lock_guard lock{mutex_};
        is_there = requests_.withdraw(request).has_value();
    }
    answer(wire::EmptyRequest{});
    if (is_there) {
        options_.changed();
    }
}

void ForgettingDesk::forget(const wire::ForgetRequest& request, const Asker& asker, const Answer<Receipt>& answer)
{
    const auto cards = hub_.own_cards();
    if (!cards) {
        answer(std::unexpected{NoReceipt{locked_for_forgetting().error()}});
        return;
    }
    const KeptHash card{cards->lookup(request.card)};
    if (is_first(card, asker, answer)) {
        forget_holder_of(card, asker, std::nullopt);
    }
}

bool ForgettingDesk::is_first(const WhomToForget& whom, const Asker& asker, const Answer<Receipt>& answer)
{
    const auto now = options_.now();
    auto place = [&]() -> AnsweredKeys::Place {
        if (const auto key = AnsweredKeys::check(*asker.key, now); !key) {
            return AnsweredKeys::Outcome{std::unexpected{key.error()}};
        }
        const std::lock_guard lock{mutex_};
        keys_.pass_time(now);
        return keys_.ask(*asker.key, whom, answer, now);
    }();
    if (const auto* outcome = std::get_if<AnsweredKeys::Outcome>(&place)) {
        answer(as_answer(*outcome));
    }
    return std::holds_alternative<AnsweredKeys::First>(place);
}

void ForgettingDesk::forget_holder_of(const KeptHash& card, const Asker& asker, std::optional<Request> request)
{
    options_.forget(card.hash(), asker,
                    [this, key = *asker.key, request = std::move(request)](const AnsweredKeys::Outcome& outcome) {
                        if (!outcome && request && !hub_.is_locked()) {
                            {
                                const std::lock_guard lock{mutex_};
                                requests_.put_back(*request);
                            }
                            options_.changed();
                        }
                        tell(key, outcome);
                    });
}

void ForgettingDesk::tell(const domain::RequestKey& key, const AnsweredKeys::Outcome& outcome)
{
    AnsweredKeys::Answers answers;
    {
        const std::lock_guard lock{mutex_};
        answers = keys_.tell(key, outcome);
    }
    for (const auto& answer : answers) {
        answer(as_answer(outcome));
    }
}

void ForgettingDesk::let_go()
{
    auto went = ForgettingRequests::Went::none;
    {
        const std::lock_guard lock{mutex_};
        went = requests_.drop_all();
        keys_.drop_answered();
    }
    if (went == ForgettingRequests::Went::some) {
        options_.changed();
    }
}

void ForgettingDesk::pass_time()
{
    auto went = ForgettingRequests::Went::none;
    {
        const std::lock_guard lock{mutex_};
        const auto now = options_.now();
        went = requests_.pass_time(now);
        keys_.pass_time(now);
    }
    if (went == ForgettingRequests::Went::some) {
        options_.changed();
    }
}

} // namespace verandah::hub
