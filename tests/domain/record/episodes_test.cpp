// SPDX-License-Identifier: Apache-2.0
// What belongs together, on files made by hand.
#include "shared/domain/record/episodes.hpp"

#include <gmock/gmock.h>

#include <array>

namespace verandah::domain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr CentreDay march{std::chrono::year{2026} / 3 / 3};

CentreDay later(int days)
{
    return CentreDay{std::chrono::sys_days{march} + std::chrono::days{days}};
}

/// A file as it is applied, entry by entry, whatever the rules say.
class Story {
public:
    Story& on(int day, FileEvent event, std::vector<Fact> facts = {})
    {
        const Instant at{std::chrono::sys_days{later(day)} + std::chrono::hours{12}};
        domain::apply(file_, {file_.last + 1, at, later(day), AccountCode::make("nurse-1").value(), std::move(event),
                              std::move(facts)});
        return *this;
    }
    /// A visit that amounts to one fact.
    Story& fact(int day, std::string_view code, std::optional<std::int32_t> value = std::nullopt)
    {
        const EncounterId id{std::ssize(file_.encounters) + 1};
        return on(day, EncounterSaved{id, 1, {"form", 1}, EncounterSaved::State::done, {}, {}},
                  {{FactCode::make(code).value(), later(day), value}});
    }
    Story& prescribe(int day, int number, std::string_view cause, int doses)
    {
        return on(day, Prescribed{PrescriptionId{number},
                                  {"guide", 1},
                                  RegimenCode::make("r").value(),
                                  FactCode::make(cause).value(),
                                  doses,
                                  {}});
    }
    Story& give(int day, int number, int dose, std::string_view amounts_to = "treated.syphilis")
    {
        return on(day, Dispensed{PrescriptionId{number}, dose, {}}, {{FactCode::make(amounts_to).value(), later(day)}});
    }
    Story& titre(int day, int test, std::optional<std::int32_t> dilution, TestMove move = TestMove::result)
    {
        if (move == TestMove::result) {
            on(day,
               TestOrdered{TestId{test}, TestCode::make("syphilis.rpr").value(), SpecimenCode::make("blood").value()});
        }
        std::vector<Fact> facts;
        if (dilution) {
            facts.push_back({FactCode::make("test.syphilis.titre").value(), later(day), dilution});
        }
        return on(day, TestMoved{TestId{test}, move, TestResult{TestOutcome::positive, dilution}}, facts);
    }
    [[nodiscard]] std::vector<Episode> episodes(std::span<const CounterfoilHash> returned = {}) const
    {
        return episodes_of(file_, returned);
    }

private:
    File file_;
};

TEST(Episodes, AreNoneInAnEmptyFile)
{
    EXPECT_THAT(Story{}.episodes(), IsEmpty());
}

TEST(Episodes, OfSyphilisCountTheDosesGivenOfThePlannedOnes)
{
    const auto story = Story{}.prescribe(0, 1, "diagnosis.syphilis_late", 3).give(0, 1, 1).give(7, 1, 2);
    EXPECT_THAT(story.episodes(), ElementsAre(Episode{SyphilisTreatment{later(0), later(7), 2, 3}}));
}

TEST(Episodes, OfSyphilisBeginWithADoseAndNotWithAPrescription)
{
    EXPECT_THAT(Story{}.prescribe(0, 1, "diagnosis.syphilis_late", 3).episodes(), IsEmpty());
}

TEST(Episodes, OfSyphilisAreThoseTreatmentsThatAmountToIt)
{
    EXPECT_THAT(Story{}.prescribe(0, 1, "syndrome.genital_ulcer", 1).give(0, 1, 1).episodes(), SizeIs(1));
    EXPECT_THAT(
        Story{}.prescribe(0, 1, "syndrome.urethral_discharge", 1).give(0, 1, 1, "treated.gonorrhoea").episodes(),
        IsEmpty());
    EXPECT_THAT(Story{}.prescribe(0, 1, "diagnosis.neurosyphilis", 1).give(0, 1, 1, "treated.other").episodes(),
                IsEmpty());
}

TEST(Episodes, OfSyphilisHaveTheTitresFromThreeMonthsBeforeUntilTheNext)
{
    const auto story = Story{}
                           .titre(-100, 1, 64)
                           .titre(-90, 2, 32)
                           .prescribe(0, 1, "diagnosis.syphilis_early", 1)
                           .give(0, 1, 1)
                           .titre(180, 3, 8)
                           .prescribe(400, 2, "diagnosis.syphilis_early", 1)
                           .titre(399, 4, 16)
                           .give(400, 2, 1);
    EXPECT_THAT(story.episodes(),
                ElementsAre(Episode{SyphilisTreatment{later(400), later(400), 1, 1, {{later(399), 16}}}},
                            Episode{SyphilisTreatment{later(0), later(0), 1, 1, {{later(-90), 32}, {later(180), 8}}}}));
}

TEST(Episodes, HaveATitreAsItWasCorrected)
{
    const auto treated = Story{}.prescribe(0, 1, "diagnosis.syphilis_early", 1).give(0, 1, 1).titre(5, 1, 8);
    auto corrected = treated;
    corrected.titre(6, 1, 32, TestMove::correct);
    EXPECT_THAT(corrected.episodes(),
                ElementsAre(Episode{SyphilisTreatment{later(0), later(0), 1, 1, {{later(5), 32}}}}));
    auto taken_back = treated;
    taken_back.titre(6, 1, std::nullopt, TestMove::correct);
    EXPECT_THAT(taken_back.episodes(), ElementsAre(Episode{SyphilisTreatment{later(0), later(0), 1, 1}}));
}

TEST(Episodes, OfPrepLastUntilItIsStopped)
{
    EXPECT_THAT(Story{}.fact(0, "prep.started").fact(90, "prep.continued").episodes(),
                ElementsAre(Episode{PrepTime{later(0), later(90)}}));
    EXPECT_THAT(Story{}.fact(0, "prep.started").fact(90, "prep.stopped").episodes(),
                ElementsAre(Episode{PrepTime{later(0), later(90), later(90)}}));
}

TEST(Episodes, OfPrepBeginAnewAfterItWasStopped)
{
    const auto story =
        Story{}.fact(0, "prep.started").fact(30, "prep.stopped").fact(200, "prep.started").fact(260, "prep.started");
    EXPECT_THAT(story.episodes(), ElementsAre(Episode{PrepTime{later(200), later(260)}},
                                              Episode{PrepTime{later(0), later(30), later(30)}}));
}

TEST(Episodes, OfPrepAreHeardOfWhenItGoesOnAndNotWhenOnlyItsEndIs)
{
    EXPECT_THAT(Story{}.fact(5, "prep.continued").episodes(), ElementsAre(Episode{PrepTime{later(5), later(5)}}));
    EXPECT_THAT(Story{}.fact(5, "prep.stopped").episodes(), IsEmpty());
}

TEST(Episodes, OfAVaccineAreItsDosesInARow)
{
    const auto story = Story{}
                           .fact(0, "vaccine.hbv.dose", 1)
                           .fact(30, "vaccine.hbv.dose", 2)
                           .fact(500, "vaccine.hbv.dose", 1)
                           .fact(501, "vaccine.hpv.dose", 1);
    EXPECT_THAT(story.episodes(), ElementsAre(Episode{VaccineCourse{"hpv", {{1, later(501)}}}},
                                              Episode{VaccineCourse{"hbv", {{1, later(500)}}}},
                                              Episode{VaccineCourse{"hbv", {{1, later(0)}, {2, later(30)}}}}));
}

TEST(Episodes, OfAVaccineNeedTheNumberOfADose)
{
    EXPECT_THAT(Story{}.fact(0, "vaccine.hbv.dose").episodes(), IsEmpty());
}

TEST(Episodes, OfPartnersCountTheSlipsThatCameBack)
{
    const auto printed = std::array{CounterfoilHash{std::byte{1}}, CounterfoilHash{std::byte{2}}};
    SlipsGiven slips{.reason = PartnerReasonCode::make("syphilis").value(),
                     .look_back_days = 90,
                     .mode = PartnerMode::client,
                     .count = 3,
                     .opt_in = OptIn::asked_for,
                     .violence = ViolenceEnquiry::none_feared,
                     .counterfoils = {printed.begin(), printed.end()}};
    const auto story = Story{}.on(0, slips);
    const auto came_back = std::array{printed[1], CounterfoilHash{std::byte{9}}};
    EXPECT_THAT(story.episodes(), ElementsAre(Episode{PartnerSlips{later(0), slips.reason, 3, 0}}));
    EXPECT_THAT(story.episodes(came_back), ElementsAre(Episode{PartnerSlips{later(0), slips.reason, 3, 1}}));
}

TEST(Episodes, StandWithTheLatestFirst)
{
    const auto story = Story{}
                           .fact(0, "prep.started")
                           .fact(10, "vaccine.hbv.dose", 1)
                           .prescribe(5, 1, "diagnosis.syphilis_early", 1)
                           .give(5, 1, 1)
                           .fact(20, "prep.continued");
    std::vector<CentreDay> days;
    for (const auto& episode : story.episodes()) {
        days.push_back(last_day_of(episode));
    }
    EXPECT_THAT(days, ElementsAre(later(20), later(10), later(5)));
}

} // namespace
} // namespace verandah::domain
