// SPDX-License-Identifier: Apache-2.0
// The desk for staff accounts.
#pragma once

#include "clinic/hub/staff/staff_room.hpp"
#include "shared/wire/messages/staff_messages.hpp"

namespace verandah::hub {

/// What administrators, and clinical staff among themselves, do with accounts. Who may, the table has said before.
/// Borrows the room for its whole life. Any thread.
class AccountDesk {
public:
    explicit AccountDesk(StaffRoom& room) : room_{room} {}

    void list(std::function<void(wire::StaffView)> answer);
    /// Makes an account with four words. The same request again is refused with conflict: words are told once.
    void add(const wire::AddStaffRequest& request, const Asker& asker, Answer<wire::NewPassphrase> answer);
    /// Four new words and a new key pair for somebody who forgot hers: records are closed to her until a colleague lets
    /// her in. Ends her sessions.
    void give_new_passphrase(const domain::AccountCode& account, const Asker& asker,
                             Answer<wire::NewPassphrase> answer);
    void change_role(const domain::AccountCode& account, const wire::RoleRequest& request, const Asker& asker,
                     Answer<wire::EmptyRequest> answer); ///< Ends her sessions.
    void revoke(const domain::AccountCode& account, const Asker& asker,
                Answer<wire::EmptyRequest> answer); ///< As well.
    /// Lets a colleague open records. Refuses with conflict when the asker holds no clinic key to give.
    void open_records_to(const domain::AccountCode& account, const Asker& asker, Answer<wire::EmptyRequest> answer);

private:
    StaffRoom& room_;
};

} // namespace verandah::hub
