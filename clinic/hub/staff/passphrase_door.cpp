// SPDX-License-Identifier: Apache-2.0
// Turns and waits at each console.
#include "clinic/hub/staff/passphrase_door.hpp"

#include <chrono>

namespace verandah::hub {

std::expected<PassphraseDoor::Turn, domain::Refusal> PassphraseDoor::take_turn(const std::string& device)
{
    const std::lock_guard lock{mutex_};
    const auto [place, is_first] = under_way_.insert(device);
    if (!is_first) {
        return domain::refuse(domain::Refusal::Why::conflict, "a passphrase is being checked at this console already");
    }
    return Turn{static_cast<const void*>(&*place), [this, device](const void*) {
                    const std::lock_guard again{mutex_};
                    under_way_.erase(device);
                }};
}

std::expected<PassphraseDoor::Turn, NoReceipt>
PassphraseDoor::take_turn(const std::string& device, const domain::AccountCode& account, domain::Instant now)
{
    {
        const std::lock_guard lock{mutex_};
        if (const auto free = attempts_.free_at(device, account, now); free > now) {
            return std::unexpected{NoReceipt{TooSoon{std::chrono::ceil<std::chrono::seconds>(free - now)}}};
        }
    }
    auto turn = take_turn(device);
    if (!turn) {
        return std::unexpected{NoReceipt{turn.error()}};
    }
    return *std::move(turn);
}

std::optional<int> PassphraseDoor::failed(const std::string& device, const domain::AccountCode& account,
                                          domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    attempts_.failed(device, account, now);
    return sparing_.write_down(device, now);
}

void PassphraseDoor::succeeded(const std::string& device, const domain::AccountCode& account, domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    attempts_.succeeded(device, account, now);
}

} // namespace verandah::hub
