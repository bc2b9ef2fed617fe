// SPDX-License-Identifier: Apache-2.0
// The checks can fail: each is shown one bad source and has to see it, with file and line.
#include "tests/architecture/checks.hpp"

#include <gtest/gtest.h>

namespace verandah::architecture {
namespace {

SourceTree only(std::string path, std::string_view text)
{
    return {SourceFile::from_text(std::move(path), text)};
}

TEST(Checks, SeeAKioskThatIncludesTheClinic)
{
    EXPECT_EQ(includes_of_ours_against_the_table(only("kiosk/flow/a.cpp", "\n#include \"clinic/store/journal.hpp\"\n")),
              Violations{"kiosk/flow/a.cpp:2: may not include \"clinic/store/journal.hpp\""});
}

TEST(Checks, SeeAConsoleThatIncludesTheStore)
{
    EXPECT_EQ(includes_of_ours_against_the_table(only("clinic/console/a.cpp", "#include \"clinic/store/journal.hpp\""))
                  .size(),
              1U);
}

TEST(Checks, SeeAnIncludeThatDoesNotBeginAtTheRoot)
{
    EXPECT_EQ(includes_of_ours_against_the_table(only("shared/domain/a.cpp", "#include \"id.hpp\"")).size(), 1U);
}

TEST(Checks, SeeAFolderThatTheTableDoesNotHave)
{
    EXPECT_EQ(includes_of_ours_against_the_table(only("shared/stuff/a.cpp", "")).size(), 1U);
}

TEST(Checks, SeeALibraryInTheDomain)
{
    EXPECT_EQ(libraries_against_the_table(only("shared/domain/a.cpp", "#include <fmt/format.h>")),
              Violations{"shared/domain/a.cpp:1: may not use fmt (<fmt/format.h>)"});
}

TEST(Checks, SeeASystemHeaderInTheDomain)
{
    EXPECT_EQ(libraries_against_the_table(only("shared/domain/a.cpp", "#include <unistd.h>")).size(), 1U);
}

TEST(Checks, SeeBeastOutsideOfHttp)
{
    EXPECT_EQ(libraries_against_the_table(only("shared/wire/a.cpp", "#  include <boost/beast.hpp>")).size(), 1U);
}

TEST(Checks, SeeSodiumOutsideOfTheVault)
{
    EXPECT_EQ(libraries_against_the_table(only("clinic/hub/a.cpp", "#include <sodium.h>")).size(), 1U);
}

TEST(Checks, SeeALibraryThatNobodyPutIntoTheTable)
{
    EXPECT_EQ(libraries_against_the_table(only("clinic/hub/a.cpp", "#include <curl/curl.h>")).size(), 1U);
}

TEST(Checks, LetAFileThatIsNamedInTheTableUseItsLibrary)
{
    EXPECT_TRUE(libraries_against_the_table(only("shared/wire/device_bundle.cpp", "#include <toml++/toml.h>")).empty());
    EXPECT_EQ(libraries_against_the_table(only("shared/wire/device_bundles.cpp", "#include <toml++/toml.h>")).size(),
              1U);
}

TEST(Checks, SeeALayerThatLinksAnotherItMayNotKnow)
{
    EXPECT_EQ(cmake_targets_against_the_table(
                  only("kiosk/CMakeLists.txt", "add_layer(verandah_kiosk\n  USES verandah_store)")),
              Violations{"kiosk/CMakeLists.txt:2: may not link verandah_store"});
}

TEST(Checks, SeeALayerThatLinksALibraryItMayNotUse)
{
    EXPECT_EQ(cmake_targets_against_the_table(only("clinic/hub/CMakeLists.txt", "USES PkgConfig::sodium")).size(), 1U);
}

TEST(Checks, SeeACircleOfTwoFolders)
{
    const SourceTree tree{SourceFile::from_text("shared/domain/a/a.hpp", "#include \"shared/domain/b/b.hpp\""),
                          SourceFile::from_text("shared/domain/b/b.hpp", "#include \"shared/domain/a/a.hpp\"")};

    EXPECT_EQ(cycles_between_folders(tree).size(), 2U);
}

TEST(Checks, SeeACircleOfThreeFolders)
{
    const SourceTree tree{SourceFile::from_text("kiosk/a/a.hpp", "#include \"kiosk/b/b.hpp\""),
                          SourceFile::from_text("kiosk/b/b.hpp", "#include \"kiosk/c/c.hpp\""),
                          SourceFile::from_text("kiosk/c/c.hpp", "#include \"kiosk/a/a.hpp\"")};

    EXPECT_EQ(cycles_between_folders(tree).size(), 3U);
}

TEST(Checks, SeeAFileWithoutLicence)
{
    EXPECT_EQ(first_lines(only("kiosk/a.cpp", "#include <vector>\n// What it is for.")).size(), 1U);
}

TEST(Checks, SeeAFileThatDoesNotSayWhatItIsFor)
{
    EXPECT_EQ(first_lines(only("kiosk/a.cpp", "// SPDX-License-Identifier: Apache-2.0\n#pragma once")).size(), 1U);
}

TEST(Checks, SeeAFileThatIsTooLong)
{
    EXPECT_EQ(too_long_files(only("kiosk/a.cpp", std::string(451, '\n'))).size(), 1U);
    EXPECT_TRUE(too_long_files(only("kiosk/a.cpp", std::string(450, '\n'))).empty());
}

TEST(Checks, SeeAnEmptyName)
{
    EXPECT_EQ(empty_file_names(only("kiosk/utils/a.cpp", "")).size(), 1U);
    EXPECT_EQ(empty_file_names(only("kiosk/queue_manager.hpp", "")).size(), 1U);
}

TEST(Checks, SeeANamespaceThatIsNotItsFolder)
{
    EXPECT_EQ(namespaces_against_folders(only("kiosk/a.cpp", "namespace verandah::hub {")).size(), 1U);
    EXPECT_TRUE(namespaces_against_folders(only("kiosk/a.cpp", "namespace verandah::kiosk {")).empty());
}

TEST(Checks, SeeAUsingDeclarationThatNobodyUses)
{
    EXPECT_EQ(unused_using_declarations(only("kiosk/a.cpp", "using domain::Card;\nCardCode code;")).size(), 1U);
    EXPECT_TRUE(unused_using_declarations(only("kiosk/a.cpp", "    using domain::Card;\n    Card card;")).empty());
}

} // namespace
} // namespace verandah::architecture
