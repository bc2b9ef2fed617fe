// SPDX-License-Identifier: Apache-2.0
// A record at the console: opened, answered, kept, shared with a colleague; and how many touches a check-up takes.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/record_merge.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "record_states.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using domain::Role;
using domain::TestOutcome;
using test::choose;
using test::RecordHub;
using test::sample_now;
using test::Stage;
using testing::IsEmpty;
using testing::SizeIs;

domain::FieldCode field(std::string_view code)
{
    return domain::FieldCode::make(code).value();
}
domain::TestCode kind(std::string_view code)
{
    return domain::TestCode::make(code).value();
}
domain::AnswerValue chosen(std::string_view code)
{
    return std::vector{domain::ChoiceCode::make(code).value()};
}
const domain::FactCode ulcer = domain::FactCode::make("syndrome.genital_ulcer").value();

/// A console with a hub that answers at once.
struct Room {
    RecordHub hub;
    Console console{test::console_in_a_record(hub)};
    domain::Instant now{sample_now};

    void does(const RecordWish& wish) { test::does(console, hub, wish, now); }
    void pass(std::chrono::milliseconds time)
    {
        now += time;
        hub.answer(console, handle(console, TimePassed{}, now), now);
    }
    [[nodiscard]] const Record& record() const { return *console.record; }
    void answer_first_step()
    {
        for (const auto& [code, choice] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"reason", "symptoms"}, {"visit", "revisit"}, {"allergy", "penicillin"}, {"pregnancy", "no"}}) {
            does(choose(code, choice));
        }
        does(choose("syndromes", "genital_ulcer"));
    }
};

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

TEST(Record, FitsTheScreenWithoutScrollingOnEveryStepOfACheckUp)
{
    for (const auto* language : {"en", "hi", "ar"}) {
        Hand hand{language};
        for (int step = 0; step < 4; ++step) {
            hand.stage.show();
            for (const auto& target : hand.stage.rehearsal.targets()) {
                EXPECT_LE(target.rect.bottom(), 768) << language << step << target.label;
            }
            if (step == 0) {
                for (const auto& [code, choice] : std::initializer_list<std::pair<const char*, const char*>>{
                         {"reason", "checkup"}, {"visit", "revisit"}, {"allergy", "none"}, {"pregnancy", "no"}}) {
                    test::does(hand.stage.console, hand.hub, choose(code, choice));
                }
            }
            test::does(hand.stage.console, hand.hub, NextStep{});
        }
    }
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

domain::EncounterSaved of_a_colleague(const Record& record, domain::Answers answers)
{
    return {record.encounter,   record.revision + 1,
            {"sti_service", 1}, domain::EncounterSaved::State::draft,
            std::move(answers), {}};
}

TEST(Record, PutsAnswersToDifferentQuestionsTogether)
{
    Room room;
    room.does(choose("reason", "checkup"));
    room.pass(kept_after);
    auto theirs = room.record().base;
    theirs[field("pregnancy")] = chosen("no");
    room.hub.colleague_writes(of_a_colleague(room.record(), theirs));

    room.does(choose("allergy", "none"));
    room.pass(kept_after);
    room.pass(kept_after);

    EXPECT_FALSE(room.record().clash);
    const auto& saved = room.hub.file().encounters.begin()->second.saved.answers;
    EXPECT_EQ(saved.at(field("pregnancy")), chosen("no"));
    EXPECT_EQ(saved.at(field("allergy")), chosen("none"));
}

TEST(Record, ShowsBothWhenTwoAnsweredTheSameAndWritesNothingBeforeSheChose)
{
    Room room;
    room.does(choose("reason", "checkup"));
    room.pass(kept_after);
    auto theirs = room.record().base;
    theirs[field("reason")] = chosen("symptoms");
    room.hub.colleague_writes(of_a_colleague(room.record(), theirs));
    room.does(choose("reason", "follow_up"));
    room.pass(kept_after);
    ASSERT_TRUE(room.record().clash);
    room.pass(kept_after);
    EXPECT_EQ(room.hub.file().encounters.begin()->second.saved.answers.at(field("reason")), chosen("symptoms"));

    room.does(SettleClash{}); // nothing is chosen yet
    EXPECT_TRUE(room.record().clash);
    room.does(SettleField{field("reason"), Clash::Take::mine});
    room.does(SettleClash{});
    room.pass(kept_after);

    EXPECT_FALSE(room.record().clash);
    EXPECT_EQ(room.hub.file().encounters.begin()->second.saved.answers.at(field("reason")), chosen("follow_up"));
    EXPECT_THAT(room.hub.file().encounters.begin()->second.revisions, SizeIs(3));
}

TEST(Record, CanTakeTheColleaguesAnswer)
{
    Room room;
    room.does(choose("reason", "checkup"));
    room.pass(kept_after);
    auto theirs = room.record().base;
    theirs[field("reason")] = chosen("symptoms");
    room.hub.colleague_writes(of_a_colleague(room.record(), theirs));
    room.does(choose("reason", "follow_up"));
    room.pass(kept_after);

    room.does(SettleField{field("reason"), Clash::Take::theirs});
    room.does(SettleClash{});
    room.pass(kept_after);

    EXPECT_EQ(room.record().answers.at(field("reason")), chosen("symptoms"));
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

TEST(Record, CanBeBlankedWithOneKeyOnEveryState)
{
    for (auto& [name, state] : test::every_record_state()) {
        Stage stage{std::move(state)};
        const auto answer = stage.press_key({.key = ui::Key::escape});
        if (!stage.console.record || (!stage.console.record->otherwise && !stage.console.record->clash)) {
            EXPECT_EQ(answer, Answer{Wish{Cover{}}}) << name;
        }
    }
}

TEST(Record, IsReadableInEveryStateAndLanguage)
{
    for (const auto* language : {"en", "hi", "ar"}) {
        for (auto& [name, state] : test::every_record_state()) {
            const bool has_sheet = state.record && (state.record->otherwise || state.record->clash);
            Stage stage{std::move(state), language};
            stage.show();
            if (!has_sheet) { // what lies behind may stand under it
                EXPECT_THAT(stage.rehearsal.faults({}), IsEmpty()) << name << " in " << language;
            }
        }
    }
}

TEST(MergedAnswers, KeepWhatEitherHasChangedAndNameWhereBothHave)
{
    EXPECT_TRUE(rc::check("nothing of either is lost unnamed", [] {
        const auto some_answers = [] {
            domain::Answers answers;
            for (const auto* name : {"a", "b", "c", "d"}) {
                if (const int value = *rc::gen::inRange(0, 4); value > 0) {
                    answers[field(name)] = domain::Measured{value};
                }
            }
            return answers;
        };
        const auto value = [](const domain::Answers& answers, const domain::FieldCode& code) {
            const auto found = answers.find(code);
            return found == answers.end() ? std::nullopt : std::optional{found->second};
        };
        const auto base = some_answers();
        const auto mine = some_answers();
        const auto theirs = some_answers();
        const auto merged = merge(base, mine, theirs);
        for (const auto* name : {"a", "b", "c", "d"}) {
            const auto code = field(name);
            const auto after = value(merged.answers, code);
            const bool clashes = std::ranges::find(merged.clashes, code) != merged.clashes.end();
            const bool i_changed = value(mine, code) != value(base, code);
            const bool they_changed = value(theirs, code) != value(base, code);
            RC_ASSERT(!i_changed || after == value(mine, code));
            RC_ASSERT(!they_changed || clashes || after == value(theirs, code));
            RC_ASSERT(!clashes || (i_changed && they_changed && value(mine, code) != value(theirs, code)));
        }
    }));
}

} // namespace
} // namespace verandah::console
