// SPDX-License-Identifier: Apache-2.0
// How the events of the clinic's files are written and read. For event_codec.cpp only.
#pragma once

#include "clinic/store/event_fields.hpp"

namespace verandah::store::care_events {

[[nodiscard]] Json fields(const domain::FileBegun& event);
[[nodiscard]] domain::FileBegun read(const Fields& from, Is<domain::FileBegun>);
[[nodiscard]] Json fields(const domain::FileEntryWritten& event);
[[nodiscard]] domain::FileEntryWritten read(const Fields& from, Is<domain::FileEntryWritten>);
[[nodiscard]] Json fields(const domain::FactsCounted& event);
[[nodiscard]] domain::FactsCounted read(const Fields& from, Is<domain::FactsCounted>);
[[nodiscard]] Json fields(const domain::CounterfoilReturned& event);
[[nodiscard]] domain::CounterfoilReturned read(const Fields& from, Is<domain::CounterfoilReturned>);

} // namespace verandah::store::care_events
