// SPDX-License-Identifier: Apache-2.0
// An exact point in time, by steps of a day, an hour and five minutes. None of them leads into the future.
#include "clinic/console/flow/record_time.hpp"

#include "clinic/console/flow/session_acts.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using namespace std::chrono_literals;

domain::Instant on_a_step(domain::Instant at)
{
    const auto whole = std::chrono::floor<std::chrono::minutes>(at);
    return domain::Instant{whole - whole.time_since_epoch() % time_step};
}

} // namespace

bool can_step(const ExactTime& time, std::chrono::minutes by, domain::Instant now)
{
    const auto next = time.at + by;
    return next <= now && next >= now - longest_ago;
}

std::vector<Effect> handle_time(Console& console, const AskExactTime& wish, domain::Instant now)
{
    auto& record = *console.record;
    const auto answer = record.answers.find(wish.field);
    const auto* given = answer == record.answers.end() ? nullptr : std::get_if<domain::Instant>(&answer->second);
    record.time = ExactTime{wish.field, given == nullptr ? on_a_step(now) : *given};
    return {};
}

std::vector<Effect> handle_time(Console& console, const StepTime& wish, domain::Instant now)
{
    auto& time = console.record->time;
    if (time && can_step(*time, wish.by, now)) {
        time->at += wish.by;
    }
    return {};
}

std::vector<Effect> handle_time(Console& console, const CloseTime&, domain::Instant)
{
    console.record->time.reset();
    return {};
}

} // namespace verandah::console
