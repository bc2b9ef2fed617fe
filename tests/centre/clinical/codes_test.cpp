// SPDX-License-Identifier: Apache-2.0
// Every code for export that a sexual-health clinic has to have, row by row, in the data that come with the program.
#include "clinic/hub/clinical/clinical_data.hpp"
#include "shared/domain/care/coding.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {
namespace {

using domain::Coding;
using System = Coding::System;

/// What has the code: a fact of a form or a guideline, a test, a test where it is positive or tells a titre, a
/// referral.
struct CodeRow {
    std::string_view what;
    System system;
    std::string_view code;
};

// clang-format off
constexpr std::array code_rows{
    CodeRow{"syndrome.urethral_discharge",   System::icd11,  "MF58"},
    CodeRow{"syndrome.urethral_discharge",   System::icd10,  "R36"},
    CodeRow{"syndrome.urethral_discharge",   System::snomed, "9957009"},
    CodeRow{"syndrome.vaginal_discharge",    System::icd11,  "MF3A"},
    CodeRow{"syndrome.vaginal_discharge",    System::icd10,  "N89.8"},
    CodeRow{"syndrome.vaginal_discharge",    System::snomed, "271939006"},
    CodeRow{"syndrome.genital_ulcer",        System::icd11,  "ME60.2"},
    CodeRow{"syndrome.genital_ulcer",        System::snomed, "95589007"},
    CodeRow{"syndrome.lower_abdominal_pain", System::icd11,  "MD81.12"},
    CodeRow{"syndrome.lower_abdominal_pain", System::icd10,  "R10.3"},
    CodeRow{"syndrome.lower_abdominal_pain", System::snomed, "54586004"},
    CodeRow{"syndrome.anorectal_discharge",  System::icd11,  "ME1Y"},
    CodeRow{"syndrome.anorectal_discharge",  System::snomed, "278851001"},
    CodeRow{"diagnosis.syphilis_early",      System::icd11,  "1A6Z"},
    CodeRow{"diagnosis.syphilis_early",      System::icd10,  "A53.9"},
    CodeRow{"diagnosis.syphilis_early",      System::snomed, "76272004"},
    CodeRow{"diagnosis.syphilis_late",       System::icd11,  "1A6Z"},
    CodeRow{"diagnosis.syphilis_late",       System::icd10,  "A53.9"},
    CodeRow{"diagnosis.syphilis_late",       System::snomed, "76272004"},
    CodeRow{"diagnosis.gonorrhoea",          System::icd10,  "A54.9"},
    CodeRow{"diagnosis.chlamydia",           System::icd10,  "A56.2"},
    CodeRow{"diagnosis.trichomonas",         System::icd10,  "A59.9"},
    CodeRow{"diagnosis.herpes",              System::icd11,  "1F00.Z"},
    CodeRow{"diagnosis.herpes",              System::icd10,  "A60"},
    CodeRow{"visit.checkup",                 System::icd11,  "QA08.3"},
    CodeRow{"visit.checkup",                 System::icd10,  "Z11.3"},
    CodeRow{"visit.checkup",                 System::snomed, "243790003"},
    CodeRow{"counselled.condoms",            System::icd10,  "Z70.1"},
    CodeRow{"counselled.condoms",            System::snomed, "445563009"},
    CodeRow{"test hiv, positive",            System::icd11,  "1C62.Z"},
    CodeRow{"test hiv, positive",            System::icd10,  "Z21"},
    CodeRow{"test hiv, positive",            System::snomed, "165816005"},
    CodeRow{"test hiv.lab, positive",        System::icd11,  "1C62.Z"},
    CodeRow{"test hiv.lab, positive",        System::icd10,  "Z21"},
    CodeRow{"test hiv.lab, positive",        System::snomed, "165816005"},
    CodeRow{"referral",                      System::snomed, "3457005"},
    CodeRow{"test syphilis.rpr",             System::loinc,  "20507-0"},
    CodeRow{"test syphilis.rpr, titre",      System::loinc,  "31147-2"},
    CodeRow{"test syphilis.treponemal",      System::loinc,  "24110-9"},
    CodeRow{"test syphilis.vdrl",            System::loinc,  "5292-8"},
    CodeRow{"test hiv.lab",                  System::loinc,  "56888-1"},
    CodeRow{"test hiv",                      System::loinc,  "68961-2"},
    CodeRow{"test hbv.lab",                  System::loinc,  "5196-1"},
    CodeRow{"test hbv.rapid",               System::loinc,  "75410-1"},
    CodeRow{"test hcv.antibody",            System::loinc,  "16128-1"},
    CodeRow{"test ct.naat",                  System::loinc,  "21613-5"},
    CodeRow{"test ng.naat",                  System::loinc,  "24111-7"},
};
// clang-format on

using Codes = std::map<std::string, std::set<Coding>, std::less<>>;

void add(Codes& codes, const std::string& what, const std::vector<Coding>& codings)
{
    if (!codings.empty()) {
        codes[what].insert(codings.begin(), codings.end());
    }
}

void add_form(Codes& codes, const domain::Form& form)
{
    for (const auto* field : domain::fields_of(form)) {
        const auto* kind = std::get_if<domain::ChoiceField>(&field->kind);
        for (const auto& choice : kind == nullptr ? std::vector<domain::Choice>{} : kind->choices) {
            for (const auto& fact : choice.facts) {
                add(codes, fact.text(), choice.codings);
            }
        }
    }
}

/// Of the editions in use.
Codes codes_in_use()
{
    const auto data = built_in_clinical_data();
    Codes codes;
    const auto is = [](const domain::Edition& edition) {
        return [&edition](const auto& each) { return each.about.edition == edition; };
    };
    add_form(codes, *std::ranges::find_if(data.forms, is(data.chosen.form)));
    for (const auto& cause : std::ranges::find_if(data.guidelines, is(data.chosen.guideline))->causes) {
        add(codes, cause.fact.text(), cause.codings);
    }
    for (const auto& kind : std::ranges::find_if(data.tests, is(data.chosen.tests))->kinds) {
        add(codes, "test " + kind.code.text(), kind.codings);
        add(codes, "test " + kind.code.text() + ", titre", kind.titre_codings);
        add(codes, "test " + kind.code.text() + ", positive", kind.positive_codings);
    }
    add(codes, "referral", data.referral_clocks().codings);
    return codes;
}

TEST(Codes, AreInTheDataRowByRowEachWithItsSystem)
{
    const auto codes = codes_in_use();

    for (const auto& [what, system, code] : code_rows) {
        const auto found = codes.find(what);
        ASSERT_NE(found, codes.end()) << what;
        EXPECT_TRUE(found->second.contains({system, std::string{code}})) << what << ' ' << code;
    }
}

TEST(Codes, AreNoOthersThanThose)
{
    for (const auto& [what, codings] : codes_in_use()) {
        for (const auto& coding : codings) {
            const auto is_it = [&](const CodeRow& row) {
                return row.what == what && row.system == coding.system && row.code == coding.code;
            };
            EXPECT_TRUE(std::ranges::any_of(code_rows, is_it)) << what << ' ' << coding.code;
        }
    }
}

TEST(Codes, HaveTheCheckDigitsOfTheirSystems)
{
    for (const auto& [what, system, code] : code_rows) {
        EXPECT_TRUE(domain::is_well_formed({system, std::string{code}})) << what << ' ' << code;
        if (system == System::loinc) { // any other last digit is a slip of the pen
            auto slipped = std::string{code};
            slipped.back() = slipped.back() == '9' ? '0' : static_cast<char>(slipped.back() + 1);
            EXPECT_FALSE(domain::is_well_formed({system, slipped})) << slipped;
        }
    }
}

} // namespace
} // namespace verandah::hub
