// SPDX-License-Identifier: Apache-2.0
// To the writer and back: what is sealed is the writer's business, what is in it is this thread's.
#include "clinic/hub/care/counted_facts.hpp"
#include "clinic/hub/care/file_desk.hpp"
#include "clinic/hub/care/file_refusals.hpp"
#include "shared/domain/record/check_movements.hpp"
#include "shared/domain/record/supplies_given.hpp"
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

/// Nothing is given to somebody who is not there: nobody would look for her.
std::expected<void, Refusal> check_worker(const domain::FileEvent& event, const domain::StaffBook& staff)
{
    const auto* acted = std::get_if<domain::DueActed>(&event);
    const auto* given = acted == nullptr ? nullptr : std::get_if<domain::GiveItem>(&acted->act);
    const auto* member = given == nullptr ? nullptr : staff.find(given->worker);
    if (given != nullptr && (member == nullptr || member->revoked_at)) {
        return domain::refuse(Why::not_found, "nobody here has the account " + given->worker.text());
    }
    return {};
}

} // namespace

/// One entry on its way into a file.
struct FileDesk::Writing {
    domain::FileId file;
    domain::FileEvent event;
    Asker asker;
    SharedKey clinic;
    Answer<wire::EntryReceipt> answer;
    std::size_t read{0};             ///< How much of the file was known when it was decided.
    SuppliesOfAll given{};           ///< By this entry.
    bool is_cupboard_changed{false}; ///< Since it was decided. The writer's thread says so, and asks.
    int tries{0};
};

void FileDesk::write(domain::FileId file, wire::WriteEntryRequest request, const Asker& asker,
                     const Answer<wire::EntryReceipt>& answer)
{
    if (std::holds_alternative<domain::PicturesChosen>(request.event)) {
        refuse_with(answer, {Why::invalid_input, "pictures are chosen by a request of their own"});
        return;
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

/// From here on it is the writer's business; the entry is sealed.
void FileDesk::seal_writing(const SharedWriting& writing, const OpenedFile& opened, const domain::FileEntry& entry)
{
    auto sealed = opened.seal(entry, *writing->clinic);
    if (!sealed) {
        submit_writing(writing, refusing(sealed.error()));
        return;
    }
    std::vector<Event> before;
    for (const auto& counted : domain::counted_by(opened.file(), entry, options_.rules)) {
        before.emplace_back(domain::CareEvent{seal_counted(writing->file, counted, entry.at, *writing->clinic)});
    }
    const auto* dispensed = std::get_if<domain::Dispensed>(&entry.event);
    submit_writing(writing,
                   [this, writing, number = entry.number, supplies = entry.supplies, sealed = *std::move(sealed),
                    before = std::move(before), dose = dispensed == nullptr ? std::nullopt : std::optional{*dispensed},
                    takes = dispensed == nullptr ? domain::Takes{} : taken_by(opened.file(), *dispensed)](
                       const store::Ledger& ledger, domain::Moment moment) -> Events {
                       if (auto worker = check_worker(writing->event, ledger.staff()); !worker) {
                           return std::unexpected{std::move(worker.error())};
                       }
                       const auto* cupboard = options_.rules.cupboard;
                       if (dose && cupboard != nullptr) {
                           if (auto checked = domain::check_movements(ledger.stock(), *cupboard, takes, *dose);
                               !checked) {
                               return std::unexpected{std::move(checked.error())};
                           }
                       }
                       auto written = ledger.files().write(writing->file, number, sealed, moment.at);
                       if (!written) {
                           return std::unexpected{std::move(written.error())};
                       }
                       auto events = before;
                       if (!writing->given.empty()) {
                           auto plan = domain::plan_supplies(ledger.stock(), *cupboard, writing->given, moment);
                           if (plan.moved != supplies) {
                               writing->is_cupboard_changed = true;
                               return domain::refuse(Why::conflict, "the cupboard was changed meanwhile");
                           }
                           std::ranges::move(plan.events, std::back_inserter(events));
                       }
                       events.emplace_back(*std::move(written));
                       return events;
                   });
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
