// SPDX-License-Identifier: Apache-2.0
// Taking the hub's key, and letting go of it.
#include "clinic/hub/lock/hub_state.hpp"

#include "shared/files/scrub.hpp"

#include <algorithm>
#include <utility>

namespace verandah::hub {
namespace {

std::shared_ptr<const vault::CardKeeper> keeper_of(const std::optional<vault::HubKey>& key)
{
    return key ? std::make_shared<const vault::CardKeeper>(*key)
               : std::make_shared<const vault::CardKeeper>(vault::HubKey::make());
}

} // namespace

HubState::HubState(std::optional<vault::HubKey> key, const vault::PublicKey& public_key)
    : key_{std::move(key)}, cards_{keeper_of(key_)}, public_key_{public_key}, locked_{!key_.has_value()}
{
}

std::shared_ptr<const vault::CardKeeper> HubState::cards() const
{
    const std::lock_guard lock{mutex_};
    return cards_;
}

std::shared_ptr<const vault::CardKeeper> HubState::own_cards() const
{
    const std::lock_guard lock{mutex_};
    return key_ ? cards_ : nullptr;
}

std::unique_ptr<store::Journal> HubState::open_journal(const std::filesystem::path& file) const
{
    const std::lock_guard lock{mutex_};
    return key_ ? std::make_unique<store::Journal>(file, *key_) : std::make_unique<store::Journal>(file, public_key_);
}

std::unique_ptr<store::Journal> HubState::read_journal(const std::filesystem::path& file) const
{
    const std::lock_guard lock{mutex_};
    return key_ ? std::make_unique<store::Journal>(file, *key_, store::Access::read_only) : nullptr;
}

std::unique_ptr<store::LookingBack> HubState::look_back(const std::filesystem::path& file) const
{
    const std::lock_guard lock{mutex_};
    return key_ ? std::make_unique<store::LookingBack>(file, *key_) : nullptr;
}

std::optional<domain::RecordReference> HubState::reference_to(domain::FileId file) const
{
    const std::lock_guard lock{mutex_};
    return key_ ? std::optional{vault::reference_to(file, key_->record_reference_key())} : std::nullopt;
}

void HubState::lock()
{
    {
        const std::lock_guard lock{mutex_};
        if (!key_) {
            return;
        }
        locked_ = true;
        key_.reset();
        cards_ = keeper_of(key_);
    }
    files::scrub_stack(); // the server's thread, which read cards and words, is mostly the one that locks
    std::ranges::for_each(on_lock_, [](const Hook& hook) { hook(); });
}

void HubState::open(vault::HubKey key)
{
    {
        const std::lock_guard lock{mutex_};
        key_.emplace(std::move(key));
        cards_ = keeper_of(key_);
        locked_ = false;
    }
    std::ranges::for_each(on_open_, [](const Hook& hook) { hook(); });
}

} // namespace verandah::hub
