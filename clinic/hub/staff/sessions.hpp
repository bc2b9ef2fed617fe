// SPDX-License-Identifier: Apache-2.0
// Who is signed in at which console. In memory only: when the hub starts, nobody is.
#pragma once

#include "shared/domain/staff/permission.hpp"
#include "shared/domain/time.hpp"
#include "shared/vault/clinic_key.hpp"
#include "shared/vault/pin_lock.hpp"
#include "shared/wire/messages/staff_messages.hpp"

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Without a touch for this long a session waits for its PIN: two minutes, and a grace for a console that locks its own
/// screen first.
inline constexpr std::chrono::seconds idle_after = std::chrono::minutes{2} + std::chrono::seconds{15};
inline constexpr std::chrono::hours shift{8}; ///< After it a session ends, whatever is done meanwhile.
inline constexpr int most_wrong_pins = 5;     ///< The last of them ends the session.

/// Whoever stands at a console, as the permission table and the journal want to know it. While a session waits for its
/// PIN anybody may stand there: nobody.
struct Standing {
    domain::Who who{domain::Who::nobody};
    std::optional<domain::AccountCode> account{};
    std::optional<domain::Role> role{};
};

/// What a passphrase opened.
struct SignedIn {
    domain::AccountCode account;
    domain::Role role;
    std::shared_ptr<const vault::StaffSecret> secret;
    std::shared_ptr<const vault::ClinicKey> clinic_key{}; ///< When she holds it; nullptr otherwise.
    vault::PinLock pin;
};

/// All sessions, by the console's name: a session belongs to the device, however often it connects. Any thread; each
/// call is short. Time is passed in.
class Sessions {
public:
    [[nodiscard]] Standing at(const std::string& device, domain::Instant now) const;
    /// The same in full, but for what only the ledger knows: `hub` and `has_own_passphrase`.
    [[nodiscard]] wire::SessionView view(const std::string& device, domain::Instant now) const;
    /// Whose session there is, be it waiting for its PIN or not.
    [[nodiscard]] std::optional<domain::AccountCode> account_at(const std::string& device) const;

    void begin(const std::string& device, SignedIn signed_in, domain::Instant now); ///< In place of any other there.
    void touch(const std::string& device, domain::Instant now); ///< Somebody did something there. A wait goes on.
    void lock(const std::string& device);                       ///< From here on it waits for its PIN.
    enum class Unlocking { open, wrong_pin, ended };            ///< ended: there is none, or there was one till now.
    [[nodiscard]] Unlocking unlock(const std::string& device, std::string_view pin, domain::Instant now);

    void end(const std::string& device);
    /// Ends every session of `account`, but for the one at `spared`; the consoles at which there was one.
    [[nodiscard]] std::vector<std::string> end_of(const domain::AccountCode& account, std::string_view spared = {});
    /// Ends all; the consoles and the accounts whose sessions they were.
    struct Ended {
        std::string device;
        domain::AccountCode account;
    };
    [[nodiscard]] std::vector<Ended> end_all();
    /// What time changed since the last look: shifts that are over, and consoles that wait for a PIN from now on.
    struct Passed {
        std::vector<Ended> ended;
        std::vector<std::string> waiting;
    };
    [[nodiscard]] Passed pass_time(domain::Instant now);

    /// The clinic key of whoever is signed in there and does not wait for a PIN; nullptr when she does not hold it. Let
    /// go of it after each use: it is gone when the last one is let go of.
    [[nodiscard]] std::shared_ptr<const vault::ClinicKey> clinic_key_at(const std::string& device,
                                                                        domain::Instant now) const;
    /// Her own secret key, likewise; nullptr when nobody is signed in there.
    [[nodiscard]] std::shared_ptr<const vault::StaffSecret> secret_at(const std::string& device,
                                                                      domain::Instant now) const;
    /// Consoles at which somebody holds the clinic key, be she waiting for her PIN or not.
    [[nodiscard]] std::vector<std::string> clinical_consoles() const;
    /// The clinic key of whoever is signed in there, sealed for a colleague; nullopt when she does not hold it.
    [[nodiscard]] std::optional<vault::SealedClinicKey>
    seal_clinic_key_at(const std::string& device, const vault::StaffPublicKey& colleague) const;
    /// Opens the clinic key, just sealed to her, wherever `account` is signed in.
    void give_clinic_key(const domain::AccountCode& account, std::span<const std::byte> sealed);

private:
    struct Session {
        SignedIn member;
        domain::Instant ends_at;
        domain::Instant touched;
        bool was_locked{false};
        int wrong_pins{0};
        [[nodiscard]] bool is_over(domain::Instant now) const;
        [[nodiscard]] bool waits(domain::Instant now) const;
    };
    [[nodiscard]] const Session* find(const std::string& device, domain::Instant now) const;

    mutable std::mutex mutex_;
    std::map<std::string, Session> sessions_;
};

} // namespace verandah::hub
