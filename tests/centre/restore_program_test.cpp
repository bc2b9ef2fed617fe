// SPDX-License-Identifier: Apache-2.0
// verandah-hub restore as whoever has nothing left but the two backups and a piece of paper: at a terminal, typing.
#include "clinic/hub/centre/centre_folder.hpp"
#include "tests/centre/ran_program.hpp"
#include "tests/centre/shown_to_keep.hpp"
#include "tests/centre/terminal_program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace verandah::hub {
namespace {

using std::filesystem::path;
using test::Ran;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const std::string hub_program = VERANDAH_BIN_DIR "/verandah-hub";

/// A centre whose machine is gone, with what is on paper and on the two disks.
class RestoreProgram : public testing::Test {
protected:
    void SetUp() override
    {
        for (const auto& folder : {backups, keys}) {
            std::filesystem::create_directory(folder);
        }
        const auto made = hub({"init", centre.string(), "--stick", around / "stick.key"});
        ASSERT_EQ(made.status, 0) << made.err;
        words = test::words_in(made.out);
        code = test::code_in(made.out);
        ASSERT_EQ(hub({"backup", centre.string(), "--to", backups.string()}).status, 0);
        ASSERT_EQ(hub({"backup-keys", centre.string(), "--to", keys.string()}).status, 0);
    }
    void lose_the_machine() const
    {
        std::filesystem::remove_all(centre);
        std::filesystem::remove(around / "stick.key");
    }
    Ran hub(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), hub_program);
        return test::run(around, std::move(arguments));
    }
    static std::vector<path> inside(const path& folder, std::string_view begins)
    {
        std::vector<path> found;
        for (const auto& entry : std::filesystem::directory_iterator{folder}) {
            if (entry.path().filename().string().starts_with(begins)) {
                found.push_back(entry.path());
            }
        }
        std::ranges::sort(found);
        return found;
    }
    [[nodiscard]] std::vector<std::string> restoring() const
    {
        return {hub_program,
                "restore",
                inside(backups, "verandah-").at(0).string(),
                "--keys",
                inside(keys, "verandah-keys-").at(0).string(),
                "--to",
                restored.string()};
    }

    test::TemporaryFolder around;
    path centre = around / "centre";
    path backups = around / "backups";
    path keys = around / "keys";
    path restored = around / "restored";
    std::string words;
    std::string code;
};

TEST_F(RestoreProgram, AsksForTheRecoveryCodeAndRestoresByItAlone)
{
    lose_the_machine();

    test::TerminalProgram restore{restoring()};
    restore.wait_for("Words or recovery code: ");
    restore.type(code + "\n");

    EXPECT_EQ(restore.wait(), 0) << restore.screen();
    EXPECT_THAT(restore.screen(), HasSubstr("It is in its life number 2"));
    EXPECT_THAT(restore.screen(), Not(HasSubstr(code))); // what is typed does not show
    EXPECT_EQ(hub({"check", restored.string()}).status, 0);
}

TEST_F(RestoreProgram, RestoresByTheWords)
{
    lose_the_machine();

    test::TerminalProgram restore{restoring()};
    restore.wait_for("Words or recovery code: ");
    restore.type(words + "\n");

    EXPECT_EQ(restore.wait(), 0) << restore.screen();
    test::TerminalProgram rebuild{{hub_program, "rebuild", restored.string()}};
    rebuild.wait_for("Words or recovery code: ");
    rebuild.type(code + "\n"); // and opens by either from then on
    EXPECT_EQ(rebuild.wait(), 0) << rebuild.screen();
}

TEST_F(RestoreProgram, RestoresNothingByACodeWithASlipAndLeavesNothing)
{
    lose_the_machine();
    auto other = code;
    other.front() = other.front() == 'A' ? 'B' : 'A';

    test::TerminalProgram restore{restoring()};
    restore.wait_for("Words or recovery code: ");
    restore.type(other + "\n");

    EXPECT_EQ(restore.wait(), 1);
    EXPECT_FALSE(std::filesystem::exists(restored));
    EXPECT_THAT(inside(around.path(), ""), SizeIs(4)); // the two backups, and what the commands said before
}

TEST_F(RestoreProgram, KeepsSoManyBackupsOfTheKeysAndTheNewestOfThem)
{
    const auto first = inside(keys, "verandah-keys-");
    for (int each = 0; each < 3; ++each) {
        const auto made = hub({"backup-keys", centre.string(), "--to", keys.string(), "--keep", "2"});
        ASSERT_EQ(made.status, 0) << made.err;
    }

    const auto left = inside(keys, "verandah-keys-");
    EXPECT_THAT(left, SizeIs(2));
    EXPECT_LT(first.at(0), left.at(0)); // by their time, which their names tell
    lose_the_machine();
    auto from_newest = restoring();
    from_newest.at(4) = left.at(1).string();
    test::TerminalProgram restore{from_newest};
    restore.wait_for("Words or recovery code: ");
    restore.type(code + "\n");
    EXPECT_EQ(restore.wait(), 0) << restore.screen();
}

TEST_F(RestoreProgram, LeavesABackupOfTheKeysAloneThatIsNotWhole)
{
    const auto damaged = inside(keys, "verandah-keys-").at(0);
    test::write_file(damaged / "server.key", "not a key");

    for (int each = 0; each < 2; ++each) {
        const auto made = hub({"backup-keys", centre.string(), "--to", keys.string(), "--keep", "1"});
        EXPECT_THAT(made.out, HasSubstr("left alone, because it is not whole"));
    }

    EXPECT_TRUE(std::filesystem::exists(damaged));
    EXPECT_THAT(inside(keys, "verandah-keys-"), SizeIs(2));
}

} // namespace
} // namespace verandah::hub
