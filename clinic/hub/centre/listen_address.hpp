// SPDX-License-Identifier: Apache-2.0
// Where the hub listens.
#pragma once

#include "shared/domain/refusal.hpp"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace verandah::hub {

/// An IP address of this machine and a port. "0.0.0.0" or "::" is every address it has; port 0 takes any free port.
struct ListenAddress {
    std::string address = "0.0.0.0"; ///< Without brackets, as inet_pton(3) takes it.
    std::uint16_t port = 8443;

    /// From "0.0.0.0:8443" or "[::]:8443". Refuses with invalid_input.
    [[nodiscard]] static std::expected<ListenAddress, domain::Refusal> make(std::string_view text);

    [[nodiscard]] std::string text() const; ///< As make() takes it.
    friend bool operator==(const ListenAddress&, const ListenAddress&) = default;
};

} // namespace verandah::hub
