// SPDX-License-Identifier: Apache-2.0
// How the events of the audit trail are written and read. For event_codec.cpp only.
#pragma once

#include "clinic/store/event_fields.hpp"

namespace verandah::store::audit_events {

[[nodiscard]] Json fields(const domain::RecordRead& event);
[[nodiscard]] domain::RecordRead read(const Fields& from, Is<domain::RecordRead>);
[[nodiscard]] Json fields(const domain::CentreRestored& event);
[[nodiscard]] domain::CentreRestored read(const Fields& from, Is<domain::CentreRestored>);
[[nodiscard]] Json fields(const domain::CareListRead& event);
[[nodiscard]] domain::CareListRead read(const Fields& from, Is<domain::CareListRead>);
[[nodiscard]] Json fields(const domain::AuditRead& event);
[[nodiscard]] domain::AuditRead read(const Fields& from, Is<domain::AuditRead>);
[[nodiscard]] Json fields(const domain::HubLocked& event);
[[nodiscard]] domain::HubLocked read(const Fields& from, Is<domain::HubLocked>);
[[nodiscard]] Json fields(const domain::HubOpened& event);
[[nodiscard]] domain::HubOpened read(const Fields& from, Is<domain::HubOpened>);
[[nodiscard]] Json fields(const domain::OpeningRefused& event);
[[nodiscard]] domain::OpeningRefused read(const Fields& from, Is<domain::OpeningRefused>);
[[nodiscard]] Json fields(const domain::RecordRefused& event);
[[nodiscard]] domain::RecordRefused read(const Fields& from, Is<domain::RecordRefused>);

} // namespace verandah::store::audit_events
