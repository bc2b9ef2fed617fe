// SPDX-License-Identifier: Apache-2.0
// What is said comes across as it was said; and what is not a message is refused without being repeated.
#include "shared/domain/queue/decide.hpp"
#include "tests/domain/queue/story.hpp"
#include "tests/support/line_builder.hpp"
#include "tests/wire/card_text.hpp"
#include "tests/wire/every_message.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <functional>
#include <map>
#include <set>

namespace verandah::wire {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;
using domain::Refusal;
using test::card_text;
using test::every_message;
using testing::HasSubstr;
using testing::Not;

std::string counterfoil_text()
{
    return domain::CounterfoilCode{{std::byte{7}}}.text();
}

/// One body of every kind, with everything optional in it.
const std::map<std::string_view, std::string>& examples()
{
    static const auto ticket = R"({"ticket":17,"number":47,"arrived":1,"state":"called","priority":"urgent","place":1,
        "since":2,"calls":1,"calls_to_wait":0,"wait":3,"way":4,"service":5,"steps":[{"service":"nurse","stage":"doing",
        "ready_at":9}],"station":"room-1","until":8,"undoable":"called"})";
    static const std::string entry =
        R"({"entry":2,"at":1772539200000,"day":"2026-03-03","by":"clinic-1","event":{"kind":"encounter_saved","encounter":1,
            "revision":2,"form":{"id":"sti_service","version":1},"state":"done","why":"the wrong button","answers":{
            "reason":{"choices":["symptoms"]},"weight":{"thousandths":61500},"note":{"text":"देखा"},"until":{"day":"2026-03-09"},
            "exposed":{"at":1772539100000}}},"facts":[{"code":"syndrome.genital_ulcer","on":"2026-03-03","value":1}],
            "supplies":{"condom.male":{"movements":[7,8],"beyond":-2}}})";
    static const auto alert = R"({"alert":1,"kind":"help","device":"kiosk-1","at":5})";
    static const std::map<std::string_view, std::string> all{
        {"CheckInRequest", R"({"services":["nurse"],"card":")" + card_text + R"(","priority":"urgent"})"},
        {"CheckInReceipt", R"({"ticket":17,"number":47,"people_before":4})"},
        {"CallNextRequest", R"({"if_busy":"finish_first"})"},
        {"CallThisRequest", R"({"station":"room-2","reason":"asked kindly"})"},
        {"CallReceipt",
         R"({"ticket":17,"number":47,"service":"nurse","reason":{"kind":"priority","weight":2,"minutes":16}})"},
        {"HoldRequest", R"({"minutes":10})"},
        {"SendOnRequest", R"({"service":"test","place":"first"})"},
        {"ReclassifyRequest", R"({"priority":"urgent","reason":"asked kindly"})"},
        {"EmptyRequest", "{}"},
        {"OpenFileRequest", R"({"way":"with_her","ticket":17,"file":5,"card":")" + card_text +
                                R"(","consent":{"answer":"yes","text_version":1}})"},
        {"FileView",
         R"({"file":5,"is_of_today":false,"unread":[{"entry":3}],"due":[{"rule":"hiv.retest","due":"2026-03-01",
            "state":"overdue"}],"returned":[{"counterfoil":
            "00112233445566778899aabbccddeeff","way":"kiosk","at":7}],"entries":[)" +
             entry + "]}"},
        {"ChoosePicturesRequest", R"({"pictures":"03170422"})"},
        {"WriteEntryRequest",
         R"({"event":{"kind":"test_moved","test":1,"move":"result","outcome":"positive","dilution":8}})"},
        {"EntryReceipt", entry},
        {"FileEntry", entry},
        {"TracingList", R"({"rows":[{"tracing":77,"given_at":1,"words":"at the tea stall","expected_on":"2026-03-03",
            "until":"2026-09-03","attempts":1,"told":{"number":2,"outcome":"reached","end":"will_come","at":9}}],
            "rows_in_all":1,"out_of_reach":1})"},
        {"TracingAnswer", R"({"outcome":"not_reached","end":"not_found"})"},
        {"TracingAsked",
         R"({"words":"at the tea stall","expected_on":"2026-03-03","until":"2026-09-03","attempts":2})"},
        {"DueList", R"({"counts":{"coming":0,"this_week":0,"due":0,"overdue":1,"lost":0,"expired":0,"ended":0,"done":0},
            "told":1,"workers":["out-1"],"rows_in_all":1,"rows":[{"file":5,"rule":"hiv.retest","triggered_on":"2025-03-03","service":"hiv",
            "due":"2026-03-03","overdue_on":"2026-03-31","lost_on":"2026-04-28","expires_on":"2027-03-03","state":"overdue",
            "completed_by":"test.hiv.told","completed_because":"done","postponed_because":"away","given_to":"out-1",
            "attempts":1,"tracing_end":"will_come","tracing":77,"channel":"outreach_worker",
            "with_worker":{"can_read":false,"told":{"number":1,"outcome":"informant","at":9}}}]})"},
        {"ReferralList", R"({"counts":{"overdue":1,"near":0,"in_time":0,"over":0},"rows_in_all":1,"cascade":{"issued":1,
            "accepted":{"reached":1,"median_minutes":5},"attended":{"reached":0},"received":{"reached":0}},
            "reports":[{"service":"art","issued":9,"received":[{"within_days":7,"count":3}]}],
            "opinions":[{"provider":"clinic-2","friendly":4,"neither":1,"unfriendly":0}],"rows":[{"file":5,"referral":1,"service":"art","escort":"alone","status":"declined","made_at":1,"since":2,"provider":"clinic-2",
            "clock_from":1,"ground":"consent","counterfoil":"00112233445566778899aabbccddeeff","declined":"full",
            "evidence":"phone","booked_for":"2026-03-09","welcome":"friendly","issued_at":1,"accepted_at":2,"attended_at":3,
            "received_at":4,"pressing":"overdue","until":9,"has_come_back":true,"channel":"outreach_worker"}]})"},
        {"ResultList",
         R"({"counts":{"to_tell":1,"awaited":2},"rows_in_all":1,"rows":[{"file":5,"test":1,"test_kind":"syphilis.rapid","specimen":"blood",
            "outcome":"positive","dilution":8,"is_critical":true,"since":7}]})"},
        {"ReturnCounterfoilRequest", R"({"code":")" + counterfoil_text() + R"("})"},
        {"MoveReceipt", R"({"ticket":17})"},
        {"CardRequest", R"({"token":"00112233445566778899aabbccddeeff"})"},
        {"CardReceipt", R"({"card":")" + card_text + R"("})"},
        {"ReplaceCardRequest", R"({"card":")" + card_text + R"(","token":"00112233445566778899aabbccddeeff"})"},
        {"RevokeCardRequest", R"({"card":")" + card_text + R"("})"},
        {"ForgetRequest", R"({"card":")" + card_text + R"("})"},
        {"ForgettingReceipt", R"({"outcome":"nothing_kept"})"},
        {"ForgettingRequestsView", R"({"requests":[{"request":1772539200000,"device":"kiosk-1","at":5}]})"},
        {"AlertRequest", R"({"kind":"help"})"},
        {"CentreView",
         R"({"languages":["en"],"day_boundary_hour":4,"classes":[{"code":"urgent","label":{"en":"Urgent"},
            "discipline":"urgent","weight":1}],"services":[{"code":"test","icon":"science","colour":"sky",
            "label":{"en":"A test"},"minutes":10,"skill":"lab","priority":"urgent","after":["nurse"],
            "timer":{"minutes":15,"then":"talk"}}],"stations":[{"code":"room-1","sign":"1","skills":["lab"],
            "capacity":1}],"limits":{"numbers_per_day":999,"calls_before_away":3,"call_lasts_minutes":5,
            "return_after_calls":2,"longest_hold_minutes":180,"keys_remembered_hours":24},"now":5,
            "utc_offset_minutes":330,"is_open":false,"day_is_closed":true,"opens_at":7,"supplies":[{"commodity":
            "condom.male","kind":"condom","label":{"en":"A test"},"pieces":12}]})"},
        {"LineView", std::string{R"({"sequence":9,"day":"2026-11-24","is_closed":false,"tickets":[)"} + ticket +
                         R"(],"alerts":[)" + alert + "]}"},
        {"LineChange", std::string{R"({"tickets":[)"} + ticket + R"(],"alerts":[)" + alert + "]}"},
        {"SignInRequest", R"({"account":"front-1","passphrase":"river lantern mosaic thunder","pin":"482915"})"},
        {"UnlockRequest", R"({"pin":"482915"})"},
        {"OwnPassphraseRequest",
         R"({"passphrase":"river lantern mosaic thunder","new_passphrase":"a long walk by the sea"})"},
        {"AddStaffRequest", R"({"account":"front-1","role":"reception"})"},
        {"RoleRequest", R"({"role":"crisis_team"})"},
        {"UnlockHubRequest", R"({"words":"river lantern mosaic thunder copper violin"})"},
        {"SessionView",
         R"({"hub":"open","state":"waiting_for_pin","account":"front-1","role":"reception",
            "rights":["line.see","hub.lock"],"ends_at":8,"opens_records":false,"has_own_passphrase":true,"alerts":2})"},
        {"StaffView",
         R"({"accounts":[{"account":"front-1","role":"clinician","added_at":5,"last_signed_in":7,"is_open":true,
            "opens_records":true}]})"},
        {"NewPassphrase", R"({"account":"front-1","passphrase":"river lantern mosaic thunder"})"},
        {"DevicesView",
         R"({"devices":[{"name":"kiosk-1","kind":"kiosk","added_at":5,"certificate_until":9,"is_connected":true,
            "last_seen":7}],"offers":[{"offer":2,"name":"kiosk-2","kind":"kiosk","until":9,"state":"waiting"}]})"},
        {"OfferRequest", R"({"name":"kiosk-2","kind":"kiosk"})"},
        {"EnrolmentOffer",
         R"({"offer":2,"name":"kiosk-2","kind":"kiosk","code":"ABCDE FGHIJ KLMNO PQRST UVWXYZ",
            "address":"192.168.1.10:8444","qr":"VERANDAH/1/…","until":9})"},
        {"RenameRequest", R"({"name":"kiosk-door"})"},
        {"EnrolRequest",
         R"({"secret":"ABCDEFGH","kinds":["console","board"],"request":"-----BEGIN CERTIFICATE REQUEST-----\n"})"},
        {"EnrolmentReceipt",
         R"({"name":"kiosk-2","kind":"kiosk","certificate":"-----","authority":"-----","hub_name":"localhost",
            "hub_public_key_sha256":"00ff","hub_port":8443})"},
        {"RenewalRequest", R"({"request":"-----BEGIN CERTIFICATE REQUEST-----\n"})"},
        {"RenewalReceipt", R"({"certificate":"-----BEGIN CERTIFICATE-----\n"})"},
        {"AuditView",
         R"({"deeds":[{"event":12,"at":5,"device":"console-1","staff":"desk-1","kind":"access_refused","account":"desk-2",
            "role":"reception","right":"audit.read","named_device":"kiosk-1 → kiosk-door","record":"ab00","left_out":3}],"next":12,"looked_back_to":4,
            "damaged":11})"},
        {"TotalsView",
         R"({"counted_at":5,"smallest_shown":5,"came":{"count":55},"served":{"count":40},"left":{"hidden":"small"},
            "here":{"hidden":"withheld"},"alerts":{"count":0},"middle_wait_minutes":25})"},
        {"AuditPart", R"({"csv":"time,who","deeds":1,"next":5})"},
        {"AuditCheck",
         R"({"checked_at":9,"events":9,"signed_event":7,"signed_at":5,"is_signing":true,"findings":["event 8"]})"},
        {"FormsView",
         R"({"form":{"id":"small","version":1},"forms":[{"id":"small","source":"nobody",
            "steps":[{"sections":[{"fields":[{"choices":[{"code":"a","codes":[{"code":"A53.9","system":"icd10"}],
            "facts":["visit.a"],"label":{"en":"A test"}}],"code":"reason","label":{"en":"A test"},"need":"required",
            "required_when":[],"shown_when":[],"type":"many"},{"code":"heat","fact":"heat","label":{"en":"A test"},
            "least":30000,"most":45000,"need":"optional","plausible_least":35500,"plausible_most":41000,
            "required_when":[],"shown_when":[{"amount":0,"choices":["a"],"field":"reason","is":"any_of"}],"step":100,
            "type":"amount","unit":"°C"},{"code":"note","label":{"en":"A test"},"longest":300,"need":"required_when",
            "required_when":[{"amount":39500,"choices":[],"field":"heat","is":"at_least"}],"shown_when":[],
            "type":"text"},{"code":"next","label":{"en":"A test"},"need":"optional","required_when":[],
            "shown_when":[],"type":"day","when":"from_today"},{"code":"at","label":{"en":"A test"},"need":"optional",
            "required_when":[],"shown_when":[],"type":"instant"}],"title":{"en":"A test"}}],
            "title":{"en":"A test"}}],"title":{"en":"A test"},"to_confirm":true,"version":1}],
            "test_sheet":{"id":"tests","version":2},"tests":[{"id":"tests","kinds":[{"code":"hiv","codes":[],
            "critical":["positive"],"label":{"en":"A test"},"method":"point_of_care","results":["negative",
            "positive"],"specimens":["blood"],"strategy":"hiv_three_assays","target":"hiv","titre":false}],
            "panels":[{"label":{"en":"A test"},"tests":["hiv"]}],"source":"nobody","specimens":[{"code":"blood",
            "label":{"en":"A test"}}],"to_confirm":false,"version":2}],
            "consent":{"ask":{"en":"A test"},"id":"consent","source":"nobody","to_confirm":true,"version":3}})"},
        {"GuidanceView",
         R"({"guideline":{"id":"small","version":1},"guidelines":[{"causes":[{"codes":[],"fact":"syndrome.ulcer",
            "label":{"en":"A test"}}],"circumstances":[{"codes":[],"fact":"allergy.x","label":{"en":"A test"}}],
            "id":"small","regimens":[{"careful_with":[],"drugs":[{"days":1,"dose":"2.4 MIU","doses":3,
            "drug":"penicillin","frequency":"weekly","name":{"en":"A test"},"route":"im"}],"facts":["treated.ulcer"],
            "for":"syndrome.ulcer","id":"u.1","line":1,"not_with":["allergy.x"],"note":{"en":"A test"},
            "only_with":[]}],"source":"nobody","title":{"en":"A test"},"to_confirm":true,"version":1}]})"},
        {"ReceiveStock", R"({"commodity":"condom.male","batch":"LX-22","expiry":"2028-03-31","amount":1000})"},
        {"GiveRequest", R"({"commodity":"condom.male","amount":12})"},
        {"AdjustStock", R"({"commodity":"condom.male","batch":"LX-22","amount":-4,"reason":"mistyped"})"},
        {"WasteStock", R"({"commodity":"condom.male","batch":"LX-22","amount":4,"reason":"wet"})"},
        {"CountStock", R"({"commodity":"condom.male","batch":"LX-22","found":93})"},
        {"CounterMovement", R"({"movement":17,"reason":"mistyped"})"},
        {"StockReceipt", R"({"commodity":"condom.male","movements":[{"movement":18,"batch":"LX-22","amount":-12}]})"},
        {"StockView",
         R"({"day":"2026-11-26","from":"2026-10-28","commodities":[{"commodity":"condom.male","kind":"condom",
            "label":{"en":"A test"},"unit":{"en":"A test"},"low":500,"to_give":90,"balance":100,"taken_beyond":12,
            "nearest_expiry":"2028-03-31","days_without":3,"to_confirm":false,
            "doses":[{"drug":"doxycycline","dose":"100 mg","units":1}],"warnings":["expired","low"],
            "batches":[{"batch":"LX-22","expiry":"2028-03-31","balance":90}]}]})"},
        {"MovementsView",
         R"({"movements":[{"movement":18,"kind":"countered","commodity":"condom.male","batch":"LX-22","amount":12,
            "reason":"mistyped","expiry":"2028-03-31","counters":17,"countered_by":19,"day":"2026-11-26","at":5}],
            "next":18})"},
        {"BoardView", R"({"sequence":9,"waiting":3,"calls":[{"number":47,"sign":"1","calls":2,"at":5}]})"}};
    return all;
}

/// Calls `look` with every object inside `json`, itself included, and a copy of the whole that may be changed there.
void at_every_object(const Json& json, const std::function<void(Json& whole, Json& inside)>& look)
{
    const auto flat = json.flatten();
    std::set<std::string> places{""};
    for (const auto& [pointer, value] : flat.items()) {
        for (auto parent = Json::json_pointer{pointer}.parent_pointer(); !parent.empty();
             parent = parent.parent_pointer()) {
            places.insert(parent.to_string());
        }
    }
    for (const auto& place : places) {
        auto whole = json;
        if (auto& inside = whole.at(Json::json_pointer{place}); inside.is_object()) {
            look(whole, inside);
        }
    }
}

std::string nested(std::size_t levels)
{
    return R"({"services":)" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
}

class EveryMessage : public testing::TestWithParam<test::MessageKind> {
protected:
    const std::string& example() const { return examples().at(GetParam().name); }
    [[nodiscard]] auto read(const std::string& body) const { return GetParam().read_and_write(body); }
};

TEST_P(EveryMessage, ComesAcrossAsItWasSaid)
{
    const auto again = read(example());

    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(Json::parse(*again), Json::parse(example()));
}

TEST_P(EveryMessage, IsRefusedWithAFieldThatIsNotKnownAnywhereInIt)
{
    at_every_object(Json::parse(example()), [&](Json& whole, Json& inside) {
        if (inside == Json{{"en", "Urgent"}} || inside == Json{{"en", "A test"}}) {
            return; // words by language: any language may be there
        }
        inside["canary"] = "canary";
        const auto refused = read(whole.dump());
        ASSERT_FALSE(refused) << whole;
        EXPECT_EQ(refused.error().why, Refusal::Why::invalid_input);
        EXPECT_THAT(refused.error().detail, Not(HasSubstr("canary")));
    });
}

bool is_numbers(const Json& value)
{
    return value.is_array() && std::ranges::all_of(value, [](const Json& each) { return each.is_number(); });
}

TEST_P(EveryMessage, IsRefusedWhenAnyFieldIsOfAnotherShapeAndNeverRepeatsIt)
{
    at_every_object(Json::parse(example()), [&](Json& whole, Json& inside) {
        const auto fields = inside;
        for (const auto& [field, value] : fields.items()) {
            for (const auto& other : {Json("CANARY \"MZXW6YTB\""), Json(-987654321), Json(98765.4321), Json::array({7}),
                                      Json{{"canary", 1}}, Json(true), Json(1e300), Json(0xffff'ffff'ffff'ffffU)}) {
                if (other.is_boolean() && value.is_boolean()) {
                    continue;
                }
                inside[field] = other;
                if (const auto refused = read(whole.dump()); !refused) {
                    EXPECT_THAT(refused.error().detail,
                                Not(testing::AnyOf(HasSubstr("CANARY"), HasSubstr("canary"), HasSubstr("9876"))));
                } else {
                    const bool is_same_shape = is_numbers(value) && is_numbers(other);
                    EXPECT_TRUE(other.is_string() || value.is_number() || is_same_shape) << field << " as " << other;
                }
            }
            inside[field] = value;
        }
    });
}

TEST_P(EveryMessage, IsRefusedWhenItIsCutAnywhere)
{
    for (std::size_t length = 0; length + 1 < example().size(); ++length) {
        const auto refused = read(example().substr(0, length));
        ASSERT_FALSE(refused) << length;
        EXPECT_EQ(refused.error().detail, "the body is not JSON");
    }
}

TEST_P(EveryMessage, IsRefusedWithMoreAfterIt)
{
    EXPECT_FALSE(read(example() + "{}"));
}

TEST_P(EveryMessage, IsRefusedWhenItIsNoObject)
{
    for (const auto* body : {"[]", "null", "7", "\"canary\"", "true", "[{}]"}) {
        const auto refused = read(body);
        ASSERT_FALSE(refused) << body;
        EXPECT_EQ(refused.error().detail, "body has to be an object");
    }
}

TEST_P(EveryMessage, IsRefusedWithTheSameKeyTwice)
{
    const auto body = R"({"canary":1,"canary":2,)" + example().substr(1);

    const auto refused = read(body == R"({"canary":1,"canary":2,})" ? R"({"canary":1,"canary":2})" : body);

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().detail, "the body has the same key twice");
}

TEST_P(EveryMessage, IsRefusedBeyondThirtyTwoLevelsHoweverDeep)
{
    for (const std::size_t levels : {33UL, 34UL, 1'000UL, 100'000UL}) {
        const auto refused = read(nested(levels));
        ASSERT_FALSE(refused) << levels;
        EXPECT_EQ(refused.error().detail, "the body is nested too deeply") << levels;
    }
    const auto deepest = read(nested(32));
    EXPECT_TRUE(deepest || deepest.error().detail != "the body is nested too deeply");
}

TEST_P(EveryMessage, IsRefusedWithTextThatIsNotUtf8)
{
    EXPECT_FALSE(read("{\"reason\":\"\xff\xfe\"}"));
}

INSTANTIATE_TEST_SUITE_P(Wire, EveryMessage, testing::ValuesIn(every_message),
                         [](const auto& kind) { return std::string{kind.param.name}; });

TEST(CheckInRequest, IsRefusedWithMoreServicesThanAnybodyAsksFor)
{
    Json services = Json::array();
    for (int each = 0; each < 33; ++each) {
        services.push_back("service-" + std::to_string(each));
    }

    EXPECT_FALSE(decode_check_in_request(Json{{"services", services}}.dump()));
}

TEST(CheckInRequest, IsRefusedWithACardThatIsNoneWithoutRepeatingIt)
{
    const auto refused = decode_check_in_request(R"({"services":["nurse"],"card":"CANARY"})");

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().detail, "card is not a card code");
}

TEST(CallThisRequest, IsRefusedWithAReasonLongerThanTwoHundredBytes)
{
    const Json body{{"station", "room-1"}, {"reason", std::string(201, 'x')}};

    EXPECT_THAT(decode_call_this_request(body.dump()).error().detail, "reason is longer than 200 bytes");
}

TEST(RefusalMessage, ComesAcrossAsItWasSaid)
{
    using enum Refusal::Why;
    for (const auto why : {invalid_input, not_found, not_allowed, conflict}) {
        const Refusal refusal{why, "the \"reason\""};
        EXPECT_EQ(decode_refusal(encode(refusal)), refusal);
    }
}

TEST(RefusalMessage, SaysHowLongToWaitOnlyWhenWaitingHelps)
{
    const RefusalBody for_now{{Refusal::Why::not_allowed, "too soon"}, std::chrono::seconds{5}};

    EXPECT_EQ(decode_refusal_body(encode(for_now)), for_now);
    EXPECT_EQ(decode_refusal(encode(for_now)), for_now.refusal);
    EXPECT_FALSE(decode_refusal_body(encode(for_now.refusal)).wait);
    EXPECT_THAT(encode(for_now.refusal), Not(HasSubstr("wait_seconds")));
}

TEST(RefusalMessage, ThatIsNoneBecomesAConflict)
{
    for (const auto* body : {"", "{}", "<html>", R"({"error":{"why":"bored","detail":""}})",
                             R"({"error":{"why":"not_allowed","detail":"","wait_seconds":-1}})",
                             R"({"error":{"why":"not_allowed","detail":"","wait_seconds":"5"}})",
                             R"({"error":{"why":"not_allowed","detail":"","wait_seconds":1e300}})"}) {
        EXPECT_EQ(decode_refusal(body).why, Refusal::Why::conflict) << body;
    }
}

// The views of any line that a story can lead to.

TEST(LineView, OfAnyStoryComesAcrossAsItWas)
{
    EXPECT_TRUE(rc::check("decode(encode(view)) == view", [] {
        const auto ending = test::play(test::any_story(), [](const test::Turn&) {});
        LineView view{.sequence = 7, .day = ending.line.day(), .is_closed = ending.line.is_closed()};
        for (const auto& [id, ticket] : ending.line.tickets()) {
            view.tickets.push_back(view_of(ticket));
        }
        RC_ASSERT((decode_line_view(encode(view)) == view));
        RC_ASSERT((decode_line_change(encode(LineChange{view.tickets, {}})) == LineChange{view.tickets, {}}));
    }));
}

TEST(LineView, HoldsATicketThatWasSentOnAHundredTimes)
{
    auto line = test::LineBuilder{}.waiting(test::routine, 9min, {test::triage}).build();
    for (int each = 0; each < 100; ++each) {
        test::happen(line, domain::CallNext{test::room_1});
        test::happen(line, domain::Start{test::ticket_1});
        test::happen(line, domain::SendOn{test::ticket_1, each % 2 == 0 ? test::kits : test::triage});
    }
    const LineView view{.sequence = 1, .tickets = {view_of(*line.find(test::ticket_1))}};

    EXPECT_EQ(decode_line_view(encode(view)), view);
}

TEST(CentreView, OfAWholeCentreComesAcrossAsItWas)
{
    CentreView view{.centre = test::small_line_centre(), .now = test::noon};
    view.centre.languages = {"en", "hi"};
    view.opens_at = test::noon + 1h;

    EXPECT_EQ(decode_centre_view(encode(view)), view);
}

} // namespace
} // namespace verandah::wire
