// SPDX-License-Identifier: Apache-2.0
// Every text that kiosk and console can show is there in every language, forms of number included.
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <tuple>

namespace verandah {
namespace {

/// What `command` writes, and nothing when it fails.
std::string output_of(const std::string& command)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe{popen(command.c_str(), "r"), pclose};
    std::string output;
    std::array<char, 4096> buffer{};
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;) {
        output.append(buffer.data(), count);
    }
    return output;
}

const std::string source = VERANDAH_SOURCE_DIR;

/// A program's words: where its sources are, and how its catalogue is called.
struct Words {
    const char* sources;
    const char* catalogue;
    const char* one_of_them; ///< So that an empty template is no proof of anything.
};
constexpr Words kiosk{"kiosk/", "kiosk", "I have no card"};
constexpr Words console{"clinic/console/", "console", "Call next"};

/// All texts of the program's sources, as a template for translators.
std::filesystem::path template_of(const Words& words, const test::TemporaryFolder& folder)
{
    const auto file = folder / "words.pot";
    output_of("cd '" + source + "' && find " + words.sources +
              " -name '*.cpp' | sort | xgettext --language=C++ --from-code=UTF-8 "
              "--keyword=translate:1,1t --keyword=translate:1,2,3t --keyword=translate_in:1c,2 --files-from=- "
              "--output='" +
              file.string() + "'");
    return file;
}

class Language : public testing::TestWithParam<std::tuple<Words, const char*>> {
protected:
    /// The catalogue merged with the template, and of that what `filter` leaves.
    std::string merged(const std::string& filter)
    {
        const auto& [words, language] = GetParam();
        const auto texts = template_of(words, folder_);
        EXPECT_THAT(output_of("msgcat '" + texts.string() + "'"), testing::HasSubstr(words.one_of_them));
        const std::string catalogue = source + "/assets/languages/" + language + "/" + words.catalogue + ".po";
        return output_of("msgmerge --quiet --no-fuzzy-matching --output-file=- '" + catalogue + "' '" + texts.string() +
                         "' | msgattrib " + filter + " - 2>&1");
    }

private:
    test::TemporaryFolder folder_;
};

TEST_P(Language, HasEveryTextOfTheProgram)
{
    EXPECT_EQ(merged("--untranslated --no-obsolete"), "");
}

TEST_P(Language, HasNoTextTheProgramNoLongerShows)
{
    EXPECT_THAT(merged("--only-obsolete"), testing::Not(testing::HasSubstr("#~ msgid")));
}

INSTANTIATE_TEST_SUITE_P(Programs, Language,
                         testing::Combine(testing::Values(kiosk, console), testing::Values("hi", "ar")));

} // namespace
} // namespace verandah
