// SPDX-License-Identifier: Apache-2.0
// Check digits of other people's codes.
#include "shared/domain/care/coding.hpp"

#include <gtest/gtest.h>

#include <array>

namespace verandah::domain {
namespace {

using System = Coding::System;

constexpr std::array loinc{"20507-0", "31147-2", "24110-9", "5292-8",  "56888-1", "68961-2",
                           "5196-1",  "75410-1", "16128-1", "21613-5", "24111-7"};
constexpr std::array snomed{"9957009",  "271939006", "95589007",  "54586004",  "278851001",
                            "76272004", "165816005", "243790003", "445563009", "3457005"};

TEST(Coding, TakesTheLoincCodesInUse)
{
    for (const auto* code : loinc) {
        EXPECT_TRUE(is_well_formed({System::loinc, code})) << code;
    }
}

TEST(Coding, TakesTheSnomedCodesInUse)
{
    for (const auto* code : snomed) {
        EXPECT_TRUE(is_well_formed({System::snomed, code})) << code;
    }
}

/// Every code that differs from `code` in one digit.
template <class Try>
void with_each_slip(const std::string& code, Try take)
{
    for (std::size_t place = 0; place < code.size(); ++place) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto slip = code;
            slip[place] = digit;
            if (code[place] != '-' && slip != code) {
                take(slip);
            }
        }
    }
}

TEST(Coding, SeesEveryWrongDigit)
{
    for (const auto* code : loinc) {
        with_each_slip(code,
                       [](const std::string& slip) { EXPECT_FALSE(is_well_formed({System::loinc, slip})) << slip; });
    }
    for (const auto* code : snomed) {
        with_each_slip(code,
                       [](const std::string& slip) { EXPECT_FALSE(is_well_formed({System::snomed, slip})) << slip; });
    }
}

TEST(Coding, SeesTwoDigitsOfASnomedCodeThatChangedPlaces)
{
    for (const auto* code : snomed) {
        for (std::size_t place = 0; place + 1 < std::string_view{code}.size(); ++place) {
            std::string slip{code};
            std::swap(slip[place], slip[place + 1]);
            EXPECT_EQ(is_well_formed({System::snomed, slip}), slip == code) << slip;
        }
    }
}

TEST(Coding, RefusesWhatIsNoCodeAtAll)
{
    for (const auto* code : {"", "-", "-0", "20507", "20507-", "20507-00", "2a507-0", "20507-0 ", "123456789-0"}) {
        EXPECT_FALSE(is_well_formed({System::loinc, code})) << code;
    }
    for (const auto* code : {"", "0", "995700", "0957009", "99570 9", "9957009999999999999999"}) {
        EXPECT_FALSE(is_well_formed({System::snomed, code})) << code;
    }
    for (const auto* code : {"", "A5", "a53.9", "A53 9"}) {
        EXPECT_FALSE(is_well_formed({System::icd10, code})) << code;
    }
}

TEST(Coding, HasAWordForEachSystem)
{
    for (const auto system : {System::icd11, System::icd10, System::snomed, System::loinc}) {
        EXPECT_EQ(coding_system_from(word(system)), system);
    }
    EXPECT_EQ(coding_system_from("ICD"), std::nullopt);
}

} // namespace
} // namespace verandah::domain
