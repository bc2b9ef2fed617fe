// SPDX-License-Identifier: Apache-2.0
// To the writer and back: what is sealed is the writer's business, what is in it is this thread's.
#include "clinic/hub/care/counted_facts.hpp"
#include "clinic/hub/care/drawn_id.hpp"
#include "clinic/hub/care/file_desk.hpp"
#include "clinic/hub/care/file_refusals.hpp"
#include "clinic/hub/care/sealed_tracing.hpp"
#include "shared/domain/record/check_movements.hpp"
#include "shared/domain/record/supplies_given.hpp"
#include "shared/domain/record/tracings_asked.hpp"
#include "shared/files/scrub.hpp"
#include "shared/vault/picture_lock.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace verandah::hub {

namespace {

using domain::Event;
using domain::Refusal;
using Why = Refusal::Why;
using Events = std::expected<std::vector<Event>, Refusal>;
using SharedKey = std::shared_ptr<const vault::ClinicKey>;
using SuppliesOfAll = std::vector<domain::SuppliesGiven>;

/// How often one entry is decided anew because the cupboard changed between two looks at it, which are a moment apart.
constexpr int most_tries = 8;

store::Write::Decide refusing(const Refusal& refusal)
{
    return [refusal](const store::Ledger&, domain::Moment) -> Events { return std::unexpected{refusal}; };
}

/// What is given to a worker by it; nullptr when it is something else. `Written`: a FileEvent, const or not.
template <class Written>
auto* given_by(Written& written)
{
    auto* acted = std::get_if<domain::DueActed>(&written);
    return acted == nullptr ? nullptr : std::get_if<domain::GiveItem>(&acted->act);
}

/// Nothing is given to somebody who would not see it: nobody would look for her.
std::unexpected<Refusal> nobody_to_look(const domain::AccountCode& worker)
{
    return domain::refuse(Why::not_found, "no outreach worker has the account " + worker.text());
}

/// What is still asked of workers once that is written; nullopt when this file never gave them anything.
std::optional<std::vector<domain::TracingId>> asked_after(const OpenedFile& opened, const domain::FileEntry& entry,
                                                          const domain::CareRules& rules, domain::CentreDay today)
{
    const auto gives = [](const domain::FollowupAct& act) {
        const auto* acted = std::get_if<domain::DueActed>(&act);
        return acted != nullptr && std::holds_alternative<domain::GiveItem>(acted->act);
    };
    if (given_by(entry.event) == nullptr && std::ranges::none_of(opened.file().followup, gives)) {
        return std::nullopt;
    }
    auto after = opened.file();
    apply(after, entry);
    return domain::tracings_asked(after, rules.followup, today);
}

} // namespace

/// One entry on its way into a file.
struct FileDesk::Writing {
    domain::FileId file;
    domain::FileEvent event;
    Asker asker;
    SharedKey clinic;
    Answer<wire::EntryReceipt> answer;
    std::size_t read{0};                           ///< How much of the file was known when it was decided.
    SuppliesOfAll given{};                         ///< By this entry.
    std::optional<domain::TracingGiven> tracing{}; ///< By this entry, sealed to the worker.
    bool is_cupboard_changed{false};               ///< Since it was decided. The writer's thread says so, and asks.
    int tries{0};
};

/// What an entry amounts to, sealed: all that the writer has to know of it.
struct FileDesk::SealedWriting {
    std::uint32_t number;
    domain::SealedBytes sealed;
    std::vector<domain::SuppliesMoved> supplies;
    std::vector<Event> counted{};
    std::optional<domain::Dispensed> dose{};
    domain::Takes takes{};
    std::optional<domain::TracingAnswerId> told{};         ///< By a worker, and in the file from now on.
    std::optional<std::vector<domain::TracingId>> asked{}; ///< Of workers from now on; nullopt: nothing changes.
};

void FileDesk::write(domain::FileId file, wire::WriteEntryRequest request, const Asker& asker,
                     const Answer<wire::EntryReceipt>& answer)
{
    if (std::holds_alternative<domain::PicturesChosen>(request.event)) {
        refuse_with(answer, {Why::invalid_input, "pictures are chosen by a request of their own"});
        return;
    }
    if (auto* given = given_by(request.event)) {
        if (given->tracing) {
            refuse_with(answer, {Why::invalid_input, "the hub draws the number of a tracing"});
            return;
        }
        given->tracing = drawn_id<domain::TracingId>();
    }
    begin_writing(file, std::move(request.event), asker, answer);
}

void FileDesk::choose_pictures(domain::FileId file, const wire::ChoosePicturesRequest& request, const Asker& asker,
                               const Answer<wire::EntryReceipt>& answer)
{
    begin_writing(file, domain::PicturesChosen{vault::lock_with(request.pictures)}, asker, answer);
}

void FileDesk::begin_writing(domain::FileId file, domain::FileEvent event, const Asker& asker,
                             const Answer<wire::EntryReceipt>& answer)
{
    auto clinic = options_.sessions.clinic_key_at(asker.device, options_.now().at);
    if (!clinic || !asker.staff) {
        refuse_with(answer, records_are_closed().error());
        return;
    }
    const auto writing = std::make_shared<Writing>(Writing{file, std::move(event), asker, std::move(clinic), answer});
    thread_.submit([this, writing] { decide_writing(writing); });
}

/// Refused or not, the writer is asked: the same key may have been answered before.
void FileDesk::decide_writing(const SharedWriting& writing)
{
    const auto opened = files_.at({writing->asker.device, *writing->asker.staff}, writing->file);
    if (!opened) {
        refuse_with(writing->answer, why_not_open(writing->file, writing->asker));
        return;
    }
    writing->read = opened->read();
    const auto now = options_.now();
    auto entry = domain::decide_entry(opened->file(), writing->event, *writing->asker.staff, now, options_.rules);
    if (!entry) {
        submit_writing(writing, refusing(entry.error()));
        return;
    }
    if (const auto* given = given_by(entry->event)) {
        find_worker(writing, opened, *given, *entry);
        return;
    }
    const auto* cupboard = options_.rules.cupboard;
    writing->given = cupboard == nullptr ? SuppliesOfAll{} : domain::supplies_given(*cupboard, opened->file(), *entry);
    if (writing->given.empty()) {
        seal_writing(writing, *opened, *entry);
        return;
    }
    // What leaves the cupboard is named in the entry, and so has to be known before it is sealed.
    writer_.read([this, writing, opened, entry = *std::move(entry), now](const store::Ledger& ledger) {
        auto planned = entry;
        planned.supplies = domain::plan_supplies(ledger.stock(), *options_.rules.cupboard, writing->given, now).moved;
        thread_.submit([this, writing, opened, planned = std::move(planned)] {
            seal_writing(writing, *opened, planned);
            files::scrub_stack();
        });
    });
    files::scrub_stack();
}

/// What is due is sealed to whoever will look for her: her key stands in the ledger.
void FileDesk::find_worker(const SharedWriting& writing, const SharedFile& opened, const domain::GiveItem& given,
                           const domain::FileEntry& entry)
{
    writer_.read([this, writing, opened, given, entry](const store::Ledger& ledger) {
        thread_.submit([this, writing, opened, given, entry, worker = key_of_worker(ledger.staff(), given.worker)] {
            if (!worker) {
                submit_writing(writing, refusing(nobody_to_look(given.worker).error()));
                return;
            }
            const auto& items = opened->due(options_.rules.followup, options_.now().day);
            const auto& key = std::get<domain::DueActed>(entry.event).item;
            const auto item = std::ranges::find(items, key, &domain::DueItem::key);
            auto sealed = item == items.end()
                              ? domain::refuse(Why::conflict, "what is due has changed meanwhile")
                              : seal_tracing(*opened, *item, given, *worker, entry.at, *writing->clinic);
            if (!sealed) {
                submit_writing(writing, refusing(sealed.error()));
                return;
            }
            writing->tracing = *std::move(sealed);
            seal_writing(writing, *opened, entry);
            files::scrub_stack();
        });
    });
}

/// From here on it is the writer's business; the entry is sealed.
void FileDesk::seal_writing(const SharedWriting& writing, const OpenedFile& opened, const domain::FileEntry& entry)
{
    auto sealed = opened.seal(entry, *writing->clinic);
    if (!sealed) {
        submit_writing(writing, refusing(sealed.error()));
        return;
    }
    SealedWriting ready{.number = entry.number, .sealed = *std::move(sealed), .supplies = entry.supplies};
    for (const auto& counted : domain::counted_by(opened.file(), entry, options_.rules)) {
        ready.counted.emplace_back(domain::CareEvent{seal_counted(writing->file, counted, entry.at, *writing->clinic)});
    }
    if (const auto* dispensed = std::get_if<domain::Dispensed>(&entry.event)) {
        ready.dose = *dispensed;
        ready.takes = taken_by(opened.file(), *dispensed);
    }
    if (const auto* tried = std::get_if<domain::TracingTried>(&entry.event)) {
        ready.told = tried->told;
    }
    ready.asked = asked_after(opened, entry, options_.rules, options_.now().day);
    submit_writing(writing,
                   [this, writing, ready = std::move(ready)](const store::Ledger& ledger, domain::Moment moment) {
                       return decide_sealed(*writing, ready, ledger, moment);
                   });
}

/// All that happens with the entry, or nothing.
std::expected<std::vector<domain::Event>, domain::Refusal> FileDesk::decide_sealed(Writing& writing,
                                                                                   const SealedWriting& ready,
                                                                                   const store::Ledger& ledger,
                                                                                   domain::Moment moment) const
{
    const auto* cupboard = options_.rules.cupboard;
    if (ready.dose && cupboard != nullptr) {
        if (auto checked = domain::check_movements(ledger.stock(), *cupboard, ready.takes, *ready.dose); !checked) {
            return std::unexpected{std::move(checked.error())};
        }
    }
    auto written = ledger.files().write(writing.file, ready.number, ready.sealed, moment.at);
    if (!written) {
        return std::unexpected{std::move(written.error())};
    }
    auto events = ready.counted;
    if (auto of_workers = decide_tracings(writing, ready, ledger, moment)) {
        std::ranges::move(*of_workers, std::back_inserter(events));
    } else {
        return of_workers;
    }
    if (!writing.given.empty()) {
        auto plan = domain::plan_supplies(ledger.stock(), *cupboard, writing.given, moment);
        if (plan.moved != ready.supplies) {
            writing.is_cupboard_changed = true;
            return domain::refuse(Why::conflict, "the cupboard was changed meanwhile");
        }
        std::ranges::move(plan.events, std::back_inserter(events));
    }
    events.emplace_back(*std::move(written)); // last: by it the answer is known
    return events;
}

/// What changes for outreach workers.
std::expected<std::vector<domain::Event>, domain::Refusal> FileDesk::decide_tracings(const Writing& writing,
                                                                                     const SealedWriting& ready,
                                                                                     const store::Ledger& ledger,
                                                                                     domain::Moment moment)
{
    const auto& tracings = ledger.files().tracings();
    std::vector<Event> events;
    if (writing.tracing) {
        const auto key = key_of_worker(ledger.staff(), writing.tracing->worker);
        if (!key || key->bytes != writing.tracing->sealed_to) {
            return nobody_to_look(writing.tracing->worker);
        }
        auto given = tracings.give(*writing.tracing);
        if (!given) {
            return std::unexpected{std::move(given.error())};
        }
        events.emplace_back(*std::move(given));
    }
    if (ready.told) {
        auto taken_up = tracings.take_up(writing.file, *ready.told, moment.at);
        if (!taken_up) {
            return std::unexpected{std::move(taken_up.error())};
        }
        events.emplace_back(*std::move(taken_up));
    }
    if (ready.asked) {
        std::ranges::move(tracings.end_others(writing.file, *ready.asked, moment.at), std::back_inserter(events));
    }
    return events;
}

void FileDesk::submit_writing(const SharedWriting& writing, store::Write::Decide decide)
{
    writer_.submit(
        {.actor = writing->asker.device,
         .key = writing->asker.key,
         .decide = std::move(decide),
         .answer = [this, writing](const store::Ledger& ledger,
                                   const store::Write::Outcome& outcome) { written(writing, ledger, outcome); },
         .staff = writing->asker.staff});
}

/// As it was prescribed, as far as that is known still.
domain::Takes FileDesk::taken_by(const domain::File& file, const domain::Dispensed& dispensed) const
{
    const auto found = file.prescriptions.find(dispensed.prescription);
    if (found == file.prescriptions.end()) {
        return {};
    }
    const auto& prescribed = found->second.prescribed;
    return {domain::regimen_of(options_.rules, prescribed.guideline, prescribed.regimen), prescribed.own};
}

void FileDesk::written(const SharedWriting& writing, const store::Ledger& ledger, const store::Write::Outcome& outcome)
{
    if (std::exchange(writing->is_cupboard_changed, false) && ++writing->tries < most_tries) {
        thread_.submit([this, writing] { decide_writing(writing); }); // somebody took something just then
        return;
    }
    const auto opened = files_.known(writing->file);
    const auto* kept = ledger.files().find(writing->file);
    const auto* event = std::get_if<const Event*>(&outcome);
    const auto* of_care = event == nullptr || *event == nullptr ? nullptr : std::get_if<domain::CareEvent>(*event);
    const auto* done = of_care == nullptr ? nullptr : std::get_if<domain::FileEntryWritten>(of_care);
    std::optional<NoReceipt> no_receipt;
    if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
        no_receipt = *refusal;
    } else if (std::holds_alternative<store::Unknown>(outcome)) {
        no_receipt = store::Unknown{};
    } else if (done == nullptr || done->file != writing->file) {
        no_receipt = key_of_something_else().error();
    }
    if (!opened || kept == nullptr) {
        writing->answer(std::unexpected{no_receipt.value_or(NoReceipt{not_open_here().error()})});
        return;
    }
    const auto known_before = std::min(writing->read, kept->entries.size());
    std::vector<domain::SealedBytes> later(kept->entries.begin() + static_cast<std::ptrdiff_t>(known_before),
                                           kept->entries.end());
    const auto number = done == nullptr ? 0U : done->entry;
    thread_.submit([writing, no_receipt, number, opened, known_before, later = std::move(later)] {
        if (known_before + later.size() >
            opened->read()) { // hers, and what others wrote: a refused one shows them next
            const auto unread = std::span{later}.subspan(opened->read() - known_before);
            if (const auto read = opened->read_on(unread, *writing->clinic); !read) {
                refuse_with(writing->answer, read.error());
                return;
            }
        }
        const auto& known = opened->file().entries;
        const auto found = std::ranges::find(known, number, &domain::FileEntry::number);
        if (no_receipt || found == known.end()) {
            writing->answer(std::unexpected{no_receipt.value_or(NoReceipt{not_open_here().error()})});
        } else {
            writing->answer(wire::EntryReceipt{told_of(*found)});
        }
        files::scrub_stack();
    });
}

} // namespace verandah::hub
