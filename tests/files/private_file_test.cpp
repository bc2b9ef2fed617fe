// SPDX-License-Identifier: Apache-2.0
// Private files: who may read them, and that none is ever half there or overwritten.
#include "shared/files/private_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

namespace verandah::files {

namespace {

using domain::Refusal;
using std::filesystem::perms;
using testing::HasSubstr;

constexpr perms owner_only = perms::owner_read | perms::owner_write;

std::size_t count_files(const std::filesystem::path& folder)
{
    using Files = std::filesystem::directory_iterator;
    return static_cast<std::size_t>(std::distance(Files{folder}, Files{}));
}

TEST(PrivateFile, ReadsBackWhatWasWritten)
{
    const test::TemporaryFolder folder;

    ASSERT_TRUE(write_private_file(folder / "key", "two\nlines\n"));

    EXPECT_EQ(read_private_file(folder / "key"), "two\nlines\n");
}

TEST(PrivateFile, IsWrittenForItsOwnerOnlyWhateverTheUmask)
{
    const test::TemporaryFolder folder;
    const auto before = ::umask(0);

    ASSERT_TRUE(write_private_file(folder / "key", "secret"));

    ::umask(before);
    EXPECT_EQ(std::filesystem::status(folder / "key").permissions(), owner_only);
}

TEST(PrivateFile, IsNeverOverwritten)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(write_private_file(folder / "key", "first"));

    const auto again = write_private_file(folder / "key", "second");

    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().why, Refusal::Why::conflict);
    EXPECT_EQ(read_private_file(folder / "key"), "first");
}

TEST(PrivateFile, LeavesNothingElseInTheFolderWhenRefused)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(write_private_file(folder / "key", "first"));

    ASSERT_FALSE(write_private_file(folder / "key", "second"));

    EXPECT_EQ(count_files(folder.path()), 1U);
}

TEST(PrivateFile, IsRefusedWhereThereIsNoFolder)
{
    const test::TemporaryFolder folder;

    const auto written = write_private_file(folder / "nowhere" / "key", "secret");

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().why, Refusal::Why::not_found);
}

TEST(PrivateFile, IsRefusedWhenMissing)
{
    const test::TemporaryFolder folder;

    const auto read = read_private_file(folder / "key");

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().why, Refusal::Why::not_found);
    EXPECT_THAT(read.error().detail, HasSubstr((folder / "key").string()));
}

TEST(PrivateFile, IsRefusedWhenAnyoneElseMayReadOrChangeIt)
{
    const test::TemporaryFolder folder;
    for (const auto mode : {perms::group_read, perms::group_write, perms::others_read, perms::others_write}) {
        test::write_file(folder / "key", "secret", owner_only | mode);

        const auto read = read_private_file(folder / "key");

        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().why, Refusal::Why::not_allowed);
    }
}

TEST(PrivateFile, SaysHowToMakeAnOpenFilePrivate)
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "key", "secret", owner_only | perms::others_read);

    const auto read = read_private_file(folder / "key");

    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().detail, HasSubstr("chmod 600 " + (folder / "key").string()));
}

TEST(PrivateFile, IsRefusedWhenItIsAFolder)
{
    const test::TemporaryFolder folder;

    const auto read = read_private_file(folder.path());

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().why, Refusal::Why::invalid_input);
}

TEST(PrivateFile, IsRefusedWhenItIsAPipeInsteadOfWaitingForIt)
{
    const test::TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), S_IRUSR | S_IWUSR), 0);

    const auto read = read_private_file(folder / "pipe");

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().why, Refusal::Why::invalid_input);
}

TEST(PrivateFile, IsReadUpTo64KiB)
{
    const test::TemporaryFolder folder;
    const std::string longest(64 * 1024, 'x');
    test::write_file(folder / "long", longest);

    EXPECT_EQ(read_private_file(folder / "long"), longest);
}

TEST(PrivateFile, IsRefusedBeyond64KiB)
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "long", std::string(64 * 1024 + 1, 'x'));

    const auto read = read_private_file(folder / "long");

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().why, Refusal::Why::invalid_input);
}

TEST(PrivateFile, IsReplacedWhole)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(replace_private_file(folder / "key", "first, and the longer one"));

    ASSERT_TRUE(replace_private_file(folder / "key", "second"));

    EXPECT_EQ(read_private_file(folder / "key"), "second");
    EXPECT_EQ(std::filesystem::status(folder / "key").permissions(), owner_only);
    EXPECT_EQ(count_files(folder.path()), 1U);
}

TEST(CarriedFile, IsReadThoughOthersMayReadIt)
{
    const test::TemporaryFolder folder;
    test::write_file(folder / "key", "carried", perms{0755});

    EXPECT_EQ(read_carried_file(folder / "key"), "carried");
    EXPECT_EQ(read_private_file(folder / "key").error().why, Refusal::Why::not_allowed);
    EXPECT_EQ(read_carried_file(folder / "none").error().why, Refusal::Why::not_found);
}

} // namespace

} // namespace verandah::files
