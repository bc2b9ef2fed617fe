// SPDX-License-Identifier: Apache-2.0
// The small questions about accounts: one's own, and those of the house. Each holds what was answered so far.
#pragma once

#include "shared/domain/code.hpp"
#include "shared/domain/staff/role.hpp"

#include <optional>
#include <string>
#include <variant>

namespace verandah::console {

/// What whoever is signed in can do about herself, and what is too rare for a key of its own: see menu().
struct MenuSheet {};
/// She still has the words that were made for her: would she rather choose her own?
struct OwnPassphraseOffer {};

struct AddAccountSheet {
    std::optional<domain::Role> role{};
    std::string typed{}; ///< The account's word.
};
struct RoleSheet {
    domain::AccountCode account;
    std::optional<domain::Role> role{};
};
struct RevokeSheet {
    domain::AccountCode account;
};
struct NewWordsSheet {
    domain::AccountCode account;
};
/// Lets a colleague open records. Who may do so sees no list of accounts: she types the word.
struct OpenRecordsSheet {
    std::string typed{};
};

using AccountSheet = std::variant<MenuSheet, OwnPassphraseOffer, AddAccountSheet, RoleSheet, RevokeSheet, NewWordsSheet,
                                  OpenRecordsSheet>;

enum class MenuItem { lock_now, own_passphrase, open_records, forget_visitor, sign_out };

} // namespace verandah::console
