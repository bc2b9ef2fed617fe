// SPDX-License-Identifier: Apache-2.0
// The small questions about accounts, one's own and those of the house, and about devices. Each holds what was answered
// so far.
#pragma once

#include "shared/domain/code.hpp"
#include "shared/domain/staff/role.hpp"
#include "shared/wire/device_identity.hpp"

#include <array>
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

struct AddDeviceSheet {
    std::optional<wire::DeviceKind> kind{};
    std::string typed{}; ///< The device's name.
};
struct RenameDeviceSheet {
    wire::DeviceName device;
    std::string typed{};
};
struct RevokeDeviceSheet {
    wire::DeviceName device;
};
inline constexpr std::array every_device_kind{wire::DeviceKind::kiosk, wire::DeviceKind::console,
                                              wire::DeviceKind::board};

using AccountSheet = std::variant<MenuSheet, OwnPassphraseOffer, AddAccountSheet, RoleSheet, RevokeSheet, NewWordsSheet,
                                  OpenRecordsSheet, AddDeviceSheet, RenameDeviceSheet, RevokeDeviceSheet>;

enum class MenuItem { lock_now, own_passphrase, open_records, take_slip, forget_visitor, sign_out };

} // namespace verandah::console
