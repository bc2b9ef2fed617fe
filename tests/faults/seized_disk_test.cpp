// SPDX-License-Identifier: Apache-2.0
// What is on the disk of a machine that was taken away: nothing that says who came, when, or why.
#include "tests/faults/byte_search.hpp"
#include "tests/faults/seized_machine.hpp"
#include "tests/faults/tally.hpp"

#include <gmock/gmock.h>

namespace verandah::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(SeizedDisk, HoldsNothingOfTheDayInTheClear)
{
    SeizedMachine machine;
    machine.live_a_day();
    EXPECT_EQ(machine.largest_core(), 0U) << "a core file would hold all of it";
    machine.seize();

    Tally tally{.fault = "seized disk", .times = 1};
    const auto all_secrets = machine.secrets();
    for (const auto& folder : {machine.places().root(), machine.logs_of_screens()}) {
        const auto secrets = find_secrets(folder, all_secrets);
        const auto numbers = find_numbers_in_logs(folder, machine.numbers());
        EXPECT_THAT(secrets, IsEmpty());
        EXPECT_THAT(numbers, IsEmpty());
        tally.exposed += secrets.size() + numbers.size();
    }
    EXPECT_EQ(machine.numbers().size(), 4U);

    // The search did go through all of it.
    const auto root = machine.places().root();
    EXPECT_THAT(find_secrets(root, {{"the database", "SQLite format 3"}}), Contains(HasSubstr("journal.db")));
    EXPECT_THAT(find_secrets(root, {{"the name", SeizedMachine::kiosk_name}}), Contains(HasSubstr("/devices/")));
    EXPECT_THAT(find_secrets(root, {{"the log", "serving on port"}}), Contains(HasSubstr("hub.log")));
    EXPECT_THAT(find_secrets(root, {{"the backup", "verandah backup"}}), Contains(HasSubstr("/backup/")));
    EXPECT_THAT(find_secrets(root, {{"the keys' backup", "verandah"}}), Contains(HasSubstr("/backup-keys/")));
    leave(tally, "seized-disk");
}

// The tests of the test.

TEST(ByteSearch, FindsASecretInTheMiddleOfALargeFileInAFolderBelow)
{
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "home/.cache");
    std::string bytes(3'000'000, '\0');
    bytes.replace(1'234'567, 6, "canary");
    write_file(folder / "home/.cache/index", bytes);

    EXPECT_THAT(find_secrets(folder.path(), {{"a bird", "canary"}}),
                ElementsAre(AllOf(HasSubstr("a bird"), HasSubstr("home/.cache/index"))));
}

TEST(ByteSearch, FindsRawBytesWithZerosAmongThem)
{
    const TemporaryFolder folder;
    constexpr std::array token{std::byte{7}, std::byte{0}, std::byte{255}, std::byte{0}, std::byte{9}};
    write_file(folder / "journal.db-wal", "before" + bytes_of(token) + "after");

    EXPECT_THAT(find_secrets(folder.path(), {{"a token", bytes_of(token)}}), ElementsAre(HasSubstr("a token")));
}

TEST(ByteSearch, PassesOverASecretOnlyWhereItIsAllowed)
{
    const TemporaryFolder folder;
    write_file(folder / "kiosk.toml", "canary");
    write_file(folder / "kiosk.log", "canary");
    const auto is_allowed = [](const std::filesystem::path& file) { return file.extension() == ".toml"; };

    EXPECT_THAT(find_secrets(folder.path(), {{"a name", "canary", is_allowed}}), ElementsAre(HasSubstr("kiosk.log")));
}

TEST(ByteSearch, FindsANumberInALogLineThatHasATime)
{
    const TemporaryFolder folder;
    write_file(folder / "hub.log", "[2026-11-26 09:00:00.118] [info] serving on port 41180\n"
                                   "[2026-11-26 09:00:01.000] [info] called 118\n");

    EXPECT_THAT(find_numbers_in_logs(folder.path(), {118}), ElementsAre(HasSubstr("called 118")));
}

TEST(ByteSearch, FindsNothingWhereNothingIs)
{
    const TemporaryFolder folder;
    write_file(folder / "hub.log", "[2026-11-26 09:00:00.118] [info] stopping\n");

    EXPECT_THAT(find_secrets(folder.path(), {{"a bird", "canary"}}), IsEmpty());
    EXPECT_THAT(find_numbers_in_logs(folder.path(), {118}), IsEmpty());
}

} // namespace
} // namespace verandah::test
