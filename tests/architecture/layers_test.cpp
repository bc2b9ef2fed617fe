// SPDX-License-Identifier: Apache-2.0
// Holds layer_table.hpp and the house rules against every source there is.
#include "tests/architecture/checks.hpp"
#include "tests/architecture/layer_table.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace verandah::architecture {
namespace {

const SourceTree& house()
{
    static const auto tree = read_tree(VERANDAH_SOURCE_DIR);
    return tree;
}

void expect_none(const Violations& violations)
{
    EXPECT_TRUE(violations.empty()) << std::accumulate(
        violations.begin(), violations.end(), std::string{},
        [](std::string text, const std::string& violation) { return std::move(text) + violation + "\n"; });
}

TEST(House, IsRead)
{
    EXPECT_GT(house().size(), 50U);
}

TEST(House, EachLayerIncludesOnlyWhatItMayKnow)
{
    expect_none(includes_of_ours_against_the_table(house()));
}

TEST(House, EachLibraryIsUsedOnlyWhereItBelongs)
{
    expect_none(libraries_against_the_table(house()));
}

TEST(House, EachCmakeTargetLinksOnlyWhatItsLayerMayKnow)
{
    expect_none(cmake_targets_against_the_table(house()));
}

TEST(House, NoFoldersIncludeEachOtherInACircle)
{
    expect_none(cycles_between_folders(house()));
}

TEST(House, EveryFileBeginsWithItsLicenceAndWhatItIsFor)
{
    expect_none(first_lines(house()));
}

TEST(House, NoFileIsTooLongToHaveOneSubject)
{
    expect_none(too_long_files(house()));
}

TEST(House, EveryNameSaysWhatIsInside)
{
    expect_none(empty_file_names(house()));
}

TEST(House, ANamespaceIsAFolder)
{
    expect_none(namespaces_against_folders(house()));
}

TEST(House, EveryUsingDeclarationIsUsed)
{
    expect_none(unused_using_declarations(house()));
}

} // namespace
} // namespace verandah::architecture
