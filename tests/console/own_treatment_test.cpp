// SPDX-License-Identifier: Apache-2.0
// Something is given that the guideline has no row for: written down at the console, with a reason, and dispensed.
#include "clinic/console/flow/otherwise_view.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"
#include "record_room.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using test::Room;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using From = Otherwise::From;

const auto warts = domain::FactCode::make("syndrome.genital_warts").value();
const auto ulcer_cause = domain::FactCode::make("syndrome.genital_ulcer").value();
constexpr domain::PrescriptionId written_down{1};

/// A record in which warts were found, and the sheet on which something is written down.
struct WritingDesk : Room {
    WritingDesk()
    {
        does(test::choose("allergy", "none"));
        does(test::choose("syndromes", "genital_warts"));
    }
    void change(const std::function<void(Otherwise&)>& how)
    {
        auto changed = *console.record->otherwise;
        how(changed);
        does(ChangeOtherwise{changed});
    }
    void choose_tablets(std::string_view code, std::string_view drug, domain::Frequency frequency, int days)
    {
        change([&](Otherwise& each) {
            each.from = From::cupboard;
            each.medicine = domain::CommodityCode::make(code).value();
            each.dose = domain::DoseUnits{domain::DrugCode::make(drug).value(), "400 mg", 1};
            each.frequency = frequency;
            each.days = days;
        });
    }
    [[nodiscard]] const domain::Prescribed& prescribed() const
    {
        return hub.file().prescriptions.at(written_down).prescribed;
    }
    [[nodiscard]] bool shows(std::string_view text) const
    {
        test::Stage stage{console};
        stage.show();
        return stage.rehearsal.shows(text);
    }
};

TEST(OwnTreatment, IsWrittenDownWithWhatItIsForAndWhyAndLeavesTheCupboard)
{
    WritingDesk desk;
    const auto before = desk.hub.balance("aciclovir.400mg");
    desk.does(AskOtherwise{warts});
    desk.choose_tablets("aciclovir.400mg", "aciclovir", domain::Frequency::three_daily, 5);
    desk.does(TypeWhy{"It helped her last year"});
    desk.does(PrescribeOtherwise{});
    desk.does(GiveDose{written_down});

    EXPECT_EQ(desk.prescribed().for_what, warts);
    EXPECT_EQ(desk.prescribed().against, "It helped her last year");
    ASSERT_TRUE(desk.prescribed().own);
    EXPECT_EQ(desk.prescribed().own->units, 15);
    EXPECT_EQ(desk.hub.balance("aciclovir.400mg"), before - 15);
    EXPECT_THAT(desk.hub.file().prescriptions.at(written_down).doses, SizeIs(1));
    EXPECT_THAT(desk.hub.refusals(), IsEmpty());
    EXPECT_FALSE(desk.record().otherwise);
}

TEST(OwnTreatment, OpensOnTheCupboardWhereTheGuidelineHasNoRow)
{
    WritingDesk desk;
    desk.does(AskOtherwise{warts});
    EXPECT_EQ(desk.record().otherwise->from, From::cupboard);

    desk.does(test::choose("syndromes", "genital_ulcer"));
    desk.does(AskOtherwise{ulcer_cause});
    EXPECT_EQ(desk.record().otherwise->from, From::guideline);
}

TEST(OwnTreatment, IsNotWrittenBeforeEverythingIsSaid)
{
    WritingDesk desk;
    desk.does(AskOtherwise{});
    EXPECT_EQ(desk.record().otherwise->cause, warts); // the only one that was found
    desk.change([](Otherwise& each) { each.cause.reset(); });
    EXPECT_EQ(lacks(*desk.record().otherwise), OtherwiseLacks::cause);
    desk.change([](Otherwise& each) { each.cause = warts; });
    EXPECT_EQ(lacks(*desk.record().otherwise), OtherwiseLacks::choice);
    desk.choose_tablets("aciclovir.400mg", "aciclovir", domain::Frequency::daily, 0);
    EXPECT_EQ(lacks(*desk.record().otherwise), OtherwiseLacks::days);
    desk.change([](Otherwise& each) { each.frequency.reset(); });
    EXPECT_EQ(lacks(*desk.record().otherwise), OtherwiseLacks::frequency);
    desk.change([](Otherwise& each) { each.dose.reset(); });
    EXPECT_EQ(lacks(*desk.record().otherwise), OtherwiseLacks::units);
    desk.change([](Otherwise& each) { each.units = 3; });
    EXPECT_EQ(lacks(*desk.record().otherwise), OtherwiseLacks::words);
    desk.does(TypeOwnWords{"رشفة"});
    EXPECT_EQ(lacks(*desk.record().otherwise), OtherwiseLacks::why);
    desk.does(PrescribeOtherwise{});
    EXPECT_THAT(desk.hub.file().prescriptions, IsEmpty());

    desk.does(TypeWhy{"She cannot swallow tablets"});
    desk.does(PrescribeOtherwise{});

    EXPECT_EQ(desk.prescribed().own->words, "رشفة");
    EXPECT_EQ(desk.prescribed().own->units, 3);
}

TEST(OwnTreatment, FromElsewhereIsNamedInWordsAndTakesNothing)
{
    WritingDesk desk;
    desk.does(AskOtherwise{warts});
    desk.change([](Otherwise& each) {
        each.from = From::elsewhere;
        each.why = "Not in the table";
    });
    desk.does(TypeOwnWords{"Podophyllotoxin, twice a day, three days"});
    desk.does(PrescribeOtherwise{});
    desk.does(GiveDose{written_down});

    EXPECT_FALSE(desk.prescribed().own->commodity);
    const auto& doses = desk.hub.file().prescriptions.at(written_down).doses;
    ASSERT_THAT(doses, SizeIs(1));
    EXPECT_THAT(doses.front().dispensed.movements, IsEmpty());
    EXPECT_TRUE(desk.shows("Podophyllotoxin, twice a day, three days"));
}

TEST(OwnTreatment, AsksOnceMoreWhenTheCupboardHasTooFew)
{
    WritingDesk desk;
    desk.hub.leave("aciclovir.400mg", 14);
    desk.does(AskOtherwise{warts});
    desk.choose_tablets("aciclovir.400mg", "aciclovir", domain::Frequency::three_daily, 5);
    desk.does(TypeWhy{"It helped her last year"});
    desk.does(PrescribeOtherwise{});

    desk.does(GiveDose{written_down});

    EXPECT_THAT(desk.hub.file().prescriptions.at(written_down).doses, IsEmpty());
    EXPECT_EQ(desk.record().elsewhere, written_down);
    EXPECT_EQ(desk.hub.balance("aciclovir.400mg"), 14);
}

TEST(OwnTreatment, MayBeARowThatWasWrittenForAnotherCause)
{
    WritingDesk desk;
    desk.does(AskOtherwise{warts});
    desk.change([](Otherwise& each) { each.from = From::guideline; });
    desk.does(ChooseOtherwise{domain::RegimenCode::make("herpes.1").value()});
    desk.does(TypeWhy{"It looks like herpes, too"});
    desk.does(PrescribeOtherwise{});

    EXPECT_EQ(desk.prescribed().regimen.view(), "herpes.1");
    EXPECT_EQ(desk.prescribed().for_what, warts);
    EXPECT_FALSE(desk.prescribed().own);
    EXPECT_THAT(desk.hub.refusals(), IsEmpty());
    EXPECT_TRUE(desk.shows("Prescribed")); // a box of its own: no suggestion stands for warts
}

TEST(OwnTreatment, StandsBesideWhatTheGuidelineSuggestedForTheSameCause)
{
    WritingDesk desk;
    desk.does(test::choose("syndromes", "genital_ulcer"));
    desk.does(PrescribeThis{ulcer_cause, domain::RegimenCode::make("ulcer.1").value()});
    desk.does(AskOtherwise{ulcer_cause});
    desk.choose_tablets("aciclovir.400mg", "aciclovir", domain::Frequency::three_daily, 7);
    desk.does(TypeWhy{"She has had herpes before"});
    desk.does(PrescribeOtherwise{});

    EXPECT_THAT(desk.hub.file().prescriptions, SizeIs(2));
    constexpr domain::PrescriptionId own{2};
    EXPECT_THAT(prescribed_beside(desk.console, desk.now), ElementsAre(own)); // both are seen
    EXPECT_EQ(prescribed_for(desk.console, ulcer_cause, desk.now), written_down);
}

TEST(OwnTreatment, LeavesWhatTheGuidelineSuggestsToBePrescribedToo)
{
    WritingDesk desk;
    desk.does(test::choose("syndromes", "genital_ulcer"));
    desk.does(AskOtherwise{ulcer_cause});
    desk.choose_tablets("aciclovir.400mg", "aciclovir", domain::Frequency::three_daily, 7);
    desk.does(TypeWhy{"She has had herpes before"});
    desk.does(PrescribeOtherwise{});

    desk.does(PrescribeThis{ulcer_cause, domain::RegimenCode::make("ulcer.1").value()});

    EXPECT_THAT(desk.hub.file().prescriptions, SizeIs(2));
}

TEST(OwnTreatment, EndsNoCourseThatWasBegunForTheSameCause)
{
    test::RecordHub hub;
    const domain::CentreDay a_week_ago{std::chrono::sys_days{test::sample_day} - std::chrono::days{7}};
    test::begin_course(hub, a_week_ago);
    auto console = test::console_in_a_record(hub);
    const auto begun = courses_begun(console, test::sample_now);
    ASSERT_THAT(begun, SizeIs(1));
    const auto cause = console.record->file.prescriptions.at(begun.front()).prescribed.for_what;
    test::does(console, hub, AskOtherwise{cause});
    test::does(
        console, hub,
        ChangeOtherwise{{.cause = cause, .why = "For the itching", .from = From::elsewhere, .words = "An ointment"}});
    test::does(console, hub, PrescribeOtherwise{});

    EXPECT_THAT(console.record->file.prescriptions, SizeIs(2));
    EXPECT_EQ(courses_begun(console, test::sample_now), begun);
}

TEST(OwnTreatment, WarnsOfAnAllergyThatTheTableMindsWithThatDrug)
{
    Room room;
    room.does(test::choose("allergy", "metronidazole"));
    room.does(test::choose("syndromes", "genital_warts"));
    const domain::OwnTreatment own{
        .commodity = domain::CommodityCode::make("metronidazole.400mg").value(),
        .units = 1,
        .dose = domain::OwnDose{domain::DrugCode::make("metronidazole").value(), "400 mg", domain::Frequency::once, 1}};

    EXPECT_THAT(said_of_own(room.console, own, room.now).left_out_for,
                ElementsAre(domain::FactCode::make("allergy.metronidazole").value()));
}

TEST(OwnTreatment, OffersAllCausesOfTheFormWhereNoneWasFound)
{
    Room room;
    EXPECT_THAT(causes_found(room.console, room.now), IsEmpty());
    const auto all = causes_to_choose(room.console, room.now);
    EXPECT_GT(all.size(), 10U);

    room.does(test::choose("syndromes", "genital_warts"));
    room.does(test::choose("exposure", "yes"));

    std::vector<std::string> found;
    for (const auto& cause : causes_to_choose(room.console, room.now)) {
        found.push_back(cause.fact.text());
    }
    EXPECT_THAT(found, ElementsAre("syndrome.genital_warts", "exposure.hiv"));
}

TEST(OwnTreatment, IsTakenOnceHoweverOftenItIsPressed)
{
    WritingDesk desk;
    desk.does(AskOtherwise{warts});
    desk.change([](Otherwise& each) {
        each.from = From::elsewhere;
        each.words = "Podophyllotoxin";
        each.why = "Not in the table";
    });
    desk.does(PrescribeOtherwise{});
    desk.does(PrescribeOtherwise{});

    EXPECT_THAT(desk.hub.file().prescriptions, SizeIs(1));
}

TEST(OwnTreatment, IsRefusedAtTheConsoleWhenTheCupboardLostTheDoseMeanwhile)
{
    WritingDesk desk;
    desk.does(AskOtherwise{warts});
    desk.choose_tablets("aciclovir.400mg", "nothing_known", domain::Frequency::daily, 5);
    desk.does(TypeWhy{"It helped her last year"});

    EXPECT_FALSE(own_of(desk.console, *desk.record().otherwise));
    desk.does(PrescribeOtherwise{});
    EXPECT_THAT(desk.hub.file().prescriptions, IsEmpty());
    EXPECT_TRUE(desk.record().otherwise); // what she wrote stays on the page
}

TEST(OwnTreatment, IsReachedFromAnyStepOfTheRecord)
{
    WritingDesk desk;
    EXPECT_FALSE(desk.shows("Write it down…")); // warts are asked for on this step
    desk.console.record->step = 1;
    test::Stage stage{desk.console};

    EXPECT_EQ(stage.press("Medicine"), Answer{RecordWish{AskOtherwise{}}});
    EXPECT_EQ(stage.press("Write it down…"), Answer{RecordWish{AskOtherwise{warts}}});
}

} // namespace
} // namespace verandah::console
