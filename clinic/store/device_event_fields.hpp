// SPDX-License-Identifier: Apache-2.0
// How the events of devices are written and read. For event_codec.cpp only.
#pragma once

#include "clinic/store/event_fields.hpp"

namespace verandah::store::device_events {

[[nodiscard]] Json fields(const domain::EnrolmentOffered& event);
[[nodiscard]] domain::EnrolmentOffered read(const Fields& from, Is<domain::EnrolmentOffered>);
[[nodiscard]] Json fields(const domain::DeviceEnrolled& event);
[[nodiscard]] domain::DeviceEnrolled read(const Fields& from, Is<domain::DeviceEnrolled>);
[[nodiscard]] Json fields(const domain::DeviceRenamed& event);
[[nodiscard]] domain::DeviceRenamed read(const Fields& from, Is<domain::DeviceRenamed>);
[[nodiscard]] Json fields(const domain::DeviceRevoked& event);
[[nodiscard]] domain::DeviceRevoked read(const Fields& from, Is<domain::DeviceRevoked>);
[[nodiscard]] Json fields(const domain::DeviceRenewed& event);
[[nodiscard]] domain::DeviceRenewed read(const Fields& from, Is<domain::DeviceRenewed>);
[[nodiscard]] Json fields(const domain::EnrolmentRefused& event);
[[nodiscard]] domain::EnrolmentRefused read(const Fields& from, Is<domain::EnrolmentRefused>);

} // namespace verandah::store::device_events
