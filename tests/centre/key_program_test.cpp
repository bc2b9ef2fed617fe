// SPDX-License-Identifier: Apache-2.0
// verandah-hub key …: what opens the hub, as a person at a terminal and as a script handle it.
#include "clinic/hub/centre/centre_folder.hpp"
#include "shared/vault/key_slots.hpp"
#include "shared/vault/random.hpp"
#include "tests/centre/ran_program.hpp"
#include "tests/centre/shown_to_keep.hpp"
#include "tests/centre/terminal_program.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

namespace verandah::hub {
namespace {

using std::filesystem::path;
using test::code_in;
using test::Ran;
using test::words_in;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string program = VERANDAH_BIN_DIR "/verandah-hub";

std::string third_and_fifth(const std::string& words)
{
    std::istringstream stream{words};
    std::vector<std::string> all{std::istream_iterator<std::string>{stream}, {}};
    return all.at(2) + " " + all.at(4);
}

class KeyProgram : public testing::Test {
protected:
    Ran hub(std::vector<std::string> words) const
    {
        words.insert(words.begin(), program);
        return test::run(around, std::move(words));
    }
    void make_with_stick() const { ASSERT_EQ(hub({"init", folder, "--stick", stick, "--quiet-keys"}).status, 0); }
    /// Whether the key file opens with what is in a file.
    bool opens_with(const std::string& text) const
    {
        vault::initialise();
        const auto slots = std::get<vault::KeySlots>(vault::load_key_file(paths.hub_key()).value());
        return slots.open(vault::way_in_from(text)).has_value();
    }
    std::string key_file() const { return test::read_file(paths.hub_key()); }

    test::TemporaryFolder around;
    path root = around / "centre";
    FolderPaths paths{root};
    std::string folder = root.string();
    std::string stick = around / "stick.key";
};

TEST_F(KeyProgram, ShowsWordsAndCodeAtATerminalAndAsksForTwoOfTheWords)
{
    test::TerminalProgram init{{program, "init", folder}};
    init.wait_for("Type word 3 and word 5");
    const auto words = words_in(init.screen());
    const auto code = code_in(init.screen());
    init.type("not these\n");
    init.wait_for("Those are not word 3 and word 5");
    init.wait_for("Type word 3 and word 5");
    init.type(third_and_fifth(words) + "\n");

    EXPECT_EQ(init.wait(), 0) << init.screen();
    EXPECT_TRUE(opens_with(words));
    EXPECT_TRUE(opens_with(code));
    EXPECT_THAT(init.screen(), Not(HasSubstr("not these"))); // what is typed does not show
    EXPECT_THAT(init.screen().substr(init.screen().rfind("to go on")), Not(HasSubstr(third_and_fifth(words))));
}

TEST_F(KeyProgram, SaysSoWhenNobodyWroteTheWordsDown)
{
    test::TerminalProgram init{{program, "init", folder}};
    init.wait_for("Type word 3 and word 5");
    init.type("\x04");

    EXPECT_EQ(init.wait(), 1);
    EXPECT_THAT(init.screen(), HasSubstr("begins anew"));
}

TEST_F(KeyProgram, AsksForTheWordsAtATerminalWithoutShowingThem)
{
    make_with_stick();
    const auto words = words_in(hub({"key", "add", "words", folder, "--stick", stick}).out);

    test::TerminalProgram list{{program, "key", "add", "paper", folder}};
    list.wait_for("Words or recovery code: ");
    list.type(words + "\n");

    EXPECT_EQ(list.wait(), 0) << list.screen();
    EXPECT_THAT(list.screen(), Not(HasSubstr(words)));
    EXPECT_TRUE(opens_with(code_in(list.screen())));
}

TEST_F(KeyProgram, ReadsTheWordsFromStandardInputWhenTold)
{
    make_with_stick();
    const auto code = code_in(hub({"key", "add", "paper", folder, "--stick", stick}).out);

    test::TerminalProgram rebuild{{program, "rebuild", folder, "--words-file", "-"}};
    rebuild.wait_for("Words or recovery code: ");
    rebuild.type("not this\x15" + code.substr(0, 5) + "XY\x7f\x08" + code.substr(5) + "\n"); // slips are taken back

    EXPECT_EQ(rebuild.wait(), 0) << rebuild.screen();
    EXPECT_EQ(hub({"rebuild", folder, "--words-file", "-"}).status, 1); // nothing comes
}

TEST_F(KeyProgram, GivesUpAtControlCAndLeavesTheTerminalAsItWas)
{
    make_with_stick();
    test::TerminalProgram rebuild{{program, "rebuild", folder}};
    rebuild.wait_for("Words or recovery code: ");
    rebuild.type("half a wo\x03");

    EXPECT_EQ(rebuild.wait(), 1);
    EXPECT_TRUE(rebuild.echoes());
    EXPECT_THAT(rebuild.screen(), HasSubstr("no words came"));
}

TEST_F(KeyProgram, MakesNoCentreWithoutATerminalUnlessThereIsAStick)
{
    const auto refused = hub({"init", folder});

    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("give --stick FILE"));
    EXPECT_FALSE(std::filesystem::exists(root));
}

TEST_F(KeyProgram, MakesNoCentreThatNothingWouldOpen)
{
    EXPECT_EQ(hub({"init", folder, "--quiet-keys"}).status, 1);
    EXPECT_FALSE(std::filesystem::exists(root));
}

TEST_F(KeyProgram, ShowsWordsAndCodeToAScriptToo)
{
    const auto made = hub({"init", folder, "--stick", stick});

    ASSERT_EQ(made.status, 0) << made.err;
    EXPECT_TRUE(opens_with(words_in(made.out)));
    EXPECT_TRUE(opens_with(code_in(made.out)));
}

TEST_F(KeyProgram, TakesTheStickBackWhenNoCentreCameOfIt)
{
    test::write_file(around / "wrong.toml", "name = 7\n");

    EXPECT_EQ(hub({"init", folder, "--centre", around / "wrong.toml", "--stick", stick, "--quiet-keys"}).status, 1);
    EXPECT_FALSE(std::filesystem::exists(stick));
}

TEST_F(KeyProgram, OverwritesNoFileWithAStickKey)
{
    test::write_file(stick, "something else");

    EXPECT_EQ(hub({"init", folder, "--stick", stick, "--quiet-keys"}).status, 1);
    EXPECT_EQ(test::read_file(stick), "something else");
}

TEST_F(KeyProgram, ListsTheWaysInByNumberKindAndDate)
{
    make_with_stick();
    ASSERT_EQ(hub({"key", "add", "paper", folder, "--stick", stick}).status, 0);

    EXPECT_THAT(hub({"key", "list", folder}).out,
                AllOf(HasSubstr("   1  stick  since 20"), HasSubstr("   2  paper  since 20")));
}

TEST_F(KeyProgram, ChangesTheWordsSoThatTheOldOnesOpenNothing)
{
    make_with_stick();
    const auto old_words = words_in(hub({"key", "add", "words", folder, "--stick", stick}).out);
    test::write_file(around / "words", old_words + "\n");

    const auto changed = hub({"key", "change", "words", folder, "--words-file", around / "words"});

    ASSERT_EQ(changed.status, 0) << changed.err;
    EXPECT_TRUE(opens_with(words_in(changed.out)));
    EXPECT_FALSE(opens_with(old_words));
}

TEST_F(KeyProgram, OpensWithTheRecoveryCodeWhenTheWordsAreLost)
{
    const auto made = hub({"init", folder, "--stick", stick});
    test::write_file(around / "code", code_in(made.out) + "\n");

    const auto changed = hub({"key", "change", "words", folder, "--words-file", around / "code"});

    ASSERT_EQ(changed.status, 0) << changed.err;
    EXPECT_TRUE(opens_with(words_in(changed.out)));
}

TEST_F(KeyProgram, AddsAStickAndRemovesAnother)
{
    make_with_stick();
    const std::string second = around / "second.key";
    ASSERT_EQ(hub({"key", "add", "stick", folder, second, "--stick", stick}).status, 0);

    ASSERT_EQ(hub({"key", "remove", folder, "1", "--stick", second}).status, 0);

    EXPECT_EQ(hub({"rebuild", folder, "--stick", second}).status, 0);
    EXPECT_EQ(hub({"rebuild", folder, "--stick", stick}).status, 1);
}

TEST_F(KeyProgram, KeepsTheLastWayInAndChangesNothingWithoutAKey)
{
    make_with_stick();
    const auto before = key_file();
    test::write_file(around / "words", "none of these\n");

    EXPECT_EQ(hub({"key", "remove", folder, "1", "--stick", stick}).status, 1);
    EXPECT_EQ(hub({"key", "remove", folder, "9", "--stick", stick}).status, 1);
    EXPECT_EQ(hub({"key", "add", "paper", folder, "--words-file", around / "words"}).status, 1);
    EXPECT_EQ(hub({"key", "add", "paper", folder}).status, 1);
    EXPECT_EQ(hub({"key", "add", "stick", folder, stick, "--stick", stick}).status, 1); // it is there already
    EXPECT_EQ(key_file(), before);
}

TEST_F(KeyProgram, SealsTheKeyOfACentreOfBefore)
{
    make_with_stick();
    std::filesystem::remove(paths.hub_key());
    std::filesystem::remove(paths.public_key());
    vault::initialise();
    const auto key = vault::HubKey::make();
    ASSERT_TRUE(key.save(paths.hub_key()));
    EXPECT_THAT(hub({"check", folder}).out, HasSubstr("Its key is not sealed"));
    EXPECT_THAT(hub({"key", "list", folder}).out, HasSubstr("lies open"));

    const auto sealed = hub({"key", "seal", folder, "--stick", around / "new.key"});

    ASSERT_EQ(sealed.status, 0) << sealed.err;
    EXPECT_TRUE(opens_with(words_in(sealed.out)));
    EXPECT_THAT(hub({"check", folder}).out, HasSubstr("Its key is sealed"));
    EXPECT_EQ(hub({"rebuild", folder, "--stick", around / "new.key"}).status, 0);
    EXPECT_EQ(hub({"key", "seal", folder, "--stick", around / "newer.key"}).status, 1);
    const auto slots = std::get<vault::KeySlots>(vault::load_key_file(paths.hub_key()).value());
    const auto opened = slots.open(vault::way_in_from(words_in(sealed.out)));
    ASSERT_TRUE(opened);
    EXPECT_EQ(vault::PublicKey::of(opened->box_key()), vault::PublicKey::of(key.box_key()));
}

TEST_F(KeyProgram, RefusesAKeyFileThatSomebodyChanged)
{
    make_with_stick();
    ASSERT_EQ(hub({"key", "add", "paper", folder, "--stick", stick}).status, 0);
    auto text = key_file();
    const auto paper = text.find("paper");
    test::write_file(paths.hub_key(), text.erase(paper, text.find('\n', paper) + 1 - paper));

    const auto refused = hub({"rebuild", folder, "--stick", stick});

    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("somebody changed the ways into the hub key"));
}

} // namespace
} // namespace verandah::hub
