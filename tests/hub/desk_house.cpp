// SPDX-License-Identifier: Apache-2.0
#include "tests/hub/desk_house.hpp"

#include "clinic/hub/authority/certificate_authority.hpp"
#include "clinic/hub/centre/centre_file.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/feed/publishing.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace verandah::test {

namespace {

using wire::DeviceKind;

constexpr domain::Instant starting_time{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} +
                                        std::chrono::hours{12}};

constexpr std::string_view host_name = "localhost";
constexpr std::array<std::pair<const char*, DeviceKind>, 4> devices{{{"kiosk-1", DeviceKind::kiosk},
                                                                     {"console-1", DeviceKind::console},
                                                                     {"console-2", DeviceKind::console},
                                                                     {"board-1", DeviceKind::board}}};

std::string first_of(DeviceKind kind)
{
    return std::string{wire::word_for(kind)} + "-1";
}

domain::Centre starting_centre()
{
    return hub::read_centre_text(hub::starting_centre(), "centre.toml").value().centre;
}

hub::Authority todays_authority()
{
    return hub::make_authority(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
}

hub::IssuedCertificate todays_server(const hub::Authority& authority)
{
    const std::string host{host_name};
    return hub::issue_server(authority, std::span{&host, 1},
                             std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()))
        .value();
}

} // namespace

DeskHouse::DeskHouse()
    : centre_{starting_centre()}, clock_{centre_.time_zone, centre_.day_boundary}, at_{starting_time},
      writer_{centre_, writer_options()}, staff_{writer_, staff_options()}, authority_{todays_authority()},
      server_certificate_{todays_server(authority_)},
      device_desk_{
          staff_,
          devices_,
          {.terms = hub::enrolment_terms(authority_, server_certificate_.certificate, server_certificate_.private_key,
                                         hub::HubSettings{}, {"127.0.0.1", 0}, [this] { return server_->port(); })
                        .value(),
           .offers = paths_.offers()}},
      desks_{.queue = {writer_, state_},
             .cards = {writer_, state_},
             .alerts = hub::AlertDesk{writer_},
             .forgetting = {state_, forgetting_options()},
             .centre = {writer_, feed_, centre_, clinical_.catalogue(), clock_},
             .stock = {writer_, clinical_.catalogue(), [this] { return now(); }},
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
             .tracings = {writer_, files_}}
{
    const auto today = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    server_identity_ = {server_certificate_.certificate, server_certificate_.private_key, authority_.certificate};
    for (const auto& [name, kind] : devices) {
        const auto device = wire::DeviceName::make(name).value();
        const auto issued = hub::issue_device(authority_, device, kind, today).value();
        devices_.add({device, kind, issued.public_key_sha256, today}).value();
        identities_.insert({device.text(), {issued.certificate, issued.private_key, authority_.certificate}});
    }
    server_ = std::make_unique<wire::Server>(server_options(), [this](wire::Request request, const wire::Reply& reply) {
        hub::answer(desks_, std::move(request), reply);
    });
    writer_.start();
    staff_.start();
    audit_.start();
    files_.start();
    server_->start();
    stand("console-1", domain::Role::coordinator);
    for (const auto& [device, identity] : identities_) {
        clients_.emplace(device, wire::HttpClient{address(), identity});
    }
}

DeskHouse::~DeskHouse()
{
    device_desk_.close();
    server_->stop();
    staff_.stop();
    audit_.stop();
    files_.stop();
    writer_.stop();
}

store::Writer::Options DeskHouse::writer_options()
{
    return {.now = [this] { return now(); },
            .committed =
                [this](const store::Ledger& ledger, const store::Change& change) {
                    feed_.note(change);
                    hub::publish(*server_, ledger, change);
                },
            .open_journal = [this] { return state_.open_journal(paths_.journal()); }};
}

vault::HubKey DeskHouse::copy_of_key()
{
    const auto file = folder_ / "copy.key";
    key_.save(file).value();
    return vault::HubKey::load(file).value();
}

hub::StaffRoom::Options DeskHouse::staff_options()
{
    return {.cost = vault::Argon2Cost::lightest(),
            .is_locked = [this] { return state_.is_locked(); },
            .now = [this] { return now().at; },
            .session_changed =
                [this](const std::string& console) {
                    writer_.read([this, console](const store::Ledger& ledger) {
                        const auto who = staff_.standing_at(console).who;
                        hub::publish_session(*server_, ledger, console, hub::audience_of(DeviceKind::console, who));
                    });
                }};
}

hub::AuditDesk::Options DeskHouse::audit_options()
{
    return {.hub = state_,
            .paths = paths_,
            .clock = clock_,
            .now = [this] { return now().at; },
            .is_signing = [] { return true; }};
}

hub::FileDesk::Options DeskHouse::file_options()
{
    return {.hub = state_, .sessions = staff_.sessions(), .rules = hub::rules_of(clinical_), .now = [this] {
                return now();
            }};
}

hub::ForgettingDesk::Options DeskHouse::forgetting_options()
{
    return {.forget =
                [this](const domain::CardHash& card, const hub::Asker& asker, hub::ForgettingDesk::Done done) {
                    forgetting_.push_back({card, asker, std::move(done)});
                    asked_to_forget_ = true;
                    if (forgets_ == Forgets::at_once) {
                        answer_forgetting(wire::ForgettingReceipt{wire::ForgettingReceipt::Outcome::forgotten});
                    }
                },
            .now = [this] { return now().at; },
            .changed =
                [this] {
                    writer_.read([this](const store::Ledger& ledger) { hub::publish_forgetting(*server_, ledger); });
                }};
}

void DeskHouse::answer_forgetting(const hub::AnsweredKeys::Outcome& outcome)
{
    for (auto& each : forgetting_) {
        if (each.done) {
            std::exchange(each.done, {})(outcome);
        }
    }
}

void DeskHouse::stand(const std::string& console, domain::Role role)
{
    stand_with(console, role, domain::holds_clinic_key(role) ? clinic_key_ : nullptr);
}

void DeskHouse::stand_without_key(const std::string& console, domain::Role role)
{
    stand_with(console, role, nullptr);
}

void DeskHouse::stand_with(const std::string& console, domain::Role role,
                           std::shared_ptr<const vault::ClinicKey> clinic_key)
{
    begin_session(console, {.account = domain::AccountCode::make("somebody").value(),
                            .role = role,
                            .secret = std::make_shared<const vault::StaffSecret>(vault::StaffSecret::make()),
                            .clinic_key = std::move(clinic_key),
                            .pin = vault::PinLock{"482915"}});
}

void DeskHouse::begin_session(const std::string& console, hub::SignedIn signed_in)
{
    staff_.sessions().begin(console, std::move(signed_in), now().at);
    staff_.session_changed(console);
}

domain::SealedBytes DeskHouse::locked(const domain::AccountCode& account)
{
    const auto secret = std::make_shared<const vault::StaffSecret>(vault::StaffSecret::make());
    secrets_.insert_or_assign(account, secret);
    const auto bytes = vault::StaffLock::make(*secret, "sea horse lamp", vault::Argon2Cost::lightest()).bytes();
    return {bytes.begin(), bytes.end()};
}

void DeskHouse::write(domain::Event event)
{
    writer_.submit(
        {.actor = "hub",
         .key = std::nullopt,
         .decide = [event = std::move(event)](const store::Ledger&, domain::Moment) -> std::vector<domain::Event> {
             return {event};
         },
         .answer = [](const store::Ledger&, const store::Write::Outcome&) {}});
}

void DeskHouse::make_account(const domain::AccountCode& account, domain::Role role)
{
    roles_.insert_or_assign(account, role);
    write(domain::StaffEvent{domain::StaffAdded{account, role, locked(account), now().at}});
}

void DeskHouse::make_new_key(const domain::AccountCode& account)
{
    write(domain::StaffEvent{
        domain::StaffPassphraseChanged{account, locked(account), domain::KeyPair::made_anew, now().at}});
}

void DeskHouse::stand_as(const std::string& console, const domain::AccountCode& account)
{
    const auto role = roles_.at(account);
    begin_session(console, {.account = account,
                            .role = role,
                            .secret = secrets_.at(account),
                            .clinic_key = domain::holds_clinic_key(role) ? clinic_key_ : nullptr,
                            .pin = vault::PinLock{"482915"}});
}

void DeskHouse::stand_for(const hub::Route& route)
{
    const auto role =
        std::ranges::find_if(domain::every_role, [&](domain::Role each) { return domain::may(each, route.right); });
    stand("console-1", *role);
}

void DeskHouse::leave(const std::string& console)
{
    staff_.sessions().end(console);
    staff_.session_changed(console);
}

wire::Server::Options DeskHouse::server_options()
{
    return {.identity = server_identity_, .admit = [this](const std::string& key) -> std::optional<wire::Actor> {
                const auto device = devices_.admit(key, now().at);
                if (device) {
                    device_desk_.note_arrival(key);
                }
                return device ? std::optional{wire::Actor{device->name.text(), device->kind}} : std::nullopt;
            }};
}

domain::Moment DeskHouse::now()
{
    const std::lock_guard lock{mutex_};
    return clock_.at(at_);
}

void DeskHouse::set_clock(domain::Instant at)
{
    const std::lock_guard lock{mutex_};
    at_ = at;
}

void DeskHouse::pass(std::chrono::milliseconds time)
{
    const std::lock_guard lock{mutex_};
    at_ += time;
}

std::string DeskHouse::path_of(const hub::Route& route)
{
    std::string path{route.path};
    if (const auto open = path.find('{'); open != std::string::npos) {
        path.replace(open, path.find('}') - open + 1, path.contains("{station}") ? "nowhere" : "999999");
    }
    return path;
}

std::string DeskHouse::fresh_key()
{
    ++keys_;
    return domain::RequestKey::make(now().at,
                                    {static_cast<std::uint8_t>(keys_), static_cast<std::uint8_t>(keys_ >> 8U)})
        .text();
}

wire::HubAddress DeskHouse::address() const
{
    return {"127.0.0.1", server_->port(), std::string{host_name}};
}

wire::Response DeskHouse::ask_at(const std::string& device, const wire::Request& request)
{
    return clients_.at(device).ask(request);
}

wire::Response DeskHouse::get_at(const std::string& device, const std::string& path)
{
    return ask_at(device, {.method = "GET", .target = path});
}

wire::Response DeskHouse::post_at(const std::string& device, const std::string& path, const std::string& body)
{
    return ask_at(device, {.method = "POST", .target = path, .idempotency_key = fresh_key(), .body = body});
}

wire::Response DeskHouse::ask(DeviceKind kind, const wire::Request& request)
{
    return ask_at(first_of(kind), request);
}

wire::Response DeskHouse::get(DeviceKind kind, const std::string& path)
{
    return ask(kind, {.method = "GET", .target = path});
}

wire::Response DeskHouse::post_with_key(DeviceKind kind, const std::string& path, const std::string& body,
                                        const std::string& key)
{
    return ask(kind, {.method = "POST", .target = path, .idempotency_key = key, .body = body});
}

wire::Response DeskHouse::post(DeviceKind kind, const std::string& path, const std::string& body)
{
    return post_with_key(kind, path, body, fresh_key());
}

domain::TicketId DeskHouse::check_in(const std::string& service)
{
    const auto answer = post(DeviceKind::console, "/v1/check-ins", R"({"services":[")" + service + R"("]})");
    return wire::decode_check_in_receipt(answer.body).value().ticket;
}

std::string DeskHouse::card(char token)
{
    const auto answer = post(DeviceKind::kiosk, "/v1/cards", R"({"token":")" + std::string(32, token) + R"("})");
    return wire::decode_card_receipt(answer.body).value().card.text();
}

std::vector<domain::Recorded> DeskHouse::recorded()
{
    std::vector<domain::Recorded> all;
    store::Journal{folder_ / "journal.db", key_, store::Access::read_only}.replay(
        [&](domain::Sequence, const domain::Recorded& each) { all.push_back(each); });
    return all;
}

domain::Sequence DeskHouse::events()
{
    return wire::decode_line_view(get(DeviceKind::console, "/v1/line").body).value().sequence;
}

} // namespace verandah::test
