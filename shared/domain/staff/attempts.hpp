// SPDX-License-Identifier: Apache-2.0
// Wrong passphrases: each makes the next try at that device wait longer. Accounts are never locked, so nobody can be
// locked out by somebody else's tries; a vandal slows down the device she stands at, and no other.
#pragma once

#include "shared/domain/code.hpp"
#include "shared/domain/time.hpp"

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace verandah::domain {

/// How long to wait after the first wrong passphrase, the second … for one account at one device. The last one stays.
inline constexpr std::array account_waits{std::chrono::seconds{0},  std::chrono::seconds{0},  std::chrono::seconds{2},
                                          std::chrono::seconds{5},  std::chrono::seconds{10}, std::chrono::seconds{20},
                                          std::chrono::seconds{40}, std::chrono::seconds{60}};
/// The same for all accounts of a device together: somebody who tries a list of names.
inline constexpr std::array device_waits{std::chrono::seconds{0}, std::chrono::seconds{0},  std::chrono::seconds{0},
                                         std::chrono::seconds{0}, std::chrono::seconds{2},  std::chrono::seconds{5},
                                         std::chrono::seconds{5}, std::chrono::seconds{10}, std::chrono::seconds{10},
                                         std::chrono::seconds{30}};

/// The wrong tries of the last quarter of an hour. In RAM only; a value.
class Attempts {
public:
    static constexpr std::chrono::minutes remembered{15};
    /// More names than these at one device are not told apart: they wait as the device does.
    static constexpr std::size_t names_at_a_device = 32;

    /// From when on somebody may try that account at that device; not later than `now` when it is free.
    [[nodiscard]] Instant free_at(const std::string& device, const AccountCode& account, Instant now) const;
    void failed(const std::string& device, const AccountCode& account, Instant now);
    /// Forgets what was wrong before: of that account at that device, and half of what the device did, so that somebody
    /// with a passphrase of her own cannot try a colleague's for free.
    void succeeded(const std::string& device, const AccountCode& account, Instant now);

private:
    struct Failures {
        std::size_t count{0};
        Instant last{};
    };
    struct Device {
        Failures all;
        std::map<AccountCode, Failures> accounts;
    };
    [[nodiscard]] static std::size_t still_counted(const Failures& failures, Instant now);
    static void count(Failures& failures, Instant now);

    std::map<std::string, Device> devices_;
};

/// How often something at a device is written down: so that no vandal can fill the disk, at most `a_minute` times in a
/// minute, and then once with how many were left out.
class Sparing {
public:
    static constexpr int a_minute = 6;

    /// Whether to write this one down: how many were left out before it, or nullopt: leave it out, too.
    [[nodiscard]] std::optional<int> write_down(const std::string& device, Instant now);

private:
    struct Minute {
        Instant since{};
        int written{0};
        int left_out{0};
    };
    std::map<std::string, Minute> minutes_;
};

} // namespace verandah::domain
