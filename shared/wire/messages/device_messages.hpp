// SPDX-License-Identifier: Apache-2.0
// Letting devices in, renaming and revoking them, over the wire. JSON bodies; field names are permanent.
#pragma once

#include "shared/wire/device_identity.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

/// An offer to enrol: the hub numbers them from 1, anew with each of its starts.
using OfferId = domain::Id<struct OfferTag>;

/// GET /v1/devices: the devices that are let in, by name, and the offers of the last hour, latest first.
struct DevicesView {
    struct Listed {
        DeviceName name;
        DeviceKind kind;
        domain::Instant added_at;
        std::optional<domain::Instant> certificate_until{}; ///< Not known of a device from before the hub kept it.
        bool is_connected{false};
        std::optional<domain::Instant> last_seen{}; ///< Since the hub started.
        friend bool operator==(const Listed&, const Listed&) = default;
    };
    struct Offer {
        enum class State {
            waiting,
            taken,     ///< The device has its certificate.
            run_out,   ///< Ten minutes, and nobody took it.
            withdrawn, ///< By hand, or by another offer of the same name.
        };
        OfferId offer;
        DeviceName name;
        DeviceKind kind;
        domain::Instant until;
        State state;
        friend bool operator==(const Offer&, const Offer&) = default;
    };
    std::vector<Listed> devices{};
    std::vector<Offer> offers{};
    friend bool operator==(const DevicesView&, const DevicesView&) = default;
};

/// POST /v1/devices/offers {"name":"kiosk-2","kind":"kiosk"}; answered by an EnrolmentOffer, with 201.
struct OfferRequest {
    DeviceName name;
    DeviceKind kind;
};

/// What to show the device, told this once. Worth nothing after ten minutes, nor once it is taken.
struct EnrolmentOffer {
    OfferId offer;
    DeviceName name;
    DeviceKind kind;
    std::string code;    ///< In groups, as it is shown: "ABCDE FGHIJ KLMNO PQRST UVWXYZ".
    std::string address; ///< Where the device has to go: host and port of the enrolment door.
    std::string qr;      ///< The text of the QR code, in its alphanumeric mode.
    domain::Instant until;
};

/// POST /v1/devices/{device}/rename {"name":"kiosk-door"}; answered by an empty object. So are POST
/// /v1/devices/{device}/revoke and POST /v1/devices/offers/{offer}/withdraw, which are empty.
struct RenameRequest {
    DeviceName name;
};

/// POST /v1/enrol at the enrolment door {"secret":"ABCDEFGH","kinds":["kiosk"],
/// "request":"-----BEGIN CERTIFICATE REQUEST-----…"}: answered by an EnrolmentReceipt, with 201.
struct EnrolRequest {
    std::string secret;            ///< Eight characters of base32.
    std::string request;           ///< PKCS#10, PEM.
    std::vector<DeviceKind> kinds; ///< Which this program can be: an offer for another is not used up by a mistake.
};

/// All that a device needs besides its own key.
struct EnrolmentReceipt {
    DeviceName name;
    DeviceKind kind;
    std::string certificate; ///< Its own, PEM.
    std::string authority;   ///< PEM.
    std::string hub_name;    ///< What the hub's certificate is for.
    std::string hub_public_key_sha256;
    std::uint16_t hub_port; ///< Of the hub itself, at the host where the door is.
    friend bool operator==(const EnrolmentReceipt&, const EnrolmentReceipt&) = default;
};

/// POST /v1/device/renewal {"request":"-----BEGIN CERTIFICATE REQUEST-----…"}: whichever device asks; answered by a
/// RenewalReceipt, with 201.
struct RenewalRequest {
    std::string request;
};
struct RenewalReceipt {
    std::string certificate;
};

[[nodiscard]] std::string encode(const DevicesView& view);
[[nodiscard]] std::string encode(const OfferRequest& message);
[[nodiscard]] std::string encode(const EnrolmentOffer& message);
[[nodiscard]] std::string encode(const RenameRequest& message);
[[nodiscard]] std::string encode(const EnrolRequest& message);
[[nodiscard]] std::string encode(const EnrolmentReceipt& message);
[[nodiscard]] std::string encode(const RenewalRequest& message);
[[nodiscard]] std::string encode(const RenewalReceipt& message);

[[nodiscard]] Decoded<DevicesView> decode_devices_view(std::string_view body);
[[nodiscard]] Decoded<OfferRequest> decode_offer_request(std::string_view body);
[[nodiscard]] Decoded<EnrolmentOffer> decode_enrolment_offer(std::string_view body);
[[nodiscard]] Decoded<RenameRequest> decode_rename_request(std::string_view body);
[[nodiscard]] Decoded<EnrolRequest> decode_enrol_request(std::string_view body);
[[nodiscard]] Decoded<EnrolmentReceipt> decode_enrolment_receipt(std::string_view body);
[[nodiscard]] Decoded<RenewalRequest> decode_renewal_request(std::string_view body);
[[nodiscard]] Decoded<RenewalReceipt> decode_renewal_receipt(std::string_view body);

} // namespace verandah::wire
