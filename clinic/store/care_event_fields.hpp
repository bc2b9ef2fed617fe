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
[[nodiscard]] Json fields(const domain::TracingGiven& event);
[[nodiscard]] domain::TracingGiven read(const Fields& from, Is<domain::TracingGiven>);
[[nodiscard]] Json fields(const domain::TracingTold& event);
[[nodiscard]] domain::TracingTold read(const Fields& from, Is<domain::TracingTold>);
[[nodiscard]] Json fields(const domain::TracingTakenUp& event);
[[nodiscard]] domain::TracingTakenUp read(const Fields& from, Is<domain::TracingTakenUp>);
[[nodiscard]] Json fields(const domain::TracingOver& event);
[[nodiscard]] domain::TracingOver read(const Fields& from, Is<domain::TracingOver>);

} // namespace verandah::store::care_events
