// SPDX-License-Identifier: Apache-2.0
// Serving until a signal ends it, and proving that a replay gives what served.
#include "clinic/hub/serve.hpp"

#include "clinic/hub/running_hub.hpp"
#include "clinic/store/ledger_digest.hpp"
#include "shared/files/swap.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <memory>
#include <utility>

namespace verandah::hub {

namespace {

using namespace std::chrono_literals;

/// How often the hub looks whether it rests, to leave a checkpoint: after so many looks at its stick, once a second.
constexpr int looks_between_checkpoints = 5;

/// The signals that end serving, lock (USR1) and open with the stick (USR2). Blocked in every thread, so that only
/// wait() takes them.
class Signals {
public:
    Signals()
    {
        sigemptyset(&signals_);
        for (const int signal : {SIGTERM, SIGINT, SIGUSR1, SIGUSR2}) {
            sigaddset(&signals_, signal);
        }
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    }
    /// The one that came within a second; nullopt when none did.
    [[nodiscard]] std::optional<int> wait() const
    {
        const timespec patience{.tv_sec = 1, .tv_nsec = 0};
        const int signal = sigtimedwait(&signals_, nullptr, &patience);
        return signal > 0 ? std::optional{signal} : std::nullopt;
    }

private:
    sigset_t signals_{};
};

/// Compares a ledger just replayed with the one that last served, when it says something about this point.
std::expected<void, domain::Refusal> agrees(const CentreFolder& folder, const store::Ledger& ledger)
{
    const auto checkpoint = store::read_checkpoint(checkpoint_file(folder));
    if (!checkpoint) {
        return std::unexpected{checkpoint.error()};
    }
    if (*checkpoint && (*checkpoint)->sequence > ledger.sequence()) {
        return domain::refuse(
            domain::Refusal::Why::conflict,
            fmt::format(
                "journal.db ends at event {}, but {} had happened: its end is missing. Restore it from a backup; or "
                "delete ledger.check to go on without those events",
                ledger.sequence(), (*checkpoint)->sequence));
    }
    if (*checkpoint && ledger.knows_people() && (*checkpoint)->sequence == ledger.sequence() &&
        (*checkpoint)->digest != digest_of(ledger)) {
        return domain::refuse(
            domain::Refusal::Why::conflict,
            fmt::format("the ledger replayed up to event {} differs from the one that served", ledger.sequence()));
    }
    return {};
}

/// The audit trail, ready to go on; or why the journal is not the one that it has signed.
std::expected<store::CheckpointLog, domain::Refusal> trail_of(const CentreFolder& folder, const store::Ledger& ledger)
{
    auto log = store::CheckpointLog::open(folder.paths.audit());
    if (log && log->last() && log->last()->last > ledger.sequence()) {
        return domain::refuse(domain::Refusal::Why::conflict,
                              fmt::format("journal.db ends at event {}, but the audit trail has signed {}: its end is "
                                          "missing. Restore a backup: verandah-hub restore --help",
                                          ledger.sequence(), log->last()->last));
    }
    return log;
}

int refuse_to_start(const std::string& why)
{
    fmt::print(stderr, "verandah-hub: {}\n", why);
    return 1;
}

int refuse_damaged(const CentreFolder& folder, const store::DamagedJournal& damage)
{
    return refuse_to_start(fmt::format("{}: {}. Nothing was changed.", folder.paths.journal().string(), damage.what()));
}

int refuse_unread(const CentreFolder& folder, const store::DiskFault& fault)
{
    return refuse_to_start(fmt::format("{}: the disk does not read or write it ({}). Nothing says that it is damaged: "
                                       "put the disk right, or give it room, and start again.",
                                       folder.paths.journal().string(), fault.what()));
}

void write_port(const std::filesystem::path& file, std::uint16_t port)
{
    auto beside = file;
    beside += ".new";
    std::ofstream{beside} << port << '\n';
    std::filesystem::rename(beside, file); // whoever waits for it never reads half a number
}

/// Until a signal ends it.
void run(RunningHub& hub, const Signals& signals)
{
    for (int look = 1;; ++look) {
        const auto signal = signals.wait();
        if (signal == SIGTERM || signal == SIGINT) {
            return;
        }
        if (signal == SIGUSR1) {
            hub.lock(domain::HubLocked::Way::signal);
        } else if (signal == SIGUSR2) {
            hub.open_with_stick();
        }
        hub.look_at_lock();
        hub.look_at_devices();
        hub.pass_time();
        if (look % looks_between_checkpoints == 0) {
            hub.look_whether_resting();
        }
    }
}

} // namespace

int serve(CentreFolder folder, const ClinicalData& clinical, const ServeOptions& options)
{
    const Signals signals;
    std::unique_ptr<RunningHub> hub;
    auto floor = NumberFloor::load(folder.paths.number_floor());
    if (!floor && !folder.hub_key) {
        return refuse_to_start(floor.error().detail);
    }
    try {
        hub = std::make_unique<RunningHub>(folder, clinical, options,
                                           floor ? *std::move(floor) : NumberFloor{folder.paths.number_floor()});
    } catch (const store::DamagedJournal& damage) {
        return refuse_damaged(folder, damage);
    } catch (const store::DiskFault& fault) {
        return refuse_unread(folder, fault);
    } catch (const std::exception& fault) {
        return refuse_to_start(fault.what());
    }
    if (const auto same = agrees(folder, hub->ledger()); !same) {
        return refuse_to_start(same.error().detail);
    }
    auto trail = trail_of(folder, hub->ledger());
    if (!trail) {
        return refuse_to_start(trail.error().detail);
    }
    for (const auto& warning : files::swap_warnings()) {
        spdlog::warn("{}", warning);
    }
    const auto events = hub->ledger().sequence(); // the ledger is the writer's from here on
    spdlog::default_logger();                     // is made at its first use: before there are threads that write to it
    hub->start(std::move(*trail));
    if (options.port_file) {
        write_port(*options.port_file, hub->port());
    }
    spdlog::info("serving on port {}, {}; {} events in the journal", hub->port(), hub->is_locked() ? "locked" : "open",
                 events);
    run(*hub, signals);
    spdlog::info("stopping: finishing what is under way");
    hub->stop();
    if (hub->has_failed()) {
        return 1;
    }
    if (hub->ledger().knows_people()) {
        store::write_checkpoint(checkpoint_file(folder), store::checkpoint_of(hub->ledger()));
    }
    return 0;
}

int rebuild(const CentreFolder& folder)
{
    const auto checkpoint = store::read_checkpoint(checkpoint_file(folder));
    if (!checkpoint) {
        return refuse_to_start(checkpoint.error().detail);
    }
    if (!std::filesystem::exists(folder.paths.journal())) {
        fmt::print("The journal is empty: this centre has not been served yet.\n");
        return 0;
    }
    store::Ledger ledger{folder.file.centre};
    bool compared = false;
    try {
        store::Journal journal{folder.paths.journal(), *folder.hub_key, store::Access::read_only};
        const auto compare = [&](domain::Sequence sequence) {
            if (*checkpoint && (*checkpoint)->sequence == sequence) {
                compared = (*checkpoint)->digest == digest_of(ledger);
            }
        };
        journal.replay(
            [&](domain::Sequence sequence, const domain::Recorded& recorded) {
                ledger.apply(sequence, recorded);
                compare(sequence);
            },
            [&](domain::Sequence sequence) {
                ledger.skip(sequence);
                compare(sequence);
            });
    } catch (const store::DamagedJournal& damage) {
        return refuse_damaged(folder, damage);
    } catch (const store::DiskFault& fault) {
        return refuse_unread(folder, fault);
    }
    fmt::print("{} events replayed; the chain is whole. Ledger {}\n", ledger.sequence(), digest_of(ledger));
    if (!*checkpoint || (*checkpoint)->sequence == 0) {
        fmt::print("The hub has left no checkpoint to compare with yet.\n");
        return 0;
    }
    if (!compared) {
        return refuse_to_start(fmt::format("the ledger that served stood at event {} and differs from this replay",
                                           (*checkpoint)->sequence));
    }
    fmt::print("As of event {} the replay equals the ledger that served.\n", (*checkpoint)->sequence);
    return 0;
}

} // namespace verandah::hub
