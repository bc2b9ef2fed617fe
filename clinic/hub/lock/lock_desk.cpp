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

domain::WayToOpen way_of(const vault::WayIn& way_in)
{
    if (std::holds_alternative<vault::Words>(way_in)) {
        return domain::WayToOpen::words;
    }
    return std::holds_alternative<vault::RecoveryCode>(way_in) ? domain::WayToOpen::recovery_code
                                                               : domain::WayToOpen::stick;
}

constexpr std::string_view locked_meanwhile = "the hub was locked while it was being opened";

} // namespace

LockDesk::~LockDesk()
{
    if (opener_.joinable()) {
        opener_.join();
    }
}

/// First the keys go, then it is written down: a disk that is slow or full keeps nobody's record open.
void LockDesk::lock(domain::HubLocked::Way way, const By& by, Done done)
{
    bool was_open = false;
    {
        const std::lock_guard lock{mutex_};
        ++locks_;
        was_open = !state_.is_locked();
        state_.lock();
    }
    writer_.lock([this, way, by, was_open, done = std::move(done)] {
        if (!was_open) {
            done({});
            return;
        }
        write_down(by, [way](domain::Instant at) { return domain::HubLocked{way, at}; }, [done] { done({}); });
    });
}

void LockDesk::note_start()
{
    write_down({}, [](domain::Instant at) { return domain::HubOpened{domain::WayToOpen::start, at}; }, [] {});
}

void LockDesk::open(vault::WayIn way_in, const By& by, Done done)
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
    opener_ = std::thread{[this, way_in = std::move(way_in), by, locks = locks_, done = std::move(done)] {
        try {
            open_now(way_in, by, locks, done);
        } catch (const std::exception& fault) { // a damaged journal, a disk at fault, no memory for Argon2id
            end(done, domain::refuse(Why::conflict, fault.what()));
        }
        files::scrub_stack(); // it stays as it is until the thread is joined, and everything was read on it
    }};
}

void LockDesk::open_now(const vault::WayIn& way_in, const By& by, std::uint64_t locks, const Done& done)
{
    const auto way = way_of(way_in);
    auto found = open_key_file(paths_, way_in);
    if (!found) {
        refused(way, by, found.error(), done);
        return;
    }
    const auto key = std::make_shared<vault::HubKey>(std::move(*found));
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
        [this, key, way, by, locks, done](std::expected<void, domain::Refusal> outcome) {
            {
                const std::lock_guard again{mutex_};
                if (outcome && locks == locks_) {
                    state_.open(std::move(*key));
                } else if (outcome) {
                    outcome = domain::refuse(Why::conflict, std::string{locked_meanwhile});
                }
            }
            if (outcome) {
                opened(way, by, done);
            } else {
                end(done, std::move(outcome));
            }
        });
}

void LockDesk::opened(domain::WayToOpen way, const By& by, const Done& done)
{
    write_down(by, [way](domain::Instant at) { return domain::HubOpened{way, at}; }, [this, done] { end(done, {}); });
}

/// Sparing: nobody fills the disk by trying. A key file that is damaged is no try of anybody's.
void LockDesk::refused(domain::WayToOpen way, const By& by, const domain::Refusal& refusal, const Done& done)
{
    if (refusal.why != Why::not_allowed) {
        end(done, std::unexpected{refusal});
        return;
    }
    write_down(
        by,
        [this, way, device = by.device](domain::Instant at) -> std::optional<domain::AuditEvent> {
            const auto left_out = refusals_.write_down(device, at);
            return left_out ? std::optional{domain::AuditEvent{domain::OpeningRefused{way, *left_out, at}}}
                            : std::nullopt;
        },
        [this, refusal, done] { end(done, std::unexpected{refusal}); });
}

/// `then` comes in any case: what the disk does not take changes nothing about the lock.
void LockDesk::write_down(const By& by, Happened happened, std::function<void()> then)
{
    writer_.submit({.actor = by.device,
                    .key = std::nullopt,
                    .decide =
                        [happened = std::move(happened)](const store::Ledger&, domain::Moment now) {
                            std::vector<domain::Event> events;
                            if (auto event = happened(now.at)) {
                                events.emplace_back(*std::move(event));
                            }
                            return events;
                        },
                    .answer = [then = std::move(then)](const store::Ledger&, const store::Write::Outcome&) { then(); },
                    .staff = by.staff});
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
