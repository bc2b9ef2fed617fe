// SPDX-License-Identifier: Apache-2.0
// The guidelines that come with the program, row by row: what is offered for what, to whom, and what is left out.
#include "clinic/hub/clinical/clinical_data.hpp"
#include "shared/domain/care/check_answers.hpp"
#include "shared/domain/care/guidance.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <set>
#include <sstream>

namespace verandah::hub {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const ClinicalData& built_in()
{
    static const auto data = built_in_clinical_data();
    return data;
}

const domain::Guideline& guideline(std::string_view id, int version)
{
    return *std::ranges::find_if(built_in().guidelines, [&](const domain::Guideline& each) {
        return each.about.edition == domain::Edition{std::string{id}, version};
    });
}

/// What one row says: "syndromic 1 | facts | regimens offered, in order | regimens left out".
struct Row {
    std::string_view id;
    int version;
    std::string_view facts;
    std::string_view offered;
    std::string_view left_out;
};

// clang-format off
constexpr std::array rows{
    Row{"syndromic", 1, "syndrome.urethral_discharge",                              "urethral.1 urethral.2 urethral.3", ""},
    Row{"syndromic", 1, "syndrome.urethral_discharge pregnancy.yes",                "urethral.1 urethral.3", "urethral.2"},
    Row{"syndromic", 1, "syndrome.urethral_discharge allergy.macrolide",            "urethral.2", "urethral.1 urethral.3"},
    Row{"syndromic", 1, "syndrome.urethral_discharge allergy.cephalosporin",        "", "urethral.1 urethral.2 urethral.3"},
    Row{"syndromic", 1, "syndrome.vaginal_discharge",                               "vaginal.1 vaginal.2", ""},
    Row{"syndromic", 1, "syndrome.vaginal_discharge sign.cervicitis",               "vaginal.cervicitis", "vaginal.1 vaginal.2"},
    Row{"syndromic", 1, "syndrome.vaginal_discharge allergy.metronidazole",         "", "vaginal.1 vaginal.2"},
    Row{"syndromic", 1, "syndrome.genital_ulcer",                                   "ulcer.1 ulcer.2", ""},
    Row{"syndromic", 1, "syndrome.genital_ulcer allergy.penicillin",                "ulcer.2", "ulcer.1"},
    Row{"syndromic", 1, "syndrome.genital_ulcer pregnancy.yes",                     "ulcer.1", "ulcer.2"},
    Row{"syndromic", 1, "syndrome.genital_ulcer allergy.penicillin pregnancy.yes",  "", "ulcer.1 ulcer.2"},
    Row{"syndromic", 1, "syndrome.genital_ulcer sign.vesicles",                     "ulcer.1.herpes ulcer.2.herpes", "ulcer.1 ulcer.2"},
    Row{"syndromic", 1, "syndrome.genital_ulcer sign.vesicles allergy.penicillin",  "ulcer.2.herpes", "ulcer.1 ulcer.1.herpes ulcer.2"},
    Row{"syndromic", 1, "syndrome.lower_abdominal_pain",                            "abdominal.1", ""},
    Row{"syndromic", 1, "syndrome.lower_abdominal_pain pregnancy.yes",              "", "abdominal.1"},
    Row{"syndromic", 1, "syndrome.anorectal_discharge",                             "anorectal.1 anorectal.2", ""},
    Row{"syndromic", 1, "syndrome.anorectal_discharge sign.lgv",                    "anorectal.lgv", "anorectal.1 anorectal.2"},
    Row{"syndromic", 1, "syndrome.anorectal_discharge pregnancy.yes",               "anorectal.2", "anorectal.1"},
    Row{"syndromic", 1, "diagnosis.syphilis_early",                                 "syphilis.early.1 syphilis.early.2", ""},
    Row{"syndromic", 1, "diagnosis.syphilis_late allergy.penicillin",               "syphilis.late.2", "syphilis.late.1"},
    Row{"syndromic", 1, "diagnosis.chlamydia pregnancy.yes",                        "chlamydia.2", "chlamydia.1"},
    Row{"syndromic", 1, "diagnosis.trichomonas",                                    "trichomonas.1 trichomonas.2", ""},
    Row{"syndromic", 1, "syndrome.genital_warts",                                   "", ""},
    Row{"syndromic", 2, "diagnosis.gonorrhoea",                                     "gonorrhoea.1", ""},
    Row{"syndromic", 2, "diagnosis.gonorrhoea allergy.cephalosporin",               "", "gonorrhoea.1"},
    Row{"syndromic", 2, "diagnosis.herpes",                                         "", ""},
    Row{"syndromic", 3, "diagnosis.herpes",                                         "herpes.1", ""},
    Row{"syndromic", 3, "diagnosis.herpes pregnancy.yes allergy.penicillin",        "herpes.1", ""},
    Row{"syndromic", 3, "syndrome.urethral_discharge",                              "urethral.1 urethral.2 urethral.3 urethral.4", ""},
    Row{"syndromic", 3, "syndrome.urethral_discharge allergy.macrolide",            "urethral.2 urethral.4", "urethral.1 urethral.3"},
    Row{"syndromic", 3, "syndrome.vaginal_discharge sign.cervicitis",               "vaginal.cervicitis vaginal.cervicitis.2", "vaginal.1 vaginal.2"},
    Row{"syndromic", 3, "syndrome.vaginal_discharge sign.cervicitis pregnancy.yes", "vaginal.cervicitis", "vaginal.cervicitis.2 vaginal.1 vaginal.2"},
    Row{"syndromic", 3, "syndrome.genital_ulcer sign.vesicles allergy.penicillin",  "ulcer.2.herpes", "ulcer.1 ulcer.1.herpes ulcer.2"},
    Row{"india_kits", 1, "syndrome.urethral_discharge",                             "kit.1.urethral", ""},
    Row{"india_kits", 1, "syndrome.vaginal_discharge",                              "kit.2", ""},
    Row{"india_kits", 1, "syndrome.vaginal_discharge sign.cervicitis",              "kit.1.cervical", "kit.2"},
    Row{"india_kits", 1, "syndrome.genital_ulcer",                                  "kit.3 kit.4", ""},
    Row{"india_kits", 1, "syndrome.genital_ulcer allergy.penicillin",               "kit.4", "kit.3"},
    Row{"india_kits", 1, "syndrome.genital_ulcer sign.vesicles",                    "kit.5", "kit.3 kit.4"},
    Row{"india_kits", 1, "syndrome.lower_abdominal_pain",                           "kit.6", ""},
    Row{"india_kits", 1, "syndrome.inguinal_bubo",                                  "kit.7", ""},
};
// clang-format on

domain::Circumstances circumstances(std::string_view facts)
{
    domain::Circumstances all;
    std::istringstream words{std::string{facts}};
    for (std::string word; words >> word;) {
        all.insert(domain::FactCode::make(word).value());
    }
    return all;
}

template <class List>
std::string ids(const List& list)
{
    std::string text;
    for (const auto& each : list) {
        text += (text.empty() ? "" : " ") + each.regimen->id.text();
    }
    return text;
}

TEST(BuiltInGuidelines, OfferAndLeaveOutWhatEachRowSays)
{
    for (const auto& row : rows) {
        const auto suggestions = domain::suggest(guideline(row.id, row.version), circumstances(row.facts));
        const auto what = fmt::format("{} {}: {}", row.id, row.version, row.facts);
        if (suggestions.empty()) {
            EXPECT_EQ(row.offered, "") << what;
            EXPECT_EQ(row.left_out, "") << what;
            continue;
        }
        EXPECT_EQ(ids(suggestions.front().offers), row.offered) << what;
        auto left_out = circumstances(row.left_out);
        EXPECT_EQ(suggestions.front().left_out.size(), left_out.size()) << what << ids(suggestions.front().left_out);
    }
}

std::string dose_of(const domain::Guideline& table, std::string_view regimen, std::string_view drug)
{
    const auto* found = domain::find_regimen(table, domain::RegimenCode::make(regimen).value());
    for (const auto& each : found->drugs) {
        if (each.drug.view() == drug) {
            return each.dose;
        }
    }
    return {};
}

TEST(BuiltInGuidelines, GiveAFullGramOfCeftriaxoneForGonorrhoeaSinceTheSecondEdition)
{
    EXPECT_EQ(dose_of(guideline("syndromic", 1), "gonorrhoea.1", "ceftriaxone"), "250 mg");
    EXPECT_EQ(dose_of(guideline("syndromic", 2), "gonorrhoea.1", "ceftriaxone"), "1 g");
    EXPECT_EQ(dose_of(guideline("syndromic", 2), "urethral.1", "ceftriaxone"), "1 g");
}

TEST(BuiltInGuidelines, GiveOneDoseForEarlySyphilisAndThreeForLate)
{
    const auto doses = [](std::string_view id) {
        const auto* regimen = domain::find_regimen(guideline("syndromic", 2), domain::RegimenCode::make(id).value());
        return std::pair{regimen->drugs.front().dose, regimen->drugs.front().doses};
    };
    EXPECT_EQ(doses("syphilis.early.1"), (std::pair<std::string, int>{"2.4 MIU", 1}));
    EXPECT_EQ(doses("syphilis.late.1"), (std::pair<std::string, int>{"2.4 MIU", 3}));
}

TEST(BuiltInGuidelines, NeverGiveDoxycyclineToSomebodyPregnantNorPenicillinToSomebodyAllergic)
{
    for (const auto& table : built_in().guidelines) {
        for (const auto& regimen : table.regimens) {
            for (const auto& drug : regimen.drugs) {
                const auto is_left_out_with = [&](std::string_view fact) {
                    return std::ranges::any_of(regimen.not_with, [&](const auto& each) { return each.view() == fact; });
                };
                if (drug.drug.view() == "doxycycline") {
                    EXPECT_TRUE(is_left_out_with("pregnancy.yes")) << regimen.id.view();
                    EXPECT_TRUE(is_left_out_with("allergy.tetracycline")) << regimen.id.view();
                }
                if (drug.drug.view() == "benzathine_penicillin") {
                    EXPECT_TRUE(is_left_out_with("allergy.penicillin")) << regimen.id.view();
                }
                if (drug.drug.view() == "ceftriaxone" || drug.drug.view() == "cefixime") {
                    EXPECT_TRUE(is_left_out_with("allergy.cephalosporin")) << regimen.id.view();
                }
            }
        }
    }
}

TEST(BuiltInGuidelines, AreForYourClinicianToConfirm)
{
    for (const auto& table : built_in().guidelines) {
        EXPECT_EQ(table.about.standing, domain::ClinicalSource::Standing::to_confirm);
        EXPECT_FALSE(table.about.source.empty());
    }
}

/// Every fact that answers to the form in use can amount to.
std::set<domain::FactCode> facts_of_the_form()
{
    std::set<domain::FactCode> facts;
    for (const auto* field : domain::fields_of(built_in().form())) {
        if (const auto* kind = std::get_if<domain::ChoiceField>(&field->kind)) {
            for (const auto& choice : kind->choices) {
                facts.insert(choice.facts.begin(), choice.facts.end());
            }
        }
        if (field->fact) {
            facts.insert(*field->fact);
        }
    }
    return facts;
}

TEST(BuiltInGuidelines, AskForNothingThatTheFormCannotAnswer)
{
    const auto facts = facts_of_the_form();
    for (const auto& table : built_in().guidelines) {
        for (const auto* named : {&table.causes, &table.circumstances}) {
            for (const auto& each : *named) {
                EXPECT_TRUE(facts.contains(each.fact)) << each.fact.view();
            }
        }
    }
}

/// Gathers the texts that have no translation.
struct Missing {
    std::vector<std::string> texts;
    void look_at(const domain::Words& words)
    {
        for (const auto* language : {"hi", "ar"}) {
            if (!words.empty() && !words.contains(language)) {
                texts.push_back(words.at("en"));
            }
        }
    }
};

TEST(BuiltInForm, SaysEverythingInEveryLanguage)
{
    Missing missing;
    missing.look_at(built_in().form().title);
    for (const auto& step : built_in().form().steps) {
        missing.look_at(step.title);
        for (const auto& section : step.sections) {
            missing.look_at(section.title);
        }
    }
    for (const auto* field : domain::fields_of(built_in().form())) {
        missing.look_at(field->label);
        if (const auto* kind = std::get_if<domain::ChoiceField>(&field->kind)) {
            for (const auto& choice : kind->choices) {
                missing.look_at(choice.label);
            }
        }
    }
    EXPECT_THAT(missing.texts, IsEmpty());
}

TEST(BuiltInTests, SayEverythingInEveryLanguage)
{
    Missing missing;
    for (const auto& kind : built_in().test_sheet().kinds) {
        missing.look_at(kind.label);
    }
    for (const auto& specimen : built_in().test_sheet().specimens) {
        missing.look_at(specimen.label);
    }
    for (const auto& panel : built_in().test_sheet().panels) {
        missing.look_at(panel.label);
    }
    EXPECT_THAT(missing.texts, IsEmpty());
}

TEST(BuiltInGuidelines, SayEverythingInEveryLanguage)
{
    Missing missing;
    for (const auto& table : built_in().guidelines) {
        missing.look_at(table.title);
        for (const auto* named : {&table.causes, &table.circumstances}) {
            for (const auto& each : *named) {
                missing.look_at(each.label);
            }
        }
        for (const auto& regimen : table.regimens) {
            missing.look_at(regimen.note);
            for (const auto& drug : regimen.drugs) {
                missing.look_at(drug.name);
            }
        }
    }
    EXPECT_THAT(missing.texts, IsEmpty());
}

TEST(BuiltInTests, HaveEveryTargetOfTheField)
{
    std::set<std::string> targets;
    for (const auto& kind : built_in().test_sheet().kinds) {
        targets.insert(kind.target.text());
    }
    EXPECT_THAT(targets, ElementsAre("ct", "hbv", "hcv", "hiv", "hsv", "mg", "mpox", "ng", "syphilis", "tb", "tv"));
}

TEST(BuiltInForm, TakesAQuarterlyCheckUpOfSomebodyWell)
{
    const auto chosen = [](std::string_view code) {
        return domain::AnswerValue{std::vector{domain::ChoiceCode::make(code).value()}};
    };
    const auto field = [](std::string_view code) { return domain::FieldCode::make(code).value(); };
    constexpr domain::CentreDay today{std::chrono::year{2026} / 3 / 3};
    const domain::Answers answers{{field("reason"), chosen("checkup")},
                                  {field("visit"), chosen("revisit")},
                                  {field("allergy"), chosen("none")},
                                  {field("pregnancy"), chosen("no")}};

    EXPECT_THAT(domain::check_answers(built_in().form(), answers, today), IsEmpty());
    std::vector<std::string> facts;
    for (const auto& fact : domain::facts_of(built_in().form(), answers, today)) {
        facts.push_back(fact.code.text());
    }
    EXPECT_THAT(facts, ElementsAre("visit.checkup", "visit.revisit"));
}

} // namespace
} // namespace verandah::hub
