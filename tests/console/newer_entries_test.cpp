// SPDX-License-Identifier: Apache-2.0
// What a newer version wrote is kept and cannot be shown; whoever reads the record is told so.
#include "clinic/console/wording/record_words.hpp"
#include "record_room.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using test::Room;
using testing::HasSubstr;
using testing::Not;

std::string foot_of(const Console& console)
{
    test::Stage stage{console};
    return side_words({stage.console, stage.words, test::sample_now}).foot;
}

TEST(NewerEntries, AreTold)
{
    test::RecordHub hub;
    hub.newer_version_writes();
    hub.newer_version_writes();

    EXPECT_THAT(foot_of(test::console_in_a_record(hub)), HasSubstr("2 entries are kept but not shown"));
}

TEST(NewerEntries, AreNoneWhereEverythingCanBeRead)
{
    EXPECT_THAT(foot_of(Room{}.console), Not(HasSubstr("kept but not shown")));
}

TEST(NewerEntries, LetANewRecordAndATestBeWrittenAfterThem)
{
    test::RecordHub hub;
    hub.newer_version_writes();
    auto console = test::console_in_a_record(hub);

    test::does(console, hub, test::choose("reason", "checkup"));
    test::does(console, hub, ChooseTests{{test::kind("syphilis.rapid")}});
    hub.answer(console, handle(console, TimePassed{}, test::sample_now + std::chrono::seconds{5}),
               test::sample_now + std::chrono::seconds{5});

    EXPECT_TRUE(hub.refusals().empty());
    EXPECT_EQ(hub.file().tests.size(), 1U);
    EXPECT_EQ(hub.file().encounters.size(), 1U);
    EXPECT_GT(hub.file().encounters.begin()->first.value(), 1); // that number may stand in what is not read here
}

} // namespace
} // namespace verandah::console
