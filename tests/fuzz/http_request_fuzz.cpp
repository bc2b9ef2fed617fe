// SPDX-License-Identifier: Apache-2.0
// Whatever a device sends over its connection: it is refused by the reader, or the hub's routes answer it, once and
// with a status that is theirs; and the same request again is answered alike. The first byte says which kind of device
// sends; at the console a coordinator is signed in.
#include "clinic/hub/authority/certificate_authority.hpp"
#include "clinic/hub/centre/centre_file.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/clinical/commodities_file.hpp"
#include "clinic/hub/routes/route.hpp"
#include "shared/vault/random.hpp"
#include "shared/wire/http/inbox.hpp"
#include "shared/wire/http/request_reader.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/fuzz/one_file.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <memory>
#include <semaphore>
#include <span>

using namespace verandah;

namespace {

constexpr domain::Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + std::chrono::hours{12}};

/// The hub's desks without a network. Its clock stands still, so that the keys of the corpus stay good.
class Desks {
public:
    Desks()
    {
        std::filesystem::create_directories(paths_.devices());
        writer_.start();
        staff_.start();
        audit_.start();
        files_.start();
        staff_.sessions().begin("console-1",
                                {.account = *domain::AccountCode::make("coordinator"),
                                 .role = domain::Role::coordinator,
                                 .secret = std::make_shared<const vault::StaffSecret>(vault::StaffSecret::make()),
                                 .pin = vault::PinLock{"482915"}},
                                noon);
        staff_.sessions().begin("console-2",
                                {.account = *domain::AccountCode::make("clinician"),
                                 .role = domain::Role::clinician,
                                 .secret = std::make_shared<const vault::StaffSecret>(vault::StaffSecret::make()),
                                 .clinic_key = std::make_shared<const vault::ClinicKey>(vault::make_clinic_key()),
                                 .pin = vault::PinLock{"482915"}},
                                noon);
    }
    ~Desks()
    {
        staff_.stop();
        audit_.stop();
        files_.stop();
        writer_.stop();
    }
    Desks(const Desks&) = delete;
    Desks& operator=(const Desks&) = delete;

    wire::Response answer(wire::Request request)
    {
        const auto exchange = std::make_shared<wire::Exchange>(std::weak_ptr<wire::Session>{}, inbox_);
        hub::answer(desks_, std::move(request), wire::Reply{exchange});
        test::claim(answered_.try_acquire_for(std::chrono::seconds{20}), "every request is answered");
        std::vector<wire::Delivery> deliveries;
        inbox_->fetch(deliveries);
        test::claim(deliveries.size() == 1, "it is answered once");
        return std::move(deliveries.front().response);
    }

private:
    store::Writer::Options options()
    {
        return {.now = [this] { return clock_.at(noon); },
                .committed = [this](const store::Ledger&, const store::Change& change) { feed_.note(change); },
                .open_journal = [this] { return state_.open_journal(paths_.journal()); }};
    }

    static hub::IssuedCertificate issued_server(const hub::Authority& authority)
    {
        const std::string host{"localhost"};
        return hub::issue_server(authority, std::span{&host, 1}, noon).value();
    }
    static constexpr wire::ForgettingReceipt forgotten{wire::ForgettingReceipt::Outcome::forgotten};

    static hub::HubState open_state()
    {
        vault::initialise();
        auto key = vault::HubKey::make();
        const auto public_half = vault::PublicKey::of(key.box_key());
        return {std::move(key), public_half};
    }

    test::TemporaryFolder folder_;
    hub::FolderPaths paths_{folder_.path()};
    hub::HubState state_ = open_state();
    domain::Centre centre_ = hub::read_centre_text(hub::starting_centre(), "centre.toml").value().centre;
    hub::CentreClock clock_{centre_.time_zone, centre_.day_boundary};
    hub::Feed feed_;
    std::counting_semaphore<> answered_{0};
    std::shared_ptr<wire::Inbox> inbox_ = std::make_shared<wire::Inbox>([this] { answered_.release(); });
    store::Writer writer_{centre_, options()};
    hub::StaffRoom staff_{writer_,
                          {.cost = vault::Argon2Cost::lightest(),
                           .is_locked = [] { return false; },
                           .now = [] { return noon; },
                           .session_changed = [](const std::string&) {}}};
    hub::LockDesk lock_{state_, writer_, paths_, centre_};
    hub::Authority authority_ = hub::make_authority(noon);
    hub::IssuedCertificate server_ = issued_server(authority_);
    hub::DeviceList device_list_{paths_.devices(), [](const std::string&) {}};
    hub::DeviceRegister devices_{device_list_};
    hub::DeviceDesk device_desk_{
        staff_,
        devices_,
        {.terms = hub::enrolment_terms(authority_, server_.certificate, server_.private_key, hub::HubSettings{},
                                       {"127.0.0.1", 0}, [] { return std::uint16_t{8443}; })
                      .value(),
         .offers = paths_.offers()}};
    hub::AuditDesk audit_{writer_,
                          {.hub = state_,
                           .paths = paths_,
                           .clock = clock_,
                           .now = [] { return noon; },
                           .is_signing = [] { return true; }}};
    hub::TotalsDesk totals_{writer_, [this] { return clock_.at(noon); }, clock_};
    hub::ClinicalData clinical_{hub::built_in_clinical_data()};
    hub::GuidanceDesk guidance_{clinical_};
    hub::FileDesk files_{
        writer_, {.hub = state_, .sessions = staff_.sessions(), .rules = hub::rules_of(clinical_), .now = [this] {
                      return clock_.at(noon);
                  }}};
    hub::Desks desks_{.queue = {writer_, state_},
                      .cards = {writer_, state_},
                      .alerts = hub::AlertDesk{writer_},
                      .forgetting = {state_,
                                     {.forget = [](const domain::CardHash&, const hub::Asker&,
                                                   const hub::ForgettingDesk::Done& done) { done(forgotten); },
                                      .now = [] { return noon; },
                                      .changed = [] {}}},
                      .centre = {writer_, feed_, centre_, clinical_.catalogue(), clock_},
                      .stock = {writer_, clinical_.catalogue(), [this] { return clock_.at(noon); }},
                      .staff = staff_,
                      .access = hub::AccessWatch{writer_},
                      .lock = lock_,
                      .devices = device_desk_,
                      .audit = audit_,
                      .totals = totals_,
                      .guidance = guidance_,
                      .files = files_,
                      .care_lists = {writer_, files_},
                      .counterfoils = hub::CounterfoilDesk{writer_},
                      .tracings = {writer_, files_}};
};

bool is_a_status_of_the_routes(int status)
{
    constexpr std::array known{200, 201, 400, 401, 403, 404, 405, 409, 503};
    return std::ranges::find(known, status) != known.end();
}

/// Locking changes every answer after it, signing in and out who stands there, and four words are told once.
bool changes_who_may_ask(const wire::Request& request)
{
    return std::ranges::any_of(std::array{"/v1/hub", "/v1/session", "/v1/staff"},
                               [&](const char* path) { return request.target.starts_with(path); });
}

wire::Actor actor_of(std::uint8_t first)
{
    constexpr std::array kinds{wire::DeviceKind::kiosk, wire::DeviceKind::console, wire::DeviceKind::board,
                               wire::DeviceKind::console}; // the last one is the clinician's
    const auto which = first % kinds.size();
    return {std::string{wire::word_for(kinds.at(which))} + (which == kinds.size() - 1 ? "-2" : "-1"), kinds.at(which)};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static Desks desks;
    static const wire::Limits limits;
    if (size == 0) {
        return 0;
    }
    wire::RequestReader reader{limits};
    auto bytes = test::text_of(data, size).substr(1);
    for (int requests = 0; requests < 8; ++requests) {
        reader.begin();
        if (reader.take(bytes) != wire::Reading::whole) {
            return 0;
        }
        auto request = reader.request();
        if (changes_who_may_ask(request)) {
            return 0;
        }
        request.actor = actor_of(data[0]);
        const auto first = desks.answer(request);
        test::claim(is_a_status_of_the_routes(first.status), "the status is one of the routes'");
        if (request.method == "POST" && first.status / 100 == 2) {
            const auto again = desks.answer(request);
            test::claim(again.status == first.status && again.body == first.body, "asking again changes nothing");
        }
    }
    return 0;
}
