// SPDX-License-Identifier: Apache-2.0
// The running hub, composed: clock, keys, journal, writer, desks, feed and server.
#include "clinic/hub/serve.hpp"

#include "clinic/hub/authority/device_list.hpp"
#include "clinic/hub/backup/backup_schedule.hpp"
#include "clinic/hub/feed/publishing.hpp"
#include "clinic/hub/routes/route.hpp"
#include "clinic/store/audit/notary.hpp"
#include "clinic/store/ledger_digest.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <memory>
#include <utility>

namespace verandah::hub {

namespace {

using namespace std::chrono_literals;

/// How often the hub looks whether it rests, to leave a checkpoint.
constexpr std::time_t checkpoint_seconds = 5;

/// The signals that end serving. Blocked in every thread, so that only wait() takes them.
class StopSignals {
public:
    StopSignals()
    {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGTERM);
        sigaddset(&signals_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    }
    /// True when one came within `seconds`.
    [[nodiscard]] bool wait(std::time_t seconds) const
    {
        const timespec patience{.tv_sec = seconds, .tv_nsec = 0};
        return sigtimedwait(&signals_, nullptr, &patience) > 0;
    }

private:
    sigset_t signals_{};
};

std::filesystem::path checkpoint_file(const CentreFolder& folder)
{
    return folder.paths.root / "ledger.check";
}

class Hub {
public:
    Hub(const CentreFolder& folder, const ServeOptions& options);

    void start(store::CheckpointLog log);
    void stop();
    [[nodiscard]] std::uint16_t port() const { return server_.port(); }
    [[nodiscard]] bool has_failed() const { return failed_; }
    [[nodiscard]] const store::Ledger& ledger() const { return writer_.ledger(); } ///< Before start() and after stop().
    /// Leaves a checkpoint when nothing has happened since the last look.
    void look_whether_resting();

private:
    store::Writer::Options writer_options();
    StaffRoom::Options staff_options();
    wire::Server::Options server_options(const ServeOptions& options);
    void committed(const store::Ledger& ledger, const store::Change& change);
    void session_changed(const std::string& console);

    const CentreFolder& folder_;
    CentreClock clock_;
    vault::CardKeeper cards_;
    DeviceList devices_;
    Feed feed_;
    std::atomic<bool> failed_{false};
    std::atomic<bool> serving_{false};
    domain::Sequence seen_{0};
    domain::Sequence checked_{0};
    std::optional<store::Notary> notary_;   ///< While it serves.
    std::optional<BackupSchedule> backups_; ///< The same, when centre.toml asks for them.
    store::Writer writer_;
    StaffRoom staff_;
    Desks desks_;
    wire::Server server_;
};

Hub::Hub(const CentreFolder& folder, const ServeOptions& options)
    : folder_{folder}, clock_{folder.file.centre.time_zone, folder.file.centre.day_boundary}, cards_{folder.hub_key},
      devices_{folder.paths.devices(), [](const std::string& fault) { spdlog::warn("{}", fault); }},
      writer_{folder.file.centre, writer_options()}, staff_{writer_, staff_options()},
      desks_{.queue = {writer_, cards_},
             .cards = {writer_, cards_},
             .alerts = AlertDesk{writer_},
             .centre = {writer_, feed_, folder.file.centre, clock_},
             .staff = staff_,
             .access = AccessWatch{writer_}},
      server_{server_options(options),
              [this](wire::Request request, const wire::Reply& reply) { answer(desks_, std::move(request), reply); }}
{
}

store::Writer::Options Hub::writer_options()
{
    return {
        .now = [this] { return clock_.now(); },
        .committed = [this](const store::Ledger& ledger, const store::Change& change) { committed(ledger, change); },
        .durable =
            [this](const store::Position& position) {
                if (notary_) {
                    notary_->note(position);
                }
            },
        .open_journal = [this] { return std::make_unique<store::Journal>(folder_.paths.journal(), folder_.hub_key); },
        .report = [](const std::string& line) { spdlog::error("{}", line); },
        .gave_up =
            [this] {
                failed_ = true;
                ::kill(::getpid(),
                       SIGTERM); // to the process: raise() would ask the writer's own thread, which has ended
            }};
}

StaffRoom::Options Hub::staff_options()
{
    return {.cost = folder_.file.hub.passphrase_cost,
            .now = [] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); },
            .session_changed = [this](const std::string& console) { session_changed(console); },
            .report = [](const std::string& line) { spdlog::error("{}", line); }};
}

wire::Server::Options Hub::server_options(const ServeOptions& options)
{
    const auto& listen = options.listen.value_or(folder_.file.hub.listen);
    return {.address = listen.address,
            .port = listen.port,
            .identity = {folder_.server_certificate, folder_.server_key, folder_.authority_certificate},
            .admit = [this](const std::string& public_key_sha256) -> std::optional<wire::Actor> {
                const auto device = devices_.admit(public_key_sha256);
                return device ? std::optional{wire::Actor{device->name.text(), device->kind}} : std::nullopt;
            },
            .report = [](const std::string& line) { spdlog::info("{}", line); }};
}

void Hub::committed(const store::Ledger& ledger, const store::Change& change)
{
    feed_.note(change);
    if (serving_) {
        publish(server_, ledger, change);
    }
}

/// Who stands there is asked on the writer's thread, where streams are granted, too: whichever comes first, the console
/// hears what it may from then on.
void Hub::session_changed(const std::string& console)
{
    writer_.read([this, console](const store::Ledger& ledger) {
        const auto standing = staff_.standing_at(console);
        publish_session(server_, ledger, console, audience_of(wire::DeviceKind::console, standing.who));
    });
}

void Hub::start(store::CheckpointLog log)
{
    notary_.emplace(folder_.paths.audit(), std::move(log),
                    store::Notary::Options{.now = [this] { return clock_.now().at; },
                                           .report = [](const std::string& line) { spdlog::error("{}", line); }});
    if (const auto& backup = folder_.file.hub.backup) {
        backups_.emplace(BackupSchedule::Options{.paths = folder_.paths,
                                                 .settings = *backup,
                                                 .now = [this] { return clock_.now().at; },
                                                 .said = [](const std::string& line) { spdlog::info("{}", line); },
                                                 .failed = [](const std::string& line) { spdlog::error("{}", line); }});
    }
    serving_ = true;
    writer_.start();
    staff_.start();
    server_.start();
}

void Hub::stop()
{
    backups_.reset();
    server_.stop(); // first: what is under way still needs the others
    staff_.stop();
    writer_.stop();
    notary_.reset(); // signs what is new
}

void Hub::look_whether_resting()
{
    writer_.read([this](const store::Ledger& ledger) {
        const bool is_resting = std::exchange(seen_, ledger.sequence()) == ledger.sequence();
        if (is_resting && checked_ != ledger.sequence()) {
            store::write_checkpoint(checkpoint_file(folder_), store::checkpoint_of(ledger));
            checked_ = ledger.sequence();
        }
    });
}

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
    if (*checkpoint && (*checkpoint)->sequence == ledger.sequence() && (*checkpoint)->digest != digest_of(ledger)) {
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

void write_port(const std::filesystem::path& file, std::uint16_t port)
{
    auto beside = file;
    beside += ".new";
    std::ofstream{beside} << port << '\n';
    std::filesystem::rename(beside, file); // whoever waits for it never reads half a number
}

} // namespace

int serve(const CentreFolder& folder, const ServeOptions& options)
{
    const StopSignals stop;
    std::unique_ptr<Hub> hub;
    try {
        hub = std::make_unique<Hub>(folder, options);
    } catch (const store::DamagedJournal& damage) {
        return refuse_to_start(
            fmt::format("{}: {}. Nothing was changed.", folder.paths.journal().string(), damage.what()));
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
    hub->start(std::move(*trail));
    if (options.port_file) {
        write_port(*options.port_file, hub->port());
    }
    spdlog::info("serving on port {}; {} events in the journal", hub->port(), hub->ledger().sequence());
    while (!stop.wait(checkpoint_seconds)) {
        hub->look_whether_resting();
    }
    spdlog::info("stopping: finishing what is under way");
    hub->stop();
    if (hub->has_failed()) {
        return 1;
    }
    store::write_checkpoint(checkpoint_file(folder), store::checkpoint_of(hub->ledger()));
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
        store::Journal journal{folder.paths.journal(), folder.hub_key, store::Access::read_only};
        journal.replay([&](domain::Sequence sequence, const domain::Recorded& recorded) {
            ledger.apply(sequence, recorded);
            if (*checkpoint && (*checkpoint)->sequence == sequence) {
                compared = (*checkpoint)->digest == digest_of(ledger);
            }
        });
    } catch (const store::DamagedJournal& damage) {
        return refuse_to_start(
            fmt::format("{}: {}. Nothing was changed.", folder.paths.journal().string(), damage.what()));
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
