// SPDX-License-Identifier: Apache-2.0
// What a device is called and what it is for, as certificates, bundles and the hub's device list say it.
#pragma once

#include "shared/domain/refusal.hpp"

#include <compare>
#include <expected>
#include <string>
#include <string_view>

namespace verandah::wire {

/// What a device may ask of the hub depends on this.
enum class DeviceKind { kiosk, console, board };

/// The permanent word for a kind: "kiosk", "console", "board".
[[nodiscard]] std::string_view word_for(DeviceKind kind);
[[nodiscard]] std::expected<DeviceKind, domain::Refusal> parse_device_kind(std::string_view word); ///< invalid_input

/// A device's name in its centre, such as "kiosk-1". Also a file name and a certificate's common name.
/// Invariant: 1..32 characters of a-z, 0-9 and '-', the first no '-'.
class DeviceName {
public:
    [[nodiscard]] static std::expected<DeviceName, domain::Refusal> make(std::string_view text); ///< invalid_input
    [[nodiscard]] const std::string& text() const { return text_; }
    friend auto operator<=>(const DeviceName&, const DeviceName&) = default;

private:
    explicit DeviceName(std::string_view text) : text_{text} {}
    std::string text_;
};

} // namespace verandah::wire
