// SPDX-License-Identifier: Apache-2.0
// A centre as the hub would tell it, and visitors at every step of the way, for tests and pictures.
#pragma once

#include "kiosk/wording/picture.hpp"

#include <string>
#include <vector>

namespace verandah::kiosk::test {

using namespace std::chrono_literals;

inline constexpr Ticks now = 100s;
/// What the hub answers to a check-in.
inline const Receipt number_47{domain::TicketNumber::make(47).value(), 4};

[[nodiscard]] domain::ServiceCode service(std::string_view code);
[[nodiscard]] domain::CardCode card();
[[nodiscard]] domain::CommodityCode commodity(std::string_view code);
[[nodiscard]] domain::CommodityCode condoms();
/// Open, six services, English, Hindi and Arabic; labels as in the centre file every new centre starts with.
[[nodiscard]] wire::CentreView centre();
/// With `count` services, and every language the house knows.
[[nodiscard]] wire::CentreView large_centre(int count);

/// Time and random bytes that are different for every number.
[[nodiscard]] Turn turn(Ticks at, int number = 1);

struct NamedFlow {
    std::string name;
    Flow flow;
};
/// One of every state a visitor can be in, fresh first.
[[nodiscard]] std::vector<NamedFlow> every_state();

} // namespace verandah::kiosk::test
