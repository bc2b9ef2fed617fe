// SPDX-License-Identifier: Apache-2.0
// Wrong passphrases, counted and forgotten.
#include "shared/domain/staff/attempts.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

namespace {

template <std::size_t size>
std::chrono::seconds wait_after(const std::array<std::chrono::seconds, size>& waits, std::size_t count)
{
    return count == 0 ? std::chrono::seconds{0} : waits.at(std::min(count, size) - 1);
}

} // namespace

/// A clock that was set back makes nobody wait longer than she would have.
std::size_t Attempts::still_counted(const Failures& failures, Instant now)
{
    return now - failures.last >= remembered || now < failures.last ? 0 : failures.count;
}

void Attempts::count(Failures& failures, Instant now)
{
    failures = {still_counted(failures, now) + 1, now};
}

Instant Attempts::free_at(const std::string& device, const AccountCode& account, Instant now) const
{
    const auto at = devices_.find(device);
    if (at == devices_.end()) {
        return now;
    }
    const auto& [all, accounts] = at->second;
    auto free = all.last + wait_after(device_waits, still_counted(all, now));
    if (const auto known = accounts.find(account); known != accounts.end()) {
        const auto& failures = known->second;
        free = std::max(free, failures.last + wait_after(account_waits, still_counted(failures, now)));
    }
    return free;
}

void Attempts::failed(const std::string& device, const AccountCode& account, Instant now)
{
    auto& [all, accounts] = devices_[device];
    count(all, now);
    std::erase_if(accounts, [now](const auto& entry) { return still_counted(entry.second, now) == 0; });
    if (accounts.contains(account) || accounts.size() < names_at_a_device) {
        count(accounts[account], now);
    }
}

void Attempts::succeeded(const std::string& device, const AccountCode& account, Instant now)
{
    if (const auto at = devices_.find(device); at != devices_.end()) {
        at->second.accounts.erase(account);
        auto& all = at->second.all;
        all.count = still_counted(all, now) / 2;
    }
}

std::optional<int> Sparing::write_down(const std::string& device, Instant now)
{
    auto& minute = minutes_[device];
    if (now - minute.since >= std::chrono::minutes{1} || now < minute.since) {
        minute = {.since = now, .written = 0, .left_out = minute.left_out};
    }
    if (minute.written >= a_minute) {
        ++minute.left_out;
        return std::nullopt;
    }
    ++minute.written;
    return std::exchange(minute.left_out, 0);
}

} // namespace verandah::domain
