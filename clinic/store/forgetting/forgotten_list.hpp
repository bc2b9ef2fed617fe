// SPDX-License-Identifier: Apache-2.0
// The list of rows that were forgotten with a visitor, kept beside the backups: a backup of before brings her back, and
// by this list a restore forgets her again.
#pragma once

#include "shared/domain/event.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/vault/hash.hpp"
#include "shared/vault/hub_key.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::store {

/// A row, known again by the digest of what it held. The digest of a sealed box says nothing to anybody who has not got
/// that box.
struct ForgottenRow {
    domain::Sequence row;
    vault::Digest original;
    friend auto operator<=>(const ForgottenRow&, const ForgottenRow&) = default;
};

/// Its name beside the backups. One list serves all backups of a folder, of every life of the centre.
inline constexpr std::string_view forgotten_list_name = "verandah.forgotten";

/// What every forgetting of a visitor in a journal took away, rising. Needs no key. Throws as walk_sealed_rows() does.
[[nodiscard]] std::vector<ForgottenRow> forgotten_rows(const std::filesystem::path& journal);

/// Who was forgotten, by their rows, and when that was all.
struct ForgottenList {
    std::vector<ForgottenRow> rows;
    std::optional<domain::Instant> of; ///< Whoever was forgotten later is not on it; nullopt: it does not say.
    friend bool operator==(const ForgottenList&, const ForgottenList&) = default;
};
/// The file: `verandah forgotten 2 TIME`, then one line each, rising: `SEQUENCE DIGEST`. Of before it said of when it
/// is: `verandah forgotten 1`.
[[nodiscard]] std::string text_of(const ForgottenList& list);
[[nodiscard]] std::expected<ForgottenList, domain::Refusal> forgotten_list_in(std::string_view text);

/// The list in `file`. Refuses with not_found, or invalid_input when it is damaged.
[[nodiscard]] std::expected<ForgottenList, domain::Refusal> read_forgotten_list(const std::filesystem::path& file);
/// Adds to the list in `folder`, in which there need not be one yet, and has it say that it is of `now`; nothing that
/// stands in it is lost. Whoever does it beside somebody else may lose what that one added: see to it that nobody does.
/// Refuses with not_found and not_allowed for the folder, and with invalid_input when what is there is damaged. Throws
/// std::system_error when the disk is at fault.
[[nodiscard]] std::expected<void, domain::Refusal>
add_to_forgotten_list(const std::filesystem::path& folder, std::span<const ForgottenRow> rows, domain::Instant now);

/// Forgets again, in a journal that nobody serves, every visitor of whom one of `rows` tells. Answers how many there
/// were. Throws as Journal does.
std::size_t forget_again(const std::filesystem::path& journal, const vault::HubKey& key,
                         std::span<const ForgottenRow> rows, domain::Instant now);

} // namespace verandah::store
