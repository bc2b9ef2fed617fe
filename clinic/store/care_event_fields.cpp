// SPDX-License-Identifier: Apache-2.0
// The permanent words of the events of the clinic's files.
#include "clinic/store/care_event_fields.hpp"

namespace verandah::store::care_events {

using namespace domain;

namespace {

constexpr std::size_t longest_entry =
    std::size_t{64} * 1024; // sealed and padded; what may be in one is bounded far below
constexpr std::size_t longest_of_tracing = std::size_t{4} * 1024;

template <std::size_t size>
Json byte_string(const std::array<std::byte, size>& bytes)
{
    const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
    return Json::binary({begin, begin + bytes.size()});
}

} // namespace

Json fields(const FileBegun& event)
{
    Json json{{"file", event.file.value()}, {"wrapped_key", sealed_bytes(event.wrapped_key)}, {"at", ms(event.at)}};
    if (const auto* visitor = std::get_if<VisitorId>(&event.owner)) {
        json["visitor"] = visitor->value();
    } else {
        json["ticket"] = std::get<TicketId>(event.owner).value();
    }
    return json;
}
FileBegun read(const Fields& from, Is<FileBegun>)
{
    return {from.id<FileId>("file"),
            from.has("visitor") ? FileOwner{from.id<VisitorId>("visitor")} : FileOwner{from.id<TicketId>("ticket")},
            from.sealed_bytes("wrapped_key"), from.instant("at")};
}

Json fields(const FileEntryWritten& event)
{
    return {{"file", event.file.value()},
            {"entry", event.entry},
            {"sealed", sealed_bytes(event.sealed)},
            {"at", ms(event.at)}};
}
FileEntryWritten read(const Fields& from, Is<FileEntryWritten>)
{
    return {from.id<FileId>("file"), from.integer<std::uint32_t>("entry"), from.sealed_bytes("sealed", longest_entry),
            from.instant("at")};
}

Json fields(const FactsCounted& event)
{
    return {{"sealed", sealed_bytes(event.sealed)}, {"at", ms(event.at)}};
}
FactsCounted read(const Fields& from, Is<FactsCounted>)
{
    return {from.sealed_bytes("sealed", longest_entry), from.instant("at")};
}

Json fields(const CounterfoilReturned& event)
{
    return {{"code", byte_string(event.code)}, {"way", word(event.way)}, {"at", ms(event.at)}};
}
CounterfoilReturned read(const Fields& from, Is<CounterfoilReturned>)
{
    return {from.bytes<CounterfoilHash>("code"), from.word("way", counterfoil_way_from), from.instant("at")};
}

Json fields(const TracingGiven& event)
{
    return {{"tracing", event.tracing.value()},     {"file", event.file.value()},
            {"worker", event.worker.view()},        {"sealed_to", byte_string(event.sealed_to)},
            {"sealed", sealed_bytes(event.sealed)}, {"at", ms(event.at)}};
}
TracingGiven read(const Fields& from, Is<TracingGiven>)
{
    return {from.id<TracingId>("tracing"),
            from.id<FileId>("file"),
            from.code<AccountCode>("worker"),
            from.bytes<StaffKeyBytes>("sealed_to"),
            from.sealed_bytes("sealed", longest_of_tracing),
            from.instant("at")};
}

Json fields(const TracingTold& event)
{
    return {{"tracing", event.tracing.value()},
            {"file", event.file.value()},
            {"answer", event.answer},
            {"sealed", sealed_bytes(event.sealed)},
            {"at", ms(event.at)}};
}
TracingTold read(const Fields& from, Is<TracingTold>)
{
    return {from.id<TracingId>("tracing"), from.id<FileId>("file"), from.integer<std::uint32_t>("answer"),
            from.sealed_bytes("sealed", longest_of_tracing), from.instant("at")};
}

Json fields(const TracingTakenUp& event)
{
    return {{"tracing", event.tracing.value()},
            {"file", event.file.value()},
            {"answer", event.answer},
            {"at", ms(event.at)}};
}
TracingTakenUp read(const Fields& from, Is<TracingTakenUp>)
{
    return {from.id<TracingId>("tracing"), from.id<FileId>("file"), from.integer<std::uint32_t>("answer"),
            from.instant("at")};
}

Json fields(const TracingOver& event)
{
    return {{"tracing", event.tracing.value()}, {"file", event.file.value()}, {"at", ms(event.at)}};
}
TracingOver read(const Fields& from, Is<TracingOver>)
{
    return {from.id<TracingId>("tracing"), from.id<FileId>("file"), from.instant("at")};
}

} // namespace verandah::store::care_events
