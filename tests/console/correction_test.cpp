// SPDX-License-Identifier: Apache-2.0
// A visit that is done, looked at and put right: with a reason, in its own edition, and beside what was there before.
#include "clinic/console/flow/record_correction.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "record_states.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using domain::EncounterId;
using test::choose;
using test::RecordHub;
using test::sample_now;
using testing::IsEmpty;
using testing::SizeIs;
using State = domain::EncounterSaved::State;

domain::FieldCode code_of(std::string_view field)
{
    return domain::FieldCode::make(field).value();
}
domain::AnswerValue the(std::string_view choice)
{
    return std::vector{domain::ChoiceCode::make(choice).value()};
}

/// Somebody's record with two earlier visits, and a hub that answers at once.
struct Desk {
    RecordHub hub;
    Console console;
    domain::Instant now{sample_now};

    Desk() : console{(test::give_past(hub), test::console_in_a_record(hub))} {}

    void does(const RecordWish& wish) { test::does(console, hub, wish, now); }
    void pass(std::chrono::milliseconds time)
    {
        now += time;
        hub.answer(console, handle(console, TimePassed{}, now), now);
    }
    void finish()
    {
        for (const auto& [field, choice] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"reason", "checkup"}, {"visit", "revisit"}, {"allergy", "none"}, {"pregnancy", "no"}}) {
            does(choose(field, choice));
        }
        for (int step = 0; step < 4; ++step) {
            does(NextStep{});
        }
        ASSERT_EQ(record().stage, Record::Stage::done);
    }
    void correct(EncounterId encounter, std::string_view reason, std::string why)
    {
        does(CorrectVisit{encounter});
        does(choose("reason", reason));
        does(AskWhyCorrected{});
        does(TypeWhyCorrected{std::move(why)});
        does(KeepCorrection{});
    }
    [[nodiscard]] const Record& record() const { return *console.record; }
    [[nodiscard]] const domain::EncounterSaved& saved(EncounterId encounter) const
    {
        return hub.file().encounters.at(encounter).saved;
    }
    [[nodiscard]] bool shows(std::string_view words) const
    {
        test::Stage stage{console};
        stage.show();
        return stage.rehearsal.shows(words);
    }
};

constexpr EncounterId august{1};
constexpr EncounterId december{2};
constexpr EncounterId today_s{3};

TEST(Correction, OfWhatWasJustDoneKeepsTheReasonInAnyScript)
{
    Desk desk;
    desk.finish();
    desk.correct(today_s, "follow_up", "पूछने पर बदला");

    EXPECT_EQ(desk.saved(today_s).answers.at(code_of("reason")), the("follow_up"));
    EXPECT_EQ(desk.saved(today_s).why, "पूछने पर बदला");
    EXPECT_EQ(desk.saved(today_s).state, State::done);
    EXPECT_EQ(desk.record().stage, Record::Stage::done);
    EXPECT_THAT(desk.hub.refusals(), IsEmpty());
    EXPECT_TRUE(desk.shows("Corrected by nurse-1, 3 Mar, 18:00: पूछने पर बदला"));
}

TEST(Correction, IsBegunAndKeptWithKeysAlone)
{
    Desk desk;
    desk.finish();
    const auto press = [&](const ui::KeyPress& key) {
        test::Stage stage{desk.console};
        if (const auto answer = stage.press_key(key)) {
            desk.hub.answer(desk.console, handle(desk.console, *answer, desk.now), desk.now);
        }
    };
    press({.key = ui::Key::character, .character = U'C'});
    ASSERT_TRUE(desk.record().correcting);
    desk.does(choose("reason", "follow_up"));
    press({.key = ui::Key::character, .character = U'K'});
    EXPECT_EQ(desk.record().correcting->sheet, Correcting::Sheet::asks_why);
    desk.does(TypeWhyCorrected{"misheard"});
    press({.key = ui::Key::enter});
    EXPECT_EQ(desk.saved(today_s).why, "misheard");
}

TEST(Correction, WritesNothingBeforeSheHasSaidWhy)
{
    Desk desk;
    desk.finish();
    desk.does(CorrectVisit{today_s});
    desk.does(choose("reason", "follow_up"));
    desk.pass(10 * kept_after);
    desk.does(AskWhyCorrected{});
    desk.does(KeepCorrection{});
    desk.does(TypeWhyCorrected{"   "});
    desk.does(KeepCorrection{});

    EXPECT_EQ(desk.saved(today_s).revision, 1U);
    EXPECT_EQ(desk.record().correcting->sheet, Correcting::Sheet::asks_why);
}

TEST(Correction, ThatChangesNothingIsNotKept)
{
    Desk desk;
    desk.finish();
    desk.does(CorrectVisit{today_s});
    desk.does(AskWhyCorrected{});
    desk.does(TypeWhyCorrected{"no reason"});
    desk.does(KeepCorrection{});
    EXPECT_EQ(desk.saved(today_s).revision, 1U);
    EXPECT_TRUE(desk.shows("Nothing is changed yet."));
}

TEST(Correction, DoesNotTakeWhatTheFormDoesNotTake)
{
    Desk desk;
    desk.does(CorrectVisit{december});
    desk.does(choose("reason", "symptoms")); // it was chosen: taken away
    desk.does(AskWhyCorrected{});
    EXPECT_EQ(desk.record().correcting->sheet, Correcting::Sheet::closed);
    EXPECT_EQ(desk.record().missing, Record::Missing::marked);
    desk.does(TypeWhyCorrected{"all the same"});
    desk.does(KeepCorrection{});
    EXPECT_EQ(desk.saved(december).revision, 1U);
    EXPECT_THAT(desk.hub.refusals(), IsEmpty());
}

TEST(Correction, OfAnEarlierVisitComesBackToTodaysForm)
{
    Desk desk;
    for (const auto& [field, choice] : std::initializer_list<std::pair<const char*, const char*>>{
             {"reason", "checkup"}, {"visit", "revisit"}, {"allergy", "none"}, {"pregnancy", "no"}}) {
        desk.does(choose(field, choice));
    }
    desk.does(NextStep{});
    desk.pass(kept_after);
    const auto answers = desk.record().answers;

    desk.correct(december, "follow_up", "it was a follow-up");

    EXPECT_EQ(desk.saved(december).answers.at(code_of("reason")), the("follow_up"));
    EXPECT_FALSE(desk.record().correcting);
    EXPECT_EQ(desk.record().encounter, today_s);
    EXPECT_EQ(desk.record().answers, answers);
    EXPECT_EQ(desk.record().step, 1U);
    desk.does(choose("exposure", "no"));
    for (int step = 0; step < 3; ++step) {
        desk.does(NextStep{});
    }
    EXPECT_EQ(desk.record().stage, Record::Stage::done);
    EXPECT_THAT(desk.hub.refusals(), IsEmpty());
}

TEST(Correction, WaitsUntilWhatSheAnsweredTodayIsKept)
{
    Desk desk;
    desk.does(choose("reason", "checkup"));
    desk.hub.lose_next();
    desk.does(CorrectVisit{december});
    EXPECT_FALSE(desk.record().correcting);

    desk.pass(kept_after);
    desk.pass(1s);

    ASSERT_TRUE(desk.record().correcting);
    EXPECT_EQ(desk.record().encounter, december);
    EXPECT_EQ(desk.saved(today_s).answers.at(code_of("reason")), the("checkup"));
}

TEST(Correction, CanBeLeftAsItWas)
{
    Desk desk;
    desk.does(choose("reason", "checkup"));
    desk.pass(kept_after);
    desk.does(CorrectVisit{december});
    desk.does(choose("reason", "follow_up"));
    desk.does(AskWhyCorrected{});
    desk.does(LeaveCorrection{}); // the question
    ASSERT_TRUE(desk.record().correcting);
    desk.does(LeaveCorrection{});

    EXPECT_FALSE(desk.record().correcting);
    EXPECT_EQ(desk.record().answers.at(code_of("reason")), the("checkup"));
    EXPECT_EQ(desk.saved(december).revision, 1U);
}

TEST(Correction, IsDoneInTheEditionTheVisitWasWrittenIn)
{
    Desk desk;
    auto& forms = *desk.console.knowledge.forms;
    auto newer = forms.forms.front();
    newer.about.edition.version = 99;
    newer.steps.erase(std::next(newer.steps.begin()), newer.steps.end());
    forms.forms.push_back(newer);
    forms.form = newer.about.edition;

    EXPECT_EQ(form_of(desk.console)->about.edition.version, 99);
    desk.does(CorrectVisit{december});
    EXPECT_EQ(form_of(desk.console)->about.edition, desk.saved(december).form);
}

TEST(Correction, IsNotPossibleInAnEditionThatIsNotKnownHere)
{
    Desk desk;
    desk.finish();
    auto& forms = *desk.console.knowledge.forms;
    forms.forms.front().about.edition.version = 99;
    desk.does(CorrectVisit{december});
    EXPECT_FALSE(desk.record().correcting);
}

TEST(Correction, IsOfWhatIsDoneAndNotOfADraft)
{
    Desk desk;
    desk.does(choose("reason", "checkup"));
    desk.pass(kept_after);
    desk.does(CorrectVisit{today_s});
    desk.does(CorrectVisit{EncounterId{77}});
    EXPECT_FALSE(desk.record().correcting);
    EXPECT_FALSE(desk.record().correct_next);
}

TEST(Correction, TouchesNothingOfToday)
{
    Desk desk;
    desk.does(CorrectVisit{december});
    desk.does(ChooseTests{{domain::TestCode::make("hiv").value()}});
    EXPECT_FALSE(desk.record().strip);
    EXPECT_FALSE(desk.shows("Guideline suggests"));
}

TEST(Correction, OfWhatAColleagueHasCorrectedMeanwhileLosesNothing)
{
    Desk desk;
    desk.does(CorrectVisit{december});
    auto theirs = desk.record().base;
    theirs[code_of("pregnancy")] = the("unknown");
    desk.hub.colleague_writes(
        domain::EncounterSaved{december, 2, desk.saved(december).form, State::done, theirs, "asked"});
    desk.does(choose("reason", "follow_up"));
    desk.does(AskWhyCorrected{});
    desk.does(TypeWhyCorrected{"misheard"});
    desk.does(KeepCorrection{});
    EXPECT_EQ(desk.record().notice, RecordNotice::merged);
    desk.does(AskWhyCorrected{});
    desk.does(KeepCorrection{});

    EXPECT_EQ(desk.saved(december).answers.at(code_of("pregnancy")), the("unknown"));
    EXPECT_EQ(desk.saved(december).answers.at(code_of("reason")), the("follow_up"));
    EXPECT_THAT(desk.hub.file().encounters.at(december).revisions, SizeIs(3));
}

TEST(Correction, IsWrittenOnceWhenTheAnswerWasLost)
{
    for (const bool is_seen_first : {false, true}) {
        Desk desk;
        desk.does(CorrectVisit{december});
        desk.does(choose("reason", "follow_up"));
        desk.does(AskWhyCorrected{});
        desk.does(TypeWhyCorrected{"misheard"});
        desk.hub.lose_next_answer();
        desk.does(KeepCorrection{});
        EXPECT_TRUE(desk.record().correcting);
        if (is_seen_first) { // the link breaks, and the file is read anew
            static_cast<void>(handle(desk.console, LinkWent{Link::reconnecting}, desk.now));
            desk.hub.answer(desk.console, handle(desk.console, LinkWent{Link::live}, desk.now), desk.now);
        }
        desk.pass(1s);

        EXPECT_FALSE(desk.record().correcting);
        EXPECT_THAT(desk.hub.file().encounters.at(december).revisions, SizeIs(2));
        EXPECT_THAT(desk.hub.refusals(), IsEmpty());
    }
}

TEST(Visit, ShowsWhatWasWrittenAndWhatWasThereBefore)
{
    Desk desk;
    desk.correct(december, "follow_up", "misheard");
    desk.does(ShowVisit{december});

    EXPECT_TRUE(desk.shows("3 Dec 2025"));
    EXPECT_TRUE(desk.shows("Vaginal discharge"));
    EXPECT_TRUE(desk.shows("Corrected by nurse-1, 3 Mar, 18:00"));
    EXPECT_TRUE(desk.shows("Follow-up (before: Symptoms)"));
    EXPECT_TRUE(desk.shows("misheard"));
}

TEST(Visit, IsOpenedFromTheTimelineAndClosedAgain)
{
    Desk desk;
    test::Stage stage{desk.console};
    const auto answer = stage.press("12 Aug 2025 Quarterly check-up");
    EXPECT_EQ(answer, Answer{Wish{RecordWish{ShowVisit{august}}}});
    desk.does(ShowVisit{august});
    EXPECT_TRUE(desk.record().visit);
    desk.does(CloseVisit{});
    EXPECT_FALSE(desk.record().visit);
}

} // namespace
} // namespace verandah::console
