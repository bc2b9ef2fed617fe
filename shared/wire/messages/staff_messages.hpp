// SPDX-License-Identifier: Apache-2.0
// Signing in at a console, accounts, and the lock of the whole hub, over the wire. JSON bodies; field names are
// permanent. Asked by consoles only.
#pragma once

#include "shared/domain/staff/permission.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

/// POST /v1/session/sign-in {"account":"front-1","passphrase":"…","pin":"482915"}: the PIN is chosen for this shift.
/// POST /v1/staff/first, the same: makes the house's first administrator, and signs her in. Answered by a SessionView.
struct SignInRequest {
    domain::AccountCode account;
    files::SecretText passphrase;
    files::SecretText pin;
};
/// POST /v1/session/unlock {"pin":"482915"}; answered by a SessionView. So are POST /v1/session/lock, keep and
/// sign-out, which are empty.
struct UnlockRequest {
    files::SecretText pin;
};
/// POST /v1/session/passphrase {"passphrase":"…","new_passphrase":"…"}: her own; answered by a SessionView.
struct OwnPassphraseRequest {
    files::SecretText passphrase;
    files::SecretText new_passphrase;
};
/// POST /v1/staff {"account":"front-1","role":"reception"}; answered by a NewPassphrase, with 201.
struct AddStaffRequest {
    domain::AccountCode account;
    domain::Role role;
};
/// POST /v1/staff/{account}/role {"role":"clinician"}; answered by an empty object. So are POST
/// /v1/staff/{account}/revoke and …/records, which are empty.
struct RoleRequest {
    domain::Role role;
};
/// POST /v1/hub/unlock {"words":"…"}: a passphrase of the hub or the printed recovery code. POST /v1/hub/lock: empty.
struct UnlockHubRequest {
    files::SecretText words;
};

/// GET /v1/session: who stands at this console, and what she may.
struct SessionView {
    enum class Hub {
        open,
        locked,
        without_accounts, ///< "new": the first administrator has to be made.
    };
    enum class State { nobody, signed_in, waiting_for_pin };

    Hub hub{Hub::open};
    State state{State::nobody};
    std::optional<domain::AccountCode> account{};
    std::optional<domain::Role> role{};
    std::vector<domain::Right> rights{}; ///< The permission table's, of whoever stands there now.
    std::optional<domain::Instant> ends_at{};
    bool opens_records{false};
    bool has_own_passphrase{false}; ///< False: still the words that were made for her.
    int alerts{0};                  ///< How many ask for help just now; where they are, only the line says.
    friend bool operator==(const SessionView&, const SessionView&) = default;
};

/// GET /v1/staff: every account there ever was.
struct StaffView {
    struct Account {
        domain::AccountCode account;
        domain::Role role;
        domain::Instant added_at;
        std::optional<domain::Instant> last_signed_in{};
        bool is_open{true};
        bool opens_records{false}; ///< Holds the clinic key.
        friend bool operator==(const Account&, const Account&) = default;
    };
    std::vector<Account> accounts{};
    friend bool operator==(const StaffView&, const StaffView&) = default;
};

/// {"account":"front-1","passphrase":"four words"}: told this once. POST /v1/staff/{account}/passphrase, which is
/// empty, is answered by one, too.
struct NewPassphrase {
    domain::AccountCode account;
    files::SecretText passphrase;
};

// What is encoded with a secret in it is the caller's to wipe.
[[nodiscard]] std::string encode(const SignInRequest& message);
[[nodiscard]] std::string encode(const UnlockRequest& message);
[[nodiscard]] std::string encode(const OwnPassphraseRequest& message);
[[nodiscard]] std::string encode(const AddStaffRequest& message);
[[nodiscard]] std::string encode(const RoleRequest& message);
[[nodiscard]] std::string encode(const UnlockHubRequest& message);
[[nodiscard]] std::string encode(const SessionView& view);
[[nodiscard]] std::string encode(const StaffView& view);
[[nodiscard]] std::string encode(const NewPassphrase& message);

[[nodiscard]] Decoded<SignInRequest> decode_sign_in_request(std::string_view body);
[[nodiscard]] Decoded<UnlockRequest> decode_unlock_request(std::string_view body);
[[nodiscard]] Decoded<OwnPassphraseRequest> decode_own_passphrase_request(std::string_view body);
[[nodiscard]] Decoded<AddStaffRequest> decode_add_staff_request(std::string_view body);
[[nodiscard]] Decoded<RoleRequest> decode_role_request(std::string_view body);
[[nodiscard]] Decoded<UnlockHubRequest> decode_unlock_hub_request(std::string_view body);
[[nodiscard]] Decoded<SessionView> decode_session_view(std::string_view body);
[[nodiscard]] Decoded<StaffView> decode_staff_view(std::string_view body);
[[nodiscard]] Decoded<NewPassphrase> decode_new_passphrase(std::string_view body);

} // namespace verandah::wire
