// SPDX-License-Identifier: Apache-2.0
// Reading the journal backwards, beside whoever writes it.
#include "clinic/store/audit/looking_back.hpp"
#include "tests/store/journal_folder.hpp"

#include <gmock/gmock.h>

namespace verandah::store {
namespace {

using domain::Sequence;
using testing::ElementsAre;
using Go = LookingBack::Go;

class LookingBackTest : public testing::Test {
protected:
    /// The numbers of the events read, and where to go on.
    std::vector<Sequence> read(Sequence before, std::size_t most, std::size_t stop_after = 1'000)
    {
        LookingBack past{journal.file(), journal.key()};
        std::vector<Sequence> seen;
        next = past.read(before, most, [&](Sequence event, const domain::Recorded& recorded) {
            EXPECT_EQ(recorded, events.at(event - 1));
            seen.push_back(event);
            return seen.size() < stop_after ? Go::on : Go::stop;
        });
        return seen;
    }
    Sequence damage_at(Sequence before = 0)
    {
        try {
            static_cast<void>(read(before, 100));
        } catch (const DamagedJournal& damage) {
            return damage.at();
        }
        ADD_FAILURE() << "no damage was met";
        return 0;
    }

    test::JournalFolder journal;
    std::vector<domain::Recorded> events = test::some_events(7);
    std::optional<Sequence> next;
};

TEST_F(LookingBackTest, BeginsAtTheNewestAndEndsAtTheFirst)
{
    journal.append(events);

    EXPECT_THAT(read(0, 100), ElementsAre(7, 6, 5, 4, 3, 2, 1));
    EXPECT_EQ(next, std::nullopt);
}

TEST_F(LookingBackTest, GoesOnWhereItStoppedWithoutAGapAndWithoutAnythingTwice)
{
    journal.append(events);

    EXPECT_THAT(read(0, 3), ElementsAre(7, 6, 5));
    EXPECT_EQ(next, Sequence{5});
    EXPECT_THAT(read(*next, 3), ElementsAre(4, 3, 2));
    EXPECT_THAT(read(next.value(), 3), ElementsAre(1));
    EXPECT_EQ(next, std::nullopt);
}

TEST_F(LookingBackTest, StopsWhenItIsToldTo)
{
    journal.append(events);

    EXPECT_THAT(read(0, 100, 2), ElementsAre(7, 6));
    EXPECT_EQ(next, Sequence{6});
}

TEST_F(LookingBackTest, ReadsNothingInAnEmptyJournal)
{
    journal.append({});

    EXPECT_TRUE(read(0, 100).empty());
    EXPECT_EQ(next, std::nullopt);
}

TEST_F(LookingBackTest, ReadsWhatALockedHubWrote)
{
    journal.append({events.begin(), events.begin() + 4});
    journal.append_without_key({events.begin() + 4, events.end()});

    EXPECT_EQ(read(0, 100).size(), 7U);
}

TEST_F(LookingBackTest, MeetsARowThatWasChanged)
{
    journal.append(events);
    journal.spoil("UPDATE journal SET sealed = zeroblob(length(sealed)) WHERE sequence = 4");

    EXPECT_EQ(damage_at(), 4U);
    EXPECT_THAT(read(4, 100), ElementsAre(3, 2, 1)); // what is older is whole
}

TEST_F(LookingBackTest, MeetsARowThatWasTakenAway)
{
    journal.append(events);
    journal.spoil("DELETE FROM journal WHERE sequence = 4");

    EXPECT_EQ(damage_at(), 4U);
}

TEST_F(LookingBackTest, MeetsARowOfAnotherPlace)
{
    journal.append(events);
    journal.spoil("UPDATE journal SET sealed = (SELECT sealed FROM journal WHERE sequence = 2) WHERE sequence = 5");

    EXPECT_EQ(damage_at(), 5U);
}

TEST_F(LookingBackTest, ReadsNothingWithTheKeyOfAnotherCentre)
{
    journal.append(events);
    LookingBack past{journal.file(), vault::HubKey::make()};

    EXPECT_THROW(static_cast<void>(past.read(0, 10, [](Sequence, const domain::Recorded&) { return Go::on; })),
                 DamagedJournal);
}

TEST_F(LookingBackTest, ReadsBesideAWriterWhatTheDiskHas)
{
    journal.append({events.begin(), events.begin() + 5});
    Journal writing{journal.file(), journal.key()};
    writing.replay([](Sequence, const domain::Recorded&) {});
    LookingBack past{journal.file(), journal.key()};
    writing.append(std::span{events}.subspan(5));

    std::size_t seen = 0;
    static_cast<void>(past.read(0, 100, [&](Sequence, const domain::Recorded&) {
        ++seen;
        return Go::on;
    }));
    EXPECT_EQ(seen, 7U);
}

} // namespace
} // namespace verandah::store
