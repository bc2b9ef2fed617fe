// SPDX-License-Identifier: Apache-2.0
// The permanent words of locking and opening.
#include "shared/domain/audit/lock_event.hpp"

#include <utility>

namespace verandah::domain {

std::string_view word(HubLocked::Way way)
{
    switch (way) {
    case HubLocked::Way::console: return "console";
    case HubLocked::Way::signal: return "signal";
    case HubLocked::Way::stick_pulled: return "stick_pulled";
    case HubLocked::Way::closing_time: return "closing_time";
    }
    std::unreachable();
}

std::optional<HubLocked::Way> locking_way_from(std::string_view text)
{
    using enum HubLocked::Way;
    for (const auto way : {console, signal, stick_pulled, closing_time}) {
        if (word(way) == text) {
            return way;
        }
    }
    return std::nullopt;
}

std::string_view word(WayToOpen way)
{
    switch (way) {
    case WayToOpen::words: return "words";
    case WayToOpen::recovery_code: return "recovery_code";
    case WayToOpen::stick: return "stick";
    case WayToOpen::start: return "start";
    }
    std::unreachable();
}

std::optional<WayToOpen> way_to_open_from(std::string_view text)
{
    using enum WayToOpen;
    for (const auto way : {words, recovery_code, stick, start}) {
        if (word(way) == text) {
            return way;
        }
    }
    return std::nullopt;
}

} // namespace verandah::domain
