// SPDX-License-Identifier: Apache-2.0
// The hub key at rest: sealed in several slots, each opened in its own way by somebody who may.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/vault/argon2.hpp"
#include "shared/vault/hash.hpp"
#include "shared/vault/hub_key.hpp"
#include "shared/vault/recovery_code.hpp"
#include "shared/vault/sealed_key.hpp"
#include "shared/vault/stick_key.hpp"

#include <chrono>
#include <cstddef>
#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace verandah::vault {

/// A passphrase of words, as read_passphrase() gives it.
struct Words {
    files::SecretText text;
};

/// What somebody brings to open the hub key with.
using WayIn = std::variant<Words, RecoveryCode, StickKey>;

/// What was typed: a recovery code when it reads as one, words otherwise. No passphrase of words reads as a code.
[[nodiscard]] WayIn way_in_from(std::string_view typed);

/// The sealed hub key. Each slot holds the whole key, sealed under its own words (stretched by Argon2id), its own paper
/// code, or its own stick. Holds no secret that anybody could read without one of these.
///
/// File, mode 0600, lines of text: `verandah hub key 2`; a line a slot; and `proof` with a keyed hash (BLAKE2b-256) of
/// everything before it under a key derived from the hub key.
///   words ID DATE OPERATIONS KIBIBYTES SALT SEALED      paper ID DATE SEALED      stick ID DATE SEALED
/// A slot's sealed key is bound to the rest of its line, and the proof to all lines: one that was changed, exchanged,
/// added or taken away is noticed at the next opening. An older key file in the place of a newer one is not: its words
/// open it as they did.
class KeySlots {
public:
    enum class Kind { words, paper, stick };
    static constexpr std::size_t most_slots = 8;

    struct Stretching {
        Argon2Cost cost;
        Argon2Salt salt;
        friend bool operator==(const Stretching&, const Stretching&) = default;
    };
    struct Slot {
        int id; ///< 1 to 9999; what people remove it by.
        Kind kind;
        std::chrono::year_month_day added;
        std::optional<Stretching> stretching; ///< Of words only.
        SealedKey sealed;
        friend bool operator==(const Slot&, const Slot&) = default;
    };

    KeySlots() = default; ///< No slot yet: nobody gets in.

    /// invalid_input, saying what is wrong, for anything but what text() gives: another version, a cost out of its
    /// bounds, an id twice, none or too many slots, cut short, too long.
    [[nodiscard]] static std::expected<KeySlots, domain::Refusal> read(std::string_view text);
    [[nodiscard]] std::string text() const;

    [[nodiscard]] std::span<const Slot> slots() const { return slots_; }

    /// The hub key. not_allowed when `way_in` opens no slot; conflict when it does, and the slots are not those the key
    /// file had. Words take the same time whether they are right or wrong: every slot of words is tried.
    [[nodiscard]] std::expected<HubKey, domain::Refusal> open(const WayIn& way_in) const;

    /// Adds a slot; its id. Refuses with conflict when there are most_slots already. `cost` is for words.
    /// Precondition of this and of remove(): `key` is the key in the other slots.
    [[nodiscard]] std::expected<int, domain::Refusal> add(const HubKey& key, const WayIn& way_in,
                                                          std::chrono::year_month_day today,
                                                          Argon2Cost cost = Argon2Cost::usual());
    /// Refuses with not_found, and with conflict when it is the last way in.
    [[nodiscard]] std::expected<void, domain::Refusal> remove(const HubKey& key, int id);

    friend bool operator==(const KeySlots&, const KeySlots&) = default;

private:
    [[nodiscard]] std::string text_to_prove() const;
    void prove(const HubKey& key);

    std::vector<Slot> slots_;
    Digest proof_{};
};

[[nodiscard]] std::string_view word(KeySlots::Kind kind);

/// What a key file holds: the key itself, in the plain files of before, or slots.
using KeyFile = std::variant<HubKey, KeySlots>;

/// Refuses as HubKey::load() and KeySlots::read() do, with the file's name. Throws std::system_error when the disk is
/// at fault.
[[nodiscard]] std::expected<KeyFile, domain::Refusal> load_key_file(const std::filesystem::path& file);

} // namespace verandah::vault
