// SPDX-License-Identifier: Apache-2.0
// The hub's routes and desks behind a real server in this process, with a device of every kind and a clock set by hand.
#pragma once

#include "clinic/hub/clinical/clinical_data.hpp"
#include "clinic/hub/routes/route.hpp"
#include "shared/vault/random.hpp"
#include "shared/wire/http/client.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace verandah::test {

class DeskHouse : public testing::Test {
protected:
    DeskHouse();
    ~DeskHouse() override;

    // The first device of a kind asks: "kiosk-1", "console-1", "board-1".
    [[nodiscard]] wire::Response get(wire::DeviceKind kind, const std::string& path);
    /// A write with a key nobody used before.
    [[nodiscard]] wire::Response post(wire::DeviceKind kind, const std::string& path, const std::string& body = "{}");
    [[nodiscard]] wire::Response post_with_key(wire::DeviceKind kind, const std::string& path, const std::string& body,
                                               const std::string& key);
    [[nodiscard]] wire::Response ask(wire::DeviceKind kind, const wire::Request& request);
    // Or any device by name; there is a "console-2", too.
    [[nodiscard]] wire::Response ask_at(const std::string& device, const wire::Request& request);
    [[nodiscard]] wire::Response get_at(const std::string& device, const std::string& path);
    [[nodiscard]] wire::Response post_at(const std::string& device, const std::string& path,
                                         const std::string& body = "{}");
    [[nodiscard]] std::string fresh_key();
    /// The route's path with a ticket, a station and so on that are not there.
    [[nodiscard]] static std::string path_of(const hub::Route& route);

    /// The number of a ticket that was just given at the console.
    domain::TicketId check_in(const std::string& service = "nurse");
    /// A card that was just minted, and its code.
    std::string card(char token);
    void set_clock(domain::Instant at);
    void pass(std::chrono::milliseconds time); ///< Sets the clock on.
    [[nodiscard]] domain::Moment now();

    /// Signs somebody in at a console without a passphrase; a coordinator stands at "console-1" from the start.
    void stand(const std::string& console, domain::Role role);
    /// The same, of a role that holds the clinic key, to whom nobody has opened records yet.
    void stand_without_key(const std::string& console, domain::Role role);
    /// An account with a key pair of its own, as one made by an administrator has.
    void make_account(const domain::AccountCode& account, domain::Role role);
    void make_new_key(const domain::AccountCode& account); ///< As with another passphrase that was made for her.
    /// The one who has that account, with her own key.
    void stand_as(const std::string& console, const domain::AccountCode& account);
    /// Somebody who may ask for that at "console-1".
    void stand_for(const hub::Route& route);
    /// Nobody stands there from now on.
    void leave(const std::string& console);
    [[nodiscard]] hub::Desks& desks() { return desks_; }
    /// The list of devices; those that are there from the start stand on it.
    [[nodiscard]] hub::DeviceRegister& device_register() { return devices_; }
    [[nodiscard]] std::filesystem::path devices_folder() const { return paths_.devices(); }
    [[nodiscard]] const hub::Authority& authority() const { return authority_; }
    [[nodiscard]] const domain::Centre& centre() const { return centre_; }
    [[nodiscard]] const hub::FolderPaths& paths() const { return paths_; }

    /// What the desk for forgetting asked to be forgotten.
    struct Forgetting {
        domain::CardHash card;
        hub::Asker asker;
        hub::ForgettingDesk::Done done; ///< Empty once it is answered.
    };
    enum class Forgets { at_once, when_told };
    void set_forgets(Forgets forgets) { forgets_ = forgets; }
    [[nodiscard]] const std::vector<Forgetting>& forgetting() const { return forgetting_; } ///< Between two requests.
    [[nodiscard]] bool is_asked_to_forget() const { return asked_to_forget_; }
    void answer_forgetting(const hub::AnsweredKeys::Outcome& outcome);
    [[nodiscard]] hub::HubState& state() { return state_; }
    [[nodiscard]] domain::CardHash hash_of(const std::string& card) const
    {
        return state_.cards()->lookup(domain::CardCode::parse(card).value());
    }

    [[nodiscard]] const vault::ClinicKey& clinic_key() const { return *clinic_key_; }

    /// How many events there are so far.
    [[nodiscard]] domain::Sequence events();
    /// Everything written down so far, with who did it.
    [[nodiscard]] std::vector<domain::Recorded> recorded();
    /// How another connection of that device reaches the hub.
    [[nodiscard]] wire::HubAddress address() const;
    [[nodiscard]] const wire::TlsIdentity& identity_of(const std::string& device) const
    {
        return identities_.at(device);
    }

private:
    void stand_with(const std::string& console, domain::Role role, std::shared_ptr<const vault::ClinicKey> clinic_key);
    void begin_session(const std::string& console, hub::SignedIn signed_in);
    [[nodiscard]] domain::SealedBytes locked(const domain::AccountCode& account); ///< A fresh key of hers.
    void write(domain::Event event);
    [[nodiscard]] store::Writer::Options writer_options();
    [[nodiscard]] hub::StaffRoom::Options staff_options();
    [[nodiscard]] hub::AuditDesk::Options audit_options();
    [[nodiscard]] hub::FileDesk::Options file_options();
    [[nodiscard]] hub::ForgettingDesk::Options forgetting_options();
    [[nodiscard]] wire::Server::Options server_options();
    [[nodiscard]] vault::HubKey copy_of_key(); ///< By way of a file, as keys are not copied.

    TemporaryFolder folder_;
    domain::Centre centre_;
    hub::CentreClock clock_;
    vault::HubKey key_ = (vault::initialise(), vault::HubKey::make());
    hub::FolderPaths paths_{folder_.path()};
    hub::HubState state_{copy_of_key(), vault::PublicKey::of(key_.box_key())};
    hub::Feed feed_;
    std::mutex mutex_;
    domain::Instant at_;
    std::uint32_t keys_{0};
    std::map<std::string, wire::TlsIdentity> identities_;
    wire::TlsIdentity server_identity_;
    store::Writer writer_;
    hub::LockDesk lock_{state_, writer_, paths_, centre_};
    hub::AuditDesk audit_{writer_, audit_options()};
    hub::TotalsDesk totals_{writer_, [this] { return now(); }, clock_};
    hub::ClinicalData clinical_{hub::built_in_clinical_data()};
    hub::GuidanceDesk guidance_{clinical_};
    hub::StaffRoom staff_;
    std::shared_ptr<const vault::ClinicKey> clinic_key_{
        std::make_shared<const vault::ClinicKey>(vault::make_clinic_key())};
    hub::FileDesk files_{writer_, file_options()};
    hub::Authority authority_;
    hub::IssuedCertificate server_certificate_;
    hub::DeviceList device_list_{paths_.devices(), [](const std::string&) {}};
    hub::DeviceRegister devices_{device_list_};
    hub::DeviceDesk device_desk_;
    std::vector<Forgetting> forgetting_;
    std::atomic<Forgets> forgets_{Forgets::at_once};
    std::atomic<bool> asked_to_forget_{false};
    hub::Desks desks_;
    std::unique_ptr<wire::Server> server_;
    std::map<std::string, wire::HttpClient> clients_;
    // Of accounts made here.
    std::map<domain::AccountCode, domain::Role> roles_;
    std::map<domain::AccountCode, std::shared_ptr<const vault::StaffSecret>> secrets_;
};

} // namespace verandah::test
