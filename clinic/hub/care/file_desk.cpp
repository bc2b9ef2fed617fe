// SPDX-License-Identifier: Apache-2.0
// To the writer and back: what is sealed is the writer's business, what is in it is this thread's.
#include "clinic/hub/care/file_desk.hpp"

#include "clinic/hub/care/counted_facts.hpp"
#include "clinic/hub/care/file_refusals.hpp"
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

/// What staff have to do about her.
std::vector<wire::FileView::Due> due_in(OpenedFile& opened, const domain::CareRules& rules, domain::CentreDay today)
{
    std::vector<wire::FileView::Due> due;
    for (const auto& item : opened.due(rules.followup, today)) {
        if (domain::is_open(item.state)) {
            due.push_back({item.key.rule, item.due, item.state});
        }
    }
    return due;
}

/// What a console is told of it: never by what her pictures are known.
domain::FileEntry told(domain::FileEntry entry)
{
    if (auto* chosen = std::get_if<domain::PicturesChosen>(&entry.event)) {
        chosen->lock.reset();
    }
    return entry;
}

wire::FileView view_of(const OpenedFile& opened)
{
    wire::FileView view{.file = opened.id(),
                        .is_of_today = std::holds_alternative<domain::TicketId>(opened.owner()),
                        .unread = opened.file().unread};
    std::ranges::transform(opened.file().entries, std::back_inserter(view.entries), told);
    return view;
}

std::vector<domain::CounterfoilHash> counterfoils_in(const domain::File& file)
{
    std::vector<domain::CounterfoilHash> counterfoils;
    for (const auto& [id, referral] : file.referrals) {
        if (referral.counterfoil) {
            counterfoils.push_back(*referral.counterfoil);
        }
    }
    for (const auto& slips : file.slips) {
        counterfoils.insert(counterfoils.end(), slips.what.counterfoils.begin(), slips.what.counterfoils.end());
    }
    return counterfoils;
}

} // namespace

/// One entry on its way into a file.
struct FileDesk::Writing {
    domain::FileId file;
    domain::FileEvent event;
    Asker asker;
    SharedKey clinic;
    Answer<wire::EntryReceipt> answer;
    std::size_t read{0}; ///< How much of the file was known when it was decided.
};

FileDesk::FileDesk(store::Writer& writer, Options options)
    : writer_{writer}, options_{std::move(options)}, thread_{[this] { pass_time(); }, options_.report}
{
}

void FileDesk::see(domain::FileId file, const Asker& asker, const Answer<wire::FileView>& answer)
{
    thread_.submit([this, file, asker, answer] {
        const auto opened = asker.staff ? files_.at({asker.device, *asker.staff}, file) : nullptr;
        if (!opened) {
            refuse_with(answer, not_open_here().error());
            return;
        }
        const auto view = std::make_shared<wire::FileView>(view_of(*opened));
        view->due = due_in(*opened, options_.rules, options_.now().day);
        writer_.read([this, view, answer, wanted = counterfoils_in(opened->file())](const store::Ledger& ledger) {
            for (const auto& counterfoil : wanted) {
                if (const auto* returned = ledger.files().returned(counterfoil)) {
                    view->returned.push_back({counterfoil, returned->way, returned->at});
                }
            }
            thread_.submit(
                [view, answer] { answer(*view); }); // a long view is not put into words on the writer's thread
        });
        files::scrub_stack();
    });
}

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
        refuse_with(writing->answer, not_open_here().error());
        return;
    }
    writing->read = opened->read();
    const auto now = options_.now();
    auto entry = domain::decide_entry(opened->file(), writing->event, *writing->asker.staff, now, options_.rules);
    auto sealed = entry ? opened->seal(*entry, *writing->clinic)
                        : std::expected<domain::SealedBytes, Refusal>{std::unexpected{entry.error()}};
    store::Write::Decide decide;
    if (sealed) {
        std::vector<Event> before;
        if (!entry->facts.empty()) {
            before.emplace_back(domain::CareEvent{count_facts(writing->file, *entry, *writing->clinic)});
        }
        decide = [file = writing->file, number = entry->number, sealed = *std::move(sealed),
                  before = std::move(before)](const store::Ledger& ledger, domain::Moment moment) -> Events {
            auto written = ledger.files().write(file, number, sealed, moment.at);
            if (!written) {
                return std::unexpected{std::move(written.error())};
            }
            auto events = before;
            events.emplace_back(*std::move(written));
            return events;
        };
    } else {
        decide = [refusal = sealed.error()](const store::Ledger&, domain::Moment) -> Events {
            return std::unexpected{refusal};
        };
    }
    files::scrub_stack();
    writer_.submit(
        {.actor = writing->asker.device,
         .key = writing->asker.key,
         .decide = std::move(decide),
         .answer = [this, writing](const store::Ledger& ledger,
                                   const store::Write::Outcome& outcome) { written(writing, ledger, outcome); },
         .staff = writing->asker.staff});
}

void FileDesk::written(const SharedWriting& writing, const store::Ledger& ledger, const store::Write::Outcome& outcome)
{
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
            writing->answer(wire::EntryReceipt{told(*found)});
        }
        files::scrub_stack();
    });
}

void FileDesk::close(domain::FileId file, const Asker& asker, const Answer<wire::EmptyRequest>& answer)
{
    if (asker.staff) {
        files_.close_at({asker.device, *asker.staff}, file);
    }
    answer(wire::EmptyRequest{});
}

void FileDesk::pass_time()
{
    files_.keep_only(options_.sessions.clinical_consoles());
}

} // namespace verandah::hub
