// SPDX-License-Identifier: Apache-2.0
// That the hub let go of its keys and got them again, and who was turned away. Who it was, and where, stands in
// Recorded: of what the hub did by itself, "hub".
#pragma once

#include "shared/domain/time.hpp"

#include <optional>
#include <string_view>

namespace verandah::domain {

/// From here on no record opens, until somebody opens the hub.
struct HubLocked {
    enum class Way {
        console,      ///< The panic chord, or the button.
        signal,       ///< On the hub's own machine.
        stick_pulled, ///< The key stick.
        closing_time, ///< Where the centre wants it.
    };
    Way way;
    Instant at;
    friend bool operator==(const HubLocked&, const HubLocked&) = default;
};
/// The permanent words, on disk and on the wire.
[[nodiscard]] std::string_view word(HubLocked::Way way);
[[nodiscard]] std::optional<HubLocked::Way> locking_way_from(std::string_view word);

/// What somebody opens the hub with, or tries to.
enum class WayToOpen {
    words,
    recovery_code, ///< The printed one.
    stick,
    start, ///< A hub that was left locked was started with its key.
};
[[nodiscard]] std::string_view word(WayToOpen way);
[[nodiscard]] std::optional<WayToOpen> way_to_open_from(std::string_view word);

struct HubOpened {
    WayToOpen way;
    Instant at;
    friend bool operator==(const HubOpened&, const HubOpened&) = default;
};

/// What somebody brought does not open the hub. Never what it was.
struct OpeningRefused {
    WayToOpen way;
    int left_out; ///< How many more at this device were not written down since the last one that was.
    Instant at;
    friend bool operator==(const OpeningRefused&, const OpeningRefused&) = default;
};

} // namespace verandah::domain
