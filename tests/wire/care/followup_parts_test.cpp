// SPDX-License-Identifier: Apache-2.0
// Referrals, due items and partner slips as JSON: written and read back, and what is refused.
#include "shared/wire/messages/care/followup_parts.hpp"
#include "shared/wire/messages/care/partner_parts.hpp"
#include "shared/wire/messages/care/referral_parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <set>
#include <string>

namespace verandah::wire {
namespace {

using namespace domain;
using Json = nlohmann::json;
using std::chrono::year;

/// Reads an entry's part of `json` as the file's codec does: with the object's own reader, finished at the end.
template <class Part>
std::expected<Part, Refusal> read(const Json& json, std::function<Part(ObjectReader&, const Json&)> part)
{
    ObjectReader reader{json};
    auto value = part(reader, json);
    if (const auto finished = reader.finish(); !finished) {
        return std::unexpected{finished.error()};
    }
    return value;
}
auto read_made(const Json& json)
{
    return read<ReferralMade>(json, read_referral_made);
}
auto read_moved(const Json& json)
{
    return read<ReferralMoved>(json, read_referral_moved);
}
auto read_said(const Json& json)
{
    return read<FeedbackSeen>(json, [](ObjectReader& reader, const Json&) { return read_feedback_seen(reader); });
}
auto read_acted(const Json& json)
{
    return read<DueActed>(json, [](ObjectReader& reader, const Json&) { return read_due_acted(reader); });
}
auto read_tried(const Json& json)
{
    return read<TracingTried>(json, [](ObjectReader& reader, const Json&) { return read_tracing_tried(reader); });
}
auto read_agreed(const Json& json)
{
    return read<ChannelAgreed>(json, [](ObjectReader& reader, const Json&) { return read_channel_agreed(reader); });
}
auto read_slips(const Json& json)
{
    return read<SlipsGiven>(json, [](ObjectReader& reader, const Json&) { return read_slips_given(reader); });
}

CounterfoilHash hash(unsigned char first)
{
    CounterfoilHash bytes{};
    bytes.front() = std::byte{first};
    bytes.back() = std::byte{0xff};
    return bytes;
}
const DueItemKey item{FollowupRuleCode::make("hiv.retest").value(), year{2028} / 2 / 29};

ReferralMade made()
{
    return {.referral = ReferralId{7},
            .service = ReferralServiceCode::make("pep").value(),
            .to = ProviderCode::make("hospital").value(),
            .escort = Escort::accompanied,
            .clock_from = Instant{std::chrono::milliseconds{1'764'000'000'123}},
            .issued = ReferralIssue{ReferralGround::danger_to_life, hash(1)}};
}
SlipsGiven slips()
{
    return {.reason = PartnerReasonCode::make("urethral_discharge").value(),
            .look_back_days = 60,
            .mode = PartnerMode::contract,
            .count = 3,
            .opt_in = OptIn::asked_for,
            .violence = ViolenceEnquiry::no_answer,
            .counterfoils = {hash(1), hash(2)}};
}

TEST(ReferralParts, ReadBackWhatTheyWrite)
{
    auto inside = made();
    inside.to = ServiceCode::make("talk").value();
    inside.clock_from.reset();
    inside.issued.reset();
    for (const auto& each : {made(), inside}) {
        EXPECT_EQ(read_made(as_json(each)), each);
    }
    for (const auto event : every_referral_event) {
        const ReferralMoved plain{.referral = ReferralId{1}, .event = event};
        EXPECT_EQ(read_moved(as_json(plain)), plain);
        const ReferralMoved full{ReferralId{1},
                                 event,
                                 ReferralIssue{ReferralGround::consent},
                                 DeclineReason::cost,
                                 Evidence::counterfoil,
                                 year{2028} / 2 / 29};
        EXPECT_EQ(read_moved(as_json(full)), full); // whether they go together is for the rules to say
    }
    for (const auto welcome : every_welcome) {
        EXPECT_EQ(read_said(as_json(FeedbackSeen{ReferralId{2}, welcome})), (FeedbackSeen{ReferralId{2}, welcome}));
    }
}

TEST(FollowupParts, ReadBackWhatTheyWrite)
{
    for (const DueAct& act : std::initializer_list<DueAct>{
             CompleteItem{CompletedBecause::no_longer_needed},
             PostponeItem{year{2028} / 3 / 1, PostponedBecause::unwell},
             GiveItem{AccountCode::make("outreach-2").value()},
             GiveItem{AccountCode::make("outreach-2").value(), "at the stall", TracingId{7}}, ReopenItem{}}) {
        EXPECT_EQ(read_acted(as_json(DueActed{item, act})), (DueActed{item, act}));
    }
    for (const auto end : every_tracing_end) {
        const TracingTried tried{item, 3, Channel::buddy, TracingOutcome::informant, end};
        EXPECT_EQ(read_tried(as_json(tried)), tried);
    }
    const TracingTried open{item, 1, Channel::outreach_worker, TracingOutcome::not_reached};
    EXPECT_EQ(read_tried(as_json(open)), open);
    auto told = open;
    told.told = TracingAnswerId{TracingId{7}, 2};
    EXPECT_EQ(read_tried(as_json(told)), told);
    for (const auto channel : every_channel) {
        EXPECT_EQ(read_agreed(as_json(ChannelAgreed{channel})), ChannelAgreed{channel});
    }
}

TEST(PartnerParts, ReadBackWhatTheyWrite)
{
    auto none = slips();
    none.counterfoils.clear();
    for (const auto& each : {slips(), none}) {
        EXPECT_EQ(read_slips(as_json(each)), each);
    }
}

TEST(ReferralParts, AreWrittenInPermanentWords)
{
    EXPECT_EQ(
        as_json(made()).dump(),
        R"({"clock_from":1764000000123,"escort":"accompanied","issue":{"counterfoil":"010000000000000000000000000000ff","ground":"danger_to_life"},"provider":"hospital","referral":7,"service":"pep"})");
    EXPECT_EQ(
        as_json(DueActed{item, PostponeItem{year{2028} / 3 / 1, PostponedBecause::away}}).dump(),
        R"({"act":"postpone","because":"away","rule":"hiv.retest","triggered_on":"2028-02-29","until":"2028-03-01"})");
    EXPECT_EQ(
        as_json(slips()).dump(),
        R"({"count":3,"counterfoils":[{"counterfoil":"010000000000000000000000000000ff"},{"counterfoil":"020000000000000000000000000000ff"}],"look_back_days":60,"mode":"contract","opt_in":"asked_for","reason":"urethral_discharge","violence":"no_answer"})");
}

/// Every field of `right` is taken away, given another type, a word nobody knows, a huge number; and one is added.
template <class Read>
void expect_attacks_refused(const Json& right, const std::set<std::string>& optional_fields, Read read_part)
{
    ASSERT_TRUE(read_part(right)) << right;
    for (const auto& [field, value] : right.items()) {
        for (const Json& wrong :
             {Json(true), Json(std::string(5000, 'x')), Json("no such word"), Json(Json::array({7})), Json(-1),
              Json(1e300), Json(std::numeric_limits<std::uint64_t>::max()), Json{{"unknown", 1}}}) {
            auto attacked = right;
            attacked[field] = wrong;
            const auto refused = read_part(attacked);
            ASSERT_FALSE(refused) << attacked;
            EXPECT_EQ(refused.error().why, Refusal::Why::invalid_input);
            EXPECT_LT(refused.error().detail.size(), 300U);
        }
        auto without = right;
        without.erase(field);
        EXPECT_EQ(read_part(without).has_value(), optional_fields.contains(field)) << field;
    }
    auto more = right;
    more["name"] = "CANARY";
    const auto refused = read_part(more);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, testing::Not(testing::HasSubstr("CANARY")));
    for (const Json& nothing : {Json(nullptr), Json(7), Json("made"), Json::array()}) {
        EXPECT_FALSE(read_part(nothing));
    }
}

TEST(ReferralParts, RefuseWhatIsNotWholeOrTooMuch)
{
    expect_attacks_refused(as_json(made()), {"clock_from", "issue"}, read_made);
    const ReferralMoved booked{
        .referral = ReferralId{1}, .event = ReferralEvent::book, .booked_for = year{2028} / 2 / 29};
    expect_attacks_refused(as_json(booked), {"booked_for"}, read_moved);
    expect_attacks_refused(as_json(FeedbackSeen{ReferralId{1}, Welcome::neither}), {}, read_said);
}

TEST(FollowupParts, RefuseWhatIsNotWholeOrTooMuch)
{
    expect_attacks_refused(as_json(DueActed{item, CompleteItem{CompletedBecause::done}}), {}, read_acted);
    expect_attacks_refused(as_json(DueActed{item, PostponeItem{year{2028} / 3 / 1, PostponedBecause::away}}), {},
                           read_acted);
    expect_attacks_refused(as_json(DueActed{item, GiveItem{AccountCode::make("outreach-2").value()}}), {}, read_acted);
    expect_attacks_refused(
        as_json(TracingTried{item, 2, Channel::buddy, TracingOutcome::reached, TracingEnd::will_come}), {"end"},
        read_tried);
    expect_attacks_refused(as_json(ChannelAgreed{Channel::buddy}), {}, read_agreed);
}

TEST(PartnerParts, RefuseWhatIsNotWholeOrTooMuch)
{
    expect_attacks_refused(as_json(slips()), {}, read_slips);
    auto many = as_json(slips());
    many["counterfoils"] = Json::array();
    for (int each = 0; each < 51; ++each) {
        many["counterfoils"].push_back({{"counterfoil", std::string(32, 'a')}});
    }
    EXPECT_FALSE(read_slips(many));
}

TEST(ReferralParts, GoToOnePlaceOnly)
{
    auto both = as_json(made());
    both["line_service"] = "talk";
    EXPECT_FALSE(read_made(both));
}

TEST(FollowupParts, KnowNoDayThatIsNone)
{
    for (const auto* text : {"2027-02-29", "2028-2-29", "0000-00-00", "2028-02-29T00:00", "20280229"}) {
        auto json = as_json(DueActed{item, ReopenItem{}});
        json["triggered_on"] = text;
        EXPECT_FALSE(read_acted(json)) << text;
    }
}

} // namespace
} // namespace verandah::wire
