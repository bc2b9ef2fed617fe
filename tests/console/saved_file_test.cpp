// SPDX-License-Identifier: Apache-2.0
// A file is whole under its name, or not there.
#include "clinic/console/app/saved_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string>

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

/// Which screen of a centre a machine is: assets/systemd lets a console see sticks, and a kiosk none.
enum class Screen { console, kiosk };

/// In a process of its own: a machine of which everything is read-only, with a stick that was put in.
bool become(Screen screen)
{
    const auto user = std::to_string(::getuid());
    if (::unshare(CLONE_NEWNS) != 0) { // no administrator; then one of a world of its own
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
            return false;
        }
        std::ofstream{"/proc/self/uid_map"} << "0 " << user << " 1";
    }
    const auto read_only = [](const char* place) {
        return ::mount(place, place, nullptr, MS_BIND | MS_REC, nullptr) == 0 &&
               ::mount(nullptr, place, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
    };
    const auto empty = [](const char* place, unsigned long flags) {
        return ::mount("none", place, "tmpfs", flags, "mode=755") == 0;
    };
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 || !empty("/media", 0) || !empty("/run", 0) ||
        !std::filesystem::create_directories("/run/media/verandah/sdx1") || !read_only("/run")) {
        return false;
    }
    ::setenv("HOME", "/proc", 1); // nobody's to write to
    return empty("/run/media/verandah/sdx1", MS_NOEXEC | MS_NODEV | MS_NOSUID) &&
           (screen == Screen::console || empty("/run/media", MS_RDONLY));
}

/// Where a file gets to that is saved there: "" for nowhere, nullopt where no such machine can be made.
std::optional<std::string> saved_at(Screen screen)
{
    std::array<int, 2> pipe{};
    EXPECT_EQ(::pipe(pipe.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        if (!become(screen)) {
            ::_exit(1);
        }
        SavedFile file;
        const auto saved = file.take({"list.csv", "a", SavePart::Place::only}, save_folder({})).value_or("");
        const bool is_told = ::write(pipe[1], saved.data(), saved.size()) == static_cast<ssize_t>(saved.size());
        ::_exit(is_told ? 0 : 1);
    }
    ::close(pipe[1]);
    std::array<char, 256> told{};
    const auto size = ::read(pipe[0], told.data(), told.size());
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return status == 0 && size >= 0 ? std::optional{std::string{told.data(), static_cast<std::size_t>(size)}}
                                    : std::nullopt;
}

TEST(SaveFolder, IsTheStickAtAConsoleWhereAllElseIsReadOnly)
{
    const auto saved = saved_at(Screen::console);
    if (!saved) {
        GTEST_SKIP() << "this machine lets nobody mount anything";
    }
    EXPECT_EQ(saved, "/run/media/verandah/sdx1/list.csv");
}

TEST(SaveFolder, IsNoneWhereTheStickIsHidden)
{
    const auto saved = saved_at(Screen::kiosk);
    if (!saved) {
        GTEST_SKIP() << "this machine lets nobody mount anything";
    }
    EXPECT_EQ(saved, "");
}

TEST(SaveFolder, IsTheOneThatWasWishedForOrNone)
{
    const test::TemporaryFolder folder;

    EXPECT_EQ(save_folder(folder.path()), folder.path());
    EXPECT_EQ(save_folder(folder / "gone"), "");
}

} // namespace
} // namespace verandah::console
