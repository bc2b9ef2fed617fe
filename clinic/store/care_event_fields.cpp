// SPDX-License-Identifier: Apache-2.0
// The permanent words of the events of the clinic's files.
#include "clinic/store/care_event_fields.hpp"

namespace verandah::store::care_events {

using namespace domain;

namespace {

constexpr std::size_t longest_entry =
    std::size_t{64} * 1024; // sealed and padded; what may be in one is bounded far below

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
    const auto* begin = reinterpret_cast<const std::uint8_t*>(event.code.data());
    return {{"code", Json::binary({begin, begin + event.code.size()})}, {"way", word(event.way)}, {"at", ms(event.at)}};
}
CounterfoilReturned read(const Fields& from, Is<CounterfoilReturned>)
{
    return {from.bytes<CounterfoilHash>("code"), from.word("way", counterfoil_way_from), from.instant("at")};
}

} // namespace verandah::store::care_events
