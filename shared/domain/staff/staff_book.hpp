// SPDX-License-Identifier: Apache-2.0
// Who works here: accounts, roles, locks, and who holds the clinic key.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/domain/staff/staff_event.hpp"

#include <expected>
#include <map>
#include <optional>

namespace verandah::domain {

/// One account.
struct StaffMember {
    Role role;
    SealedBytes lock;
    std::optional<SealedBytes> clinic_key{}; ///< Her copy of it; only for roles that hold it.
    Instant added_at;
    std::optional<Instant> last_signed_in{};
    std::optional<Instant> revoked_at{};
    enum class Passphrase { made_for_her, her_own };
    Passphrase passphrase{Passphrase::made_for_her}; ///< Whether she chose it. The first administrator does at once.
    friend bool operator==(const StaffMember&, const StaffMember&) = default;
};

/// All accounts there ever were. Each decision answers the event, nullopt when nothing has to change, or a refusal.
/// Once there is an administrator there is always one who can sign in.
class StaffBook {
public:
    using Decision = std::expected<std::optional<StaffEvent>, Refusal>;

    /// The account, when it is open.
    [[nodiscard]] const StaffMember* find(const AccountCode& account) const;
    [[nodiscard]] const std::map<AccountCode, StaffMember>& all() const { return members_; } ///< Revoked ones, too.
    /// Nobody can sign in yet: the house's first administrator has to be made.
    [[nodiscard]] bool is_empty() const { return members_.empty(); }
    [[nodiscard]] bool has_clinic_key() const; ///< Somebody holds it.

    /// Refuses with conflict when the account was ever there, and anybody but an administrator as the first one.
    [[nodiscard]] Decision add(const AccountCode& account, Role role, SealedBytes lock, Instant at) const;
    /// The rest refuse with not_found for an account that is not open.
    /// Refuses with conflict to take the role from the last administrator.
    [[nodiscard]] Decision change_role(const AccountCode& account, Role role, Instant at) const;
    [[nodiscard]] Decision change_passphrase(const AccountCode& account, SealedBytes lock, KeyPair key_pair,
                                             Instant at) const;
    /// Refuses with conflict to revoke the last administrator.
    [[nodiscard]] Decision revoke(const AccountCode& account, Instant at) const;
    /// Refuses with conflict a role that may not hold it, and a first key when somebody holds one already.
    enum class Grant { first_key, to_colleague };
    [[nodiscard]] Decision grant_clinic_key(const AccountCode& account, SealedBytes sealed_key, Grant grant,
                                            Instant at) const;
    [[nodiscard]] Decision sign_in(const AccountCode& account, Instant at) const;

    friend void apply(StaffBook& book, const StaffEvent& event);
    friend bool operator==(const StaffBook&, const StaffBook&) = default;

private:
    [[nodiscard]] bool is_last_administrator(const AccountCode& account) const;

    std::map<AccountCode, StaffMember> members_;
};

/// Total: every event that a decision can return applies to the book it was decided on.
void apply(StaffBook& book, const StaffEvent& event);

} // namespace verandah::domain
