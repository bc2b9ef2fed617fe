// SPDX-License-Identifier: Apache-2.0
// Folders with backups, remembered; and the list of who was forgotten in each of them, also in those that were away.
#include "clinic/hub/backup/backup_places.hpp"
#include "shared/vault/random.hpp"
#include "tests/support/line_builder.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace verandah::hub {
namespace {

using std::filesystem::path;
using store::ForgottenRow;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using State = ListThere::State;

const std::vector one_row{ForgottenRow{3, {std::byte{3}}}};
const std::vector two_rows{ForgottenRow{3, {std::byte{3}}}, ForgottenRow{7, {std::byte{7}}}};

/// A centre with backups on a disk.
class BackupPlaces : public testing::Test {
protected:
    BackupPlaces()
    {
        vault::initialise();
        std::filesystem::create_directory(paths.root);
        std::filesystem::create_directory(disk);
        EXPECT_TRUE(put_list_beside(paths, disk, one_row, test::noon));
    }
    /// As if the disk was pulled: what is left is where it is put in.
    void pull_disk() const
    {
        std::filesystem::rename(disk, pulled);
        std::filesystem::create_directory(disk);
    }
    void put_disk_in() const
    {
        std::filesystem::remove_all(disk);
        std::filesystem::rename(pulled, disk);
    }
    [[nodiscard]] static std::vector<ForgottenRow> listed_in(const path& folder)
    {
        return store::read_forgotten_list(folder / store::forgotten_list_name).value().rows;
    }
    [[nodiscard]] ListThere only(const std::vector<ForgottenRow>& rows) const
    {
        const auto lists = keep_lists(paths, rows, test::noon);
        EXPECT_THAT(lists, SizeIs(1));
        return lists.empty() ? ListThere{} : lists.front();
    }

    test::TemporaryFolder around;
    FolderPaths paths{around / "centre"};
    path disk = around / "disk";
    path pulled = around / "pulled";
};

TEST_F(BackupPlaces, AreRememberedOnceHoweverTheyAreCalled)
{
    ASSERT_TRUE(remember_backup_place(paths, disk.string() + "/"));
    ASSERT_TRUE(remember_backup_place(paths, std::filesystem::relative(disk)));
    ASSERT_TRUE(remember_backup_place(paths, disk / ".." / "disk"));

    EXPECT_THAT(keep_lists(paths, one_row, test::noon), ElementsAre(Field(&ListThere::folder, disk)));
}

TEST_F(BackupPlaces, AreRememberedWithoutLosingWhatIsKnownOfThem)
{
    ASSERT_TRUE(remember_backup_place(paths, disk));
    pull_disk();

    EXPECT_EQ(only(one_row).state, State::away); // everybody was on its list
}

TEST_F(BackupPlaces, HaveNoNameThatCouldBeTakenForMoreThanOneLine)
{
    EXPECT_FALSE(remember_backup_place(paths, around / "a\nlisted -"));
    EXPECT_FALSE(put_list_beside(paths, around / "a\nb", one_row, test::noon));
}

TEST_F(BackupPlaces, GetEverybodyOnTheirList)
{
    const auto other = around / "other";
    std::filesystem::create_directory(other);
    ASSERT_TRUE(put_list_beside(paths, other, {}, test::noon));

    EXPECT_THAT(keep_lists(paths, two_rows, test::noon), testing::Each(Field(&ListThere::state, State::whole)));

    EXPECT_EQ(listed_in(disk), two_rows);
    EXPECT_EQ(listed_in(other), two_rows);
}

TEST_F(BackupPlaces, ThatWereAwayAreBehindUntilTheyAreBack)
{
    pull_disk();
    EXPECT_EQ(only(two_rows).state, State::behind);
    EXPECT_THAT(only(two_rows).why, HasSubstr("away"));
    EXPECT_TRUE(std::filesystem::is_empty(disk)); // nothing is written to where it would be
    EXPECT_EQ(listed_in(pulled), one_row);

    put_disk_in();
    EXPECT_EQ(only(two_rows).state, State::whole);
    EXPECT_EQ(listed_in(disk), two_rows);
}

TEST_F(BackupPlaces, AreBehindWhenAnotherDiskIsInWhoseListIsNotWhole)
{
    ASSERT_EQ(only(two_rows).state, State::whole);
    pull_disk();
    ASSERT_TRUE(store::add_to_forgotten_list(disk, one_row, test::noon)); // the other one of the two

    EXPECT_EQ(only(two_rows).state, State::whole);
    EXPECT_EQ(listed_in(disk), two_rows);
}

TEST_F(BackupPlaces, AreBehindWhenTheirListIsDamagedAndItIsLeftAsItIs)
{
    test::write_file(disk / store::forgotten_list_name, "not a list");

    EXPECT_EQ(only(two_rows).state, State::behind);
    EXPECT_THAT(only(two_rows).why, HasSubstr("damaged"));
    EXPECT_EQ(test::read_file(disk / store::forgotten_list_name), "not a list");
}

TEST_F(BackupPlaces, AreThereAsLongAsABackupIsThoughItsListWasLost)
{
    test::write_file(disk / "verandah-3f9a01c2-1-000000004711.backup", "a backup");
    std::filesystem::remove(disk / store::forgotten_list_name);

    EXPECT_EQ(only(two_rows).state, State::whole);
    EXPECT_EQ(listed_in(disk), two_rows);
}

TEST_F(BackupPlaces, AreRememberedNoMoreOnceTheyAreStruckOff)
{
    EXPECT_TRUE(strike_backup_place(paths, disk.string() + "/"));

    EXPECT_THAT(keep_lists(paths, two_rows, test::noon), IsEmpty());
    EXPECT_EQ(strike_backup_place(paths, disk).error().why, domain::Refusal::Why::not_found);
    EXPECT_EQ(listed_in(disk), one_row);
}

TEST_F(BackupPlaces, ThatCannotBeReadAreReportedAndHideNoOthers)
{
    test::write_file(paths.backup_places() / "0123456789abcdef.place", "verandah backup place 1\nfolder /tmp\nlisted");

    const auto lists = keep_lists(paths, two_rows, test::noon);

    ASSERT_THAT(lists, SizeIs(2));
    EXPECT_EQ(lists.at(0).state, State::behind);
    EXPECT_THAT(lists.at(0).why, HasSubstr("does not say"));
    EXPECT_EQ(lists.at(1).state, State::whole);
}

TEST_F(BackupPlaces, LoseNobodyWhenTwoWriteTheSameListAtOnce)
{
    constexpr int each = 20;
    const auto write = [this](domain::Sequence first) {
        for (int row = 0; row < each; ++row) {
            const std::vector rows{ForgottenRow{first + static_cast<domain::Sequence>(row), {std::byte{1}}}};
            EXPECT_TRUE(put_list_beside(paths, disk, rows, test::noon));
        }
    };
    std::thread other{write, 1'000};
    write(2'000);
    other.join();

    EXPECT_THAT(listed_in(disk), SizeIs(1 + 2 * each));
}

} // namespace
} // namespace verandah::hub
