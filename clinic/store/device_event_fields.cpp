// SPDX-License-Identifier: Apache-2.0
// The permanent words of device events. "kind" is taken by the kind of the event.
#include "clinic/store/device_event_fields.hpp"

namespace verandah::store::device_events {

using namespace domain;

Json fields(const EnrolmentOffered& event)
{
    return {{"device", event.device}, {"device_kind", event.device_kind}, {"at", ms(event.at)}};
}
EnrolmentOffered read(const Fields& from, Is<EnrolmentOffered>)
{
    return {from.text("device"), from.text("device_kind"), from.instant("at")};
}

Json fields(const DeviceEnrolled& event)
{
    return {{"device", event.device}, {"device_kind", event.device_kind}, {"mark", event.key}, {"at", ms(event.at)}};
}
DeviceEnrolled read(const Fields& from, Is<DeviceEnrolled>)
{
    return {from.text("device"), from.text("device_kind"), from.text("mark"), from.instant("at")};
}

Json fields(const DeviceRenamed& event)
{
    return {{"device", event.device}, {"to", event.to}, {"at", ms(event.at)}};
}
DeviceRenamed read(const Fields& from, Is<DeviceRenamed>)
{
    return {from.text("device"), from.text("to"), from.instant("at")};
}

Json fields(const DeviceRevoked& event)
{
    return {{"device", event.device}, {"mark", event.key}, {"at", ms(event.at)}};
}
DeviceRevoked read(const Fields& from, Is<DeviceRevoked>)
{
    return {from.text("device"), from.text("mark"), from.instant("at")};
}

Json fields(const DeviceRenewed& event)
{
    return {{"device", event.device}, {"mark", event.key}, {"at", ms(event.at)}};
}
DeviceRenewed read(const Fields& from, Is<DeviceRenewed>)
{
    return {from.text("device"), from.text("mark"), from.instant("at")};
}

Json fields(const EnrolmentRefused& event)
{
    return {{"fault", word(event.fault)}, {"left_out", event.left_out}, {"at", ms(event.at)}};
}
EnrolmentRefused read(const Fields& from, Is<EnrolmentRefused>)
{
    return {from.word("fault", enrolment_fault_from), from.integer<int>("left_out"), from.instant("at")};
}

} // namespace verandah::store::device_events
