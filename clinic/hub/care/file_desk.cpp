// SPDX-License-Identifier: Apache-2.0
// To the writer and back: what is sealed is the writer's business, what is in it is this thread's.
#include "clinic/hub/care/file_desk.hpp"

#include "clinic/hub/care/counted_facts.hpp"
#include "shared/files/scrub.hpp"
#include "shared/vault/random.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace verandah::hub {

namespace {

using domain::Event;
using domain::RecordRead;
using domain::Refusal;
using Why = Refusal::Why;
using Events = std::expected<std::vector<Event>, Refusal>;
using SharedKey = std::shared_ptr<const vault::ClinicKey>;

constexpr std::uint32_t first_entry = 1;

std::unexpected<Refusal> records_are_closed()
{
    return domain::refuse(Why::not_allowed, "whoever is signed in here cannot open records yet");
}

std::unexpected<Refusal> not_open_here()
{
    return domain::refuse(Why::not_found, "this file is not open at this console");
}

template <class Receipt>
void refuse_with(const Answer<Receipt>& answer, const Refusal& refusal)
{
    answer(std::unexpected{NoReceipt{refusal}});
}

/// A file's id says nothing, and is never given again.
domain::FileId drawn_id()
{
    constexpr std::uint64_t largest = (std::uint64_t{1} << 52U) - 1; // so that JSON holds it exactly
    std::array<std::byte, 8> bytes{};
    vault::fill_random(bytes);
    const auto number = std::bit_cast<std::uint64_t>(bytes) & largest;
    return domain::FileId{static_cast<std::int64_t>(std::max<std::uint64_t>(number, 1))};
}

bool is_with_her(RecordRead::Way way)
{
    return way == RecordRead::Way::with_her || way == RecordRead::Way::of_today;
}

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

wire::FileView view_of(const OpenedFile& opened)
{
    return {.file = opened.id(),
            .is_of_today = std::holds_alternative<domain::TicketId>(opened.owner()),
            .entries = opened.file().entries,
            .unread = opened.file().unread};
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

/// Whose file is wanted, by whoever is being served.
std::expected<domain::FileOwner, Refusal> owner_served(const wire::OpenFileRequest& request,
                                                       const std::optional<domain::CardHash>& card,
                                                       const store::Ledger& ledger)
{
    const auto* ticket = request.ticket ? ledger.line().find(*request.ticket) : nullptr;
    if (ticket == nullptr || ticket->now.state != domain::TicketState::serving) {
        return domain::refuse(Why::not_allowed, "a file is opened while its visitor is being served");
    }
    if (request.way == RecordRead::Way::of_today) {
        return ticket->id;
    }
    const auto visitor = card ? ledger.cards().visitor_of(*card) : std::nullopt;
    if (!visitor) {
        return domain::refuse(Why::not_found, "this card is not known here; the record can be for today only");
    }
    if (ticket->visitor && ticket->visitor != visitor) {
        return domain::refuse(Why::not_allowed, "this is not the card that this number was given for");
    }
    const bool only_today = request.consent && request.consent->answer == domain::ConsentSaid::Answer::only_today;
    return only_today ? domain::FileOwner{ticket->id} : domain::FileOwner{*visitor};
}

} // namespace

/// One file on the way to being opened. Everything that decide() finds is for what comes after the commit.
struct FileDesk::Opening {
    wire::OpenFileRequest request;
    std::optional<domain::CardHash> card;
    Asker asker;
    SharedKey clinic;
    Answer<wire::FileView> answer;
    std::optional<domain::FileId> file{};
    bool has_to_ask{false};
};

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

void FileDesk::open(const wire::OpenFileRequest& request, const Asker& asker, const Answer<wire::FileView>& answer)
{
    auto clinic = options_.sessions.clinic_key_at(asker.device, options_.now().at);
    const auto cards = options_.hub.own_cards();
    if (!clinic || !cards || !asker.staff) {
        refuse_with(answer, records_are_closed().error());
        return;
    }
    const auto opening = std::make_shared<Opening>(
        Opening{request, request.card ? std::optional{cards->lookup(*request.card)} : std::nullopt, asker,
                std::move(clinic), answer});
    writer_.submit(
        {.actor = asker.device,
         .key = asker.key,
         .decide = [this, opening](const store::Ledger& ledger, domain::Moment now) -> Events {
             return decide_opening(*opening, ledger, now);
         },
         .answer = [this, opening](const store::Ledger& ledger,
                                   const store::Write::Outcome& outcome) { opened(opening, ledger, outcome); },
         .staff = asker.staff});
}

/// That it was opened, and before that the file itself and what she said, when there was none.
Events FileDesk::decide_opening(Opening& opening, const store::Ledger& ledger, domain::Moment now) const
{
    const auto& request = opening.request;
    const auto& book = ledger.files();
    std::vector<Event> events;
    if (!is_with_her(request.way)) {
        if (!request.file || book.find(*request.file) == nullptr) {
            return domain::refuse(Why::not_found, "there is no such file");
        }
        opening.file = request.file;
    } else {
        const auto owner = owner_served(request, opening.card, ledger);
        if (!owner) {
            return std::unexpected{owner.error()};
        }
        opening.file = book.file_of(*owner);
        if (!opening.file) {
            if (!request.consent || request.consent->answer == domain::ConsentSaid::Answer::withdrawn) {
                opening.has_to_ask = true;
                return events;
            }
            auto key = vault::make_file_key();
            opening.file = drawn_id();
            const auto wrapped = vault::wrap_file_key(key, {*opening.file, first_key}, *opening.clinic);
            auto begun = book.begin(*opening.file, *owner, {wrapped.begin(), wrapped.end()}, now.at);
            if (!begun) {
                return std::unexpected{std::move(begun.error())};
            }
            events.emplace_back(*std::move(begun));
            const domain::FileEntry consent{first_entry, now.at, now.day, *opening.asker.staff, *request.consent};
            const vault::RecordSealer sealer{std::move(key)};
            events.emplace_back(domain::CareEvent{domain::FileEntryWritten{
                *opening.file, first_entry, seal_entry(sealer, *opening.file, consent), now.at}});
        }
    }
    const auto reference = options_.hub.reference_to(*opening.file);
    if (!reference) {
        return records_are_closed();
    }
    events.emplace_back(domain::AuditEvent{RecordRead{*reference, request.way, now.at}});
    return events;
}

void FileDesk::opened(const SharedOpening& opening, const store::Ledger& ledger, const store::Write::Outcome& outcome)
{
    if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
        refuse_with(opening->answer, *refusal);
        return;
    }
    if (std::holds_alternative<store::Unknown>(outcome)) {
        opening->answer(std::unexpected{NoReceipt{store::Unknown{}}});
        return;
    }
    if (opening->has_to_ask) {
        opening->answer(wire::FileView{});
        return;
    }
    if (!opening->file) { // the same key again: it was decided before, and not now
        const auto owner = owner_served(opening->request, opening->card, ledger);
        opening->file =
            is_with_her(opening->request.way) && owner ? ledger.files().file_of(*owner) : opening->request.file;
    }
    const auto* kept = opening->file ? ledger.files().find(*opening->file) : nullptr;
    if (kept == nullptr) {
        refuse_with(opening->answer, {Why::not_found, "there is no such file, or it was forgotten"});
        return;
    }
    // What is known of it already need not be opened again.
    thread_.submit([this, opening, kept = *kept] { show(opening, kept); });
}

void FileDesk::show(const SharedOpening& opening, const domain::KeptFile& kept)
{
    auto file = files_.known(*opening->file);
    if (!file) {
        auto fresh = OpenedFile::open(*opening->file, kept, *opening->clinic);
        if (!fresh) {
            refuse_with(opening->answer, fresh.error());
            return;
        }
        file = *std::move(fresh);
        files_.keep(file);
    } else if (kept.entries.size() > file->read()) {
        file->read_on(std::span{kept.entries}.subspan(file->read()));
    }
    files_.open_at({opening->asker.device, *opening->asker.staff}, *opening->file);
    see(*opening->file, opening->asker, opening->answer);
    files::scrub_stack();
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
    auto clinic = options_.sessions.clinic_key_at(asker.device, options_.now().at);
    if (!clinic || !asker.staff) {
        refuse_with(answer, records_are_closed().error());
        return;
    }
    const auto writing =
        std::make_shared<Writing>(Writing{file, std::move(request.event), asker, std::move(clinic), answer});
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
    store::Write::Decide decide;
    if (entry) {
        std::vector<Event> before;
        if (!entry->facts.empty()) {
            before.emplace_back(domain::CareEvent{count_facts(writing->file, *entry, *writing->clinic)});
        }
        decide = [file = writing->file, number = entry->number, sealed = opened->seal(*entry),
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
        decide = [refusal = entry.error()](const store::Ledger&, domain::Moment) -> Events {
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
            opened->read_on(std::span{later}.subspan(opened->read() - known_before));
        }
        const auto& known = opened->file().entries;
        const auto found = std::ranges::find(known, number, &domain::FileEntry::number);
        if (no_receipt || found == known.end()) {
            writing->answer(std::unexpected{no_receipt.value_or(NoReceipt{not_open_here().error()})});
        } else {
            writing->answer(wire::EntryReceipt{*found});
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
