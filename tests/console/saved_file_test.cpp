// SPDX-License-Identifier: Apache-2.0
// A file is whole under its name, or not there.
#include "clinic/console/app/saved_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace verandah::console {
namespace {

class SavedFileTest : public testing::Test {
protected:
    using enum SavePart::Place;

    [[nodiscard]] std::expected<std::string, std::string> take(const std::string& text, SavePart::Place place)
    {
        return file.take({"list.csv", text, place}, folder.path());
    }
    [[nodiscard]] std::size_t files() const
    {
        const std::filesystem::directory_iterator all{folder.path()};
        return static_cast<std::size_t>(std::distance(begin(all), end(all)));
    }

    test::TemporaryFolder folder;
    SavedFile file;
};

TEST_F(SavedFileTest, HasItsNameOnlyWhenItIsWhole)
{
    EXPECT_EQ(take("a\n", first), "");
    EXPECT_FALSE(std::filesystem::exists(folder / "list.csv"));
    EXPECT_EQ(take("b\n", more), "");
    EXPECT_EQ(take("c\n", last), folder / "list.csv");

    EXPECT_EQ(test::read_file(folder / "list.csv"), "a\nb\nc\n");
    EXPECT_EQ(files(), 1U);
}

TEST_F(SavedFileTest, OverwritesNothing)
{
    EXPECT_EQ(take("a", only), folder / "list.csv");
    EXPECT_EQ(take("b", only), folder / "list-2.csv");

    EXPECT_EQ(test::read_file(folder / "list.csv"), "a");
}

TEST_F(SavedFileTest, LeavesNothingBehindWhenItIsDropped)
{
    EXPECT_EQ(take("a", first), "");
    file.drop();

    EXPECT_EQ(files(), 0U);
    EXPECT_FALSE(take("b", more)); // nobody began it
}

TEST_F(SavedFileTest, IsRefusedWhereThereIsNoFolder)
{
    EXPECT_FALSE(file.take({"list.csv", "a", only}, {}));
    EXPECT_FALSE(file.take({"list.csv", "a", only}, folder / "gone"));
}

TEST_F(SavedFileTest, MayBeReadByItsOwnerOnly)
{
    ASSERT_TRUE(take("a", only));

    EXPECT_EQ(std::filesystem::status(folder / "list.csv").permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(SaveFolder, IsTheOneThatWasWishedForOrNone)
{
    const test::TemporaryFolder folder;

    EXPECT_EQ(save_folder(folder.path()), folder.path());
    EXPECT_EQ(save_folder(folder / "gone"), "");
}

} // namespace
} // namespace verandah::console
