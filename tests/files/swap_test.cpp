// SPDX-License-Identifier: Apache-2.0
// Which swap space is warned of, by what the kernel says lies behind its name.
#include "shared/files/swap.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

namespace verandah::files {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A machine's block devices, as in /sys/class/block.
class Swap : public testing::Test {
protected:
    void device(const std::string& name, const std::string& uuid, const std::vector<std::string>& lies_on = {}) const
    {
        std::filesystem::create_directories(blocks.path() / name / "slaves");
        if (!uuid.empty()) {
            std::filesystem::create_directories(blocks.path() / name / "dm");
            test::write_file(blocks.path() / name / "dm/uuid", uuid + "\n");
        }
        for (const auto& below : lies_on) {
            std::filesystem::create_directories(blocks.path() / name / "slaves" / below);
        }
    }
    [[nodiscard]] std::vector<std::string> clear(const std::vector<std::string>& names) const
    {
        std::string swaps{"Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"};
        for (const auto& name : names) {
            swaps += name + "                               partition\t976892\t\t0\t\t-2\n";
        }
        return clear_swaps(swaps, blocks.path());
    }

    test::TemporaryFolder blocks;
};

TEST_F(Swap, IsNotWarnedOfWhereThereIsNone)
{
    EXPECT_THAT(clear_swaps("", blocks.path()), IsEmpty());
    EXPECT_THAT(clear({}), IsEmpty());
}

TEST_F(Swap, IsWarnedOfOnADiskAndInAFile)
{
    device("sda2", "");

    EXPECT_THAT(clear({"/dev/sda2", "/swapfile"}), ElementsAre("/dev/sda2", "/swapfile"));
}

TEST_F(Swap, IsNotWarnedOfInMemory)
{
    EXPECT_THAT(clear({"/dev/zram0"}), IsEmpty());
}

TEST_F(Swap, IsNotWarnedOfWhenItIsEncrypted)
{
    device("dm-701", "CRYPT-PLAIN-cryptswap", {"sda2"});

    EXPECT_THAT(clear({"/dev/dm-701"}), IsEmpty());
}

TEST_F(Swap, IsWarnedOfOnPlainLvm)
{
    device("dm-701", "LVM-9f0c", {"sda2"});
    device("sda2", "");

    EXPECT_THAT(clear({"/dev/dm-701"}), ElementsAre("/dev/dm-701"));
}

TEST_F(Swap, IsNotWarnedOfOnLvmThatLiesOnAnEncryptedDisk)
{
    device("dm-702", "LVM-9f0c", {"dm-701"});
    device("dm-701", "CRYPT-LUKS2-77aa-sda3_crypt", {"sda3"});

    EXPECT_THAT(clear({"/dev/dm-702"}), IsEmpty());
}

TEST_F(Swap, IsWarnedOfWhenOnlyOneOfTwoDisksIsEncrypted)
{
    device("md7", "", {"dm-701", "sdb3"});
    device("dm-701", "CRYPT-LUKS2-77aa-sda3_crypt", {"sda3"});
    device("sdb3", "");

    EXPECT_THAT(clear({"/dev/md7"}), ElementsAre("/dev/md7"));
}

TEST_F(Swap, IsWarnedOfWhenTheKernelSaysNothingOfItsDevice)
{
    EXPECT_THAT(clear({"/dev/dm-701"}), ElementsAre("/dev/dm-701"));
}

TEST_F(Swap, IsWarnedOfWhenDevicesAreSaidToLieOnEachOther)
{
    device("dm-701", "LVM-1", {"dm-702"});
    device("dm-702", "LVM-2", {"dm-701"});

    EXPECT_THAT(clear({"/dev/dm-701"}), ElementsAre("/dev/dm-701"));
}

} // namespace
} // namespace verandah::files
