// SPDX-License-Identifier: Apache-2.0
// The desk that locks the hub and opens it again.
#pragma once

#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/lock/hub_state.hpp"
#include "clinic/store/writer.hpp"
#include "shared/vault/key_slots.hpp"

#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

namespace verandah::hub {

/// Locks within one commit of the writer; opens on a thread of its own, because that takes Argon2id's second and a
/// whole replay, and the line goes on meanwhile. Borrows everything for its whole life. Any thread.
class LockDesk {
public:
    using Done = std::function<void(std::expected<void, domain::Refusal>)>;

    LockDesk(HubState& state, store::Writer& writer, const FolderPaths& paths, const domain::Centre& centre)
        : state_{state}, writer_{writer}, paths_{paths}, centre_{centre}
    {
    }
    LockDesk(const LockDesk&) = delete;
    LockDesk& operator=(const LockDesk&) = delete;
    ~LockDesk(); ///< Waits for an opening under way.

    /// The keys are gone when this returns, but for the writer's; when `done` is called, those and everything they
    /// opened are too. An opening under way comes to nothing.
    void lock(Done done);

    /// `done` may be called on another thread. Refuses with conflict while another opening is under way, and as
    /// KeySlots::open(). A hub that is open stays so.
    void open(vault::WayIn way_in, Done done);

private:
    void open_now(const vault::WayIn& way_in, std::uint64_t locks, const Done& done);
    void end(const Done& done, std::expected<void, domain::Refusal> outcome);

    HubState& state_;
    store::Writer& writer_;
    const FolderPaths& paths_;
    const domain::Centre& centre_;

    std::mutex mutex_;
    std::uint64_t locks_{0}; ///< How often it was locked: an opening that began before one of them comes to nothing.
    bool is_opening_{false};
    std::thread opener_;
};

} // namespace verandah::hub
