// SPDX-License-Identifier: Apache-2.0
// Asking at the door, and keeping what comes of it.
#include "shared/wire/enrolment/enrol.hpp"

#include "shared/domain/enrolment/base32.hpp"
#include "shared/files/private_file.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/wire/enrolment/device_key.hpp"
#include "shared/wire/http/door_client.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "shared/wire/messages/device_messages.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <system_error>
#include <thread>
#include <utility>

namespace verandah::wire {

namespace {

using enum EnrolmentObstacle;
using Why = domain::Refusal::Why;

constexpr int most_tries = 4;
constexpr int created = 201;
constexpr int failed_just_then = 503;

std::unexpected<NotEnrolled> obstacle(EnrolmentObstacle obstacle, std::string detail)
{
    return std::unexpected{NotEnrolled{obstacle, std::move(detail)}};
}

std::filesystem::path key_file(const EnrolmentPlace& place)
{
    auto file = place.bundle;
    file += ".key";
    return file;
}

/// The key of an enrolment that was cut off, or a new one.
std::expected<std::string, NotEnrolled> key_to_ask_with(const EnrolmentPlace& place)
{
    const auto file = key_file(place);
    if (auto kept = files::read_private_file(file); kept && certificate_request(*kept)) {
        return *std::move(kept);
    }
    auto key = make_device_key();
    if (const auto written = files::replace_private_file(file, key); !written) {
        return obstacle(cannot_keep, written.error().detail);
    }
    return key;
}

NotEnrolled refused(const Response& response)
{
    const auto body = decode_refusal_body(response.body);
    const auto why = body.refusal.why;
    if (response.status == failed_just_then || body.wait) {
        return {later, body.refusal.detail};
    }
    switch (why) {
    case Why::not_allowed: return {unknown_code, body.refusal.detail};
    case Why::not_found:
    case Why::not_open: return {run_out, body.refusal.detail};
    case Why::conflict: return {used, body.refusal.detail};
    case Why::invalid_input: return {other_kind, body.refusal.detail};
    }
    std::unreachable();
}

/// Asks once; what was lost on the way is unreachable, and may be asked again.
std::expected<EnrolmentReceipt, NotEnrolled> ask_once(const EnrolmentOrder& order, const std::string& body)
{
    Response response;
    try {
        DoorClient door{order.host, order.port, order.authority};
        response = door.ask({.method = "POST", .target = "/v1/enrol", .body = body});
    } catch (const ForeignHub& foreign) {
        return obstacle(foreign_hub, foreign.what());
    } catch (const ConnectionFailure& failure) {
        return obstacle(unreachable, failure.what());
    }
    if (response.status != created) {
        return std::unexpected{refused(response)};
    }
    auto receipt = decode_enrolment_receipt(response.body);
    if (!receipt) {
        return obstacle(not_understood, receipt.error().detail);
    }
    return *std::move(receipt);
}

std::expected<EnrolmentReceipt, NotEnrolled> ask(const EnrolmentOrder& order, const EnrolmentPlace& place,
                                                 std::string_view key)
{
    auto body = encode(EnrolRequest{domain::base32(order.secret), *certificate_request(key), place.kinds});
    auto receipt = ask_once(order, body);
    for (int tries = 1; !receipt && tries < most_tries; ++tries) {
        const auto why = receipt.error().obstacle;
        if (why != unreachable && why != later) {
            break;
        }
        std::this_thread::sleep_for(place.pause);
        receipt = ask_once(order, body);
    }
    files::wipe(body);
    return receipt;
}

std::string host_and_port(const std::string& host, std::uint16_t port)
{
    return host.find(':') == std::string::npos ? fmt::format("{}:{}", host, port) : fmt::format("[{}]:{}", host, port);
}

bool is_known_authority(const EnrolmentOrder& order, std::string_view certificate)
{
    const auto hash = certificate_key_sha256(certificate);
    const auto beginning = fmt::format("{:02x}", fmt::join(order.authority, ""));
    return !hash.empty() && hash.starts_with(beginning);
}

std::expected<void, domain::Refusal> keep(const EnrolmentPlace& place, const DeviceBundle& bundle)
{
    return place.present == EnrolmentPlace::Present::kept ? write_bundle(place.bundle, bundle)
                                                          : replace_bundle(place.bundle, bundle);
}

} // namespace

EnrolmentOrder order_of(const domain::EnrolmentInvitation& invitation)
{
    return {invitation.host,
            invitation.port,
            {invitation.authority.begin(), invitation.authority.end()},
            invitation.secret};
}

EnrolmentOrder order_of(const domain::EnrolmentCode& code, std::string host, std::uint16_t port)
{
    return {std::move(host), port, {code.authority().begin(), code.authority().end()}, code.secret()};
}

std::expected<DoorAddress, domain::Refusal> DoorAddress::make(std::string_view text)
{
    constexpr std::size_t longest_host = 253;
    const auto refusal = domain::refuse(Why::invalid_input, "no host and port, such as 192.168.1.10:8444");
    DoorAddress address;
    const bool is_bracketed = text.starts_with('[');
    const auto end = is_bracketed ? text.find(']') : text.find(':');
    auto host = text.substr(0, end);
    auto rest = end == std::string_view::npos ? std::string_view{} : text.substr(end);
    if (is_bracketed) {
        host.remove_prefix(1);
        rest.remove_prefix(std::min<std::size_t>(rest.size(), 1));
    }
    const bool is_host = !host.empty() && host.size() <= longest_host && std::ranges::all_of(host, [&](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' || (is_bracketed && letter == ':');
    });
    if (!is_host || (is_bracketed && end == std::string_view::npos) || (!rest.empty() && !rest.starts_with(':'))) {
        return refusal;
    }
    address.host = host;
    if (!rest.empty()) {
        const auto digits = rest.substr(1);
        const auto [last, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
        if (fault != std::errc{} || last != digits.data() + digits.size() || address.port == 0) {
            return refusal;
        }
    }
    return address;
}

std::expected<DeviceBundle, NotEnrolled> enrol(const EnrolmentOrder& order, const EnrolmentPlace& place)
{
    if (place.present == EnrolmentPlace::Present::kept && std::filesystem::exists(place.bundle)) {
        return obstacle(cannot_keep, place.bundle.string() + ": this device is enrolled already");
    }
    const auto key = key_to_ask_with(place);
    if (!key) {
        return std::unexpected{key.error()};
    }
    const auto receipt = ask(order, place, *key);
    if (!receipt) {
        return std::unexpected{receipt.error()};
    }
    const bool suits = std::ranges::find(place.kinds, receipt->kind) != place.kinds.end();
    if (!suits || !is_known_authority(order, receipt->authority) ||
        !fits_together(receipt->certificate, *key, receipt->authority)) {
        return obstacle(not_understood, "what the hub answered does not fit this device");
    }
    DeviceBundle bundle{.kind = receipt->kind,
                        .name = receipt->name,
                        .hub_address = host_and_port(order.host, receipt->hub_port),
                        .hub_name = receipt->hub_name,
                        .hub_public_key_sha256 = receipt->hub_public_key_sha256,
                        .certificate = receipt->certificate,
                        .private_key = *key,
                        .authority = receipt->authority};
    if (const auto kept = keep(place, bundle); !kept) {
        return obstacle(cannot_keep, kept.error().detail);
    }
    std::error_code ignored; // the bundle has it, and the next enrolment makes another when it reads none
    std::filesystem::remove(key_file(place), ignored);
    return bundle;
}

} // namespace verandah::wire
