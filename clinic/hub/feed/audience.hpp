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
    enum class Requests { hidden, told };
    wire::DeviceKind kind;
    std::optional<domain::Sight> sight{}; ///< Of a console; nullopt: not the line at all.
    Requests requests{Requests::hidden};  ///< Of a console: that somebody asks to be forgotten.
    friend constexpr bool operator==(const Audience&, const Audience&) = default;
};

/// All there are. An audience's place here is its number to the server loop.
inline constexpr std::array every_audience = [] {
    using wire::DeviceKind;
    using domain::Sight;
    using enum Audience::Requests;
    constexpr Sight numbers{Sight::Of::numbers, Sight::Alerts::hidden};
    constexpr Sight numbers_and_alerts{Sight::Of::numbers, Sight::Alerts::shown};
    constexpr Sight services{Sight::Of::services_too, Sight::Alerts::hidden};
    constexpr Sight everything{Sight::Of::services_too, Sight::Alerts::shown};
    return std::array{Audience{DeviceKind::kiosk},
                      Audience{DeviceKind::board},
                      Audience{DeviceKind::console},
                      Audience{DeviceKind::console, numbers},
                      Audience{DeviceKind::console, numbers_and_alerts},
                      Audience{DeviceKind::console, services},
                      Audience{DeviceKind::console, everything},
                      Audience{DeviceKind::console, std::nullopt, told},
                      Audience{DeviceKind::console, numbers, told},
                      Audience{DeviceKind::console, numbers_and_alerts, told},
                      Audience{DeviceKind::console, services, told},
                      Audience{DeviceKind::console, everything, told}};
}();
static_assert(every_audience.size() <= wire::most_audiences);

[[nodiscard]] constexpr wire::Audience number_of(const Audience& audience)
{
    return static_cast<wire::Audience>(std::ranges::find(every_audience, audience) - every_audience.begin());
}

/// What a device hears at which somebody stands. Who that is matters at consoles only.
[[nodiscard]] constexpr Audience audience_of(wire::DeviceKind kind, domain::Who who)
{
    using enum Audience::Requests;
    if (kind != wire::DeviceKind::console) {
        return {kind};
    }
    return {kind, domain::sight_of(who), domain::may(who, domain::Right::visitor_forget) ? told : hidden};
}

} // namespace verandah::hub
