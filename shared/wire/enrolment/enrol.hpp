// SPDX-License-Identifier: Apache-2.0
// Enrolling, on the device's side: from a code to a bundle.
#pragma once

#include "shared/domain/enrolment/enrolment_code.hpp"
#include "shared/wire/device_bundle.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace verandah::wire {

/// Why a device is not enrolled. Each has its own words for whoever stands before it.
enum class EnrolmentObstacle {
    unreachable,   ///< Nobody answers there: another address, another network, or no offer stands.
    foreign_hub,   ///< Another hub answers there. Nothing was said to it.
    unknown_code,  ///< The hub has no offer with this secret.
    run_out,       ///< It had one.
    used,          ///< Another device has used it.
    other_kind,    ///< The offer is for another kind of device.
    later,         ///< The hub has too much to do just now.
    cannot_keep,   ///< The bundle cannot be written here, or there is one already.
    not_understood ///< What the hub answers does not fit. One of the two is of another version.
};

struct NotEnrolled {
    EnrolmentObstacle obstacle;
    std::string detail; ///< For the log and the command line. Holds no secret.
};

/// Where to enrol, by what to know the hub there, and by what to be known to it.
struct EnrolmentOrder {
    std::string host;
    std::uint16_t port{0};
    std::vector<std::byte> authority; ///< The SHA-256 of its key, or the beginning of it.
    domain::EnrolmentSecret secret{};
};
[[nodiscard]] EnrolmentOrder order_of(const domain::EnrolmentInvitation& invitation);
[[nodiscard]] EnrolmentOrder order_of(const domain::EnrolmentCode& code, std::string host, std::uint16_t port);

/// Where somebody says that the door is.
struct DoorAddress {
    static constexpr std::uint16_t usual_port = 8444;
    std::string host;
    std::uint16_t port{usual_port};
    /// From "192.168.1.10:8444", "[fd00::1]:8444", or either without its port. Refuses with invalid_input.
    [[nodiscard]] static std::expected<DoorAddress, domain::Refusal> make(std::string_view text);
};

struct EnrolmentPlace {
    std::filesystem::path bundle;           ///< The file to write.
    std::vector<DeviceKind> kinds;          ///< What this program can be.
    std::chrono::milliseconds pause{1'000}; ///< Before it asks again, when an answer was lost.
    enum class Present { kept, replaced };  ///< A bundle that is there already.
    Present present{Present::kept};
};

/// Makes a key, shows its request at the door, and writes the bundle: whole, private, or not at all. Blocks; on a
/// network that swallows everything for half a minute. The key stands beside the bundle, as FILE.key, until the bundle
/// does: a power cut in between loses nothing, since the same key may ask again while the offer stands.
[[nodiscard]] std::expected<DeviceBundle, NotEnrolled> enrol(const EnrolmentOrder& order, const EnrolmentPlace& place);

} // namespace verandah::wire
