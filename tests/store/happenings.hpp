// SPDX-License-Identifier: Apache-2.0
// Anything that can happen in a centre, at random: one generator for each kind of event.
#pragma once

#include "shared/domain/event.hpp"

#include <rapidcheck.h>

namespace verandah::test {

/// An event of any kind, each kind as likely as the next, with whoever did it and perhaps a request's key.
[[nodiscard]] rc::Gen<domain::Recorded> any_recorded();

/// An event of the kind that stands at `index` in the groups, counted through; for walking over all of them.
[[nodiscard]] rc::Gen<domain::Event> event_of_kind(std::size_t index);
inline constexpr std::size_t kinds_of_event =
    std::variant_size_v<domain::LineEvent> + std::variant_size_v<domain::CardEvent> +
    std::variant_size_v<domain::AlertEvent> + std::variant_size_v<domain::StaffEvent> +
    std::variant_size_v<domain::AuditEvent> + std::variant_size_v<domain::ForgettingEvent> +
    std::variant_size_v<domain::DeviceEvent> + std::variant_size_v<domain::StockEvent> +
    std::variant_size_v<domain::CareEvent>;

[[nodiscard]] rc::Gen<domain::RequestKey> any_key();

} // namespace verandah::test
