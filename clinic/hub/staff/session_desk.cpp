// SPDX-License-Identifier: Apache-2.0
// Signing in: look up (the writer's thread), check (the passphrases' thread), write down and begin (the writer's
// again).
#include "clinic/hub/staff/session_desk.hpp"

#include "shared/domain/staff/secret_rule.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/vault/passphrase.hpp"

#include <utility>

namespace verandah::hub {

namespace {

using domain::Event;
using domain::Refusal;
using domain::StaffEvent;
using Events = std::expected<std::vector<Event>, Refusal>;
using enum Refusal::Why;

domain::SealedBytes sealed_bytes(std::span<const std::byte> bytes)
{
    return {bytes.begin(), bytes.end()};
}

/// The staff event of kind `Happened`, if that is what `event` is.
template <class Happened>
const Happened* in_staff(const Event* event)
{
    const auto* staff_event = event == nullptr ? nullptr : std::get_if<StaffEvent>(event);
    return staff_event == nullptr ? nullptr : std::get_if<Happened>(staff_event);
}

std::unexpected<Refusal> wrong_passphrase()
{
    return domain::refuse(not_allowed, "the account or the passphrase is not right");
}

/// What was typed, as it is checked; or why nobody may have it.
std::expected<files::SecretText, Refusal> new_passphrase(const files::SecretText& typed)
{
    auto passphrase = vault::read_passphrase(typed.view());
    if (const auto checked = domain::check_passphrase(passphrase.view()); !checked) {
        return std::unexpected{checked.error()};
    }
    return passphrase;
}

} // namespace

/// One passphrase on its way through the threads. Whoever has it in hand has it alone.
struct SessionDesk::Try {
    Asker asker;
    SessionAnswer answer;
    domain::AccountCode account;
    files::SecretText passphrase;
    PassphraseDoor::Turn turn;
    files::SecretText pin{};                        ///< Chosen at sign-in.
    files::SecretText fresh{};                      ///< The new passphrase, when she changes hers.
    std::optional<domain::StaffMember> member{};    ///< As looked up; nullopt when there is no such account.
    std::optional<vault::StaffSecret> secret{};     ///< Once opened, or made.
    std::optional<domain::SealedBytes> first_key{}; ///< The clinic key, sealed to her, when nobody holds one.

    /// Lets the next one at that console in, and then answers: whoever hears the answer may ask again at once.
    void finish(const std::expected<wire::SessionView, NoReceipt>& receipt)
    {
        turn.reset();
        answer(receipt);
    }
};

void SessionDesk::see(const Asker& asker, SessionAnswer answer)
{
    room_.writer().read([this, device = asker.device, answer = std::move(answer)](const store::Ledger& ledger) {
        answer(room_.view_at(device, ledger));
    });
}

/// What is wrong with the request whatever the passphrase is; nullptr, and answered, when something is.
SessionDesk::SharedTry SessionDesk::let_in(wire::SignInRequest& request, const Asker& asker,
                                           const SessionAnswer& answer)
{
    if (const auto checked = domain::check_pin(request.pin.view()); !checked) {
        answer(std::unexpected{NoReceipt{checked.error()}});
        return nullptr;
    }
    auto turn = room_.door().take_turn(asker.device, request.account, room_.now());
    if (!turn) {
        answer(std::unexpected{turn.error()});
        return nullptr;
    }
    return std::make_shared<Try>(Try{.asker = asker,
                                     .answer = answer,
                                     .account = request.account,
                                     .passphrase = std::move(request.passphrase),
                                     .turn = *std::move(turn),
                                     .pin = std::move(request.pin)});
}

void SessionDesk::sign_in(wire::SignInRequest request, const Asker& asker, const SessionAnswer& answer)
{
    if (const auto tried = let_in(request, asker, answer)) {
        room_.writer().read([this, tried](const store::Ledger& ledger) { look_up(tried, ledger); });
    }
}

void SessionDesk::look_up(const SharedTry& tried, const store::Ledger& ledger)
{
    if (const auto* member = ledger.staff().find(tried->account)) {
        tried->member = *member;
        if (domain::holds_clinic_key(member->role) && !ledger.staff().has_clinic_key()) {
            tried->first_key.emplace(); // to be made, once the passphrase is right
        }
    }
    room_.passphrases().submit([this, tried] {
        check(tried);
        if (!tried->secret) {
            refuse(tried);
        } else {
            admit(tried);
        }
    });
}

/// The slow part, and the same one whether there is such an account or not.
void SessionDesk::check(const SharedTry& tried)
{
    const auto known = tried->member ? vault::StaffLock::read(tried->member->lock)
                                     : std::expected<vault::StaffLock, Refusal>{vault::StaffLock::decoy(room_.cost())};
    const auto lock = known ? *known : vault::StaffLock::decoy(room_.cost()); // one written by a newer hub
    auto secret = lock.open(vault::read_passphrase(tried->passphrase.view()).view());
    tried->passphrase = {};
    if (!secret || !tried->member) {
        return;
    }
    tried->secret.emplace(*std::move(secret));
    if (tried->first_key) {
        tried->first_key = sealed_bytes(vault::seal_clinic_key(vault::make_clinic_key(), lock.public_key()));
    }
}

void SessionDesk::refuse(const SharedTry& tried)
{
    const auto left_out = room_.door().failed(tried->asker.device, tried->account, room_.now());
    if (!left_out) {
        tried->finish(std::unexpected{NoReceipt{wrong_passphrase().error()}});
        return;
    }
    const auto account = tried->member ? std::optional{tried->account} : std::nullopt;
    ask<wire::SessionView>(
        room_.writer(), {tried->asker.device, std::nullopt, tried->asker.staff},
        [account, left_out](const store::Ledger&, domain::Moment now) -> Events {
            return std::vector{Event{StaffEvent{domain::SignInRefused{account, *left_out, now.at}}}};
        },
        [](const store::Ledger&, const Event*) -> std::expected<wire::SessionView, Refusal> {
            return wrong_passphrase();
        },
        [tried](const auto& receipt) { tried->finish(receipt); });
}

void SessionDesk::admit(const SharedTry& tried)
{
    ask<wire::SessionView>(
        room_.writer(), {tried->asker.device, tried->asker.key, tried->account},
        [this, tried](const store::Ledger& ledger, domain::Moment now) -> Events {
            const auto& staff = ledger.staff();
            const auto signed_in = staff.sign_in(tried->account, now.at);
            if (!signed_in) {
                return wrong_passphrase(); // revoked just then
            }
            std::vector<Event> events;
            if (const auto before = room_.sessions().account_at(tried->asker.device)) {
                events.emplace_back(StaffEvent{domain::StaffSignedOut{*before, domain::SignOutReason::asked, now.at}});
            }
            if (tried->first_key) {
                using Grant = domain::StaffBook::Grant;
                const auto grant = staff.grant_clinic_key(tried->account, *tried->first_key, Grant::first_key, now.at);
                if (grant && *grant) { // otherwise a colleague was quicker, and lets her in
                    events.emplace_back(**grant);
                }
            }
            events.emplace_back(**signed_in);
            return events;
        },
        [this, tried](const store::Ledger& ledger, const Event* event) { return begin_session(*tried, ledger, event); },
        [tried](const auto& receipt) { tried->finish(receipt); });
}

/// Her session begins once it is written down, with what the ledger says of her then. A repeated request finds that she
/// signed in already, and begins it again: its passphrase was checked again.
std::expected<wire::SessionView, Refusal> SessionDesk::begin_session(Try& tried, const store::Ledger& ledger,
                                                                     const Event* event)
{
    const auto* signed_in = in_staff<domain::StaffSignedIn>(event);
    if (signed_in == nullptr || signed_in->account != tried.account) {
        return key_of_something_else();
    }
    if (room_.is_locked()) {
        return domain::refuse(not_allowed, "the hub was locked just then");
    }
    const auto* member = ledger.staff().find(tried.account);
    if (member == nullptr || member->lock != tried.member->lock) {
        return wrong_passphrase(); // what was checked is hers no more
    }
    std::shared_ptr<const vault::ClinicKey> clinic_key;
    if (member->clinic_key) {
        if (auto opened = vault::open_clinic_key(*member->clinic_key, *tried.secret)) {
            clinic_key = std::make_shared<const vault::ClinicKey>(*std::move(opened));
        }
    }
    const auto& device = tried.asker.device;
    const auto now = room_.now();
    room_.door().succeeded(device, tried.account, now);
    room_.sessions().begin(device,
                           {.account = tried.account,
                            .role = member->role,
                            .secret = std::make_shared<const vault::StaffSecret>(*std::move(tried.secret)),
                            .clinic_key = std::move(clinic_key),
                            .pin = vault::PinLock{tried.pin.view()}},
                           now);
    room_.session_changed(device);
    return room_.view_at(device, ledger);
}

void SessionDesk::make_first(wire::SignInRequest request, const Asker& asker, const SessionAnswer& answer)
{
    if (const auto checked = new_passphrase(request.passphrase); !checked) {
        answer(std::unexpected{NoReceipt{checked.error()}});
        return;
    }
    const auto tried = let_in(request, asker, answer);
    if (!tried) {
        return;
    }
    room_.writer().read([this, tried](const store::Ledger& ledger) {
        if (ledger.staff().is_empty()) {
            room_.passphrases().submit([this, tried] { make_first(tried); });
        } else if (ledger.answer_to(*tried->asker.key) != nullptr) {
            look_up(tried, ledger); // asked again, because the answer was lost: she signs in with what she chose
        } else {
            tried->finish(std::unexpected{NoReceipt{Refusal{conflict, "there is an administrator already"}}});
        }
    });
}

void SessionDesk::make_first(const SharedTry& tried)
{
    tried->secret.emplace(vault::StaffSecret::make());
    const auto lock =
        vault::StaffLock::make(*tried->secret, vault::read_passphrase(tried->passphrase.view()).view(), room_.cost());
    tried->passphrase = {};
    tried->member = {.role = domain::Role::administrator, .lock = sealed_bytes(lock.bytes()), .added_at = room_.now()};
    ask<wire::SessionView>(
        room_.writer(), {tried->asker.device, tried->asker.key, tried->account},
        [tried](const store::Ledger& ledger, domain::Moment now) -> Events {
            if (!ledger.staff().is_empty()) {
                return domain::refuse(conflict, "there is an administrator already");
            }
            const auto added =
                ledger.staff().add(tried->account, domain::Role::administrator, tried->member->lock, now.at);
            return std::vector{Event{**added}, Event{StaffEvent{domain::StaffSignedIn{tried->account, now.at}}}};
        },
        [this, tried](const store::Ledger& ledger, const Event* event) { return begin_session(*tried, ledger, event); },
        [tried](const auto& receipt) { tried->finish(receipt); });
}

void SessionDesk::change_passphrase(wire::OwnPassphraseRequest request, const Asker& asker, SessionAnswer answer)
{
    const auto account = asker.staff.value(); // the table lets nobody ask for it who is not signed in
    if (const auto checked = new_passphrase(request.new_passphrase); !checked) {
        answer(std::unexpected{NoReceipt{checked.error()}});
        return;
    }
    auto turn = room_.door().take_turn(asker.device, account, room_.now());
    if (!turn) {
        answer(std::unexpected{turn.error()});
        return;
    }
    const auto tried = std::make_shared<Try>(Try{.asker = asker,
                                                 .answer = std::move(answer),
                                                 .account = account,
                                                 .passphrase = std::move(request.passphrase),
                                                 .turn = *std::move(turn),
                                                 .fresh = std::move(request.new_passphrase)});
    room_.writer().read([this, tried](const store::Ledger& ledger) {
        if (const auto* known =
                ledger.answer_to(*tried->asker.key)) { // it is changed already, and the old one wrong now
            if (in_staff<domain::StaffPassphraseChanged>(known) != nullptr) {
                tried->finish(room_.view_at(tried->asker.device, ledger));
            } else {
                tried->finish(std::unexpected{NoReceipt{key_of_something_else().error()}});
            }
            return;
        }
        if (const auto* member = ledger.staff().find(tried->account)) {
            tried->member = *member;
        }
        room_.passphrases().submit([this, tried] { lock_anew(tried); });
    });
}

/// The same secret under another passphrase: whatever was sealed to her stays open to her.
void SessionDesk::lock_anew(const SharedTry& tried)
{
    check(tried);
    if (!tried->secret) {
        refuse(tried);
        return;
    }
    const auto lock =
        vault::StaffLock::make(*tried->secret, vault::read_passphrase(tried->fresh.view()).view(), room_.cost());
    tried->fresh = {};
    ask<wire::SessionView>(
        room_.writer(), tried->asker,
        [tried, lock = sealed_bytes(lock.bytes())](const store::Ledger& ledger, domain::Moment now) -> Events {
            const auto* member = ledger.staff().find(tried->account);
            if (member == nullptr || member->lock != tried->member->lock) {
                return wrong_passphrase(); // an administrator gave her another just then
            }
            const auto changed = ledger.staff().change_passphrase(tried->account, lock, domain::KeyPair::kept, now.at);
            return std::vector{Event{**changed}};
        },
        [this, tried](const store::Ledger& ledger, const Event*) -> std::expected<wire::SessionView, Refusal> {
            room_.door().succeeded(tried->asker.device, tried->account, room_.now());
            room_.end_sessions_of(tried->account, tried->asker.device);
            return room_.view_at(tried->asker.device, ledger);
        },
        [tried](const auto& receipt) { tried->finish(receipt); });
}

void SessionDesk::unlock(const wire::UnlockRequest& request, const Asker& asker, SessionAnswer answer)
{
    const auto account = room_.sessions().account_at(asker.device);
    const auto unlocking = room_.sessions().unlock(asker.device, request.pin.view(), room_.now());
    if (unlocking == Sessions::Unlocking::wrong_pin) {
        answer(std::unexpected{NoReceipt{Refusal{not_allowed, "that is not the PIN of this session"}}});
        return;
    }
    const bool just_ended =
        unlocking == Sessions::Unlocking::ended && account && !room_.sessions().account_at(asker.device);
    if (just_ended) {
        room_.write_signed_out(asker.device, *account, domain::SignOutReason::wrong_pins);
    }
    room_.session_changed(asker.device);
    see(asker, std::move(answer));
}

void SessionDesk::lock(const Asker& asker, SessionAnswer answer)
{
    room_.sessions().lock(asker.device);
    room_.session_changed(asker.device);
    see(asker, std::move(answer));
}

void SessionDesk::sign_out(const Asker& asker, SessionAnswer answer)
{
    if (const auto account = room_.sessions().account_at(asker.device)) {
        room_.sessions().end(asker.device); // first: nothing on the disk's side keeps her signed in
        room_.write_signed_out(asker.device, *account, domain::SignOutReason::asked);
        room_.session_changed(asker.device);
    }
    see(asker, std::move(answer));
}

} // namespace verandah::hub
