// SPDX-License-Identifier: Apache-2.0
// What a console asks of the hub about who stands there, about accounts and about the hub's lock.
#pragma once

#include "clinic/console/flow/forgetting.hpp"
#include "clinic/console/flow/form.hpp"
#include "shared/domain/code.hpp"
#include "shared/domain/staff/role.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/wire/messages/device_messages.hpp"

#include <string>

namespace verandah::console {

enum class Errand {
    first_account,
    sign_in,
    unlock,
    lock,
    keep, ///< Somebody touched this console.
    sign_out,
    own_passphrase,
    add_account,
    change_role,
    revoke,
    new_words,    ///< For somebody who has lost hers.
    open_records, ///< Lets a colleague open records.
    lock_hub,
    unlock_hub,
    offer_enrolment, ///< For one more device.
    withdraw_offer,
    rename_device,
    revoke_device,
    forget_visitor,       ///< Whoever holds a card that was scanned here.
    carry_out_forgetting, ///< What somebody asked for at a kiosk.
    decline_forgetting,
};

/// A request to the hub. Unlike a deed it may hold a secret, and it changes nobody's place in line.
struct RunErrand {
    Errand errand;
    std::string path;
    files::SecretText body;
};

/// lock, keep, sign_out, lock_hub: nothing more to say.
[[nodiscard]] RunErrand plain_errand(Errand errand);
[[nodiscard]] RunErrand forget_errand(const WhomToForget& whom);
[[nodiscard]] RunErrand decline_forgetting_errand(domain::ForgettingRequestId request);
/// What a form asks. Precondition: it has no gap.
[[nodiscard]] RunErrand form_errand(const Form& form);
/// revoke, new_words, open_records.
[[nodiscard]] RunErrand account_errand(Errand errand, const domain::AccountCode& account);
[[nodiscard]] RunErrand add_account_errand(const domain::AccountCode& account, domain::Role role);
[[nodiscard]] RunErrand change_role_errand(const domain::AccountCode& account, domain::Role role);

[[nodiscard]] RunErrand offer_errand(const wire::DeviceName& device, wire::DeviceKind kind);
[[nodiscard]] RunErrand withdraw_errand(wire::OfferId offer);
[[nodiscard]] RunErrand rename_errand(const wire::DeviceName& device, const wire::DeviceName& name);
[[nodiscard]] RunErrand revoke_device_errand(const wire::DeviceName& device);
/// Their answers belong to the sheet on which a visitor is forgotten.
[[nodiscard]] constexpr bool is_about_forgetting(Errand errand)
{
    return errand == Errand::forget_visitor || errand == Errand::carry_out_forgetting ||
           errand == Errand::decline_forgetting;
}

/// Errands nobody waits for: whatever is under way, they go.
[[nodiscard]] constexpr bool is_silent(Errand errand)
{
    return errand == Errand::lock || errand == Errand::keep || errand == Errand::lock_hub;
}

} // namespace verandah::console
