// SPDX-License-Identifier: Apache-2.0
// Files in place: what is written is what is read, and nothing is overwritten that was not asked for.
#include "shared/files/synced_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace verandah::files {
namespace {

using Why = domain::Refusal::Why;

class SyncedFileTest : public testing::Test {
protected:
    test::TemporaryFolder folder;
    std::filesystem::path file = folder / "file";
};

TEST_F(SyncedFileTest, IsReadAsItWasWrittenInPlace)
{
    auto made = SyncedFile::make(file).value();
    made.write_at(0, std::string_view{"0123456789"});
    made.write_at(3, std::string_view{"abc"});
    made.cut_to(8);
    made.sync();

    EXPECT_EQ(made.text(), "012abc67");
    EXPECT_EQ(SyncedFile::open_to_read(file)->text(), "012abc67");
    EXPECT_EQ(made.size(), 8U);
    EXPECT_EQ(std::filesystem::status(file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(SyncedFileTest, FillsAsFarAsTheFileGoes)
{
    test::write_file(file, "0123");
    std::array<std::byte, 8> bytes{};

    EXPECT_EQ(SyncedFile::open_to_read(file)->read_at(2, bytes), 2U);
    EXPECT_EQ(SyncedFile::open_to_read(file)->read_at(9, bytes), 0U);
}

TEST_F(SyncedFileTest, IsNotMadeOverAnother)
{
    test::write_file(file, "there");

    EXPECT_EQ(SyncedFile::make(file).error().why, Why::conflict);
    EXPECT_EQ(SyncedFile::open_or_make(file)->text(), "there");
}

TEST_F(SyncedFileTest, RefusesWhatIsNotThereAndWhatIsNoFile)
{
    EXPECT_EQ(SyncedFile::open(file).error().why, Why::not_found);
    EXPECT_EQ(SyncedFile::open(file / "below").error().why, Why::not_found);
    EXPECT_EQ(SyncedFile::open(folder.path()).error().why, Why::invalid_input);
    ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
    EXPECT_EQ(SyncedFile::open_to_read(file).error().why, Why::invalid_input);
}

TEST_F(SyncedFileTest, IsOneHoldersOnlyOnceLocked)
{
    auto first = SyncedFile::make(file).value();
    {
        const auto second = SyncedFile::open(file).value();
        ASSERT_TRUE(first.try_lock());
        EXPECT_FALSE(second.try_lock());
        EXPECT_TRUE(second.is_at(file));
    }
    std::filesystem::rename(file, folder / "elsewhere");
    EXPECT_FALSE(first.is_at(file));
}

} // namespace
} // namespace verandah::files
