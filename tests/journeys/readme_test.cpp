// SPDX-License-Identifier: Apache-2.0
// Holds README.md and the threat model against what they quote and point to.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>

namespace verandah::journeys {
namespace {

const std::filesystem::path root{VERANDAH_SOURCE_DIR};

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream stream{root / file}; // an absolute one stays as it is
    std::ostringstream text;
    text << stream.rdbuf();
    return std::move(text).str();
}

TEST(Readme, QuotesTheLayerTableWordForWord)
{
    const auto readme = text_of("README.md");
    std::istringstream table{text_of("tests/architecture/layer_table.hpp")};
    int rows = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.starts_with("    Layer{\"")) {
            ++rows;
            EXPECT_NE(readme.find(line.substr(4)), std::string::npos) << line;
        }
    }
    EXPECT_GT(rows, 5);
}

TEST(Readme, PointsOnlyToWhatIsThere)
{
    const auto readme = text_of("README.md");
    const std::regex link{R"(\]\(([^)]+)\))"};
    int links = 0;
    for (std::sregex_iterator found{readme.begin(), readme.end(), link}; found != std::sregex_iterator{}; ++found) {
        ++links;
        EXPECT_TRUE(std::filesystem::exists(root / (*found)[1].str())) << (*found)[1];
    }
    EXPECT_GT(links, 5);
}

/// All tests' sources in one.
std::string every_test()
{
    std::string text;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{root / "tests"}) {
        if (entry.path().extension() == ".cpp") {
            text += text_of(entry.path());
        }
    }
    return text;
}

TEST(ThreatModel, NamesOnlyTestsThatThereAre)
{
    const auto document = text_of("docs/threat-model.md");
    const auto tests = every_test();
    const std::regex name{R"(`(?:[A-Za-z]+/)?([A-Z][A-Za-z0-9]+)\.([A-Z][A-Za-z0-9]+)`)"};
    int names = 0;
    for (std::sregex_iterator found{document.begin(), document.end(), name}; found != std::sregex_iterator{}; ++found) {
        ++names;
        const auto head = "(" + (*found)[1].str() + ", " + (*found)[2].str() + ")";
        EXPECT_NE(tests.find(head), std::string::npos) << head;
    }
    EXPECT_GT(names, 40);
}

TEST(Documents, PointOnlyToWhatIsThere)
{
    const std::regex link{R"(\]\(([^)#:]+)(?:#[^)]*)?\))"};
    int links = 0;
    for (const auto& entry : std::filesystem::directory_iterator{root / "docs"}) {
        if (entry.path().extension() != ".md") {
            continue;
        }
        const auto text = text_of(entry.path());
        for (std::sregex_iterator found{text.begin(), text.end(), link}; found != std::sregex_iterator{}; ++found) {
            ++links;
            EXPECT_TRUE(std::filesystem::exists(root / "docs" / (*found)[1].str())) << entry.path() << (*found)[1];
        }
    }
    EXPECT_GT(links, 0);
}

} // namespace
} // namespace verandah::journeys
