// SPDX-License-Identifier: Apache-2.0
// How the events of a forgetting are written and read. For event_codec.cpp only.
#pragma once

#include "clinic/store/event_fields.hpp"

namespace verandah::store::forgetting_events {

[[nodiscard]] Json fields(const domain::VisitorForgotten& event);
[[nodiscard]] domain::VisitorForgotten read(const Fields& from, Is<domain::VisitorForgotten>);
[[nodiscard]] Json fields(const domain::DayFilesForgotten& event);
[[nodiscard]] domain::DayFilesForgotten read(const Fields& from, Is<domain::DayFilesForgotten>);
[[nodiscard]] Json fields(const domain::DayForgotten& event);
[[nodiscard]] domain::DayForgotten read(const Fields& from, Is<domain::DayForgotten>);

} // namespace verandah::store::forgetting_events
