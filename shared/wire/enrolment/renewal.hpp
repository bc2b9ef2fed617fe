// SPDX-License-Identifier: Apache-2.0
// Renewing, on the device's side: another key and certificate before the present one ends.
#pragma once

#include "shared/domain/time.hpp"
#include "shared/wire/device_bundle.hpp"
#include "shared/wire/http/message.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace verandah::wire {

/// Whether it is time, by the hub's clock: a device's own may say anything.
[[nodiscard]] bool is_renewal_due(const DeviceBundle& bundle, domain::Instant hub_now);

/// A new key and what to ask the hub for it. Each try makes another: the hub forgets those that were never used, so an
/// answer that was lost does no harm, and the key need not be kept before there is a certificate for it.
struct Renewal {
    std::string private_key;
    std::string body; ///< Of POST /v1/device/renewal.
};
[[nodiscard]] Renewal begin_renewal();

/// Puts the hub's answer into the bundle's file, in one step: whatever happens, the file is the old bundle or the new
/// one, and the hub takes either until it has seen the new one. Refuses with invalid_input an answer that does not fit,
/// and as replace_bundle() does.
[[nodiscard]] std::expected<DeviceBundle, domain::Refusal> finish_renewal(const std::filesystem::path& file,
                                                                          const DeviceBundle& bundle,
                                                                          const Renewal& renewal,
                                                                          std::string_view answer);

/// Renews a program's bundle when it is time: asked whenever the hub has told the time, at most once in six hours. The
/// hub forgets the old key when it has seen the new one.
class RenewalWatch {
public:
    RenewalWatch(std::filesystem::path file, DeviceBundle bundle) : file_{std::move(file)}, bundle_{std::move(bundle)}
    {
    }

    /// The body to ask the hub with, when there is something to ask.
    [[nodiscard]] std::optional<std::string> due(domain::Instant hub_now);
    /// The hub's answer to the last one: the bundle as it is in its file from now on, or why it is the old one.
    [[nodiscard]] std::expected<DeviceBundle, domain::Refusal> take(std::string_view answer);

private:
    std::filesystem::path file_;
    DeviceBundle bundle_;
    std::optional<Renewal> renewal_;
    std::optional<domain::Instant> asked_;
};

} // namespace verandah::wire
