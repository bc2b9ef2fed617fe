// SPDX-License-Identifier: Apache-2.0
// The list of devices as the running hub uses it: who was seen when, and what others changed on the disk meanwhile.
#pragma once

#include "clinic/hub/authority/device_list.hpp"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace verandah::hub {

/// What somebody did to the list who is not this hub: `verandah-hub device`, or a hand in the folder.
struct AddedOutside {
    Device device;
};
struct RemovedOutside {
    Device device;
};
struct RenamedOutside {
    Device device; ///< As it was.
    wire::DeviceName to;
};
using OutsideChange = std::variant<AddedOutside, RemovedOutside, RenamedOutside>;

/// Any thread. Whatever the hub changes itself goes through here, so that the rest is what others did.
class DeviceRegister {
public:
    /// A device that is connected is looked up at least once a second.
    static constexpr std::chrono::seconds connected_within{3};

    explicit DeviceRegister(DeviceList& list) : list_{list}, known_{list.devices()} {} ///< Borrowed for its whole life.

    /// As DeviceList::admit(); and the device was seen.
    [[nodiscard]] std::optional<Device> admit(std::string_view public_key_sha256, domain::Instant now);
    [[nodiscard]] std::vector<Device> devices() { return list_.devices(); }
    [[nodiscard]] std::optional<Device> find(const wire::DeviceName& name) { return list_.find(name); }
    [[nodiscard]] std::optional<domain::Instant> last_seen(const wire::DeviceName& name) const;

    // As DeviceList has them.
    [[nodiscard]] std::expected<void, domain::Refusal> add(const Device& device);
    [[nodiscard]] std::expected<void, domain::Refusal> remove(const wire::DeviceName& name);
    [[nodiscard]] std::expected<void, domain::Refusal> rename(const wire::DeviceName& name, const wire::DeviceName& to);
    [[nodiscard]] std::expected<void, domain::Refusal> renew(const wire::DeviceName& name, const Device::NextKey& next);

    /// Lets go of keys that were renewed, and says what others have changed since the last look.
    [[nodiscard]] std::vector<OutsideChange> look();

private:
    DeviceList& list_;
    std::mutex changing_; ///< Held from a change to the list to its being known.
    std::vector<Device> known_;
    mutable std::mutex seen_mutex_;
    std::map<std::string, domain::Instant, std::less<>> seen_;
};

} // namespace verandah::hub
