// SPDX-License-Identifier: Apache-2.0
// The permanent words of the audit trail's own events.
#include "clinic/store/audit_event_fields.hpp"

namespace verandah::store::audit_events {

using namespace domain;

Json fields(const RecordRead& event)
{
    return {{"record", binary(event.record)}, {"way", word(event.way)}, {"at", ms(event.at)}};
}
RecordRead read(const Fields& from, Is<RecordRead>)
{
    return {RecordReference{from.bytes<RecordReference::Bytes>("record")}, from.word("way", record_way_from),
            from.instant("at")};
}

Json fields(const CentreRestored& event)
{
    return {{"incarnation", sealed_bytes({event.incarnation.id.begin(), event.incarnation.id.end()})},
            {"count", event.incarnation.count},
            {"at", ms(event.at)}};
}
CentreRestored read(const Fields& from, Is<CentreRestored>)
{
    return {{from.bytes<Incarnation::Id>("incarnation"), from.integer<std::uint32_t>("count")}, from.instant("at")};
}

Json fields(const CareListRead& event)
{
    return {{"list", word(event.list)}, {"at", ms(event.at)}};
}
CareListRead read(const Fields& from, Is<CareListRead>)
{
    return {from.word("list", care_list_from), from.instant("at")};
}

Json fields(const AuditRead& event)
{
    return {{"way", word(event.way)}, {"at", ms(event.at)}};
}
AuditRead read(const Fields& from, Is<AuditRead>)
{
    return {from.word("way", audit_way_from), from.instant("at")};
}

Json fields(const HubLocked& event)
{
    return {{"way", word(event.way)}, {"at", ms(event.at)}};
}
HubLocked read(const Fields& from, Is<HubLocked>)
{
    return {from.word("way", locking_way_from), from.instant("at")};
}

Json fields(const HubOpened& event)
{
    return {{"way", word(event.way)}, {"at", ms(event.at)}};
}
HubOpened read(const Fields& from, Is<HubOpened>)
{
    return {from.word("way", way_to_open_from), from.instant("at")};
}

Json fields(const OpeningRefused& event)
{
    return {{"way", word(event.way)}, {"left_out", event.left_out}, {"at", ms(event.at)}};
}
OpeningRefused read(const Fields& from, Is<OpeningRefused>)
{
    return {from.word("way", way_to_open_from), from.integer<int>("left_out"), from.instant("at")};
}

Json fields(const RecordRefused& event)
{
    return {{"reason", word(event.reason)}, {"left_out", event.left_out}, {"at", ms(event.at)}};
}
RecordRefused read(const Fields& from, Is<RecordRefused>)
{
    return {from.word("reason", record_refusal_from), from.integer<int>("left_out"), from.instant("at")};
}

} // namespace verandah::store::audit_events
