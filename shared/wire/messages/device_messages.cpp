// SPDX-License-Identifier: Apache-2.0
// Devices, offers and enrolment as JSON.
#include "shared/wire/messages/device_messages.hpp"

#include "shared/wire/messages/parts.hpp"

#include <array>
#include <limits>
#include <utility>

namespace verandah::wire {

namespace {

using Json = nlohmann::json;
using OfferState = DevicesView::Offer::State;

constexpr std::size_t most_devices = 10'000;
constexpr std::size_t longest_pem = std::size_t{8} * 1024;
constexpr std::size_t longest_shown = 400; ///< Of a QR code's text or an address.
constexpr std::int64_t last_port = 65'535;

// Permanent words.
std::string_view word(OfferState state)
{
    switch (state) {
    case OfferState::waiting: return "waiting";
    case OfferState::taken: return "taken";
    case OfferState::run_out: return "run_out";
    case OfferState::withdrawn: return "withdrawn";
    }
    std::unreachable();
}

std::optional<OfferState> offer_state_from(std::string_view text)
{
    using enum DevicesView::Offer::State;
    for (const auto state : std::array{waiting, taken, run_out, withdrawn}) {
        if (word(state) == text) {
            return state;
        }
    }
    return std::nullopt;
}

std::optional<DeviceKind> kind_from(std::string_view text)
{
    const auto kind = parse_device_kind(text);
    return kind ? std::optional{*kind} : std::nullopt;
}

DeviceName read_name(ObjectReader& reader)
{
    const auto name = DeviceName::make(reader.text("name"));
    if (!name) {
        reader.refuse("name", "is no device name: 1 to 32 of a-z, 0-9 and '-', not beginning with '-'");
    }
    return name ? *name : *DeviceName::make("none");
}

DeviceKind read_kind(ObjectReader& reader)
{
    return reader.word("kind", kind_from);
}

std::vector<DeviceKind> read_kinds(ObjectReader& reader)
{
    std::vector<DeviceKind> kinds;
    for (const auto& each : reader.list("kinds", 3)) {
        const auto kind = each.is_string() ? kind_from(each.get_ref<const std::string&>()) : std::nullopt;
        if (!kind) {
            reader.refuse("kinds", "holds a word that is not known here");
            break;
        }
        kinds.push_back(*kind);
    }
    return kinds;
}

OfferId read_offer_id(ObjectReader& reader)
{
    return OfferId{reader.number("offer", 1, std::numeric_limits<std::int64_t>::max())};
}

Json listed_json(const DevicesView::Listed& device)
{
    return {{"name", device.name.text()},
            {"kind", word_for(device.kind)},
            {"added_at", milliseconds(device.added_at)},
            {"certificate_until", or_null(device.certificate_until)},
            {"is_connected", device.is_connected},
            {"last_seen", or_null(device.last_seen)}};
}

DevicesView::Listed read_listed(ObjectReader& reader)
{
    return {.name = read_name(reader),
            .kind = read_kind(reader),
            .added_at = reader.instant("added_at"),
            .certificate_until = reader.optional_instant("certificate_until"),
            .is_connected = reader.yes_or_no("is_connected"),
            .last_seen = reader.optional_instant("last_seen")};
}

Json offer_json(const DevicesView::Offer& offer)
{
    return {{"offer", offer.offer.value()},
            {"name", offer.name.text()},
            {"kind", word_for(offer.kind)},
            {"until", milliseconds(offer.until)},
            {"state", word(offer.state)}};
}

DevicesView::Offer read_offer(ObjectReader& reader)
{
    return {.offer = read_offer_id(reader),
            .name = read_name(reader),
            .kind = read_kind(reader),
            .until = reader.instant("until"),
            .state = reader.word("state", offer_state_from)};
}

} // namespace

std::string encode(const DevicesView& view)
{
    return Json{{"devices", list_json(view.devices, listed_json)}, {"offers", list_json(view.offers, offer_json)}}
        .dump();
}

Decoded<DevicesView> decode_devices_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return DevicesView{.devices = read_each(reader, "devices", most_devices, read_listed),
                           .offers = read_each(reader, "offers", most_devices, read_offer)};
    });
}

std::string encode(const OfferRequest& message)
{
    return Json{{"name", message.name.text()}, {"kind", word_for(message.kind)}}.dump();
}

Decoded<OfferRequest> decode_offer_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) { return OfferRequest{read_name(reader), read_kind(reader)}; });
}

std::string encode(const EnrolmentOffer& message)
{
    return Json{{"offer", message.offer.value()},      {"name", message.name.text()},
                {"kind", word_for(message.kind)},      {"code", message.code},
                {"address", message.address},          {"qr", message.qr},
                {"until", milliseconds(message.until)}}
        .dump();
}

Decoded<EnrolmentOffer> decode_enrolment_offer(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return EnrolmentOffer{.offer = read_offer_id(reader),
                              .name = read_name(reader),
                              .kind = read_kind(reader),
                              .code = reader.text("code"),
                              .address = reader.text("address", longest_shown),
                              .qr = reader.text("qr", longest_shown),
                              .until = reader.instant("until")};
    });
}

std::string encode(const RenameRequest& message)
{
    return Json{{"name", message.name.text()}}.dump();
}

Decoded<RenameRequest> decode_rename_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) { return RenameRequest{read_name(reader)}; });
}

std::string encode(const EnrolRequest& message)
{
    return Json{{"secret", message.secret},
                {"request", message.request},
                {"kinds", list_json(message.kinds, [](DeviceKind kind) { return word_for(kind); })}}
        .dump();
}

Decoded<EnrolRequest> decode_enrol_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return EnrolRequest{reader.text("secret"), reader.text("request", longest_pem), read_kinds(reader)};
    });
}

std::string encode(const EnrolmentReceipt& message)
{
    return Json{{"name", message.name.text()},        {"kind", word_for(message.kind)},
                {"certificate", message.certificate}, {"authority", message.authority},
                {"hub_name", message.hub_name},       {"hub_public_key_sha256", message.hub_public_key_sha256},
                {"hub_port", message.hub_port}}
        .dump();
}

Decoded<EnrolmentReceipt> decode_enrolment_receipt(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return EnrolmentReceipt{.name = read_name(reader),
                                .kind = read_kind(reader),
                                .certificate = reader.text("certificate", longest_pem),
                                .authority = reader.text("authority", longest_pem),
                                .hub_name = reader.text("hub_name", longest_shown),
                                .hub_public_key_sha256 = reader.text("hub_public_key_sha256"),
                                .hub_port = static_cast<std::uint16_t>(reader.number("hub_port", 1, last_port))};
    });
}

std::string encode(const RenewalRequest& message)
{
    return Json{{"request", message.request}}.dump();
}

Decoded<RenewalRequest> decode_renewal_request(std::string_view body)
{
    return decode_object(body,
                         [](ObjectReader& reader) { return RenewalRequest{reader.text("request", longest_pem)}; });
}

std::string encode(const RenewalReceipt& message)
{
    return Json{{"certificate", message.certificate}}.dump();
}

Decoded<RenewalReceipt> decode_renewal_receipt(std::string_view body)
{
    return decode_object(body,
                         [](ObjectReader& reader) { return RenewalReceipt{reader.text("certificate", longest_pem)}; });
}

} // namespace verandah::wire
