// SPDX-License-Identifier: Apache-2.0
// Keys of forgetting, remembered for ten minutes.
#include "clinic/hub/desks/answered_keys.hpp"

#include <algorithm>
#include <utility>

namespace verandah::hub {

std::expected<void, domain::Refusal> AnsweredKeys::check(const domain::RequestKey& key, domain::Instant now)
{
    if (key.made_at() < now - remembered) {
        return domain::refuse(domain::Refusal::Why::invalid_input,
                              "the Idempotency-Key has expired; ask anew with a new one");
    }
    if (key.made_at() > now + remembered) {
        return domain::refuse(domain::Refusal::Why::invalid_input,
                              "the Idempotency-Key is from the future; set the device's clock");
    }
    return {};
}

AnsweredKeys::Place AnsweredKeys::ask(const domain::RequestKey& key, const WhomToForget& whom,
                                      Answer<wire::ForgettingReceipt> answer, domain::Instant now)
{
    const auto earlier = std::ranges::find(entries_, key, &Entry::key);
    if (earlier == entries_.end()) {
        if (entries_.size() == most) {
            const auto answered = std::ranges::find_if(entries_, &std::optional<Outcome>::has_value, &Entry::outcome);
            if (answered == entries_.end()) {
                return Outcome{
                    domain::refuse(domain::Refusal::Why::conflict, "too much is being forgotten; ask in a while")};
            }
            entries_.erase(answered);
        }
        entries_.push_back({key, whom, now, std::nullopt, {}});
        entries_.back().waiting.push_back(std::move(answer));
        return First{};
    }
    if (earlier->whom != whom) {
        return Outcome{key_of_something_else()};
    }
    if (earlier->outcome) {
        return *earlier->outcome;
    }
    earlier->waiting.push_back(std::move(answer));
    return Waits{};
}

AnsweredKeys::Answers AnsweredKeys::tell(const domain::RequestKey& key, const Outcome& outcome)
{
    const auto entry = std::ranges::find(entries_, key, &Entry::key);
    if (entry == entries_.end()) {
        return {};
    }
    entry->outcome = outcome;
    auto waiting = std::exchange(entry->waiting, {});
    if (!outcome) { // nothing was done: the same may be tried again with the same key
        entries_.erase(entry);
    }
    return waiting;
}

void AnsweredKeys::pass_time(domain::Instant now)
{
    std::erase_if(entries_, [&](const Entry& each) {
        return each.outcome && (now - each.at >= remembered || each.at - now >= remembered);
    });
}

void AnsweredKeys::drop_answered()
{
    std::erase_if(entries_, [](const Entry& each) { return each.outcome.has_value(); });
}

} // namespace verandah::hub
