// SPDX-License-Identifier: Apache-2.0
// Paths and bodies of errands. Bodies are secrets, whatever is in them.
#include "clinic/console/flow/errand.hpp"

#include "shared/wire/messages/staff_messages.hpp"

#include <utility>

namespace verandah::console {

namespace {

files::SecretText typed(const files::SecretText& secret)
{
    return files::SecretText{std::string{secret.view()}};
}

files::SecretText empty_body()
{
    return files::SecretText{wire::encode(wire::EmptyRequest{})};
}

std::string account_path(const domain::AccountCode& account, std::string_view about)
{
    return "/v1/staff/" + account.text() + "/" + std::string{about};
}

std::string forgetting_path(domain::ForgettingRequestId request, std::string_view what)
{
    return "/v1/forgetting-requests/" + std::to_string(request.value()) + "/" + std::string{what};
}

std::string sign_in_body(const Form& form, const files::SecretText& passphrase)
{
    return wire::encode(
        wire::SignInRequest{*domain::AccountCode::make(form.account), typed(passphrase), typed(form.pin)});
}

} // namespace

RunErrand plain_errand(Errand errand)
{
    switch (errand) {
    case Errand::lock: return {errand, "/v1/session/lock", empty_body()};
    case Errand::keep: return {errand, "/v1/session/keep", empty_body()};
    case Errand::sign_out: return {errand, "/v1/session/sign-out", empty_body()};
    case Errand::lock_hub: return {errand, "/v1/hub/lock", empty_body()};
    case Errand::first_account:
    case Errand::sign_in:
    case Errand::unlock:
    case Errand::own_passphrase:
    case Errand::add_account:
    case Errand::change_role:
    case Errand::revoke:
    case Errand::new_words:
    case Errand::open_records:
    case Errand::unlock_hub:
    case Errand::offer_enrolment:
    case Errand::withdraw_offer:
    case Errand::rename_device:
    case Errand::revoke_device:
    case Errand::forget_visitor:
    case Errand::carry_out_forgetting:
    case Errand::decline_forgetting: break;
    }
    std::unreachable();
}

RunErrand forget_errand(const WhomToForget& whom)
{
    if (const auto* request = std::get_if<wire::ForgettingRequest>(&whom)) {
        return {Errand::carry_out_forgetting, forgetting_path(request->request, "carry-out"), empty_body()};
    }
    const auto card = *domain::CardCode::parse(std::get<files::SecretText>(whom).view()); // read_card() has seen to it
    return {Errand::forget_visitor, "/v1/visitors/forget", files::SecretText{wire::encode(wire::ForgetRequest{card})}};
}

RunErrand decline_forgetting_errand(domain::ForgettingRequestId request)
{
    return {Errand::decline_forgetting, forgetting_path(request, "decline"), empty_body()};
}

RunErrand form_errand(const Form& form)
{
    switch (form.kind) {
    case Form::Kind::first_account:
        return {Errand::first_account, "/v1/staff/first", files::SecretText{sign_in_body(form, form.new_passphrase)}};
    case Form::Kind::sign_in:
        return {Errand::sign_in, "/v1/session/sign-in", files::SecretText{sign_in_body(form, form.passphrase)}};
    case Form::Kind::pin:
        return {Errand::unlock, "/v1/session/unlock",
                files::SecretText{wire::encode(wire::UnlockRequest{typed(form.pin)})}};
    case Form::Kind::own_passphrase:
        return {Errand::own_passphrase, "/v1/session/passphrase",
                files::SecretText{
                    wire::encode(wire::OwnPassphraseRequest{typed(form.passphrase), typed(form.new_passphrase)})}};
    case Form::Kind::unlock_hub:
        return {Errand::unlock_hub, "/v1/hub/unlock",
                files::SecretText{wire::encode(wire::UnlockHubRequest{typed(form.words)})}};
    }
    std::unreachable();
}

RunErrand account_errand(Errand errand, const domain::AccountCode& account)
{
    const auto* const about = errand == Errand::revoke      ? "revoke"
                              : errand == Errand::new_words ? "passphrase"
                                                            : "records";
    return {errand, account_path(account, about), empty_body()};
}

RunErrand add_account_errand(const domain::AccountCode& account, domain::Role role)
{
    return {Errand::add_account, "/v1/staff", files::SecretText{wire::encode(wire::AddStaffRequest{account, role})}};
}

RunErrand offer_errand(const wire::DeviceName& device, wire::DeviceKind kind)
{
    return {Errand::offer_enrolment, "/v1/devices/offers",
            files::SecretText{wire::encode(wire::OfferRequest{device, kind})}};
}

RunErrand withdraw_errand(wire::OfferId offer)
{
    return {Errand::withdraw_offer, "/v1/devices/offers/" + std::to_string(offer.value()) + "/withdraw", empty_body()};
}

RunErrand rename_errand(const wire::DeviceName& device, const wire::DeviceName& name)
{
    return {Errand::rename_device, "/v1/devices/" + device.text() + "/rename",
            files::SecretText{wire::encode(wire::RenameRequest{name})}};
}

RunErrand revoke_device_errand(const wire::DeviceName& device)
{
    return {Errand::revoke_device, "/v1/devices/" + device.text() + "/revoke", empty_body()};
}

RunErrand change_role_errand(const domain::AccountCode& account, domain::Role role)
{
    return {Errand::change_role, account_path(account, "role"),
            files::SecretText{wire::encode(wire::RoleRequest{role})}};
}

} // namespace verandah::console
