// SPDX-License-Identifier: Apache-2.0
// The devices this hub lets in: one small file each, so that taking a stolen one away is deleting a file.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/domain/time.hpp"
#include "shared/wire/device_identity.hpp"

#include <expected>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace verandah::hub {

struct Device {
    wire::DeviceName name;
    wire::DeviceKind kind;
    std::string public_key_sha256; ///< 64 lower-case hex digits (certificate_authority.hpp).
    domain::Instant added;
    std::optional<domain::Instant> certificate_until{}; ///< Not known of a device that was added before this was kept.
    /// The key it asked for to go on with. Both are let in until this one was used; then it takes the other's place.
    struct NextKey {
        std::string public_key_sha256;
        domain::Instant certificate_until;
        friend bool operator==(const NextKey&, const NextKey&) = default;
    };
    std::optional<NextKey> next{};
    friend bool operator==(const Device&, const Device&) = default;
};

/// The allow-list of device keys, a folder of NAME.toml with `name`, `kind`, `public_key_sha256` and `added`; also
/// `certificate_until`, and while a device renews its key `next_public_key_sha256` and `next_certificate_until`.
///
/// Another process may add or delete files while this one serves: a change of the folder is seen at the next question.
/// A file changed in place is seen when the folder next changes. Any thread.
class DeviceList {
public:
    /// Called with "FILE:LINE: what is wrong" for every faulty file, each time the folder is read. The rest still
    /// count. Called under the list's lock: it must not ask the list.
    using FaultReport = std::function<void(const std::string&)>;

    /// `folder` may not exist yet: no device is admitted then. It and all members throw std::system_error (of which
    /// std::filesystem's own errors are one kind) when the disk is at fault.
    DeviceList(std::filesystem::path folder, FaultReport report_fault);

    /// The device with this key, or nullopt: a stranger, or one taken off the list. One stat() when nothing changed.
    [[nodiscard]] std::optional<Device> admit(std::string_view public_key_sha256);

    [[nodiscard]] std::vector<Device> devices(); ///< All of them, by name.
    [[nodiscard]] std::optional<Device> find(const wire::DeviceName& name);

    /// Puts `device` on the list, durably. Refuses with conflict when its name or its key is there already,
    /// with invalid_input when the key is not 64 lower-case hex digits.
    [[nodiscard]] std::expected<void, domain::Refusal> add(const Device& device);

    /// Takes a device off the list, durably: it is let in no more, and a hub that serves cuts it off within a second.
    /// Refuses with not_found.
    [[nodiscard]] std::expected<void, domain::Refusal> remove(const wire::DeviceName& name);

    /// The same device under another name, durably; its key and certificate stay. Refuses with not_found, and with
    /// conflict when there is a device of the new name.
    [[nodiscard]] std::expected<void, domain::Refusal> rename(const wire::DeviceName& name, const wire::DeviceName& to);

    /// Lets the device in with `next`, too, durably; in place of another that it asked for and never used. Refuses with
    /// not_found, and with conflict when some device has that key.
    [[nodiscard]] std::expected<void, domain::Refusal> renew(const wire::DeviceName& name, const Device::NextKey& next);
    /// Forgets, durably, the old key of every device that was admitted with its next one. Not in admit(), which may not
    /// wait for the disk.
    void settle();

private:
    [[nodiscard]] std::filesystem::path file_of(const wire::DeviceName& name) const;
    void read_when_changed();
    void read_folder();
    void take(const std::filesystem::path& file, Device device);
    [[nodiscard]] const Device* named(const wire::DeviceName& name) const;

    std::filesystem::path folder_;
    FaultReport report_fault_;
    std::mutex mutex_;
    std::optional<std::filesystem::file_time_type> seen_change_; ///< Nothing: read again at the next question.
    std::vector<Device> all_;                                    ///< By name.
    std::unordered_map<std::string, std::size_t> by_key_; ///< Places in `all_`; of two keys while a device renews.
    std::vector<wire::DeviceName> renewed_;               ///< Admitted with their next key since the last settle().
};

} // namespace verandah::hub
