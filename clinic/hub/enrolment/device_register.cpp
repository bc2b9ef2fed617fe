// SPDX-License-Identifier: Apache-2.0
// Changes of the list, told apart by whose they are.
#include "clinic/hub/enrolment/device_register.hpp"

#include <algorithm>

namespace verandah::hub {

namespace {

/// The one of `devices` that is this device, whatever it is called by now: a key does not change hands.
const Device* same_device(const std::vector<Device>& devices, const Device& device)
{
    const auto found = std::ranges::find_if(devices, [&device](const Device& each) {
        return each.public_key_sha256 == device.public_key_sha256 ||
               (each.next && each.next->public_key_sha256 == device.public_key_sha256) ||
               (device.next && device.next->public_key_sha256 == each.public_key_sha256);
    });
    return found == devices.end() ? nullptr : &*found;
}

} // namespace

std::optional<Device> DeviceRegister::admit(std::string_view public_key_sha256, domain::Instant now)
{
    auto device = list_.admit(public_key_sha256);
    if (device) {
        const std::lock_guard lock{seen_mutex_};
        seen_.insert_or_assign(device->name.text(), now);
    }
    return device;
}

std::optional<domain::Instant> DeviceRegister::last_seen(const wire::DeviceName& name) const
{
    const std::lock_guard lock{seen_mutex_};
    const auto seen = seen_.find(name.text());
    return seen == seen_.end() ? std::nullopt : std::optional{seen->second};
}

std::expected<void, domain::Refusal> DeviceRegister::add(const Device& device)
{
    const std::lock_guard lock{changing_};
    auto added = list_.add(device);
    if (added) {
        known_.push_back(device);
    }
    return added;
}

std::expected<void, domain::Refusal> DeviceRegister::remove(const wire::DeviceName& name)
{
    const std::lock_guard lock{changing_};
    auto removed = list_.remove(name);
    if (removed) {
        std::erase_if(known_, [&name](const Device& device) { return device.name == name; });
        const std::lock_guard seen{seen_mutex_};
        seen_.erase(name.text());
    }
    return removed;
}

std::expected<void, domain::Refusal> DeviceRegister::rename(const wire::DeviceName& name, const wire::DeviceName& to)
{
    const std::lock_guard lock{changing_};
    auto renamed = list_.rename(name, to);
    if (const auto known = std::ranges::find(known_, name, &Device::name); renamed && known != known_.end()) {
        known->name = to;
    }
    return renamed;
}

std::expected<void, domain::Refusal> DeviceRegister::renew(const wire::DeviceName& name, const Device::NextKey& next)
{
    const std::lock_guard lock{changing_};
    auto renewed = list_.renew(name, next);
    if (const auto known = std::ranges::find(known_, name, &Device::name); renewed && known != known_.end()) {
        known->next = next;
    }
    return renewed;
}

std::vector<OutsideChange> DeviceRegister::look()
{
    const std::lock_guard lock{changing_};
    list_.settle();
    auto now = list_.devices();
    std::vector<OutsideChange> changes;
    for (const auto& known : known_) {
        const auto* same = same_device(now, known);
        if (same == nullptr) {
            changes.emplace_back(RemovedOutside{known});
        } else if (same->name != known.name) {
            changes.emplace_back(RenamedOutside{known, same->name});
        }
    }
    for (const auto& device : now) {
        if (same_device(known_, device) == nullptr) {
            changes.emplace_back(AddedOutside{device});
        }
    }
    known_ = std::move(now);
    return changes;
}

} // namespace verandah::hub
