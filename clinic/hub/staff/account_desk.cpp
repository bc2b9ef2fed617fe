// SPDX-License-Identifier: Apache-2.0
// Accounts: made, changed, closed.
#include "clinic/hub/staff/account_desk.hpp"

#include "shared/files/secret_text.hpp"
#include "shared/vault/passphrase.hpp"

#include <functional>
#include <memory>
#include <utility>

namespace verandah::hub {

namespace {

using domain::AccountCode;
using domain::Event;
using domain::Refusal;
using domain::StaffBook;
using domain::StaffEvent;
using Events = std::expected<std::vector<Event>, Refusal>;
using enum Refusal::Why;

/// A decision of the staff book, which may find that nothing has to change.
Events at_most_one(StaffBook::Decision decision)
{
    if (!decision) {
        return std::unexpected{std::move(decision).error()};
    }
    return *decision ? std::vector{Event{**std::move(decision)}} : std::vector<Event>{};
}

/// The staff event of kind `Happened`, if that is what `event` is, and hers.
template <class Happened>
const Happened* happened_to(const AccountCode& account, const Event* event)
{
    const auto* staff_event = event == nullptr ? nullptr : std::get_if<StaffEvent>(event);
    const auto* happened = staff_event == nullptr ? nullptr : std::get_if<Happened>(staff_event);
    return happened != nullptr && happened->account == account ? happened : nullptr;
}

/// Four words, told once, and the lock they open: of a key pair just made.
struct NewLock {
    files::SecretText words;
    domain::SealedBytes lock;
    PassphraseDoor::Turn turn{}; ///< Let go of before the answer: whoever hears it may ask again at once.
};

NewLock make_lock(vault::Argon2Cost cost)
{
    const auto words = vault::make_passphrase(vault::staff_words);
    const auto lock = vault::StaffLock::make(vault::StaffSecret::make(), words.view(), cost).bytes();
    return {files::SecretText{std::string{words.view()}}, {lock.begin(), lock.end()}};
}

using DecideOnLock = std::function<StaffBook::Decision(const StaffBook&, const domain::SealedBytes&, domain::Instant)>;

/// Makes words and a lock on the passphrases' thread and lets `decide` decide with the lock. `Happened` has to have
/// brought this very lock: when the request is a repeated one, it was another, and its words are lost.
template <class Happened>
void hand_out_words(StaffRoom& room, const AccountCode& account, const Asker& asker, DecideOnLock decide,
                    Answer<wire::NewPassphrase> answer, std::function<void()> afterwards)
{
    auto turn = room.door().take_turn(asker.device);
    if (!turn) {
        answer(std::unexpected{NoReceipt{turn.error()}});
        return;
    }
    room.passphrases().submit([&room, account, asker, decide = std::move(decide), answer = std::move(answer),
                               afterwards = std::move(afterwards), turn = *std::move(turn)]() mutable {
        const auto made = std::make_shared<NewLock>(make_lock(room.cost()));
        made->turn = std::move(turn);
        ask<wire::NewPassphrase>(
            room.writer(), asker,
            [made, decide](const store::Ledger& ledger, domain::Moment now) {
                return at_most_one(decide(ledger.staff(), made->lock, now.at));
            },
            [made, account, afterwards](const store::Ledger&,
                                        const Event* event) -> std::expected<wire::NewPassphrase, Refusal> {
                const auto* happened = happened_to<Happened>(account, event);
                if (happened == nullptr) {
                    return key_of_something_else();
                }
                if (happened->lock != made->lock) {
                    return domain::refuse(conflict, "that was done already, and its words were told; make new ones");
                }
                afterwards();
                return wire::NewPassphrase{account, std::move(made->words)};
            },
            [made, answer](std::expected<wire::NewPassphrase, NoReceipt> receipt) {
                made->turn.reset();
                answer(std::move(receipt));
            });
    });
}

} // namespace

void AccountDesk::list(std::function<void(wire::StaffView)> answer)
{
    room_.writer().read([answer = std::move(answer)](const store::Ledger& ledger) {
        wire::StaffView view;
        for (const auto& [account, member] : ledger.staff().all()) {
            view.accounts.push_back({.account = account,
                                     .role = member.role,
                                     .added_at = member.added_at,
                                     .last_signed_in = member.last_signed_in,
                                     .is_open = !member.revoked_at,
                                     .opens_records = member.clinic_key.has_value()});
        }
        answer(std::move(view));
    });
}

void AccountDesk::add(const wire::AddStaffRequest& request, const Asker& asker, Answer<wire::NewPassphrase> answer)
{
    hand_out_words<domain::StaffAdded>(
        room_, request.account, asker,
        [request](const StaffBook& staff, const domain::SealedBytes& lock, domain::Instant at) {
            return staff.add(request.account, request.role, lock, at);
        },
        std::move(answer), [] {});
}

void AccountDesk::give_new_passphrase(const AccountCode& account, const Asker& asker,
                                      Answer<wire::NewPassphrase> answer)
{
    hand_out_words<domain::StaffPassphraseChanged>(
        room_, account, asker,
        [account](const StaffBook& staff, const domain::SealedBytes& lock, domain::Instant at) {
            return staff.change_passphrase(account, lock, domain::KeyPair::made_anew, at);
        },
        std::move(answer), [this, account] { room_.end_sessions_of(account); });
}

void AccountDesk::change_role(const AccountCode& account, const wire::RoleRequest& request, const Asker& asker,
                              Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        room_.writer(), asker,
        [account, role = request.role](const store::Ledger& ledger, domain::Moment now) {
            return at_most_one(ledger.staff().change_role(account, role, now.at));
        },
        [this, account, role = request.role](const store::Ledger&,
                                             const Event* event) -> std::expected<wire::EmptyRequest, Refusal> {
            const auto* changed = happened_to<domain::StaffRoleChanged>(account, event);
            if (event != nullptr && (changed == nullptr || changed->role != role)) {
                return key_of_something_else();
            }
            if (event != nullptr) {
                room_.end_sessions_of(account);
            }
            return wire::EmptyRequest{};
        },
        std::move(answer));
}

void AccountDesk::revoke(const AccountCode& account, const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        room_.writer(), asker,
        [account](const store::Ledger& ledger, domain::Moment now) {
            return at_most_one(ledger.staff().revoke(account, now.at));
        },
        [this, account](const store::Ledger&, const Event* event) -> std::expected<wire::EmptyRequest, Refusal> {
            if (event != nullptr && happened_to<domain::StaffRevoked>(account, event) == nullptr) {
                return key_of_something_else();
            }
            room_.end_sessions_of(account);
            return wire::EmptyRequest{};
        },
        std::move(answer));
}

void AccountDesk::open_records_to(const AccountCode& account, const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        room_.writer(), asker,
        [this, account, device = asker.device](const store::Ledger& ledger, domain::Moment now) -> Events {
            const auto* member = ledger.staff().find(account);
            if (member == nullptr) {
                return domain::refuse(not_found, "no such account is open");
            }
            const auto lock = vault::StaffLock::read(member->lock);
            if (!lock) {
                return std::unexpected{lock.error()};
            }
            const auto sealed = room_.sessions().seal_clinic_key_at(device, lock->public_key());
            if (!sealed) {
                return domain::refuse(conflict, "whoever asks does not open records herself");
            }
            return at_most_one(ledger.staff().grant_clinic_key(account, {sealed->begin(), sealed->end()},
                                                               StaffBook::Grant::to_colleague, now.at));
        },
        [this, account](const store::Ledger&, const Event* event) -> std::expected<wire::EmptyRequest, Refusal> {
            const auto* granted = happened_to<domain::ClinicKeyGranted>(account, event);
            if (event != nullptr && granted == nullptr) {
                return key_of_something_else();
            }
            if (granted != nullptr) {
                room_.sessions().give_clinic_key(account, granted->sealed_key);
            }
            return wire::EmptyRequest{};
        },
        std::move(answer));
}

} // namespace verandah::hub
