// SPDX-License-Identifier: Apache-2.0
// Locking at once, opening in peace.
#include "clinic/hub/lock/lock_desk.hpp"

#include "shared/files/scrub.hpp"

#include <exception>
#include <memory>
#include <utility>

namespace verandah::hub {
namespace {

using Why = domain::Refusal::Why;

std::expected<vault::HubKey, domain::Refusal> open_key_file(const FolderPaths& paths, const vault::WayIn& way_in)
{
    auto file = vault::load_key_file(paths.hub_key());
    if (!file) {
        return std::unexpected{std::move(file.error())};
    }
    auto* slots = std::get_if<vault::KeySlots>(&*file);
    return slots != nullptr ? slots->open(way_in) : domain::refuse(Why::conflict, "the key file is not sealed");
}

constexpr std::string_view locked_meanwhile = "the hub was locked while it was being opened";

} // namespace

LockDesk::~LockDesk()
{
    if (opener_.joinable()) {
        opener_.join();
    }
}

void LockDesk::lock(Done done)
{
    {
        const std::lock_guard lock{mutex_};
        ++locks_;
        state_.lock();
    }
    writer_.lock([done = std::move(done)] { done({}); });
}

void LockDesk::open(vault::WayIn way_in, Done done)
{
    const std::lock_guard lock{mutex_};
    if (!state_.is_locked()) {
        done({});
        return;
    }
    if (std::exchange(is_opening_, true)) {
        done(domain::refuse(Why::conflict, "somebody is opening the hub just now; wait a moment"));
        return;
    }
    if (opener_.joinable()) {
        opener_.join(); // it has nothing left to do
    }
    opener_ = std::thread{[this, way_in = std::move(way_in), locks = locks_, done = std::move(done)] {
        try {
            open_now(way_in, locks, done);
        } catch (const std::exception& fault) { // a damaged journal, a disk at fault, no memory for Argon2id
            end(done, domain::refuse(Why::conflict, fault.what()));
        }
        files::scrub_stack(); // it stays as it is until the thread is joined, and everything was read on it
    }};
}

void LockDesk::open_now(const vault::WayIn& way_in, std::uint64_t locks, const Done& done)
{
    auto opened = open_key_file(paths_, way_in);
    if (!opened) {
        end(done, std::unexpected{std::move(opened.error())});
        return;
    }
    const auto key = std::make_shared<vault::HubKey>(std::move(*opened));
    auto reading =
        store::read_beside(std::make_unique<store::Journal>(paths_.journal(), *key, store::Access::read_only), centre_);
    const std::lock_guard lock{mutex_};
    if (locks != locks_) {
        is_opening_ = false;
        done(domain::refuse(Why::conflict, std::string{locked_meanwhile}));
        return;
    }
    // A lock from here on is behind this in the writer's line, and so comes after it.
    writer_.unlock(
        std::move(reading), [this, key] { return std::make_unique<store::Journal>(paths_.journal(), *key); },
        [this, key, locks, done](std::expected<void, domain::Refusal> outcome) {
            {
                const std::lock_guard again{mutex_};
                if (outcome && locks == locks_) {
                    state_.open(std::move(*key));
                } else if (outcome) {
                    outcome = domain::refuse(Why::conflict, std::string{locked_meanwhile});
                }
            }
            end(done, std::move(outcome));
        });
}

void LockDesk::end(const Done& done, std::expected<void, domain::Refusal> outcome)
{
    {
        const std::lock_guard lock{mutex_};
        is_opening_ = false;
    }
    done(std::move(outcome));
}

} // namespace verandah::hub
