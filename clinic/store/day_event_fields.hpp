// SPDX-License-Identifier: Apache-2.0
// How the events of the centre's day are written and read. For event_codec.cpp only.
#pragma once

#include "clinic/store/event_fields.hpp"

namespace verandah::store::day_events {

[[nodiscard]] Json fields(const domain::DayOpened& event);
[[nodiscard]] domain::DayOpened read(const Fields& from, Is<domain::DayOpened>);
[[nodiscard]] Json fields(const domain::DayClosed& event);
[[nodiscard]] domain::DayClosed read(const Fields& from, Is<domain::DayClosed>);
[[nodiscard]] Json fields(const domain::DayReopened& event);
[[nodiscard]] domain::DayReopened read(const Fields& from, Is<domain::DayReopened>);
[[nodiscard]] Json fields(const domain::DayGoneOnWith& event);
[[nodiscard]] domain::DayGoneOnWith read(const Fields& from, Is<domain::DayGoneOnWith>);

} // namespace verandah::store::day_events
