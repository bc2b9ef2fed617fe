// SPDX-License-Identifier: Apache-2.0
// Who hears the same on the live feed: every kind of device, and among consoles those who may see the same.
#pragma once

#include "shared/domain/staff/permission.hpp"
#include "shared/wire/device_identity.hpp"
#include "shared/wire/http/audience.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace verandah::hub {

struct Audience {
    wire::DeviceKind kind;
    std::optional<domain::Sight> sight{}; ///< Of a console; nullopt: not the line at all.
    friend constexpr bool operator==(const Audience&, const Audience&) = default;
};

/// All there are. An audience's place here is its number to the server loop.
inline constexpr std::array every_audience = [] {
    using wire::DeviceKind;
    using domain::Sight;
    return std::array{Audience{DeviceKind::kiosk},
                      Audience{DeviceKind::board},
                      Audience{DeviceKind::console},
                      Audience{DeviceKind::console, Sight{Sight::Of::numbers, Sight::Alerts::hidden}},
                      Audience{DeviceKind::console, Sight{Sight::Of::numbers, Sight::Alerts::shown}},
                      Audience{DeviceKind::console, Sight{Sight::Of::services_too, Sight::Alerts::hidden}},
                      Audience{DeviceKind::console, Sight{Sight::Of::services_too, Sight::Alerts::shown}}};
}();
static_assert(every_audience.size() <= wire::most_audiences);

[[nodiscard]] constexpr wire::Audience number_of(const Audience& audience)
{
    return static_cast<wire::Audience>(std::ranges::find(every_audience, audience) - every_audience.begin());
}

/// What a device hears at which somebody stands. Who that is matters at consoles only.
[[nodiscard]] constexpr Audience audience_of(wire::DeviceKind kind, domain::Who who)
{
    return {kind, kind == wire::DeviceKind::console ? domain::sight_of(who) : std::nullopt};
}

} // namespace verandah::hub
