// SPDX-License-Identifier: Apache-2.0
// A whole story of the clinic, through the real hub: symptoms → record → treatment from the cupboard → the first dose
// of three → a partner's slip → a referral → its counterfoil comes back → the second dose is overdue → she is looked
// for and comes → closed. And reception, who tries to open it.
#include "shared/domain/care/guidance.hpp"
#include "shared/domain/followup/due_items.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "shared/wire/messages/care/care_list_messages.hpp"
#include "shared/wire/messages/care/care_rules_messages.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"
#include "shared/wire/messages/care/file_messages.hpp"
#include "shared/wire/messages/care/guidance_messages.hpp"
#include "shared/wire/messages/stock_messages.hpp"
#include "tests/faults/fake_clock.hpp"
#include "tests/hub/patient_device.hpp"
#include "tests/support/shift.hpp"

#include <gmock/gmock.h>

#include <array>

namespace verandah::test {
namespace {

using namespace domain;
using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Instant first_morning{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + 9h};

template <class Code>
Code code(std::string_view text)
{
    return Code::make(text).value();
}

RequestKey key_at(Instant at)
{
    static std::uint32_t count = 0;
    ++count;
    std::array<std::uint8_t, 10> random{}; // the first ones share their bytes with the key's version
    random[8] = static_cast<std::uint8_t>(count >> 8U);
    random[9] = static_cast<std::uint8_t>(count);
    return RequestKey::make(at, random);
}

/// A centre with a clinic: its programs are real, its clock is set by hand.
class ClinicVisit : public testing::Test {
protected:
    void SetUp() override
    {
#ifdef VERANDAH_SANITIZED
        GTEST_SKIP() << "a sanitizer and libfaketime both want to be loaded first";
#endif
        ASSERT_TRUE(std::filesystem::exists(fake_clock_library)) << "install faketime";
        clock_.emplace(first_morning);
        centre_.emplace();
        std::filesystem::create_directories(centre_->paths().root / "clinical");
        write_file(centre_->paths().root / "clinical" / "providers.toml", R"(
[[provider]]
code = "city-hospital"
name = "The city hospital"
address = "12 Station Road"
services = ["art", "counselling"]
last_checked = "2026-02-01"
)");
        centre_->serve();
        kiosk_.emplace(centre_->let_in("kiosk", "kiosk-1"));
        const auto console = centre_->let_in("console", "console-1");
        console_.emplace(wire::hub_of(console), wire::identity_of(console));
        static_cast<void>(make_staff(*console_, clock_->now()));
        reception_ = add_staff(*console_, "front-1", Role::reception, clock_->now());
        clinician_ = add_staff(*console_, "clinic-1", Role::clinician, clock_->now());
        outreach_ = add_staff(*console_, "out-1", Role::outreach_worker, clock_->now());
        verandah::test::sign_in(*console_, clinician_, clock_->now());
    }

    void pass_to(Instant at)
    {
        clock_->set(at);
        verandah::test::sign_in(*console_, clinician_, at); // a shift lasts eight hours
    }

    wire::Response post(const std::string& path, const std::string& body = "{}")
    {
        return console_->ask(
            {.method = "POST", .target = path, .idempotency_key = key_at(clock_->now()).text(), .body = body});
    }
    wire::Response at_kiosk(const std::string& path, const std::string& body)
    {
        return kiosk_->ask(
            {.method = "POST", .target = path, .idempotency_key = key_at(clock_->now()).text(), .body = body});
    }
    wire::Response get(const std::string& path) { return console_->ask({.method = "GET", .target = path}); }

    /// She comes with her card, is called and served.
    TicketId serve(const std::string& card)
    {
        const auto given = at_kiosk("/v1/check-ins", R"({"services":["nurse"],"card":")" + card + R"("})");
        const auto ticket = wire::decode_check_in_receipt(given.body).value().ticket;
        const auto path = "/v1/tickets/" + std::to_string(ticket.value());
        EXPECT_EQ(post(path + "/call", R"({"station":"room-1","reason":"here"})").status, 200);
        EXPECT_EQ(post(path + "/start").status, 200);
        return ticket;
    }
    wire::Response try_to_open(TicketId ticket, const std::string& card,
                               std::optional<ConsentSaid> consent = std::nullopt)
    {
        return post("/v1/files", wire::encode(wire::OpenFileRequest{.way = RecordRead::Way::with_her,
                                                                    .ticket = ticket,
                                                                    .card = CardCode::parse(card).value(),
                                                                    .consent = consent}));
    }
    std::string new_card()
    {
        return wire::decode_card_receipt(at_kiosk("/v1/cards", R"({"token":")" + std::string(32, 'a') + R"("})").body)
            .value()
            .card.text();
    }
    /// Her new record, to which she agrees.
    FileId open_for(TicketId ticket, const std::string& card)
    {
        return wire::decode_file_view(try_to_open(ticket, card, ConsentSaid{ConsentSaid::Answer::yes, 1}).body)
            .value()
            .file.value();
    }
    FileEntry write(FileId file, const FileEvent& event)
    {
        const auto answer = post("/v1/files/" + std::to_string(file.value()) + "/entries",
                                 wire::encode(wire::WriteEntryRequest{event}));
        EXPECT_EQ(answer.status, 201) << answer.body;
        return wire::decode_entry_receipt(answer.body).value().entry;
    }
    wire::DueList due(const std::string& query = "")
    {
        return wire::decode_due_list(get("/v1/care/due" + query).body).value();
    }
    /// What leaves the cupboard.
    std::vector<MovementId> take(const std::string& commodity, int amount)
    {
        const auto answer = post("/v1/stock/dispense",
                                 R"({"commodity":")" + commodity + R"(","amount":)" + std::to_string(amount) + "}");
        EXPECT_EQ(answer.status, 201) << answer.body;
        std::vector<MovementId> movements;
        const auto receipt = wire::decode_stock_receipt(answer.body).value();
        for (const auto& moved : receipt.movements) {
            movements.push_back(moved.movement);
        }
        return movements;
    }
    static Answers todays_answers()
    {
        const auto one = [](std::string_view choice) { return std::vector{code<ChoiceCode>(choice)}; };
        return {{code<FieldCode>("reason"), one("symptoms")},
                {code<FieldCode>("visit"), one("first")},
                {code<FieldCode>("allergy"), one("none")},
                {code<FieldCode>("pregnancy"), one("no")},
                {code<FieldCode>("syndromes"), one("genital_ulcer")},
                {code<FieldCode>("diagnosis"), one("syphilis_late")}};
    }

    std::optional<FakeClock> clock_;
    std::optional<ServedCentre> centre_;
    std::optional<PatientDevice> kiosk_;
    std::optional<wire::HttpClient> console_;
    Credentials reception_, clinician_, outreach_;
};

TEST_F(ClinicVisit, IsFollowedToItsEnd)
{
    // The cupboard has what the guideline gives.
    ASSERT_EQ(post("/v1/stock/receive",
                   R"({"commodity":"benzathine_pen.2_4miu","batch":"BP-7","expiry":"2027-03-31","amount":20})")
                  .status,
              201);
    const auto card = new_card();
    const auto ticket = serve(card);

    // She is asked first.
    ASSERT_FALSE(wire::decode_file_view(try_to_open(ticket, card).body).value().file);
    const auto file = open_for(ticket, card);

    // Today's record, and what the guideline suggests.
    const auto record = write(
        file, EncounterSaved{EncounterId{1}, 1, {"sti_service", 1}, EncounterSaved::State::done, todays_answers(), ""});
    const auto guidance = wire::decode_guidance_view(get("/v1/guidance").body).value();
    const auto& guideline = *std::ranges::find(guidance.guidelines, guidance.guideline,
                                               [](const Guideline& each) { return each.about.edition; });
    const auto suggestions = suggest(guideline, circumstances_of(record.facts));
    const auto late = std::ranges::find(suggestions, code<FactCode>("diagnosis.syphilis_late"), &Suggestion::for_what);
    ASSERT_NE(late, suggestions.end());
    ASSERT_FALSE(late->offers.empty());
    const auto& regimen = *late->offers.front().regimen;

    // A test, its result, and that she was told.
    write(file, TestOrdered{TestId{1}, code<TestCode>("syphilis.rapid"), code<SpecimenCode>("blood")});
    EXPECT_THAT(wire::decode_result_list(get("/v1/care/results?wait=awaited").body).value().rows, SizeIs(1));
    write(file, TestMoved{TestId{1}, TestMove::result, TestResult{TestOutcome::positive}});
    EXPECT_THAT(wire::decode_result_list(get("/v1/care/results?wait=awaited").body).value().rows, IsEmpty());
    EXPECT_THAT(wire::decode_result_list(get("/v1/care/results").body).value().rows, SizeIs(1));
    write(file, TestMoved{TestId{1}, TestMove::tell});
    EXPECT_THAT(wire::decode_result_list(get("/v1/care/results").body).value().rows, IsEmpty());

    // The first dose of three, out of the cupboard.
    write(file, Prescribed{PrescriptionId{1}, guidance.guideline, regimen.id, regimen.for_what, 3, ""});
    const auto first_dose = take("benzathine_pen.2_4miu", 1);
    write(file, Dispensed{PrescriptionId{1}, 1, first_dose});

    // Slips for partners, and a referral with a counterfoil.
    write(file, SlipsGiven{.reason = code<PartnerReasonCode>("syphilis_late"),
                           .look_back_days = 365,
                           .mode = PartnerMode::client,
                           .count = 2,
                           .opt_in = OptIn::offered_and_agreed,
                           .violence = ViolenceEnquiry::none_feared});
    const CounterfoilCode counterfoil{CounterfoilCode::Token{std::byte{5}, std::byte{9}}};
    write(file, ReferralMade{.referral = ReferralId{1},
                             .service = code<ReferralServiceCode>("counselling"),
                             .to = code<ProviderCode>("city-hospital"),
                             .escort = Escort::alone,
                             .issued = ReferralIssue{ReferralGround::consent, wire::hash_of(counterfoil)}});
    write(file, ChannelAgreed{Channel::outreach_worker});
    ASSERT_EQ(post("/v1/tickets/" + std::to_string(ticket.value()) + "/done").status, 200);

    // Two days later its counterfoil comes back, at a kiosk, to which nobody says what it was.
    pass_to(first_morning + 48h);
    EXPECT_EQ(at_kiosk("/v1/counterfoils/return", wire::encode(wire::ReturnCounterfoilRequest{counterfoil})).body,
              "{}");
    const auto referrals = wire::decode_referral_list(get("/v1/care/referrals").body).value();
    ASSERT_THAT(referrals.rows, SizeIs(1));
    EXPECT_TRUE(referrals.rows.front().has_come_back);
    ASSERT_EQ(
        post("/v1/files", wire::encode(wire::OpenFileRequest{.way = RecordRead::Way::to_correct, .file = file})).status,
        200);
    write(file,
          ReferralMoved{.referral = ReferralId{1}, .event = ReferralEvent::receive, .evidence = Evidence::counterfoil});
    EXPECT_EQ(wire::decode_referral_list(get("/v1/care/referrals").body).value().cascade.received.reached, 1U);

    // The second dose is overdue; an outreach worker looks for her, by the way she agreed to.
    pass_to(first_morning + 24h * 60);
    const auto overdue = due("?service=syphilis");
    const auto second = std::ranges::find(overdue.rows, code<FollowupRuleCode>("syphilis.dose2"),
                                          [](const wire::DueRow& row) { return row.item.key.rule; });
    ASSERT_NE(second, overdue.rows.end());
    EXPECT_TRUE(second->item.state == DueState::overdue || second->item.state == DueState::lost);
    EXPECT_EQ(second->channel, Channel::outreach_worker);
    ASSERT_EQ(
        post("/v1/files", wire::encode(wire::OpenFileRequest{.way = RecordRead::Way::to_trace, .file = file})).status,
        200);
    const DueActed to_nobody{second->item.key, GiveItem{code<AccountCode>("front-1")}}; // who looks for nobody
    EXPECT_EQ(
        post("/v1/files/" + std::to_string(file.value()) + "/entries", wire::encode(wire::WriteEntryRequest{to_nobody}))
            .status,
        404);
    write(file, DueActed{second->item.key, GiveItem{code<AccountCode>("out-1"), "at the tea stall"}});

    // She sees how to find her and nothing of what for, and tells that she will come.
    verandah::test::sign_in(*console_, outreach_, clock_->now());
    EXPECT_EQ(get("/v1/care/due").status, 403);
    const auto asked = get("/v1/tracings").body;
    EXPECT_THAT(asked, testing::Not(testing::HasSubstr("syphilis")));
    const auto hers = wire::decode_tracing_list(asked).value();
    ASSERT_THAT(hers.rows, SizeIs(1));
    EXPECT_EQ(hers.rows.front().asked.words, "at the tea stall");
    const auto tell = "/v1/tracings/" + std::to_string(hers.rows.front().tracing.value()) + "/tell";
    ASSERT_EQ(post(tell, wire::encode(wire::TracingAnswer{TracingOutcome::reached, TracingEnd::will_come})).status,
              200);

    // The clinician writes it down, and nobody is to be looked for any more.
    verandah::test::sign_in(*console_, clinician_, clock_->now());
    const auto told = due("?told=waiting");
    ASSERT_THAT(told.rows, SizeIs(1));
    const auto& answer = told.rows.front().with_worker.value().told.value();
    ASSERT_EQ(
        post("/v1/files", wire::encode(wire::OpenFileRequest{.way = RecordRead::Way::to_trace, .file = file})).status,
        200);
    write(file, TracingTried{second->item.key, 1, Channel::outreach_worker, answer.answer.outcome, answer.answer.end,
                             TracingAnswerId{told.rows.front().item.tracing.value(), answer.number}});
    EXPECT_THAT(due("?told=waiting").rows, IsEmpty());
    verandah::test::sign_in(*console_, outreach_, clock_->now());
    EXPECT_THAT(wire::decode_tracing_list(get("/v1/tracings").body).value().rows, IsEmpty());
    verandah::test::sign_in(*console_, clinician_, clock_->now());

    // She comes, gets it, and nothing of it is due any more.
    const auto again = serve(card);
    const auto view = wire::decode_file_view(try_to_open(again, card).body).value();
    EXPECT_EQ(view.file, file);
    write(file, Dispensed{PrescriptionId{1}, 2, take("benzathine_pen.2_4miu", 1)});
    for (const auto& row : due("?service=syphilis").rows) {
        EXPECT_NE(row.item.key.rule, code<FollowupRuleCode>("syphilis.dose2"));
    }

    // Reception sees none of it.
    verandah::test::sign_in(*console_, reception_, clock_->now());
    EXPECT_EQ(try_to_open(again, card).status, 403);
    EXPECT_EQ(get("/v1/care/due").status, 403);
    EXPECT_EQ(get("/v1/files/" + std::to_string(file.value())).status, 403);
    EXPECT_EQ(centre_->end().status, 0);
}

TEST_F(ClinicVisit, GoesOnWithinTheHouseToWhereSheWasReferred)
{
    const auto card = new_card();
    const auto ticket = serve(card);
    const auto file = open_for(ticket, card);
    write(file, ReferralMade{.referral = ReferralId{1},
                             .service = code<ReferralServiceCode>("counselling"),
                             .to = code<ServiceCode>("talk"),
                             .escort = Escort::alone,
                             .issued = ReferralIssue{ReferralGround::consent}});
    const auto listed = get("/v1/care/referrals").body;
    EXPECT_THAT(listed, testing::HasSubstr(R"("line_service":"talk")"));
    EXPECT_EQ(wire::decode_referral_list(listed).value().rows.front().referral.to,
              ReferralDestination{code<ServiceCode>("talk")});

    // The nurse is finished with her; the counsellor's room calls her next.
    const auto path = "/v1/tickets/" + std::to_string(ticket.value());
    ASSERT_EQ(
        post(path + "/send-on", wire::encode(wire::SendOnRequest{code<ServiceCode>("talk"), SendOn::Place::by_arrival}))
            .status,
        200);
    const auto called = post("/v1/stations/room-4/call-next", R"({"if_busy":"refuse"})");
    ASSERT_EQ(called.status, 200) << called.body;
    EXPECT_EQ(wire::decode_call_receipt(called.body).value().ticket, ticket);
    ASSERT_EQ(post(path + "/start").status, 200);
    const auto view = wire::decode_file_view(try_to_open(ticket, card).body).value();
    EXPECT_EQ(view.file, file);
    write(file,
          ReferralMoved{.referral = ReferralId{1}, .event = ReferralEvent::attend, .evidence = Evidence::provider});
    EXPECT_EQ(wire::decode_referral_list(get("/v1/care/referrals").body).value().cascade.attended.reached, 1U);
    EXPECT_EQ(centre_->end().status, 0);
}

TEST_F(ClinicVisit, IsAskedHowItWasThereAndTellsItOnlyTogetherWithFourOthers)
{
    const auto card = new_card();
    const auto file = open_for(serve(card), card);
    for (int each = 1; each <= 5; ++each) {
        EXPECT_THAT(wire::decode_referral_list(get("/v1/care/referrals").body).value().opinions, IsEmpty());
        const ReferralId referral{each};
        write(file, ReferralMade{.referral = referral,
                                 .service = code<ReferralServiceCode>("art"),
                                 .to = code<ProviderCode>("city-hospital"),
                                 .escort = Escort::alone,
                                 .issued = ReferralIssue{ReferralGround::consent}});
        write(file,
              ReferralMoved{.referral = referral, .event = ReferralEvent::receive, .evidence = Evidence::visitor});
        write(file, FeedbackSeen{referral, each == 1 ? Welcome::unfriendly : Welcome::friendly});
    }
    const auto list = wire::decode_referral_list(get("/v1/care/referrals?pressing=over").body).value();
    ASSERT_THAT(list.opinions, SizeIs(1));
    EXPECT_EQ(list.opinions.front().provider, code<ProviderCode>("city-hospital"));
    EXPECT_EQ(list.opinions.front().quality, (ProviderQuality{4, 0, 1}));
    EXPECT_EQ(list.rows.front().referral.status, ReferralStatus::closed);
    EXPECT_EQ(centre_->end().status, 0);
}

TEST_F(ClinicVisit, CountsThePartnerSlipsThatComeBack)
{
    const auto card = new_card();
    const auto ticket = serve(card);
    const auto file = open_for(ticket, card);
    const auto rules = wire::decode_care_rules_view(get("/v1/care/rules").body).value();
    EXPECT_EQ(rules.partner_modes_when_violence_feared, std::vector{PartnerMode::client});
    const auto& reason = rules.partner_reasons.front();
    const CounterfoilCode one{CounterfoilCode::Token{std::byte{1}}};
    const CounterfoilCode other{CounterfoilCode::Token{std::byte{2}}};
    write(file, SlipsGiven{.reason = reason.code,
                           .look_back_days = reason.look_back_days,
                           .mode = PartnerMode::client,
                           .count = 2,
                           .opt_in = OptIn::asked_for,
                           .violence = ViolenceEnquiry::feared,
                           .counterfoils = {wire::hash_of(one), wire::hash_of(other)}});
    for (int twice = 0; twice < 2; ++twice) { // a partner may put it there again
        at_kiosk("/v1/counterfoils/return", wire::encode(wire::ReturnCounterfoilRequest{other}));
    }
    const auto view = wire::decode_file_view(get("/v1/files/" + std::to_string(file.value())).body).value();
    ASSERT_THAT(view.returned, SizeIs(1));
    EXPECT_EQ(view.returned.front().counterfoil, wire::hash_of(other));
    EXPECT_EQ(centre_->end().status, 0);
}

} // namespace
} // namespace verandah::test
