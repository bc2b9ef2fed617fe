// SPDX-License-Identifier: Apache-2.0
// The journal of a hub that has not got its key: it can be written to and proved, and not read.
#include "clinic/store/chain.hpp"
#include "clinic/store/journal.hpp"
#include "tests/store/journal_folder.hpp"

#include <gmock/gmock.h>

#include <iterator>
#include <string>
#include <vector>

namespace verandah::store {
namespace {

using domain::Recorded;
using domain::Sequence;
using test::nothing;
using testing::HasSubstr;
using testing::Not;

std::vector<Recorded> one_after_the_other(std::initializer_list<std::vector<Recorded>> groups)
{
    std::vector<Recorded> all;
    for (const auto& group : groups) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

TEST(LockedJournal, BringsBackRowsOfBothKindsInOrderOnceTheKeyIsThere)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(3));
    folder.append_without_key(test::some_events(5));
    folder.append(test::some_events(2));
    folder.append_without_key(test::some_events(1'500)); // more than the rows that are read at once

    EXPECT_TRUE(folder.replayed() == one_after_the_other({test::some_events(3), test::some_events(5),
                                                          test::some_events(2), test::some_events(1'500)}));
}

TEST(LockedJournal, IsMadeWithoutTheKeyAndReadWithIt)
{
    const test::JournalFolder folder;
    folder.append_without_key(test::some_events(2));

    EXPECT_EQ(folder.replayed(), test::some_events(2));
}

TEST(LockedJournal, KnowsWhereItEnds)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(3));
    folder.append_without_key(test::some_events(2));

    Journal without_key{folder.file(), folder.public_key()};
    without_key.prove();
    Journal with_key{folder.file(), folder.key()};
    with_key.replay(nothing);

    EXPECT_EQ(without_key.last(), 5U);
    EXPECT_EQ(without_key.position(), with_key.position());
}

TEST(LockedJournal, CannotBeRead)
{
    const test::JournalFolder folder;
    folder.append_without_key(test::some_events(1));
    Journal journal{folder.file(), folder.public_key()};

    EXPECT_FALSE(journal.opens());
    EXPECT_THROW(journal.replay(nothing), std::logic_error);
}

TEST(LockedJournal, RefusesToAppendBeforeItsEndWasFound)
{
    const test::JournalFolder folder;
    Journal journal{folder.file(), folder.public_key()};

    EXPECT_THROW(journal.append(test::some_events(1)), std::logic_error);
}

TEST(LockedJournal, WritesNoEventInTheClear)
{
    const test::JournalFolder folder;
    folder.append_without_key({{domain::LineEvent{domain::TicketReclassified{
                                    domain::TicketId{1}, domain::PriorityCode::make("canary-class").value(),
                                    "canary reason", domain::Instant{}}},
                                "canary-device", std::nullopt}});

    for (const auto& [name, bytes] : folder.bytes()) {
        EXPECT_THAT(bytes, Not(HasSubstr("canary"))) << name;
        EXPECT_THAT(bytes, Not(HasSubstr("reclassified"))) << name;
    }
}

TEST(LockedJournal, OpensWithTheKeyOfItsOwnHubOnly)
{
    const test::JournalFolder folder;
    folder.append_without_key(test::some_events(1));
    Journal journal{folder.file(), vault::HubKey::make(), Access::read_only};

    EXPECT_THROW(journal.replay(nothing), DamagedJournal);
}

/// Marks the only row as sealed in the other way and chains it anew, as whoever has the disk could.
void claim_the_other_kind(const std::filesystem::path& file)
{
    SQLite::Database database{file.string(), SQLite::OPEN_READWRITE};
    const std::string sealed = database.execAndGet("SELECT sealed FROM journal").getString();
    const auto changed = "k" + sealed.substr(1);
    const auto link = link_after(first_link(), 1,
                                 vault::hash({std::as_bytes(std::span<const char>{changed.data(), changed.size()})}));
    SQLite::Statement row{database, "UPDATE journal SET sealed = ?, chain = ?"};
    row.bind(1, changed.data(), static_cast<int>(changed.size()));
    row.bind(2, link.data(), static_cast<int>(link.size()));
    row.exec();
}

TEST(LockedJournal, IsRefusedWithARowThatOnlyClaimsToBeOfTheOtherKind)
{
    const test::JournalFolder folder;
    folder.append_without_key(test::some_events(1));
    claim_the_other_kind(folder.file());

    EXPECT_NO_THROW((Journal{folder.file(), folder.public_key()}.prove()));
    EXPECT_EQ(folder.damage().at(), 1U);
}

// Going on from where somebody else left it.

TEST(LockedJournal, GoesOnFromAKnownEndWithoutReadingAgain)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(3));
    const auto known = [&] {
        Journal journal{folder.file(), folder.public_key()};
        journal.prove();
        return journal.position();
    }();

    Journal journal{folder.file(), folder.public_key()};
    journal.go_on_from(known);
    journal.append(test::some_events(2));

    EXPECT_TRUE(folder.replayed() == one_after_the_other({test::some_events(3), test::some_events(2)}));
}

TEST(LockedJournal, DoesNotGoOnFromAnEndThatIsNotItsOwn)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(3));
    Journal proved{folder.file(), folder.public_key()};
    proved.prove();
    auto other_link = proved.position();
    other_link.chain.front() ^= std::byte{1};
    const Position earlier{2, proved.position().chain};

    Journal journal{folder.file(), folder.public_key()};

    EXPECT_THROW(journal.go_on_from(other_link), DamagedJournal);
    EXPECT_THROW(journal.go_on_from(earlier), DamagedJournal);
    EXPECT_THROW(journal.append(test::some_events(1)), std::logic_error);
}

TEST(Journal, ReadsOnWithWhatSomebodyElseAppendedMeanwhile)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(3));
    Journal reader{folder.file(), folder.key(), Access::read_only};
    std::vector<Recorded> seen;
    const auto see = [&](Sequence sequence, const Recorded& recorded) {
        seen.push_back(recorded);
        EXPECT_EQ(sequence, seen.size());
    };
    reader.replay(see);
    folder.append_without_key(test::some_events(2));

    reader.replay(see);

    EXPECT_TRUE(seen == one_after_the_other({test::some_events(3), test::some_events(2)}));
}

TEST(Journal, IsRefusedInAnEarlierVersion)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(1));
    folder.spoil("PRAGMA user_version = 2");

    EXPECT_THAT(folder.damage().what(), HasSubstr("has version 2, this program knows 3"));
}

} // namespace
} // namespace verandah::store
