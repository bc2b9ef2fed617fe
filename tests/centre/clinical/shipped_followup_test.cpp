// SPDX-License-Identifier: Apache-2.0
// The follow-up rules, referral services and partner rules that every new centre begins with.
#include "clinic/hub/clinical/followup_file.hpp"
#include "clinic/hub/clinical/partner_file.hpp"
#include "clinic/hub/clinical/referral_file.hpp"
#include "shared/domain/followup/due_items.hpp"
#include "tests/centre/clinical/slip.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <regex>

namespace verandah::hub {
namespace {

using namespace domain;
using std::chrono::year;

std::string shipped(const std::string& name)
{
    std::ifstream file{VERANDAH_SOURCE_DIR "/assets/" + name, std::ios::binary};
    EXPECT_TRUE(file) << name;
    return {std::istreambuf_iterator<char>{file}, {}};
}

FollowupRules rules()
{
    const auto read = read_followup_rules(shipped("followup/followup.1.toml"));
    EXPECT_TRUE(read) << testing::PrintToString(test::lines_of(read));
    return read.value();
}
ReferralClocks clocks()
{
    const auto read = read_referral_clocks(shipped("referrals/referrals.1.toml"));
    EXPECT_TRUE(read) << testing::PrintToString(test::lines_of(read));
    return read.value();
}

Fact fact(std::string_view code, CentreDay on, std::optional<std::int32_t> value = std::nullopt)
{
    return {FactCode::make(code).value(), on, value};
}

/// What is still to be done, and when it is due.
std::map<std::string, CentreDay> open_items(const History& history, CentreDay today)
{
    std::map<std::string, CentreDay> open;
    for (const auto& item : due_items(rules(), history, {}, today)) {
        if (is_open(item.state)) {
            open.emplace(item.key.rule.text(), item.due);
        }
    }
    return open;
}
using Open = std::map<std::string, CentreDay>;

constexpr CentreDay first_day = year{2026} / 8 / 31;

TEST(ShippedFollowup, AsksForAnHivTestAYearLaterAndOnPrepAfterThreeMonths)
{
    History history{fact("test.hiv.taken", first_day), fact("test.hiv.negative", first_day),
                    fact("test.hiv.told", first_day)};
    EXPECT_EQ(open_items(history, first_day), (Open{{"hiv.retest", year{2027} / 8 / 31}}));

    history.push_back(fact("prep.started", first_day));
    EXPECT_EQ(open_items(history, first_day),
              (Open{{"hiv.retest_on_prep", year{2026} / 11 / 30}, {"prep.followup", year{2026} / 11 / 30}}));
}

TEST(ShippedFollowup, TakesSomebodyWithHivToTreatmentAndTestsHerNoMore)
{
    const History history{fact("test.hiv.negative", first_day), fact("test.hiv.told", first_day),
                          fact("test.hiv.positive", year{2026} / 9 / 30), fact("test.hiv.told", year{2026} / 9 / 30)};
    EXPECT_EQ(open_items(history, year{2026} / 9 / 30), (Open{{"hiv.art", year{2026} / 10 / 7}}));
}

TEST(ShippedFollowup, TellsEveryResult)
{
    const auto open = open_items({fact("test.ng.positive", first_day), fact("test.ct.negative", first_day)}, first_day);
    EXPECT_EQ(open, (Open{{"result.ct", first_day}, {"result.ng", first_day}}));
    EXPECT_EQ(open_items({fact("test.ng.positive", first_day), fact("test.ng.told", first_day)}, first_day), Open{});
}

TEST(ShippedFollowup, FollowsACourseAgainstSyphilisToItsTitre)
{
    History history{fact("treated.syphilis", first_day), fact("syphilis.dose", first_day, 1)};
    EXPECT_EQ(open_items(history, first_day),
              (Open{{"syphilis.dose2", year{2026} / 9 / 7}, {"syphilis.titre", year{2027} / 2 / 28}}));

    history.push_back(fact("test.syphilis.titre", year{2026} / 9 / 2, 32)); // taken at the beginning: tells no response
    history.push_back(fact("syphilis.dose", year{2026} / 9 / 8, 2));
    EXPECT_EQ(open_items(history, year{2026} / 9 / 8),
              (Open{{"syphilis.dose3", year{2026} / 9 / 15}, {"syphilis.titre", year{2027} / 2 / 28}}));

    history.push_back(fact("syphilis.dose", year{2026} / 9 / 15, 3));
    history.push_back(fact("test.syphilis.titre", year{2027} / 3 / 1, 4));
    EXPECT_EQ(open_items(history, year{2027} / 3 / 1), Open{});
}

TEST(ShippedFollowup, TakesEarlySyphilisWithOneDose)
{
    EXPECT_EQ(open_items({fact("diagnosis.syphilis_early", first_day), fact("syphilis.dose", first_day, 1)}, first_day),
              Open{});
}

TEST(ShippedFollowup, TestsThreeMonthsAfterPepAndNotWithTheTestAtItsBeginning)
{
    const History history{fact("pep.started", first_day), fact("test.hiv.taken", first_day),
                          fact("test.hiv.negative", first_day), fact("test.hiv.told", first_day),
                          fact("pep.completed", year{2026} / 9 / 28)};
    const auto open = open_items(history, year{2026} / 9 / 28);
    EXPECT_EQ(open.at("pep.test"), (CentreDay{year{2026} / 11 / 30}));
    EXPECT_FALSE(open.contains("pep.completed"));
}

TEST(ShippedFollowup, GivesTheVaccineAgainstHepatitisBAtOneAndSixMonths)
{
    EXPECT_EQ(open_items({fact("vaccine.hbv.dose", first_day, 1)}, first_day),
              (Open{{"hbv.dose2", year{2026} / 9 / 30}, {"hbv.dose3", year{2027} / 2 / 28}}));
}

TEST(ShippedFollowup, ChasesEveryKindOfReferral)
{
    for (const auto& service : clocks().services) {
        const auto open = open_items({fact("referral.issued." + service.code.text(), first_day)}, first_day);
        ASSERT_EQ(open.size(), 1U) << service.code.view();
        EXPECT_EQ(open.begin()->first, "referral." + service.code.text());
        const auto days = days_between(first_day, open.begin()->second);
        EXPECT_EQ(days, std::chrono::ceil<std::chrono::days>(service.within)) << service.code.view();
    }
}

TEST(ShippedFollowup, HasItsWordsInEveryLanguage)
{
    const auto expect_all = [](const Words& words) {
        for (const auto* language : {"en", "hi", "ar"}) {
            EXPECT_TRUE(words.contains(language)) << words.at("en");
        }
    };
    for (const auto& rule : rules().rules) {
        expect_all(rule.label);
    }
    for (const auto& service : rules().services) {
        expect_all(service.label);
    }
    for (const auto& service : clocks().services) {
        expect_all(service.label);
        expect_all(service.slip);
    }
}

TEST(ShippedReferrals, SayNothingOfTheCauseOnTheSlip)
{
    const std::regex telling{"HIV|STI|PEP|PrEP|syphilis|violence|treatment", std::regex::icase};
    for (const auto& service : clocks().services) {
        for (const auto& [language, words] : service.slip) {
            EXPECT_FALSE(std::regex_search(words, telling)) << words;
        }
    }
}

TEST(ShippedReferrals, KeepTheClocksOfTheField)
{
    const auto within = [](std::string_view code) {
        const auto all = clocks();
        const auto* const service = all.find(ReferralServiceCode::make(code).value());
        return service == nullptr ? std::chrono::hours{0} : service->within;
    };
    EXPECT_EQ(within("art"), std::chrono::days{7});
    EXPECT_EQ(within("pep"), std::chrono::hours{72});
    EXPECT_EQ(within("syphilis"), std::chrono::hours{24});
    EXPECT_LE(within("violence"), std::chrono::hours{24});
    EXPECT_EQ(within("legal"), std::chrono::days{14});
}

TEST(ShippedProviders, AreNoneAndTheExampleIsRight)
{
    const auto text = shipped("clinical/providers.toml");
    const auto none = read_providers(text, clocks());
    ASSERT_TRUE(none) << testing::PrintToString(test::lines_of(none));
    EXPECT_TRUE(none->providers.empty());

    const auto example = read_providers(
        std::regex_replace(text.substr(text.find("# [[provider]]")), std::regex{"(^|\n)# "}, "$1"), clocks());
    ASSERT_TRUE(example) << testing::PrintToString(test::lines_of(example));
    EXPECT_EQ(example->providers.size(), 1U);
}

TEST(ShippedPartnerRules, LeaveItToHerAndHaveNoActiveIndexTesting)
{
    const auto rules = read_partner_rules(shipped("partners/partners.1.toml"));

    ASSERT_TRUE(rules) << testing::PrintToString(test::lines_of(rules));
    EXPECT_EQ(rules->modes, std::vector{PartnerMode::client});
    for (const auto& reason : rules->reasons) {
        EXPECT_EQ(reason.standing, ClinicalSource::Standing::to_confirm) << reason.code.view();
    }
}

} // namespace
} // namespace verandah::hub
