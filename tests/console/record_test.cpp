// SPDX-License-Identifier: Apache-2.0
// A record at the console: opened, answered, kept; and how many touches a check-up takes.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "record_room.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using domain::Role;
using domain::TestOutcome;
using test::choose;
using test::chosen;
using test::field;
using test::kind;
using test::RecordHub;
using test::Room;
using test::sample_now;
using test::Stage;
using testing::IsEmpty;
using testing::SizeIs;

const domain::FactCode ulcer = domain::FactCode::make("syndrome.genital_ulcer").value();

/// Somebody's hand on the screen: every touch and key is counted.
struct Hand {
    RecordHub hub;
    Stage stage;
    int count{0};

    explicit Hand(const char* language = "en") : stage{test::console_in_a_record(hub), language} {}

    void take(const Answer& answer, std::string_view what)
    {
        ASSERT_TRUE(answer) << what;
        ++count;
        hub.answer(stage.console, handle(stage.console, *answer, sample_now));
    }
    void touch(std::string_view label) { take(stage.press(label), label); }
    void key(ui::Key key) { take(stage.press_key({.key = key}), "a key"); }
    void digit(char32_t digit) { take(stage.press_letter(digit), "a digit"); }
};

TEST(Record, IsAPageOnlyForWhoMayReadRecords)
{
    for (const auto role : domain::every_role) {
        auto console = test::console_with(test::busy_line(), test::signed_in(role));
        static_cast<void>(handle(console, Wish{ShowPage{Page::record}}, sample_now));
        EXPECT_EQ(console.page == Page::record, domain::may(role, domain::Right::record_read)) << domain::word(role);
        EXPECT_EQ(console.record.has_value(), domain::may(role, domain::Right::record_read)) << domain::word(role);
    }
}

TEST(Record, TakesAFullCheckUpInAtMost25Touches)
{
    Hand hand;
    for (const auto* label : {"Quarterly check-up",
                              "Came before",
                              "None known",
                              "Not pregnant",
                              "Syphilis rapid",
                              "negative",
                              "HIV",
                              "Non-reactive",
                              "Gonorrhoea and chlamydia",
                              "Vaginal or cervical swab",
                              "Next: Ask and look",
                              "Asked: safe",
                              "No exposure",
                              "Next: Give and teach",
                              "Condoms and lubricant",
                              "Testing and results",
                              "20",
                              "Next: Before she goes",
                              "in 3 months",
                              "I told her",
                              "Done"}) {
        hand.touch(label);
    }

    EXPECT_LE(hand.count, 25);
    EXPECT_EQ(hand.stage.console.record->stage, Record::Stage::done);
    EXPECT_THAT(hand.hub.refusals(), IsEmpty());
    const auto& file = hand.hub.file();
    ASSERT_THAT(file.encounters, SizeIs(1));
    EXPECT_EQ(file.encounters.begin()->second.saved.state, domain::EncounterSaved::State::done);
    EXPECT_THAT(file.tests, SizeIs(4));
}

TEST(Record, TakesAFullCheckUpInAtMost25Keys)
{
    using enum ui::Key;
    Hand hand;
    for (const char32_t digit : U"3211") {
        if (digit != 0) {
            hand.digit(digit);
        }
    }
    hand.key(space);  // nothing seen: on to the tests
    hand.digit(U'1'); // syphilis …
    hand.digit(U'1'); // … negative
    hand.digit(U'2'); // HIV …
    hand.digit(U'1'); // … non-reactive
    hand.digit(U'4'); // gonorrhoea and chlamydia …
    hand.digit(U'2'); // … from a swab
    hand.key(enter);
    hand.key(space); // not examined
    hand.digit(U'2');
    hand.digit(U'1');
    hand.key(enter);
    hand.digit(U'1');
    hand.digit(U'3');
    hand.key(space);
    hand.digit(U'2');
    hand.key(enter);
    hand.digit(U'4');
    hand.digit(U'T');
    hand.key(enter);

    EXPECT_LE(hand.count, 25);
    EXPECT_EQ(hand.stage.console.record->stage, Record::Stage::done);
    EXPECT_THAT(hand.hub.refusals(), IsEmpty());
    EXPECT_THAT(hand.hub.file().tests, SizeIs(4));
}

TEST(Record, OpensNothingBeforeACardOrTheVisitorsWordForToday)
{
    RecordHub hub;
    auto console = test::console_at_a_record(hub);

    EXPECT_EQ(console.record->stage, Record::Stage::card);
    test::does(console, hub, OpenWithCard{files::SecretText{std::string{"https://example.org"}}});
    EXPECT_EQ(console.record->stage, Record::Stage::card);
    EXPECT_EQ(console.record->card_is, Record::Card::not_one);
    test::does(console, hub, choose("reason", "checkup"));
    EXPECT_THAT(console.record->answers, IsEmpty());
}

TEST(Record, AsksForConsentTheFirstTimeAndKeepsWhatSheSaid)
{
    RecordHub hub;
    auto console = test::console_at_a_record(hub);
    test::does(console, hub, OpenWithCard{test::sample_card()});
    ASSERT_EQ(console.record->stage, Record::Stage::consent);

    test::does(console, hub, SayConsent{SayConsent::Said::yes});

    EXPECT_EQ(console.record->stage, Record::Stage::form);
    EXPECT_EQ(hub.file().consent->what.answer, domain::ConsentSaid::Answer::yes);
    EXPECT_TRUE(console.record->card.empty());
}

TEST(Record, WritesDownWhichWordsSheWasAskedWith)
{
    RecordHub hub;
    auto console = test::console_at_a_record(hub);
    console.knowledge.forms->consent.about.edition.version = 2;
    test::does(console, hub, OpenWithCard{test::sample_card()});

    test::does(console, hub, SayConsent{SayConsent::Said::yes});

    EXPECT_EQ(hub.file().consent->what.text_version, 2);
}

TEST(Record, WaitsWithItsQuestionUntilTheWordsForItHaveCome)
{
    RecordHub hub;
    auto console = test::console_at_a_record(hub);
    test::does(console, hub, OpenWithCard{test::sample_card()});
    const auto known = std::exchange(console.knowledge.forms, std::nullopt);

    test::does(console, hub, SayConsent{SayConsent::Said::yes});
    EXPECT_EQ(console.record->stage, Record::Stage::consent);

    console.knowledge.forms = known;
    test::does(console, hub, SayConsent{SayConsent::Said::yes});
    EXPECT_EQ(console.record->stage, Record::Stage::form);
}

TEST(Record, IsForTodayOnlyWithoutACardHoweverSheAgrees)
{
    RecordHub hub;
    auto console = test::console_at_a_record(hub);
    test::does(console, hub, OpenForToday{});

    test::does(console, hub, SayConsent{SayConsent::Said::yes});

    EXPECT_EQ(hub.file().consent->what.answer, domain::ConsentSaid::Answer::only_today);
    EXPECT_TRUE(console.record->is_of_today);
}

TEST(Record, WritesNothingWhenSheSaysNo)
{
    RecordHub hub;
    auto console = test::console_at_a_record(hub);
    test::does(console, hub, OpenWithCard{test::sample_card()});

    test::does(console, hub, SayConsent{SayConsent::Said::no});

    EXPECT_EQ(console.record->stage, Record::Stage::declined);
    EXPECT_THAT(hub.file().entries, IsEmpty());
}

TEST(Record, KeepsADraftOnceTheHandRests)
{
    Room room;
    room.does(choose("reason", "checkup"));
    EXPECT_EQ(kept(room.record()), Record::Kept::changing);
    EXPECT_THAT(room.hub.file().encounters, IsEmpty());

    room.pass(kept_after);

    EXPECT_EQ(kept(room.record()), Record::Kept::everything);
    ASSERT_THAT(room.hub.file().encounters, SizeIs(1));
    EXPECT_EQ(room.hub.file().encounters.begin()->second.saved.answers.at(field("reason")), chosen("checkup"));
}

TEST(Record, TakesUpTheDraftThatWasLeft)
{
    Room room;
    room.does(choose("reason", "checkup"));
    room.pass(kept_after);
    room.console.record.reset();

    room.hub.answer(room.console, handle(room.console, Wish{ShowPage{Page::record}}, room.now));
    room.does(OpenWithCard{test::sample_card()});

    EXPECT_EQ(room.record().stage, Record::Stage::form);
    EXPECT_EQ(room.record().answers.at(field("reason")), chosen("checkup"));
    room.does(choose("visit", "first"));
    room.pass(kept_after);
    EXPECT_THAT(room.hub.file().encounters, SizeIs(1));
    EXPECT_THAT(room.hub.refusals(), IsEmpty());
}

TEST(Record, KeepsTheDraftBeforeTheConsoleDozesOff)
{
    Room room;
    room.does(choose("reason", "checkup"));

    room.hub.answer(room.console, handle(room.console, Wish{SessionWish{LockNow{}}}, room.now), room.now);

    EXPECT_THAT(room.hub.file().encounters, SizeIs(1));
}

TEST(Record, ForgetsItselfWhenSomebodyElseStandsThere)
{
    Room room;
    room.does(choose("reason", "checkup"));

    static_cast<void>(
        handle(room.console, SessionHappening{SessionCame{test::signed_in(Role::reception, "front-1")}}, room.now));

    EXPECT_FALSE(room.console.record);
    EXPECT_FALSE(room.console.knowledge.forms);
}

TEST(Record, DoesNotGoOnWhileSomethingRequiredIsMissingAndSaysWhat)
{
    Hand hand;
    hand.touch("Next: Ask and look");

    EXPECT_EQ(hand.stage.console.record->step, 0U);
    hand.stage.show();
    EXPECT_TRUE(hand.stage.rehearsal.shows("still needed"));
}

TEST(Record, SendsAnswersAgainAfterTheHubWasAway)
{
    Room room;
    room.does(choose("reason", "checkup"));
    room.hub.lose_next();
    room.pass(kept_after);
    EXPECT_EQ(room.record().notice, RecordNotice::hub_away);

    room.pass(kept_after);

    EXPECT_THAT(room.hub.file().encounters, SizeIs(1));
}

TEST(Record, OrdersATestAndKeepsItsResult)
{
    Room room;
    room.does(ChooseTests{{kind("syphilis.rapid")}});
    ASSERT_TRUE(room.record().strip);
    room.does(ChooseResult{{TestOutcome::positive}});

    EXPECT_FALSE(room.record().strip);
    const auto& test = room.hub.file().tests.at(domain::TestId{1});
    EXPECT_EQ(test.step, domain::TestStep::resulted);
    EXPECT_EQ(test.result, domain::TestResult{TestOutcome::positive});
    EXPECT_THAT(room.hub.refusals(), IsEmpty());
}

TEST(Record, SendsASpecimenOfTwoTestsToTheLaboratory)
{
    Room room;
    room.does(ChooseTests{{kind("ng.naat"), kind("ct.naat")}});
    EXPECT_THAT(room.hub.file().tests, IsEmpty());
    room.does(ChooseSpecimen{domain::SpecimenCode::make("rectal").value()});

    EXPECT_THAT(room.hub.file().tests, SizeIs(2));
    for (const auto& [id, test] : room.hub.file().tests) {
        EXPECT_EQ(test.step, domain::TestStep::taken);
        EXPECT_EQ(test.specimen.view(), "rectal");
    }
}

TEST(Record, CallsNobodyHivPositiveBeforeThreeReactiveAssays)
{
    using domain::Reaction;
    Room room;
    room.does(ChooseTests{{kind("hiv")}});
    room.does(ReadAssay{Reaction::reactive});
    room.does(ReadAssay{Reaction::reactive});
    EXPECT_FALSE(room.hub.file().tests.at(domain::TestId{1}).result);

    room.does(ReadAssay{Reaction::reactive});

    EXPECT_EQ(room.hub.file().tests.at(domain::TestId{1}).result, domain::TestResult{TestOutcome::positive});
}

TEST(Record, LeavesOutTheFirstLineForAnAllergyAndPrescribesTheSecond)
{
    Room room;
    room.answer_first_step();
    const auto all = suggestions(room.console, room.now);
    ASSERT_THAT(all, SizeIs(1));
    ASSERT_THAT(all[0].left_out, SizeIs(1));

    room.does(PrescribeThis{ulcer, all[0].offers.front().regimen->id});

    const auto& prescribed = room.hub.file().prescriptions.at(domain::PrescriptionId{1}).prescribed;
    EXPECT_EQ(prescribed.regimen.view(), "ulcer.2");
    EXPECT_EQ(prescribed.against, "");
    EXPECT_THAT(room.hub.refusals(), IsEmpty());
}

TEST(Record, PrescribesAgainstTheGuidelineOnlyWithAReason)
{
    Room room;
    room.answer_first_step();
    const auto first = domain::RegimenCode::make("ulcer.1").value();
    room.does(PrescribeThis{ulcer, first}); // it is left out for her
    room.does(AskOtherwise{ulcer});
    room.does(ChooseOtherwise{first});
    room.does(PrescribeOtherwise{});
    EXPECT_THAT(room.hub.file().prescriptions, IsEmpty());

    room.does(TypeWhy{"tested for the allergy, there is none"});
    room.does(PrescribeOtherwise{});

    EXPECT_EQ(room.hub.file().prescriptions.at(domain::PrescriptionId{1}).prescribed.against,
              "tested for the allergy, there is none");
}

TEST(Record, GivesTheFirstDoseOnce)
{
    Room room;
    room.answer_first_step();
    room.does(PrescribeThis{ulcer, domain::RegimenCode::make("ulcer.2").value()});
    room.does(GiveDose{domain::PrescriptionId{1}});
    room.does(GiveDose{domain::PrescriptionId{1}});

    EXPECT_THAT(room.hub.file().prescriptions.at(domain::PrescriptionId{1}).doses, SizeIs(1));
    EXPECT_THAT(room.hub.refusals(), IsEmpty());
}

TEST(Record, ShowsTheHoursLeftForPep)
{
    Hand hand;
    auto& console = hand.stage.console;
    test::does(console, hand.hub, choose("exposure", "yes"));
    test::does(console, hand.hub, GiveAnswer{field("exposure_at"), domain::AnswerValue{sample_now - 26h}});
    hand.stage.show();

    EXPECT_TRUE(hand.stage.rehearsal.shows("46 h left for PEP"));
    EXPECT_TRUE(hand.stage.rehearsal.shows("Exposure 26 h ago"));
}

TEST(Record, ShowsWhatIsDueAndWhatWasBefore)
{
    for (auto& [name, state] : test::every_record_state()) {
        if (name == "ulcer") {
            EXPECT_FALSE(state.record->due.empty());
            Stage stage{std::move(state)};
            stage.show();
            EXPECT_TRUE(stage.rehearsal.shows("12 Aug 2025"));
            EXPECT_TRUE(stage.rehearsal.shows("Quarterly check-up"));
        }
    }
}

/// Something lies over the form.
bool has_sheet(const Console& console)
{
    const auto& record = console.record;
    return record && (record->otherwise || record->clash || record->visit || record->time ||
                      (record->correcting && record->correcting->sheet != Correcting::Sheet::closed));
}

TEST(Record, CanBeBlankedWithOneKeyOnEveryState)
{
    for (auto& [name, state] : test::every_record_state()) {
        Stage stage{std::move(state)};
        const auto answer = stage.press_key({.key = ui::Key::escape});
        if (!has_sheet(stage.console)) {
            EXPECT_EQ(answer, Answer{Wish{Cover{}}}) << name;
        }
    }
}

TEST(Record, IsReadableInEveryStateAndLanguage)
{
    for (const auto* language : {"en", "hi", "ar"}) {
        for (auto& [name, state] : test::every_record_state()) {
            const bool is_covered = has_sheet(state);
            Stage stage{std::move(state), language};
            stage.show();
            if (!is_covered) { // what lies behind may stand under it
                EXPECT_THAT(stage.rehearsal.faults({}), IsEmpty()) << name << " in " << language;
            }
        }
    }
}

TEST(Record, KeepsByWhichWaySheMayBeLookedFor)
{
    Room room;
    EXPECT_FALSE(agreed_channel(room.record()));
    room.does(AgreeChannel{domain::Channel::outreach_worker});
    room.does(AgreeChannel{domain::Channel::outreach_worker}); // touched twice
    room.does(AgreeChannel{domain::Channel::none});

    EXPECT_EQ(room.hub.file().channel, domain::Channel::none);
    EXPECT_EQ(std::ranges::count_if(room.hub.file().entries,
                                    [](const domain::FileEntry& entry) {
                                        return std::holds_alternative<domain::ChannelAgreed>(entry.event);
                                    }),
              2);
}

} // namespace
} // namespace verandah::console
