// SPDX-License-Identifier: Apache-2.0
// Catalogues: read without a system locale, switched at run time, plurals by each language's own rule.
#include "shared/ui/language.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace verandah::ui {
namespace {

constexpr const char* arabic_catalogue = R"(msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);\n"

msgid "Welcome"
msgstr "أهلًا"

msgctxt "board"
msgid "Welcome"
msgstr "تفضلوا"

msgid "{} person before you"
msgid_plural "{} people before you"
msgstr[0] "لا أحد قبلك"
msgstr[1] "شخص واحد قبلك"
msgstr[2] "شخصان قبلك"
msgstr[3] "{} أشخاص قبلك"
msgstr[4] "{} شخصًا قبلك"
msgstr[5] "{} شخص قبلك"
)";

/// A folder with an Arabic catalogue, made by msgfmt as the build does it.
class Catalogues : public testing::Test {
protected:
    Catalogues()
    {
        const auto place = folder_ / "ar" / "LC_MESSAGES";
        std::filesystem::create_directories(place);
        std::ofstream{folder_ / "ar.po"} << arabic_catalogue;
        const std::string command =
            "msgfmt -o " + (place / "verandah.mo").string() + " " + (folder_ / "ar.po").string();
        made_ = std::system(command.c_str()) == 0;
    }
    ~Catalogues() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("verandah-languages-" + std::to_string(getpid()));
    bool made_ = false;
};

TEST_F(Catalogues, GiveTheWordsOfTheirLanguage)
{
    ASSERT_TRUE(made_);
    const Translator arabic{*find_language("ar"), folder_};
    EXPECT_TRUE(arabic.has_catalogue());
    EXPECT_EQ(arabic.translate("Welcome"), "أهلًا");
    EXPECT_EQ(arabic.translate_in("board", "Welcome"), "تفضلوا");
}

TEST_F(Catalogues, FollowTheLanguagesOwnPlurals)
{
    const Translator arabic{*find_language("ar"), folder_};
    const auto before = [&](long count) {
        return arabic.translate("{} person before you", "{} people before you", count);
    };
    EXPECT_EQ(before(2), "شخصان قبلك");
    EXPECT_EQ(before(4), "4 أشخاص قبلك");
    EXPECT_EQ(before(11), "11 شخصًا قبلك");
}

TEST_F(Catalogues, LeaveTextAsItIsWhenThereIsNone)
{
    const Translator hindi{*find_language("hi"), folder_};
    EXPECT_FALSE(hindi.has_catalogue());
    EXPECT_EQ(hindi.translate("Welcome"), "Welcome");
    EXPECT_EQ(hindi.translate("{} person", "{} people", 3), "3 people");
}

TEST_F(Catalogues, LiveSideBySide)
{
    const Translator arabic{*find_language("ar"), folder_};
    const Translator english{*find_language("en"), folder_};
    EXPECT_EQ(english.translate("Welcome"), "Welcome");
    EXPECT_EQ(arabic.translate("Welcome"), "أهلًا");
}

TEST(Language, KnowsItsDirectionAndOwnName)
{
    EXPECT_EQ(find_language("ar")->direction, Direction::right_to_left);
    EXPECT_EQ(find_language("hi")->own_name, "हिन्दी");
    EXPECT_FALSE(find_language("xx"));
}

} // namespace
} // namespace verandah::ui
