// SPDX-License-Identifier: Apache-2.0
// Who may try a passphrase now: one at a time at each console, and after wrong ones not at once.
#pragma once

#include "clinic/hub/desks/asker.hpp"
#include "shared/domain/staff/attempts.hpp"

#include <expected>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace verandah::hub {

/// Any thread. Nobody's tries make anybody wait at another console.
class PassphraseDoor {
public:
    /// Held while a passphrase of that console is being checked or made; letting go of it lets the next one in.
    using Turn = std::shared_ptr<const void>;

    /// conflict when one is under way there already: it costs the hub most of a second, and one console could keep it
    /// from all the others. The door outlives the turn.
    [[nodiscard]] std::expected<Turn, domain::Refusal> take_turn(const std::string& device);
    /// The same to try a passphrase of that account, and TooSoon after wrong ones.
    [[nodiscard]] std::expected<Turn, NoReceipt> take_turn(const std::string& device,
                                                           const domain::AccountCode& account, domain::Instant now);

    /// Counts a wrong one. Whether to write it down: how many were left out before it; or nullopt.
    [[nodiscard]] std::optional<int> failed(const std::string& device, const domain::AccountCode& account,
                                            domain::Instant now);
    void succeeded(const std::string& device, const domain::AccountCode& account, domain::Instant now);

private:
    std::mutex mutex_;
    domain::Attempts attempts_;
    domain::Sparing sparing_;
    std::set<std::string> under_way_;
};

} // namespace verandah::hub
