// SPDX-License-Identifier: Apache-2.0
// Totals from what is counted beside the files, and from nothing else: opened as whoever makes them will, and counted.
#include "shared/vault/counts.hpp"
#include "tests/hub/files_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::ConsentSaid;
using domain::EncounterId;
using domain::EncounterSaved;
using domain::TestId;
using domain::TestMove;
using domain::TestOutcome;
using test::code;
using enum wire::DeviceKind;
using testing::ElementsAre;
using testing::IsEmpty;

class CountedFacts : public test::FilesHouse {
protected:
    /// Those who have a fact in a period, by the name they have in it.
    using People = std::set<std::string>;

    void SetUp() override { file_ = *opened(with_her(serve(card_), card_, ConsentSaid::Answer::yes)).file; }

    void write_down(const domain::FileEvent& event) { ASSERT_EQ(write(*file_, event).status, 201); }

    void order(std::int64_t test = 1)
    {
        write_down(domain::TestOrdered{TestId{test}, code<domain::TestCode>("syphilis.rapid"),
                                       code<domain::SpecimenCode>("blood")});
    }
    void move(TestMove move, std::optional<TestOutcome> outcome = std::nullopt)
    {
        write_down(
            domain::TestMoved{TestId{1}, move, outcome ? std::optional{domain::TestResult{*outcome}} : std::nullopt});
    }
    void save(std::uint32_t revision, std::initializer_list<std::pair<const char*, const char*>> chosen,
              const std::string& why = "", std::int64_t encounter = 1)
    {
        domain::Answers answers;
        for (const auto& [field, choice] : chosen) {
            answers[code<domain::FieldCode>(field)] = std::vector{code<domain::ChoiceCode>(choice)};
        }
        const auto state = why.empty() ? EncounterSaved::State::draft : EncounterSaved::State::done;
        write_down(EncounterSaved{EncounterId{encounter}, revision, {"sti_service", 1}, state, answers, why});
    }

    /// What holds: of everything that was counted, the last of each thing, without what was taken back.
    std::vector<nlohmann::json> standing()
    {
        const vault::CountsSealer sealer{vault::counts_key(clinic_key()), vault::counts_block};
        std::map<std::pair<std::string, std::string>, nlohmann::json> last;
        std::vector<std::byte> scratch;
        for (const auto& each : recorded()) {
            const auto* of_care = std::get_if<domain::CareEvent>(&each.event);
            if (const auto* counted = of_care == nullptr ? nullptr : std::get_if<domain::FactsCounted>(of_care)) {
                const auto content = sealer.open(counted->sealed, {}, scratch).value();
                auto json = nlohmann::json::parse(
                    std::string_view{reinterpret_cast<const char*>(content.data()), content.size()});
                last.insert_or_assign({json.at("who"), json.at("thing")}, json);
            }
        }
        std::vector<nlohmann::json> standing;
        for (const auto& [thing, json] : last) {
            if (!json.at("facts").empty()) {
                standing.push_back(json);
            }
        }
        return standing;
    }
    People with(std::string_view fact, std::string_view period)
    {
        People people;
        for (const auto& counted : standing()) {
            for (const auto& each : counted.at("facts")) {
                if (each.at("code") == fact && counted.at("period") == period) {
                    people.insert(counted.at("who"));
                }
            }
        }
        return people;
    }
    std::size_t count(std::string_view fact, std::string_view period = "2026-03") { return with(fact, period).size(); }
    nlohmann::json one_with(std::string_view fact)
    {
        for (const auto& counted : standing()) {
            if (counted.at("facts").at(0).at("code") == fact) {
                return counted;
            }
        }
        return {};
    }

    /// She comes again, so many days later: everybody is signed in anew, and she is served.
    void come_back_after(std::chrono::days days)
    {
        pass(days);
        stand("console-1", domain::Role::clinician);
        opened(with_her(serve(card_), card_));
    }

    std::string card_{card('a')};
    std::optional<domain::FileId> file_;
};

TEST_F(CountedFacts, CountAResultOnceThoughItWasCorrected)
{
    order();
    move(TestMove::result, TestOutcome::positive);
    ASSERT_EQ(count("test.syphilis.positive"), 1U);

    move(TestMove::correct, TestOutcome::negative);

    EXPECT_EQ(count("test.syphilis.positive"), 0U);
    EXPECT_EQ(count("test.syphilis.negative"), 1U);
}

TEST_F(CountedFacts, CountACorrectedResultInTheMonthOfTheResult)
{
    order();
    move(TestMove::result, TestOutcome::positive);

    come_back_after(std::chrono::days{40});
    move(TestMove::correct, TestOutcome::negative);

    EXPECT_EQ(count("test.syphilis.positive", "2026-03"), 0U);
    EXPECT_EQ(count("test.syphilis.negative", "2026-03"), 1U);
    EXPECT_EQ(count("test.syphilis.negative", "2026-04"), 0U);
    EXPECT_EQ(one_with("test.syphilis.negative").at("facts").at(0).at("on"), "2026-03-03");
}

TEST_F(CountedFacts, CountNobodyAsToldTheRightResultWhoWasToldTheWrongOne)
{
    order();
    move(TestMove::result, TestOutcome::positive);
    move(TestMove::tell);
    ASSERT_EQ(count("test.syphilis.told"), 1U);

    move(TestMove::correct, TestOutcome::negative);
    EXPECT_EQ(count("test.syphilis.told"), 0U);

    move(TestMove::tell);
    EXPECT_EQ(count("test.syphilis.told"), 1U);
}

TEST_F(CountedFacts, CountNoTestThatWasCancelled)
{
    order();
    move(TestMove::take);
    ASSERT_EQ(count("test.syphilis.taken"), 1U);

    move(TestMove::cancel);

    EXPECT_EQ(count("test.syphilis.ordered"), 0U);
    EXPECT_EQ(count("test.syphilis.taken"), 0U);
}

TEST_F(CountedFacts, CountNoSampleThatWasLost)
{
    order();
    move(TestMove::take);
    move(TestMove::lose);

    EXPECT_EQ(count("test.syphilis.ordered"), 1U);
    EXPECT_EQ(count("test.syphilis.taken"), 0U);
}

TEST_F(CountedFacts, TellTwoTestsApart)
{
    order();
    order(2);

    EXPECT_EQ(standing().size(), 2U);
    EXPECT_EQ(count("test.syphilis.ordered"), 1U); // one person
}

TEST_F(CountedFacts, OfARecordAreThoseOfItsLastRevision)
{
    save(1, {{"reason", "checkup"}, {"visit", "first"}});
    save(2, {{"reason", "checkup"}, {"visit", "revisit"}});

    EXPECT_EQ(count("visit.checkup"), 1U);
    EXPECT_EQ(count("visit.first"), 0U);
    EXPECT_EQ(count("visit.revisit"), 1U);
}

TEST_F(CountedFacts, AreGoneWithARevisionThatAmountsToNothing)
{
    save(1, {{"reason", "checkup"}});
    ASSERT_EQ(count("visit.checkup"), 1U);

    save(2, {{"reason", "no_symptoms"}});

    EXPECT_THAT(standing(), IsEmpty());
}

TEST_F(CountedFacts, OfARecordThatIsCorrectedNextMonthCountInTheMonthOfTheVisit)
{
    save(1, {{"reason", "checkup"}, {"visit", "first"}});
    come_back_after(std::chrono::days{35});

    save(2, {{"reason", "checkup"}, {"visit", "revisit"}});

    EXPECT_EQ(count("visit.first", "2026-03"), 0U);
    EXPECT_EQ(count("visit.revisit", "2026-03"), 1U);
    EXPECT_EQ(count("visit.revisit", "2026-04"), 0U);
}

TEST_F(CountedFacts, AreWrittenOnlyWhenTheyChange)
{
    save(1, {{"reason", "checkup"}});
    const auto before = events();

    save(2, {{"reason", "checkup"}}); // a draft is saved as one types

    EXPECT_EQ(events() - before, 1U); // the entry alone
}

TEST_F(CountedFacts, CarryAgeAndGroupAsTheyWereGiven)
{
    save(1, {{"reason", "checkup"}, {"group", "woman"}, {"age", "25_29"}});
    order();

    const auto ordered = one_with("test.syphilis.ordered");
    EXPECT_EQ(ordered.at("age"), "age.25_29");
    EXPECT_EQ(ordered.at("group"), "group.woman");
}

TEST_F(CountedFacts, CarryNoAgeThatNobodyGave)
{
    save(1, {{"reason", "checkup"}});
    order();

    EXPECT_FALSE(one_with("test.syphilis.ordered").contains("age"));
    EXPECT_FALSE(one_with("test.syphilis.ordered").contains("group"));
}

TEST_F(CountedFacts, CarryNoGroupOfWhomWouldRatherNotSayAnyMore)
{
    save(1, {{"reason", "checkup"}, {"group", "woman"}, {"age", "25_29"}});
    save(1, {{"reason", "checkup"}, {"group", "prefers_not"}}, "", 2);
    order();

    EXPECT_FALSE(one_with("test.syphilis.ordered").contains("group"));
    EXPECT_EQ(one_with("test.syphilis.ordered").at("age"), "age.25_29"); // of that she was not asked again
}

TEST_F(CountedFacts, CarryTheAgeOfTheirOwnMonth)
{
    order();
    move(TestMove::result, TestOutcome::positive);
    save(1, {{"reason", "checkup"}, {"age", "25_29"}});
    come_back_after(std::chrono::days{35});
    save(1, {{"reason", "checkup"}, {"age", "30_49"}}, "", 2);

    move(TestMove::correct, TestOutcome::negative);

    EXPECT_EQ(one_with("test.syphilis.negative").at("age"), "age.25_29");
}

TEST_F(CountedFacts, FollowNobodyFromOneMonthToTheNext)
{
    order();
    come_back_after(std::chrono::days{35});
    order(2);
    move(TestMove::take); // of the first: the same test, another month

    const auto march = with("test.syphilis.ordered", "2026-03");
    const auto april = with("test.syphilis.ordered", "2026-04");
    ASSERT_EQ(march.size(), 1U);
    ASSERT_EQ(april.size(), 1U);
    EXPECT_NE(march, april);
    std::set<std::string> things;
    for (const auto& counted : standing()) {
        things.insert(counted.at("thing"));
        EXPECT_EQ(counted.dump().find(std::to_string(file_->value())), std::string::npos);
    }
    EXPECT_EQ(things.size(), 3U);
}

} // namespace
} // namespace verandah::hub
