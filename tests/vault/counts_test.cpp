// SPDX-License-Identifier: Apache-2.0
// Keys for totals, and the names that files have in one period.
#include "shared/vault/clinic_key.hpp"
#include "shared/vault/counts.hpp"
#include "shared/vault/hash.hpp"
#include "tests/vault/bytes.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace verandah::vault {
namespace {

TEST(Counts, OpenUnderTheSameClinicKeyOnly)
{
    const auto clinic = make_clinic_key();
    const auto content = test::bytes("test.hiv.negative");
    std::vector<std::byte> box;
    CountsSealer{counts_key(clinic), counts_block}.seal(content, {}, box);

    std::vector<std::byte> scratch;
    EXPECT_TRUE((CountsSealer{counts_key(clinic), counts_block}.open(box, {}, scratch)));
    EXPECT_FALSE((CountsSealer{counts_key(make_clinic_key()), counts_block}.open(box, {}, scratch)));
}

TEST(Counts, AreUnderAnotherKeyThanTheClinics)
{
    const auto clinic = make_clinic_key();

    EXPECT_FALSE(equal_in_constant_time(counts_key(clinic).bytes(), clinic.bytes()));
    EXPECT_FALSE(equal_in_constant_time(counts_key(clinic).bytes(), pseudonym_key(clinic).bytes()));
}

TEST(Pseudonym, IsTheSameThroughoutAPeriodAndAnotherInTheNext)
{
    const auto clinic = make_clinic_key();
    const auto key = pseudonym_key(clinic);

    EXPECT_EQ(pseudonym_of(domain::FileId{7}, "2026-03", key), pseudonym_of(domain::FileId{7}, "2026-03", key));
    EXPECT_NE(pseudonym_of(domain::FileId{7}, "2026-03", key), pseudonym_of(domain::FileId{7}, "2026-04", key));
    EXPECT_NE(pseudonym_of(domain::FileId{7}, "2026-03", key), pseudonym_of(domain::FileId{8}, "2026-03", key));
    EXPECT_NE(pseudonym_of(domain::FileId{7}, "2026-03", key),
              pseudonym_of(domain::FileId{7}, "2026-03", pseudonym_key(make_clinic_key())));
}

} // namespace
} // namespace verandah::vault
