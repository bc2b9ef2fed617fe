// SPDX-License-Identifier: Apache-2.0
// Whether the hub is open or locked, and the keys it has while it is open.
#pragma once

#include "clinic/store/audit/looking_back.hpp"
#include "clinic/store/journal.hpp"
#include "shared/vault/card_keeper.hpp"
#include "shared/vault/hub_key.hpp"
#include "shared/vault/public_seal.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace verandah::hub {

/// The one place in which an open hub keeps its key. Any thread, but for the hooks, which are added before anything
/// starts.
class HubState {
public:
    using Hook = std::function<void()>;

    /// Without a key it is locked.
    HubState(std::optional<vault::HubKey> key, const vault::PublicKey& public_key);
    HubState(const HubState&) = delete;
    HubState& operator=(const HubState&) = delete;
    ~HubState() = default;

    [[nodiscard]] bool is_locked() const { return locked_; }

    /// The keeper of the centre's cards. Of a locked hub it is one whose key was made by chance: every card is a
    /// stranger's to it, and takes as long as any. Let go of it after each use: a locked hub's keys are gone when the
    /// last one is let go of.
    [[nodiscard]] std::shared_ptr<const vault::CardKeeper> cards() const;

    /// The same of an open hub; nullptr of a locked one.
    [[nodiscard]] std::shared_ptr<const vault::CardKeeper> own_cards() const;

    /// With the key or, of a locked hub, with its public half.
    [[nodiscard]] std::unique_ptr<store::Journal> open_journal(const std::filesystem::path& file) const;

    /// To read beside the writer; nullptr of a locked hub. Whoever asked lets go of it soon: it has the key.
    [[nodiscard]] std::unique_ptr<store::Journal> read_journal(const std::filesystem::path& file) const;
    /// Past events, read with the key; nullptr of a locked hub. It has a key of its own: let go of it after each use.
    [[nodiscard]] std::unique_ptr<store::LookingBack> look_back(const std::filesystem::path& file) const;

    /// What the audit trail calls a file; nullopt of a locked hub.
    [[nodiscard]] std::optional<domain::RecordReference> reference_to(domain::FileId file) const;

    /// Lets go of the keys, then runs what was hooked on: whatever else has to go when the hub is locked, such as
    /// sessions, goes there. On the calling thread. Does nothing when it is locked already.
    void lock();
    /// Takes the key.
    void open(vault::HubKey key);

    void on_lock(Hook hook) { on_lock_.push_back(std::move(hook)); }
    void on_open(Hook hook) { on_open_.push_back(std::move(hook)); }

private:
    mutable std::mutex mutex_;
    std::optional<vault::HubKey> key_;
    std::shared_ptr<const vault::CardKeeper> cards_;
    vault::PublicKey public_key_;
    std::atomic<bool> locked_;
    std::vector<Hook> on_lock_;
    std::vector<Hook> on_open_;
};

} // namespace verandah::hub
