// SPDX-License-Identifier: Apache-2.0
// How staff events are written and read. For event_codec.cpp only.
#pragma once

#include "clinic/store/event_fields.hpp"

namespace verandah::store::staff_events {

[[nodiscard]] Json fields(const domain::StaffAdded& event);
[[nodiscard]] domain::StaffAdded read(const Fields& from, Is<domain::StaffAdded>);
[[nodiscard]] Json fields(const domain::StaffRoleChanged& event);
[[nodiscard]] domain::StaffRoleChanged read(const Fields& from, Is<domain::StaffRoleChanged>);
[[nodiscard]] Json fields(const domain::StaffPassphraseChanged& event);
[[nodiscard]] domain::StaffPassphraseChanged read(const Fields& from, Is<domain::StaffPassphraseChanged>);
[[nodiscard]] Json fields(const domain::StaffRevoked& event);
[[nodiscard]] domain::StaffRevoked read(const Fields& from, Is<domain::StaffRevoked>);
[[nodiscard]] Json fields(const domain::ClinicKeyGranted& event);
[[nodiscard]] domain::ClinicKeyGranted read(const Fields& from, Is<domain::ClinicKeyGranted>);
[[nodiscard]] Json fields(const domain::StaffSignedIn& event);
[[nodiscard]] domain::StaffSignedIn read(const Fields& from, Is<domain::StaffSignedIn>);
[[nodiscard]] Json fields(const domain::StaffSignedOut& event);
[[nodiscard]] domain::StaffSignedOut read(const Fields& from, Is<domain::StaffSignedOut>);
[[nodiscard]] Json fields(const domain::SignInRefused& event);
[[nodiscard]] domain::SignInRefused read(const Fields& from, Is<domain::SignInRefused>);
[[nodiscard]] Json fields(const domain::AccessRefused& event);
[[nodiscard]] domain::AccessRefused read(const Fields& from, Is<domain::AccessRefused>);

} // namespace verandah::store::staff_events
