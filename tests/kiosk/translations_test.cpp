// SPDX-License-Identifier: Apache-2.0
// Every text the kiosk can show is there in every language, forms of number included.
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace verandah::kiosk {
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

/// All texts of the kiosk's sources, as a template for translators.
std::filesystem::path template_of_kiosk(const verandah::test::TemporaryFolder& folder)
{
    const auto file = folder / "kiosk.pot";
    output_of("cd '" + source +
              "' && find kiosk/ -name '*.cpp' | sort | xgettext --language=C++ --from-code=UTF-8 "
              "--keyword=translate:1,1t --keyword=translate:1,2,3t --keyword=translate_in:1c,2 --files-from=- "
              "--output='" +
              file.string() + "'");
    return file;
}

class Language : public ::testing::TestWithParam<const char*> {};

TEST_P(Language, HasEveryTextOfTheKiosk)
{
    const verandah::test::TemporaryFolder folder;
    const auto texts = template_of_kiosk(folder);
    ASSERT_THAT(output_of("msgcat '" + texts.string() + "'"), ::testing::HasSubstr("I have no card"));
    const std::string words = source + "/assets/languages/" + GetParam() + "/kiosk.po";

    const std::string missing = output_of("msgmerge --quiet --no-fuzzy-matching --output-file=- '" + words + "' '" +
                                          texts.string() + "' | msgattrib --untranslated --no-obsolete - 2>&1");

    EXPECT_EQ(missing, "");
}

TEST_P(Language, HasNoTextTheKioskNoLongerShows)
{
    const verandah::test::TemporaryFolder folder;
    const auto texts = template_of_kiosk(folder);
    const std::string words = source + "/assets/languages/" + GetParam() + "/kiosk.po";

    const std::string obsolete = output_of("msgmerge --quiet --no-fuzzy-matching --output-file=- '" + words + "' '" +
                                           texts.string() + "' | msgattrib --only-obsolete - 2>&1");

    EXPECT_THAT(obsolete, ::testing::Not(::testing::HasSubstr("#~ msgid")));
}

INSTANTIATE_TEST_SUITE_P(Kiosk, Language, ::testing::Values("hi", "ar"));

} // namespace
} // namespace verandah::kiosk
