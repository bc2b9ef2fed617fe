// SPDX-License-Identifier: Apache-2.0
// A hub that serves: clock, keys, journal, writer, desks, feed and server, composed.
#pragma once

#include "clinic/hub/authority/device_list.hpp"
#include "clinic/hub/backup/backup_schedule.hpp"
#include "clinic/hub/clinical/commodities_file.hpp"
#include "clinic/hub/forgetting/forgetting.hpp"
#include "clinic/hub/lock/lock_watch.hpp"
#include "clinic/hub/lock/number_floor.hpp"
#include "clinic/hub/routes/route.hpp"
#include "clinic/hub/serve.hpp"
#include "clinic/store/audit/notary.hpp"

#include <atomic>
#include <optional>
#include <string>
#include <string_view>

namespace verandah::hub {

/// What the last ledger that rested was like, to compare a replay with.
[[nodiscard]] std::filesystem::path checkpoint_file(const CentreFolder& folder);

/// Made, it has read the journal; started, it serves. Borrows the folder, but for the key, for its whole life.
class RunningHub {
public:
    RunningHub(CentreFolder& folder, const ClinicalData& clinical, const ServeOptions& options, NumberFloor floor);

    void start(store::CheckpointLog log);
    void stop();
    [[nodiscard]] std::uint16_t port() const { return server_.port(); }
    [[nodiscard]] bool has_failed() const { return failed_; }
    [[nodiscard]] const store::Ledger& ledger() const { return writer_.ledger(); } ///< Before start() and after stop().
    /// Leaves a checkpoint when nothing has happened since the last look.
    void look_whether_resting();
    /// Lets go of what lasts only so long. Called every second.
    void pass_time() { desks_.forgetting.pass_time(); }
    /// Locks when the stick was pulled or the centre has closed, opens when the stick was put back.
    void look_at_lock();
    /// Takes offers made on this machine, closes the enrolment door after the last one, and notes what others changed.
    void look_at_devices();
    void lock(domain::HubLocked::Way way);
    void open_with_stick();
    [[nodiscard]] bool is_locked() const { return state_.is_locked(); }

private:
    store::Writer::Options writer_options();
    StaffRoom::Options staff_options();
    ForgottenLists::Options list_options();
    Forgetting::Options forgetting_options();
    AuditDesk::Options audit_options();
    FileDesk::Options file_options(const ClinicalData& clinical);
    ForgettingDesk::Options forgetting_desk_options();
    wire::Server::Options server_options(const ServeOptions& options);
    void committed(const store::Ledger& ledger, const store::Change& change);
    void session_changed(const std::string& console);
    void lock_changed();
    EnrolmentTerms terms(const ServeOptions& options);

    const CentreFolder& folder_;
    CentreClock clock_;
    HubState state_;
    LockWatch watch_;
    NumberFloor floor_;
    DeviceList device_list_;
    DeviceRegister devices_{device_list_};
    Feed feed_;
    std::atomic<bool> failed_{false};
    std::atomic<bool> serving_{false};
    domain::Sequence seen_{0};
    domain::Sequence checked_{0};
    std::optional<store::Notary> notary_;   ///< While it serves.
    std::optional<BackupSchedule> backups_; ///< The same, when centre.toml asks for them.
    store::Writer writer_;
    StaffRoom staff_;
    LockDesk lock_desk_;
    ForgottenLists lists_;
    Forgetting forgetting_;
    DeviceDesk device_desk_;
    AuditDesk audit_;
    TotalsDesk totals_{writer_, [this] { return clock_.now(); }, clock_, folder_.file.hub.publishing.smallest_count};
    GuidanceDesk guidance_;
    FileDesk files_;
    Desks desks_;
    wire::Server server_;
};

} // namespace verandah::hub
