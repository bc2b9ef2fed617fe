// SPDX-License-Identifier: Apache-2.0
// How the events of the audit trail are written and read. For event_codec.cpp only.
#pragma once

#include "clinic/store/event_fields.hpp"

namespace verandah::store::audit_events {

[[nodiscard]] Json fields(const domain::RecordRead& event);
[[nodiscard]] domain::RecordRead read(const Fields& from, Is<domain::RecordRead>);
[[nodiscard]] Json fields(const domain::CentreRestored& event);
[[nodiscard]] domain::CentreRestored read(const Fields& from, Is<domain::CentreRestored>);

} // namespace verandah::store::audit_events
