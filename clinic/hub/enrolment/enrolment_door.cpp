// SPDX-License-Identifier: Apache-2.0
// Opening and closing, and the one route there is.
#include "clinic/hub/enrolment/enrolment_door.hpp"

#include "clinic/hub/desks/answers.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

namespace verandah::hub {

namespace {

using enum domain::Refusal::Why;

/// Whoever comes here has proved nothing: fewer, shorter, smaller than where the hub itself listens.
constexpr wire::Limits door_limits{.body_bytes = std::uint64_t{16} * 1024,
                                   .handshake = std::chrono::seconds{5},
                                   .request = std::chrono::seconds{20},
                                   .idle = std::chrono::seconds{10},
                                   .connections = 64};

wire::Response refusal(int status, domain::Refusal::Why why, std::string detail)
{
    return {status, wire::encode(domain::Refusal{why, std::move(detail)})};
}

void answer(const EnrolmentDoor::Enrol& enrol, const wire::Request& request, const wire::Reply& reply)
{
    if (request.target != "/v1/enrol") {
        reply(refusal(404, not_found, "no such path"));
        return;
    }
    if (request.method != "POST") {
        reply(refusal(405, invalid_input, "this path has no such method"));
        return;
    }
    auto body = wire::decode_enrol_request(request.body);
    if (!body) {
        reply(response_of(body.error()));
        return;
    }
    enrol(*std::move(body), reply);
}

} // namespace

std::expected<std::uint16_t, domain::Refusal> EnrolmentDoor::open()
{
    const std::lock_guard lock{mutex_};
    if (!server_) {
        try {
            server_ = std::make_unique<wire::Server>(
                wire::Server::Options{
                    .address = terms_.door.address,
                    .port = terms_.door.port,
                    .identity = {terms_.server_certificate, terms_.server_private_key, terms_.authority.certificate},
                    .admit = {},
                    .guests = wire::Server::Guests::strangers,
                    .limits = door_limits,
                    .report = report_},
                [this](const wire::Request& request, const wire::Reply& reply) { answer(enrol_, request, reply); });
        } catch (const std::runtime_error& fault) {
            return domain::refuse(conflict, fmt::format("the enrolment door cannot open: {}", fault.what()));
        }
        server_->start();
        report_(fmt::format("the enrolment door is open on port {}", server_->port()));
    }
    return server_->port();
}

void EnrolmentDoor::close()
{
    const std::lock_guard lock{mutex_};
    if (server_) {
        server_->stop();
        server_.reset();
        report_("the enrolment door is closed");
    }
}

bool EnrolmentDoor::is_open() const
{
    const std::lock_guard lock{mutex_};
    return server_ != nullptr;
}

} // namespace verandah::hub
