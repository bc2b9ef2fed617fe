// SPDX-License-Identifier: Apache-2.0
// What happened to the devices of a centre: who let which in, and what was refused at the door. Facts, kept for good.
#pragma once

#include "shared/domain/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace verandah::domain {

// A device stands here by its name and, where it matters which one of that name, by the first 16 hexadecimal digits of
// its public key's SHA-256: enough to tell two keys apart, and always as long.

/// For ten minutes, one device may enrol under this name.
struct EnrolmentOffered {
    std::string device;
    std::string device_kind; ///< "kiosk", "console" or "board".
    Instant at;
    friend bool operator==(const EnrolmentOffered&, const EnrolmentOffered&) = default;
};
/// A device is let in from now on: it enrolled, or `verandah-hub device add` put it on the list.
struct DeviceEnrolled {
    std::string device;
    std::string device_kind;
    std::string key;
    Instant at;
    friend bool operator==(const DeviceEnrolled&, const DeviceEnrolled&) = default;
};
struct DeviceRenamed {
    std::string device; ///< What it was called.
    std::string to;
    Instant at;
    friend bool operator==(const DeviceRenamed&, const DeviceRenamed&) = default;
};
/// The device is let in no more.
struct DeviceRevoked {
    std::string device;
    std::string key;
    Instant at;
    friend bool operator==(const DeviceRevoked&, const DeviceRevoked&) = default;
};
/// The device has a new key and certificate, and asked for them with the old ones.
struct DeviceRenewed {
    std::string device;
    std::string key; ///< The new one.
    Instant at;
    friend bool operator==(const DeviceRenewed&, const DeviceRenewed&) = default;
};
enum class EnrolmentFault {
    wrong_secret, ///< Of no offer that stands, or of one that has run out.
    used,         ///< Another device took the offer with this secret before.
    bad_request,  ///< The right secret, and no certificate request that can be granted.
};
/// Somebody at the enrolment door was not let in.
struct EnrolmentRefused {
    EnrolmentFault fault;
    int left_out; ///< How many more were not written down since the last one that was.
    Instant at;
    friend bool operator==(const EnrolmentRefused&, const EnrolmentRefused&) = default;
};

using DeviceEvent =
    std::variant<EnrolmentOffered, DeviceEnrolled, DeviceRenamed, DeviceRevoked, DeviceRenewed, EnrolmentRefused>;

/// The permanent words, on disk.
[[nodiscard]] std::string_view word(EnrolmentFault fault);
[[nodiscard]] std::optional<EnrolmentFault> enrolment_fault_from(std::string_view word);

/// How a key stands in these events, from its SHA-256 in hexadecimal.
[[nodiscard]] inline std::string key_mark(std::string_view public_key_sha256)
{
    return std::string{public_key_sha256.substr(0, 16)};
}

} // namespace verandah::domain
