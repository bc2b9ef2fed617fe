// SPDX-License-Identifier: Apache-2.0
// Holds README.md against what it quotes and points to.
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
    std::ifstream stream{root / file};
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

} // namespace
} // namespace verandah::journeys
