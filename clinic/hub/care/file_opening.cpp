// SPDX-License-Identifier: Apache-2.0
// Opening a file: who is there, by which right, and that it is written down before anything of it is seen.
#include "clinic/hub/care/drawn_id.hpp"
#include "clinic/hub/care/file_desk.hpp"
#include "clinic/hub/care/file_refusals.hpp"
#include "shared/files/scrub.hpp"
#include "shared/vault/picture_lock.hpp"

#include <algorithm>
#include <utility>

namespace verandah::hub {

namespace {

using domain::Event;
using domain::RecordRead;
using Reason = domain::RecordRefused::Reason;
using domain::Refusal;
using Why = Refusal::Why;
using Events = std::expected<std::vector<Event>, Refusal>;
using SharedKey = std::shared_ptr<const vault::ClinicKey>;

constexpr std::uint32_t first_entry = 1;

std::unexpected<Refusal> no_pictures_chosen()
{
    return domain::refuse(Why::not_found, "she has chosen no pictures; her card opens her file");
}

bool is_with_her(RecordRead::Way way)
{
    return way == RecordRead::Way::with_her || way == RecordRead::Way::of_today;
}

/// Whose file is wanted, by whoever is being served.
std::expected<domain::FileOwner, TurnedAway> owner_served(const wire::OpenFileRequest& request,
                                                          const std::optional<domain::CardHash>& card,
                                                          const store::Ledger& ledger)
{
    const auto turn_away = [](Why why, std::string detail, std::optional<Reason> reason = std::nullopt) {
        return std::unexpected{TurnedAway{{why, std::move(detail)}, reason}};
    };
    const auto* ticket = request.ticket ? ledger.line().find(*request.ticket) : nullptr;
    if (ticket == nullptr || ticket->now.state != domain::TicketState::serving) {
        return turn_away(Why::not_allowed, "a file is opened while its visitor is being served", Reason::not_served);
    }
    if (request.way == RecordRead::Way::of_today) {
        return ticket->id;
    }
    if (request.pictures) {
        if (!ticket->visitor) {
            return turn_away(Why::not_found, "this number was not given for a card");
        }
        return *ticket->visitor;
    }
    const auto visitor = card ? ledger.cards().visitor_of(*card) : std::nullopt;
    if (!visitor) {
        return turn_away(Why::not_found, "this card is not known here; the record can be for today only");
    }
    if (ticket->visitor && ticket->visitor != visitor) {
        return turn_away(Why::not_allowed, "this is not the card that this number was given for", Reason::another_card);
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
    std::optional<Reason> refused{};
};

void FileDesk::open(const wire::OpenFileRequest& request, const Asker& asker, const Answer<wire::FileView>& answer)
{
    auto clinic = options_.sessions.clinic_key_at(asker.device, options_.now().at);
    const auto cards = options_.hub.own_cards();
    if (!clinic || !cards || !asker.staff) {
        if (asker.staff && cards) {
            note_refusal(Reason::no_clinic_key, asker);
        }
        refuse_with(answer, records_are_closed().error());
        return;
    }
    const auto opening = std::make_shared<Opening>(
        Opening{request, request.card ? std::optional{cards->lookup(*request.card)} : std::nullopt, asker,
                std::move(clinic), answer});
    if (is_with_her(request.way) && request.pictures) {
        open_by_pictures(opening);
    } else {
        submit(opening);
    }
}

/// Her phrase is in her file, which is opened for it, and shown to nobody unless it was right.
void FileDesk::open_by_pictures(const SharedOpening& opening)
{
    writer_.read([this, opening](const store::Ledger& ledger) {
        const auto owner = owner_served(opening->request, std::nullopt, ledger);
        const auto file = owner ? ledger.files().file_of(*owner) : std::nullopt;
        const auto* kept = file ? ledger.files().find(*file) : nullptr;
        if (!owner || kept == nullptr) {
            turn_away(*opening, owner ? TurnedAway{no_pictures_chosen().error()} : owner.error());
            return;
        }
        thread_.submit([this, opening, file = *file, kept = *kept] {
            if (const auto turned_away = check_pictures(*opening, file, kept)) {
                turn_away(*opening, *turned_away);
            } else {
                submit(opening);
            }
            files::scrub_stack();
        });
    });
}

/// nullopt: it is hers.
std::optional<TurnedAway> FileDesk::check_pictures(const Opening& opening, domain::FileId file,
                                                   const domain::KeptFile& kept)
{
    auto& wrong = wrong_phrases_[*opening.request.ticket];
    if (wrong >= domain::most_wrong_phrases) {
        return TurnedAway{{Why::not_allowed, "too many wrong pictures; her card opens her file"},
                          Reason::wrong_pictures};
    }
    const auto opened = OpenedFile::open(file, kept, *opening.clinic);
    if (!opened) {
        return TurnedAway{opened.error()};
    }
    const auto& chosen = (*opened)->file().pictures;
    if (!chosen || !chosen->what.lock) {
        return TurnedAway{no_pictures_chosen().error()};
    }
    if (!vault::opens(*chosen->what.lock, *opening.request.pictures)) {
        ++wrong;
        return TurnedAway{{Why::not_allowed, "these are not her pictures"}, Reason::wrong_pictures};
    }
    return std::nullopt;
}

void FileDesk::turn_away(const Opening& opening, const TurnedAway& turned_away)
{
    if (turned_away.reason) {
        note_refusal(*turned_away.reason, opening.asker);
    }
    refuse_with(opening.answer, turned_away.refusal);
}

void FileDesk::note_refusal(Reason reason, const Asker& asker)
{
    writer_.submit({.actor = asker.device,
                    .key = std::nullopt,
                    .decide =
                        [this, reason, device = asker.device](const store::Ledger&, domain::Moment now) {
                            std::vector<Event> events;
                            if (const auto left_out = refusals_.write_down(device, now.at)) {
                                events.emplace_back(
                                    domain::AuditEvent{domain::RecordRefused{reason, *left_out, now.at}});
                            }
                            return events;
                        },
                    .answer = [](const store::Ledger&, const store::Write::Outcome&) {},
                    .staff = asker.staff});
}

void FileDesk::submit(const SharedOpening& opening)
{
    writer_.submit(
        {.actor = opening->asker.device,
         .key = opening->asker.key,
         .decide = [this, opening](const store::Ledger& ledger, domain::Moment now) -> Events {
             return decide_opening(*opening, ledger, now);
         },
         .answer = [this, opening](const store::Ledger& ledger,
                                   const store::Write::Outcome& outcome) { opened(opening, ledger, outcome); },
         .staff = opening->asker.staff});
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
            opening.refused = owner.error().reason;
            return std::unexpected{owner.error().refusal};
        }
        opening.file = book.file_of(*owner);
        if (!opening.file) {
            if (!request.consent || request.consent->answer == domain::ConsentSaid::Answer::withdrawn) {
                opening.has_to_ask = true;
                return events;
            }
            if (auto known = domain::check_consent(options_.rules, *request.consent); !known) {
                return std::unexpected{std::move(known.error())};
            }
            auto key = vault::make_file_key();
            opening.file = drawn_id<domain::FileId>();
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
        turn_away(*opening, {*refusal, opening->refused});
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
        if (const auto read = file->read_on(std::span{kept.entries}.subspan(file->read()), *opening->clinic); !read) {
            refuse_with(opening->answer, read.error());
            return;
        }
    }
    files_.open_at({opening->asker.device, *opening->asker.staff}, *opening->file,
                   is_with_her(opening->request.way) ? opening->request.ticket : std::nullopt);
    see(*opening->file, opening->asker, opening->answer);
    files::scrub_stack();
}

} // namespace verandah::hub
