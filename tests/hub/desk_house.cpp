// SPDX-License-Identifier: Apache-2.0
#include "tests/hub/desk_house.hpp"

#include "clinic/hub/authority/certificate_authority.hpp"
#include "clinic/hub/centre/centre_file.hpp"
#include "clinic/hub/centre/centre_folder.hpp"

#include <stdexcept>

namespace verandah::test {

namespace {

using wire::DeviceKind;

constexpr domain::Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + std::chrono::hours{12}};

domain::Centre starting_centre()
{
    return hub::read_centre_text(hub::starting_centre(), "centre.toml").value().centre;
}

} // namespace

DeskHouse::DeskHouse()
    : centre_{starting_centre()}, clock_{centre_.time_zone, centre_.day_boundary}, at_{noon},
      writer_{centre_, writer_options()}, desks_{.queue = {writer_, cards_},
                                                 .cards = {writer_, cards_},
                                                 .alerts = hub::AlertDesk{writer_},
                                                 .centre = {writer_, feed_, centre_, clock_}}
{
    const auto today = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const auto authority = hub::make_authority(today);
    const std::string name = "localhost";
    const auto server = hub::issue_server(authority, std::span{&name, 1}, today).value();
    server_identity_ = {server.certificate, server.private_key, authority.certificate};
    for (const auto kind : {DeviceKind::kiosk, DeviceKind::console, DeviceKind::board}) {
        const auto device = wire::DeviceName::make(std::string{wire::word_for(kind)} + "-1").value();
        const auto issued = hub::issue_device(authority, device, kind, today).value();
        actors_.insert({issued.public_key_sha256, {device.text(), kind}});
        identities_.insert({kind, {issued.certificate, issued.private_key, authority.certificate}});
    }
    server_ = std::make_unique<wire::Server>(
        server_options(),
        [this](const wire::Request& request, const wire::Reply& reply) { hub::answer(desks_, request, reply); });
    writer_.start();
    server_->start();
    for (const auto& [kind, identity] : identities_) {
        clients_.emplace(kind, wire::HttpClient{{"127.0.0.1", server_->port(), name}, identity});
    }
}

DeskHouse::~DeskHouse()
{
    server_->stop();
    writer_.stop();
}

store::Writer::Options DeskHouse::writer_options()
{
    return {.now = [this] { return now(); },
            .committed = [this](const store::Ledger&, const store::Change& change) { feed_.note(change); },
            .open_journal = [this] { return std::make_unique<store::Journal>(folder_ / "journal.db", key_); }};
}

wire::Server::Options DeskHouse::server_options()
{
    return {.identity = server_identity_, .admit = [this](const std::string& key) -> std::optional<wire::Actor> {
                const auto actor = actors_.find(key);
                return actor == actors_.end() ? std::nullopt : std::optional{actor->second};
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

std::string DeskHouse::fresh_key()
{
    return domain::RequestKey::make(now().at, {++keys_}).text();
}

wire::Response DeskHouse::ask(DeviceKind kind, const wire::Request& request)
{
    return clients_.at(kind).ask(request);
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

domain::Sequence DeskHouse::events()
{
    return wire::decode_line_view(get(DeviceKind::console, "/v1/line").body).value().sequence;
}

} // namespace verandah::test
