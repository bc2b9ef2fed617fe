// SPDX-License-Identifier: Apache-2.0
#include "tests/hub/clinic_hour.hpp"

#include "clinic/hub/care/opened_file.hpp"
#include "clinic/store/journal.hpp"
#include "shared/vault/clinic_key.hpp"
#include "shared/vault/key_slots.hpp"
#include "shared/vault/passphrase.hpp"
#include "shared/vault/staff_lock.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "shared/wire/messages/care/care_list_messages.hpp"
#include "shared/wire/messages/care/file_messages.hpp"
#include "shared/wire/messages/care/tracing_messages.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace verandah::test {

namespace {

using namespace domain;

constexpr auto token = "b61d09e74f2ac8357e30d5916c8fa24b";

CounterfoilHash slip()
{
    CounterfoilHash hash{};
    std::ranges::copy(std::as_bytes(std::span{"marigold paper"}), hash.begin());
    return hash;
}

template <class Code>
Code code(std::string_view text)
{
    return Code::make(text).value();
}

std::string text_of(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// What the journal keeps of one clinician and one file.
struct Kept {
    std::optional<StaffAdded> account;
    std::optional<ClinicKeyGranted> clinic_key;
    std::optional<FileBegun> file;

    void take(const Recorded& recorded, const AccountCode& whose)
    {
        if (const auto* of_staff = std::get_if<StaffEvent>(&recorded.event)) {
            if (const auto* added = std::get_if<StaffAdded>(of_staff); added != nullptr && added->account == whose) {
                account = *added;
            } else if (const auto* granted = std::get_if<ClinicKeyGranted>(of_staff);
                       granted != nullptr && granted->account == whose) {
                clinic_key = *granted;
            }
        } else if (const auto* of_care = std::get_if<CareEvent>(&recorded.event)) {
            if (const auto* begun = std::get_if<FileBegun>(of_care)) {
                file = *begun;
            }
        }
    }
};

} // namespace

ClinicHour::ClinicHour(ServedCentre& centre, const std::string& console, const std::string& station)
    : centre_{centre}, console_{centre.let_in("console", console)}
{
    const auto bundle = wire::read_bundle(centre.file_of(console)).value();
    centre.sign_in(bundle); // the centre has an administrator from here on
    wire::HttpClient client{wire::hub_of(bundle), wire::identity_of(bundle)};
    clinician_ = add_staff(client, "clinic-1", Role::clinician);
    worker_ = add_staff(client, "out-1", Role::outreach_worker);
    verandah::test::sign_in(client, clinician_);
    serve(station);
    const auto peers = centre.let_in("console", console + "-out");
    wire::HttpClient worker{wire::hub_of(peers), wire::identity_of(peers)};
    have_her_looked_for(client, worker);
}

/// An outreach worker is told how to find her, and tells what came of it.
void ClinicHour::have_her_looked_for(wire::HttpClient& clinician, wire::HttpClient& worker)
{
    const auto list = wire::decode_due_list(clinician.ask({.method = "GET", .target = "/v1/care/due"}).body).value();
    const auto& row = list.rows.at(0);
    const DueActed given{row.item.key, GiveItem{code<AccountCode>(worker_.account), how_to_find_her}};
    post("/v1/files/" + std::to_string(row.file.value()) + "/entries", wire::encode(wire::WriteEntryRequest{given}));
    verandah::test::sign_in(worker, worker_);
    const auto hers = wire::decode_tracing_list(worker.ask({.method = "GET", .target = "/v1/tracings"}).body).value();
    const auto told = worker.ask({.method = "POST",
                                  .target = "/v1/tracings/" + std::to_string(hers.rows.at(0).tracing.value()) + "/tell",
                                  .idempotency_key = fresh_key(),
                                  .body = wire::encode(wire::TracingAnswer{TracingOutcome::not_reached})});
    if (told.status != 200) {
        throw std::runtime_error{"a worker who tells is answered " + told.body};
    }
}

wire::Response ClinicHour::post(const std::string& path, const std::string& body)
{
    auto response = console_.post(path, body);
    if (response.status / 100 != 2) {
        throw std::runtime_error{path + " is answered " + response.body};
    }
    return response;
}

void ClinicHour::serve(const std::string& station)
{
    const auto minted = post("/v1/cards", std::string{R"({"token":")"} + token + R"("})");
    const auto card = wire::decode_card_receipt(minted.body).value().card;
    card_ = card.text();
    const auto came = post("/v1/check-ins", R"({"services":["nurse"],"card":")" + card_ + R"("})");
    const auto ticket = wire::decode_check_in_receipt(came.body).value();
    number_ = ticket.number.value();
    const auto path = "/v1/tickets/" + std::to_string(ticket.ticket.value());
    post(path + "/call", R"({"station":")" + station + R"(","reason":"here"})");
    post(path + "/start");
    const auto opened =
        post("/v1/files", wire::encode(wire::OpenFileRequest{.way = RecordRead::Way::with_her,
                                                             .ticket = ticket.ticket,
                                                             .card = card,
                                                             .consent = ConsentSaid{ConsentSaid::Answer::yes, 1}}));
    write_in(wire::decode_file_view(opened.body).value().file.value());
    post(path + "/done");
}

void ClinicHour::write_in(FileId file)
{
    const auto path = "/v1/files/" + std::to_string(file.value());
    const EncounterSaved saved{EncounterId{1},
                               1,
                               {"sti_service", 1},
                               EncounterSaved::State::draft,
                               {{code<FieldCode>("examination"), std::vector{code<ChoiceCode>("genital")}},
                                {code<FieldCode>("findings"), std::string{findings}}},
                               ""};
    const SlipsGiven slips{.reason = code<PartnerReasonCode>("syphilis_late"),
                           .look_back_days = 365,
                           .mode = PartnerMode::client,
                           .count = 1,
                           .opt_in = OptIn::asked_for,
                           .violence = ViolenceEnquiry::none_feared,
                           .counterfoils = {slip()}};
    const auto one = [](std::string_view choice) { return std::vector{code<ChoiceCode>(choice)}; };
    const EncounterSaved check_up{EncounterId{2},
                                  1,
                                  {"sti_service", 1},
                                  EncounterSaved::State::done,
                                  {{code<FieldCode>("reason"), one("checkup")},
                                   {code<FieldCode>("visit"), one("first")},
                                   {code<FieldCode>("allergy"), one("none")},
                                   {code<FieldCode>("pregnancy"), one("no")}},
                                  ""};
    for (const auto& event : {FileEvent{saved}, FileEvent{slips}, FileEvent{check_up},
                              FileEvent{ChannelAgreed{Channel::outreach_worker}}}) {
        post(path + "/entries", wire::encode(wire::WriteEntryRequest{event}));
    }
    post(path + "/pictures",
         wire::encode(wire::ChoosePicturesRequest{PicturePhrase::parse(std::string{pictures}).value()}));
}

std::vector<Canary> ClinicHour::words() const
{
    return {{"what was found", findings},
            {"how to find her", how_to_find_her},
            {"the passphrase of an outreach worker", worker_.passphrase},
            {"her pictures", pictures},
            {"a partner's slip", text_of(slip())},
            {"why partners are told",
             R"("reason":"syphilis_late")"}, // as an entry says it: the tables of care have it, too
            {"her card", card_},
            {"the passphrase of a clinician", clinician_.passphrase},
            {"the PIN in a request", std::string{shift_pin} + '"'},
            {"the PIN by itself", std::string{shift_pin} + '\0'}};
}

std::vector<Canary> ClinicHour::keys() const
{
    const auto sealed = vault::load_key_file(centre_.paths().hub_key()).value();
    const auto hub_key = std::get<vault::KeySlots>(sealed).open(vault::StickKey::load(centre_.stick()).value()).value();
    Kept kept;
    store::Journal journal{centre_.paths().journal(), hub_key, store::Access::read_only};
    journal.replay([&kept, whose = code<AccountCode>(clinician_.account)](Sequence, const Recorded& recorded) {
        kept.take(recorded, whose);
    });
    const auto passphrase = vault::read_passphrase(clinician_.passphrase);
    const auto secret = vault::StaffLock::read(kept.account.value().lock).value().open(passphrase.view()).value();
    const auto clinic = vault::open_clinic_key(kept.clinic_key.value().sealed_key, secret).value();
    const auto& begun = kept.file.value();
    const auto file = vault::unwrap_file_key(begun.wrapped_key, {begun.file, hub::first_key}, clinic).value();
    return {{"a clinician's secret", text_of(secret.bytes())},
            {"the clinic key", text_of(clinic.bytes())},
            {"the key of a file", text_of(file.bytes())}};
}

} // namespace verandah::test
