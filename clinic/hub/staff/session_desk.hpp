// SPDX-License-Identifier: Apache-2.0
// The desk for signing in and out at a console.
#pragma once

#include "clinic/hub/staff/staff_room.hpp"
#include "shared/wire/messages/staff_messages.hpp"

#include <memory>

namespace verandah::hub {

/// Every answer is the session as it stands at the asker's console. Borrows the room for its whole life. Any thread.
class SessionDesk {
public:
    using SessionAnswer = Answer<wire::SessionView>;

    explicit SessionDesk(StaffRoom& room) : room_{room} {}

    void see(const Asker& asker, SessionAnswer answer);
    /// Refuses with not_allowed when account and passphrase do not fit, and takes as long for an account that does not
    /// exist; with TooSoon after wrong tries there. The first clinical member's first sign-in makes the clinic key.
    void sign_in(wire::SignInRequest request, const Asker& asker, const SessionAnswer& answer);
    /// Makes the house's first administrator and signs her in. Refuses with conflict once there is any account.
    void make_first(wire::SignInRequest request, const Asker& asker, const SessionAnswer& answer);
    /// Her own; ends her sessions at other consoles. Refuses as sign_in() does.
    void change_passphrase(wire::OwnPassphraseRequest request, const Asker& asker, SessionAnswer answer);

    /// Refuses a wrong PIN with not_allowed; after most_wrong_pins of them nobody is signed in.
    void unlock(const wire::UnlockRequest& request, const Asker& asker, SessionAnswer answer);
    void lock(const Asker& asker, SessionAnswer answer);
    void sign_out(const Asker& asker, SessionAnswer answer);

private:
    struct Try;
    using SharedTry = std::shared_ptr<Try>;

    [[nodiscard]] SharedTry let_in(wire::SignInRequest& request, const Asker& asker, const SessionAnswer& answer);
    void look_up(const SharedTry& tried, const store::Ledger& ledger);
    void check(const SharedTry& tried);
    void refuse(const SharedTry& tried);
    void admit(const SharedTry& tried);
    void make_first(const SharedTry& tried);
    void lock_anew(const SharedTry& tried);
    [[nodiscard]] std::expected<wire::SessionView, domain::Refusal>
    begin_session(Try& tried, const store::Ledger& ledger, const domain::Event* event);

    StaffRoom& room_;
};

} // namespace verandah::hub
