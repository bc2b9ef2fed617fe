// SPDX-License-Identifier: Apache-2.0
// The HIV testing strategy, row by row, and every combination that has no row.
#include "shared/domain/care/hiv_testing.hpp"

#include <gtest/gtest.h>

#include <array>

namespace verandah::domain {
namespace {

constexpr auto r = Reaction::reactive;
constexpr auto n = Reaction::non_reactive;

TEST(HivTesting, BeginsWithTheFirstAssay)
{
    EXPECT_EQ(after({}), HivNext::do_a1);
}

TEST(HivTesting, IsNegativeAfterANonReactiveFirst)
{
    EXPECT_EQ(after({.a1 = n}), HivNext::negative);
}

TEST(HivTesting, GoesOnToASecondAfterAReactiveFirst)
{
    EXPECT_EQ(after({.a1 = r}), HivNext::do_a2);
}

TEST(HivTesting, RepeatsTheFirstWhenTheSecondDiffers)
{
    EXPECT_EQ(after({.a1 = r, .a2 = n}), HivNext::repeat_a1);
}

TEST(HivTesting, IsNegativeWhenTheRepeatedFirstIs)
{
    EXPECT_EQ(after({.a1 = r, .a2 = n, .a1_again = n}), HivNext::negative);
}

TEST(HivTesting, IsInconclusiveWhenTheRepeatedFirstIsReactive)
{
    EXPECT_EQ(after({.a1 = r, .a2 = n, .a1_again = r}), HivNext::inconclusive);
}

TEST(HivTesting, GoesOnToAThirdAfterTwoReactive)
{
    EXPECT_EQ(after({.a1 = r, .a2 = r}), HivNext::do_a3);
}

TEST(HivTesting, IsPositiveOnlyAfterThreeReactive)
{
    EXPECT_EQ(after({.a1 = r, .a2 = r, .a3 = r}), HivNext::positive);
    for (const auto& row : hiv_rows) {
        if (row.next == HivNext::positive) {
            EXPECT_TRUE(row.assays.a1 == r && row.assays.a2 == r && row.assays.a3 == r);
        }
    }
}

TEST(HivTesting, IsInconclusiveWhenTheThirdDiffers)
{
    EXPECT_EQ(after({.a1 = r, .a2 = r, .a3 = n}), HivNext::inconclusive);
}

TEST(HivTesting, RefusesEveryCombinationThatDoesNotComeInItsOrder)
{
    constexpr std::array<std::optional<Reaction>, 3> all{std::nullopt, n, r};
    int taken = 0;
    for (const auto a1 : all) {
        for (const auto a2 : all) {
            for (const auto again : all) {
                for (const auto a3 : all) {
                    taken += after({a1, a2, again, a3}) ? 1 : 0;
                }
            }
        }
    }
    EXPECT_EQ(taken, static_cast<int>(hiv_rows.size()));
    EXPECT_FALSE(after({.a1 = n, .a2 = r}));
    EXPECT_FALSE(after({.a2 = r}));
}

TEST(HivTesting, EachStepThatIsNotConcludedLeadsToTwoOthers)
{
    for (const auto& row : hiv_rows) {
        if (is_concluded(row.next)) {
            continue;
        }
        for (const auto reaction : {n, r}) {
            auto next = row.assays;
            auto& assay = row.next == HivNext::do_a1   ? next.a1
                          : row.next == HivNext::do_a2 ? next.a2
                          : row.next == HivNext::do_a3 ? next.a3
                                                       : next.a1_again;
            assay = reaction;
            EXPECT_TRUE(after(next)) << word(row.next);
        }
    }
}

} // namespace
} // namespace verandah::domain
