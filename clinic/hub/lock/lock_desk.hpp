// SPDX-License-Identifier: Apache-2.0
// The desk that locks the hub and opens it again.
#pragma once

#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/lock/hub_state.hpp"
#include "clinic/store/writer.hpp"
#include "shared/domain/staff/attempts.hpp"
#include "shared/vault/key_slots.hpp"

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace verandah::hub {

/// Locks within one commit of the writer; opens on a thread of its own, because that takes Argon2id's second and a
/// whole replay, and the line goes on meanwhile. Each change of the lock is written down, and who was turned away;
/// locked, that takes public keys only. Borrows everything for its whole life. Any thread.
class LockDesk {
public:
    using Done = std::function<void(std::expected<void, domain::Refusal>)>;

    /// Where it was asked, and who was signed in there. The hub itself when nobody asked.
    struct By {
        std::string device{"hub"};
        std::optional<domain::AccountCode> staff{};
    };

    LockDesk(HubState& state, store::Writer& writer, const FolderPaths& paths, const domain::Centre& centre)
        : state_{state}, writer_{writer}, paths_{paths}, centre_{centre}
    {
    }
    LockDesk(const LockDesk&) = delete;
    LockDesk& operator=(const LockDesk&) = delete;
    ~LockDesk(); ///< Waits for an opening under way.

    /// The keys are gone when this returns, but for the writer's; when `done` is called, those and everything they
    /// opened are too, and that it was locked is durable. An opening under way comes to nothing. A hub that is locked
    /// stays so, and nothing is written down.
    void lock(domain::HubLocked::Way way, const By& by, Done done);

    /// `done` may be called on another thread, when the opening is durable. Refuses with conflict while another opening
    /// is under way, and as KeySlots::open(). A hub that is open stays so.
    void open(vault::WayIn way_in, const By& by, Done done);

    /// Writes down that the hub was started with its key after it had been left locked.
    void note_start();

private:
    using Happened = std::function<std::optional<domain::AuditEvent>(domain::Instant)>;
    void open_now(const vault::WayIn& way_in, const By& by, std::uint64_t locks, const Done& done);
    void opened(domain::WayToOpen way, const By& by, const Done& done);
    void refused(domain::WayToOpen way, const By& by, const domain::Refusal& refusal, const Done& done);
    void write_down(const By& by, Happened happened, std::function<void()> then);
    void end(const Done& done, std::expected<void, domain::Refusal> outcome);

    HubState& state_;
    store::Writer& writer_;
    const FolderPaths& paths_;
    const domain::Centre& centre_;

    std::mutex mutex_;
    std::uint64_t locks_{0}; ///< How often it was locked: an opening that began before one of them comes to nothing.
    bool is_opening_{false};
    domain::Sparing refusals_; ///< The writer's thread's own.
    std::thread opener_;
};

} // namespace verandah::hub
