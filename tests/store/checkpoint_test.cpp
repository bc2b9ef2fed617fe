// SPDX-License-Identifier: Apache-2.0
// The one line by which a replay is compared with the ledger that served.
#include "clinic/store/ledger_digest.hpp"
#include "tests/support/line_builder.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <system_error>

namespace verandah::store {
namespace {

using testing::HasSubstr;

Ledger ledger_with_an_alert()
{
    Ledger ledger{test::small_line_centre()};
    ledger.apply(
        1, {domain::AlertEvent{domain::AlertRaised{domain::AlertId{1}, domain::AlertKind::help, "kiosk-1", test::noon}},
            "kiosk-1", std::nullopt});
    return ledger;
}

TEST(Checkpoint, ComesBackAsItWasWritten)
{
    const test::TemporaryFolder folder;
    const auto checkpoint = checkpoint_of(ledger_with_an_alert());
    write_checkpoint(folder / "ledger.check", checkpoint);

    EXPECT_EQ(read_checkpoint(folder / "ledger.check").value(), checkpoint);
}

TEST(Checkpoint, ReplacesTheOneBeforeAndLeavesNothingBeside)
{
    const test::TemporaryFolder folder;
    write_checkpoint(folder / "ledger.check", checkpoint_of(Ledger{test::small_line_centre()}));
    write_checkpoint(folder / "ledger.check", checkpoint_of(ledger_with_an_alert()));

    EXPECT_EQ(read_checkpoint(folder / "ledger.check").value()->sequence, 1U);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder.path()}, {}), 1);
}

TEST(Checkpoint, IsNoneWhereThereIsNoFile)
{
    const test::TemporaryFolder folder;

    EXPECT_EQ(read_checkpoint(folder / "ledger.check").value(), std::nullopt);
}

TEST(Checkpoint, ThatIsDamagedIsRefusedByNameWithWhatToDo)
{
    const test::TemporaryFolder folder;
    const std::string digest(64, 'a');
    for (const auto& text : {std::string{}, std::string{"1"}, "1 " + digest + " more", "one " + digest,
                             "1 " + digest.substr(1), "1 " + digest + "a", "-1 " + digest}) {
        test::write_file(folder / "ledger.check", text);
        const auto read = read_checkpoint(folder / "ledger.check");
        ASSERT_FALSE(read) << text;
        EXPECT_THAT(read.error().detail, testing::AllOf(HasSubstr("ledger.check"), HasSubstr("delete it"))) << text;
    }
}

TEST(Checkpoint, ThatCannotBeWrittenIsAFaultOfTheDisk)
{
    const test::TemporaryFolder folder;

    EXPECT_THROW(write_checkpoint(folder / "no" / "ledger.check", checkpoint_of(ledger_with_an_alert())),
                 std::system_error);
}

TEST(Digest, DependsOnTheEventsAndNotOnTheCentre)
{
    auto centre = test::small_line_centre();
    centre.limits.call_lasts = std::chrono::minutes{9};

    EXPECT_EQ(digest_of(Ledger{centre}), digest_of(Ledger{test::small_line_centre()}));
}

TEST(Digest, DiffersWithAnOpenAlert)
{
    EXPECT_NE(digest_of(ledger_with_an_alert()), digest_of(Ledger{test::small_line_centre()}));
}

} // namespace
} // namespace verandah::store
