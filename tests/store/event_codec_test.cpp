// SPDX-License-Identifier: Apache-2.0
// Events to bytes and back; and bytes that are no event.
#include "clinic/store/event_codec.hpp"
#include "tests/store/happenings.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <string>

namespace verandah::store {
namespace {

using Json = nlohmann::json;
using Bytes = std::vector<std::uint8_t>;

constexpr domain::Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + std::chrono::hours{12}};

Bytes encoded(const domain::Recorded& recorded)
{
    Bytes bytes;
    encode_event(recorded, bytes);
    return bytes;
}

domain::Recorded decoded(const Bytes& bytes)
{
    return decode_event(std::as_bytes(std::span{bytes}));
}

domain::Recorded an_issue()
{
    return {domain::LineEvent{domain::TicketIssued{domain::TicketId{7},
                                                   domain::TicketNumber::make(47).value(),
                                                   noon,
                                                   domain::PriorityCode::make("urgent").value(),
                                                   {domain::ServiceCode::make("nurse").value()},
                                                   std::nullopt,
                                                   3}},
            "kiosk-1", std::nullopt};
}

/// The bytes of an issue after `change` was made to its map.
Bytes issue_with(const std::function<void(Json&)>& change)
{
    auto json = Json::from_cbor(encoded(an_issue()));
    change(json);
    return Json::to_cbor(json);
}

TEST(EventCodec, BringsBackEveryKindOfEventAsItWas)
{
    EXPECT_TRUE(rc::check("decode(encode(event)) == event", [] {
        for (std::size_t kind = 0; kind < test::kinds_of_event; ++kind) {
            const auto recorded = domain::Recorded{*test::event_of_kind(kind), "console-1", *test::any_key()};
            RC_ASSERT(decoded(encoded(recorded)) == recorded);
        }
    }));
}

TEST(EventCodec, WritesTheSameEventAlwaysInTheSameBytes)
{
    EXPECT_TRUE(rc::check("encode(decode(encode(event))) == encode(event)", [] {
        const auto bytes = encoded(*test::any_recorded());
        RC_ASSERT(encoded(decoded(bytes)) == bytes);
    }));
}

TEST(EventCodec, ReplacesWhatTheBufferHeldBefore)
{
    Bytes bytes(1'000, 0xff);
    encode_event(an_issue(), bytes);

    EXPECT_EQ(bytes, encoded(an_issue()));
}

TEST(EventCodec, RefusesAKindThatItDoesNotKnow)
{
    EXPECT_THROW(static_cast<void>(decoded(issue_with([](Json& json) { json["kind"] = "ticket_sung"; }))),
                 UnreadableEvent);
}

TEST(EventCodec, RefusesAFieldThatItDoesNotKnow)
{
    EXPECT_THROW(static_cast<void>(decoded(issue_with([](Json& json) { json["song"] = 1; }))), UnreadableEvent);
}

TEST(EventCodec, RefusesAListThatIsNone)
{
    EXPECT_THROW(static_cast<void>(decoded(issue_with([](Json& json) { json["services"] = nullptr; }))),
                 UnreadableEvent);
}

TEST(EventCodec, DoesNotTakeAHugeNumberForANegativeOne)
{
    EXPECT_THROW(static_cast<void>(decoded(issue_with([](Json& json) { json["ticket"] = 0xffff'ffff'ffff'fff0U; }))),
                 UnreadableEvent);
}

TEST(EventCodec, DoesNotTakeADayFarOutsideTheCalendarForAnotherDay)
{
    const Json json{{"kind", "day_opened"}, {"day", 2'000'000'000}, {"at", 0}, {"actor", "hub"}};

    EXPECT_THROW(static_cast<void>(decoded(Json::to_cbor(json))), UnreadableEvent);
}

TEST(EventCodec, RefusesAnEventWithAnyOfItsFieldsMissing)
{
    const auto whole = Json::from_cbor(encoded(an_issue()));
    for (const auto& [field, value] : whole.items()) {
        const auto bytes = issue_with([&name = field](Json& json) { json.erase(name); });
        EXPECT_THROW(static_cast<void>(decoded(bytes)), UnreadableEvent) << field;
    }
}

TEST(EventCodec, RefusesAnEventWithAnyOfItsFieldsOfAnotherShape)
{
    const auto whole = Json::from_cbor(encoded(an_issue()));
    for (const auto& [field, value] : whole.items()) {
        for (const auto& other :
             {Json(true), Json(nullptr), Json(1.5), Json::object(), Json::array({Json::object()})}) {
            const auto bytes = issue_with([&name = field, &other](Json& json) { json[name] = other; });
            EXPECT_THROW(static_cast<void>(decoded(bytes)), UnreadableEvent) << field << " as " << other;
        }
    }
}

TEST(EventCodec, RefusesDamagedBytesOrReadsAnEventThatIsWrittenAsTheyAre)
{
    EXPECT_TRUE(rc::check("damage is seen", [] {
        auto bytes = encoded(*test::any_recorded());
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        bytes.at(at) = *rc::gen::arbitrary<std::uint8_t>();
        bytes.resize(*rc::gen::inRange<std::size_t>(at, bytes.size() + 1));
        try {
            const auto recorded = decoded(bytes);
            RC_ASSERT(Json::from_cbor(encoded(recorded)) == Json::from_cbor(bytes));
        } catch (const UnreadableEvent&) {
            RC_SUCCEED("refused");
        }
    }));
}

TEST(EventCodec, RefusesNoBytesAtAll)
{
    EXPECT_THROW(static_cast<void>(decoded({})), UnreadableEvent);
}

TEST(EventCodec, RefusesAListOfAnImpossibleLengthAsUnreadable)
{
    EXPECT_THROW(static_cast<void>(decoded({0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})), UnreadableEvent);
}

TEST(EventCodec, NeverWritesACardIntoTheWordsOfARefusal)
{
    const auto bytes = issue_with([](Json& json) { json["actor"] = Json{{"card", "CANARYCANARY"}}; });
    try {
        static_cast<void>(decoded(bytes));
        FAIL() << "it was taken";
    } catch (const UnreadableEvent& refused) {
        EXPECT_EQ(std::string{refused.what()}.find("CANARY"), std::string::npos);
    }
}

} // namespace
} // namespace verandah::store
