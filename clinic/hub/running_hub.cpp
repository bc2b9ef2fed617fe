// SPDX-License-Identifier: Apache-2.0
// How the parts of a hub are tied together, and what one tells the others.
#include "clinic/hub/running_hub.hpp"

#include "clinic/hub/feed/publishing.hpp"
#include "clinic/store/ledger_digest.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <utility>

namespace verandah::hub {

namespace {

wire::ForgettingReceipt receipt_of(Forgetting::Outcome outcome)
{
    using enum wire::ForgettingReceipt::Outcome;
    switch (outcome) {
    case Forgetting::Outcome::forgotten: return {forgotten};
    case Forgetting::Outcome::nothing_kept: return {nothing_kept};
    }
    std::unreachable();
}

} // namespace

std::filesystem::path checkpoint_file(const CentreFolder& folder)
{
    return folder.paths.root / "ledger.check";
}

RunningHub::RunningHub(CentreFolder& folder, const ClinicalData& clinical, const ServeOptions& options,
                       NumberFloor floor)
    : folder_{folder}, clock_{folder.file.centre.time_zone, folder.file.centre.day_boundary},
      state_{std::exchange(folder.hub_key, std::nullopt), folder.public_key},
      watch_{options.key.stick, folder.file, clock_}, floor_{std::move(floor)},
      device_list_{folder.paths.devices(), [](const std::string& fault) { spdlog::warn("{}", fault); }},
      writer_{folder.file.centre, writer_options()}, staff_{writer_, staff_options()},
      lock_desk_{state_, writer_, folder.paths, folder.file.centre}, lists_{list_options()},
      forgetting_{writer_, forgetting_options()},
      device_desk_{staff_,
                   devices_,
                   {.terms = terms(options),
                    .offers = folder.paths.offers(),
                    .report = [](const std::string& line) { spdlog::info("{}", line); }}},
      audit_{writer_, audit_options()}, guidance_{clinical}, files_{writer_, file_options(clinical)},
      desks_{.queue = {writer_, state_},
             .cards = {writer_, state_},
             .alerts = AlertDesk{writer_},
             .forgetting = {state_, forgetting_desk_options()},
             .centre = {writer_, feed_, folder.file.centre, clinical.catalogue(), clock_},
             .stock = {writer_, clinical.catalogue(), [this] { return clock_.now(); }},
             .staff = staff_,
             .access = AccessWatch{writer_},
             .lock = lock_desk_,
             .devices = device_desk_,
             .audit = audit_,
             .totals = totals_,
             .guidance = guidance_,
             .files = files_,
             .care_lists = {writer_, files_},
             .counterfoils = CounterfoilDesk{writer_},
             .tracings = {writer_, files_}},
      server_{server_options(options),
              [this](wire::Request request, const wire::Reply& reply) { answer(desks_, std::move(request), reply); }}
{
    state_.on_lock([this] {
        staff_.end_all_sessions();
        files_.let_go();
        desks_.forgetting.let_go();
        // And what was beginning just then: whatever begins after this finds the hub locked.
        writer_.read([this](const store::Ledger&) { staff_.end_all_sessions(); });
        lock_changed();
    });
    state_.on_open([this] {
        desks_.forgetting.let_go();
        lock_changed();
    });
}

store::Writer::Options RunningHub::writer_options()
{
    return {
        .now = [this] { return clock_.now(); },
        .committed = [this](const store::Ledger& ledger, const store::Change& change) { committed(ledger, change); },
        .before_commit =
            [this](const store::Ledger& ledger) {
                if (const auto day = ledger.line().day()) {
                    floor_.reserve(*day, ledger.line().next_number() - 1);
                }
            },
        .go_on = [this](domain::Sequence last, domain::Moment now) { return floor_.go_on(last, now); },
        .durable =
            [this](const store::Position& position) {
                if (notary_) {
                    notary_->note(position);
                }
            },
        .open_journal = [this] { return state_.open_journal(folder_.paths.journal()); },
        .report = [](const std::string& line) { spdlog::error("{}", line); },
        .gave_up =
            [this] {
                failed_ = true;
                ::kill(::getpid(),
                       SIGTERM); // to the process: raise() would ask the writer's own thread, which has ended
            }};
}

StaffRoom::Options RunningHub::staff_options()
{
    return {.cost = folder_.file.hub.passphrase_cost,
            .is_locked = [this] { return state_.is_locked(); },
            .now = [] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); },
            .session_changed = [this](const std::string& console) { session_changed(console); },
            .report = [](const std::string& line) { spdlog::error("{}", line); }};
}

ForgottenLists::Options RunningHub::list_options()
{
    const auto& backup = folder_.file.hub.backup;
    return {.paths = folder_.paths,
            .scheduled = backup ? std::optional{backup->folder} : std::nullopt,
            .now = [this] { return clock_.now().at; },
            .said = [](const std::string& line) { spdlog::info("{}", line); },
            .failed = [](const std::string& line) { spdlog::error("{}", line); }};
}

Forgetting::Options RunningHub::forgetting_options()
{
    return {.hub = state_,
            .paths = folder_.paths,
            .rules = folder_.file.centre,
            .retention = folder_.file.hub.retention,
            .lists = lists_,
            .ledger_check = checkpoint_file(folder_),
            .now = [this] { return clock_.now(); },
            .gone = [this](const domain::FileOwner& owner) { files_.forget(owner); },
            .said = [](const std::string& line) { spdlog::info("{}", line); },
            .failed = [](const std::string& line) { spdlog::error("{}", line); }};
}

AuditDesk::Options RunningHub::audit_options()
{
    return {.hub = state_,
            .paths = folder_.paths,
            .clock = clock_,
            .now = [this] { return clock_.now().at; },
            .is_signing = [this] { return notary_ && !notary_->is_failing(); },
            .report = [](const std::string& line) { spdlog::error("{}", line); }};
}

FileDesk::Options RunningHub::file_options(const ClinicalData& clinical)
{
    return {.hub = state_,
            .sessions = staff_.sessions(),
            .rules = rules_of(clinical),
            .now = [this] { return clock_.now(); },
            .report = [](const std::string& line) { spdlog::error("{}", line); }};
}

ForgettingDesk::Options RunningHub::forgetting_desk_options()
{
    return {.forget =
                [this](const domain::CardHash& card, const Asker& asker, ForgettingDesk::Done done) {
                    forgetting_.forget_holder_of(
                        card, asker.device, asker.staff,
                        [done = std::move(done)](const std::expected<Forgetting::Outcome, domain::Refusal>& outcome) {
                            done(outcome ? AnsweredKeys::Outcome{receipt_of(*outcome)}
                                         : std::unexpected{outcome.error()});
                        });
                },
            .now = [this] { return clock_.now().at; },
            .changed =
                [this] {
                    if (serving_) {
                        writer_.read([this](const store::Ledger& ledger) { publish_forgetting(server_, ledger); });
                    }
                }};
}

wire::Server::Options RunningHub::server_options(const ServeOptions& options)
{
    const auto& listen = options.listen.value_or(folder_.file.hub.listen);
    return {.address = listen.address,
            .port = listen.port,
            .identity = {folder_.server_certificate, folder_.server_key, folder_.authority_certificate},
            .admit = [this](const std::string& public_key_sha256) -> std::optional<wire::Actor> {
                const auto device = devices_.admit(public_key_sha256, staff_.now());
                if (device) {
                    device_desk_.note_arrival(public_key_sha256);
                }
                return device ? std::optional{wire::Actor{device->name.text(), device->kind}} : std::nullopt;
            },
            .report = [](const std::string& line) { spdlog::info("{}", line); }};
}

EnrolmentTerms RunningHub::terms(const ServeOptions& options)
{
    auto terms = enrolment_terms({folder_.authority_certificate, folder_.authority_key}, folder_.server_certificate,
                                 folder_.server_key, folder_.file.hub, options.listen.value_or(folder_.file.hub.listen),
                                 [this] { return server_.port(); });
    if (!terms) {
        throw std::runtime_error{terms.error().detail};
    }
    return *std::move(terms);
}

void RunningHub::committed(const store::Ledger& ledger, const store::Change& change)
{
    feed_.note(change);
    if (serving_) {
        publish(server_, ledger, change);
    }
}

/// Who stands there is asked on the writer's thread, where streams are granted, too: whichever comes first, the console
/// hears what it may from then on.
void RunningHub::session_changed(const std::string& console)
{
    writer_.read([this, console](const store::Ledger& ledger) {
        const auto standing = staff_.standing_at(console);
        publish_session(server_, ledger, console, audience_of(wire::DeviceKind::console, standing.who));
    });
}

/// Who may do what changes at every console with the lock; that the line does, the writer tells (Change::anew).
void RunningHub::lock_changed()
{
    if (!serving_) {
        return;
    }
    for (const auto& device : devices_.devices()) {
        if (device.kind == wire::DeviceKind::console) {
            session_changed(device.name.text());
        }
    }
}

void RunningHub::start(store::CheckpointLog log)
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
    if (const auto day = ledger().line().day()) {
        floor_.reserve(*day, ledger().line().next_number() - 1); // the file may be older than the journal
    }
    const bool opens_what_was_locked = !is_locked() && ledger().is_left_locked();
    serving_ = true;
    writer_.start();
    if (opens_what_was_locked) {
        lock_desk_.note_start();
    }
    staff_.start();
    lists_.start();
    forgetting_.start();
    audit_.start();
    files_.start();
    server_.start();
}

void RunningHub::stop()
{
    backups_.reset();
    device_desk_.close();
    server_.stop(); // first: what is under way still needs the others
    staff_.stop();
    forgetting_.stop();
    lists_.stop();
    audit_.stop();
    files_.stop();
    writer_.stop();
    notary_.reset(); // signs what is new
}

void RunningHub::look_whether_resting()
{
    writer_.read([this](const store::Ledger& ledger) {
        if (!ledger.knows_people()) {
            return; // what it would prove is not what the journal gives
        }
        const bool is_resting = std::exchange(seen_, ledger.sequence()) == ledger.sequence();
        if (is_resting && checked_ != ledger.sequence()) {
            store::write_checkpoint(checkpoint_file(folder_), store::checkpoint_of(ledger));
            checked_ = ledger.sequence();
        }
    });
}

void RunningHub::look_at_lock()
{
    switch (watch_.look(clock_.now().at)) {
    case LockWatch::Finding::stick_pulled: lock(domain::HubLocked::Way::stick_pulled); break;
    case LockWatch::Finding::closing_time: lock(domain::HubLocked::Way::closing_time); break;
    case LockWatch::Finding::open_with_stick: open_with_stick(); break;
    case LockWatch::Finding::nothing: break;
    }
}

void RunningHub::look_at_devices()
{
    device_desk_.look();
}

void RunningHub::lock(domain::HubLocked::Way way)
{
    spdlog::info("locking: {}", domain::word(way));
    lock_desk_.lock(way, {}, [](const auto&) { spdlog::info("the hub is locked"); });
}

void RunningHub::open_with_stick()
{
    if (!watch_.stick()) {
        spdlog::warn("the hub was started without --stick, so there is none to open it with");
        return;
    }
    auto stick = vault::StickKey::load(*watch_.stick());
    if (!stick) {
        spdlog::warn("{}", stick.error().detail);
        return;
    }
    lock_desk_.open(std::move(*stick), {}, [](const std::expected<void, domain::Refusal>& outcome) {
        spdlog::info("{}", outcome ? "the hub is open" : outcome.error().detail);
    });
}

} // namespace verandah::hub
