// SPDX-License-Identifier: Apache-2.0
// The ways into a key file that had none: words and a recovery code, shown once, and a stick for scripts.
#pragma once

#include "clinic/hub/commands/commands.hpp"
#include "shared/vault/key_slots.hpp"

#include <expected>
#include <optional>
#include <string>

namespace verandah::hub {

class NewWaysIn {
public:
    /// Makes what `options` ask for, and writes the stick's file. Refuses in one line: quiet without a stick would
    /// leave no way in; words without a terminal, nobody who reads them.
    [[nodiscard]] static std::expected<NewWaysIn, std::string> make(const vault::HubKey& key,
                                                                    const NewKeyOptions& options);

    [[nodiscard]] const vault::KeySlots& slots() const { return slots_; }

    /// Shows the words and the code, once, where there are any. False when whoever is asked has not written them down.
    [[nodiscard]] bool show() const;
    /// Nothing came of it: takes the stick's file away again.
    void take_back() const;

private:
    NewWaysIn() = default;

    vault::KeySlots slots_;
    std::optional<files::SecretText> words_;
    std::optional<files::SecretText> code_;
    std::optional<std::filesystem::path> stick_;
};

/// Today, as slots are dated.
[[nodiscard]] std::chrono::year_month_day today();

} // namespace verandah::hub
