// SPDX-License-Identifier: Apache-2.0
// The journal as it is meant to be used: what was appended comes back, and nothing else can be done to it.
#include "clinic/store/journal.hpp"
#include "tests/store/full_disk.hpp"
#include "tests/store/happenings.hpp"
#include "tests/store/journal_folder.hpp"

#include <gmock/gmock.h>

#include <algorithm>
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

using test::FullDisk;

TEST(Journal, BringsBackWhatWasAppendedInGroupsOfAnySize)
{
    const test::JournalFolder folder;
    rc::Random random{2026};
    std::vector<Recorded> all;
    for (const std::size_t size : {1UL, 0UL, 7UL, 600UL, 64UL}) {
        std::vector<Recorded> group;
        std::generate_n(std::back_inserter(group), size,
                        [&] { return test::any_recorded()(random.split(), 10).value(); });
        folder.append(group);
        all.insert(all.end(), group.begin(), group.end());
    }

    EXPECT_TRUE(folder.replayed() == all);
}

TEST(Journal, NumbersEventsFromOneWithoutAGap)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(3));
    folder.append(test::some_events(2));

    std::vector<Sequence> sequences;
    Journal journal{folder.file(), folder.key()};
    journal.replay([&](Sequence sequence, const Recorded&) { sequences.push_back(sequence); });

    EXPECT_EQ(sequences, (std::vector<Sequence>{1, 2, 3, 4, 5}));
    EXPECT_EQ(journal.last(), 5U);
}

TEST(Journal, RefusesToAppendBeforeItWasReplayed)
{
    const test::JournalFolder folder;
    Journal journal{folder.file(), folder.key()};

    EXPECT_THROW(journal.append(test::some_events(1)), std::logic_error);
}

TEST(Journal, NeedsNoDiskForNoEventsOnceItHasBegun)
{
    const test::JournalFolder folder;
    Journal journal{folder.file(), folder.key()};
    journal.replay(nothing);
    journal.append(test::some_events(1));
    const auto before = folder.bytes();

    journal.append({});

    EXPECT_TRUE(folder.bytes() == before);
}

TEST(Journal, HasTheEventsOnTheDiskWhenAppendReturns)
{
    const test::JournalFolder folder;
    Journal journal{folder.file(), folder.key()};
    journal.replay(nothing);
    journal.append(test::some_events(3));

    EXPECT_EQ(folder.replayed(Access::read_only), test::some_events(3)); // another connection, while this one is open
}

TEST(Journal, LetsAReaderLookWhileItIsWritten)
{
    const test::JournalFolder folder;
    Journal journal{folder.file(), folder.key()};
    journal.replay(nothing);
    Journal reader{folder.file(), folder.key(), Access::read_only};
    journal.append(test::some_events(2));

    EXPECT_NO_THROW(reader.replay(nothing));
    EXPECT_NO_THROW(journal.append(test::some_events(1)));
}

TEST(Journal, MakesNoFileForAReader)
{
    const test::JournalFolder folder;

    EXPECT_THROW(Journal(folder.file(), folder.key(), Access::read_only), std::exception);
    EXPECT_FALSE(std::filesystem::exists(folder.file()));
}

TEST(Journal, WritesNoEventInTheClear)
{
    const test::JournalFolder folder;
    folder.append({{domain::LineEvent{domain::TicketReclassified{domain::TicketId{1},
                                                                 domain::PriorityCode::make("canary-class").value(),
                                                                 "canary reason", domain::Instant{}}},
                    "canary-device", std::nullopt}});

    for (const auto& [name, bytes] : folder.bytes()) {
        EXPECT_THAT(bytes, Not(HasSubstr("canary"))) << name;
        EXPECT_THAT(bytes, Not(HasSubstr("reclassified"))) << name;
    }
}

TEST(Journal, TakesNothingMoreAfterAFailedAppend)
{
    const test::JournalFolder folder;
    Journal journal{folder.file(), folder.key()};
    journal.replay(nothing);
    journal.append(test::some_events(1));
    {
        const FullDisk full{8 * 1024};
        EXPECT_THROW(journal.append(test::some_events(100)), SQLite::Exception);
    }

    EXPECT_THROW(journal.append(test::some_events(1)), std::logic_error);
}

TEST(Journal, HasAllThatWasAcknowledgedWhenItIsOpenedAfterAFailedAppend)
{
    const test::JournalFolder folder;
    {
        Journal journal{folder.file(), folder.key()};
        journal.replay(nothing);
        journal.append(test::some_events(3));
        const FullDisk full{8 * 1024};
        EXPECT_THROW(journal.append(test::some_events(100)), SQLite::Exception);
    }

    EXPECT_EQ(folder.replayed(), test::some_events(3));
    EXPECT_NO_THROW(folder.append(test::some_events(1)));
}

// What a row's length could tell.

Recorded check_in(int services, std::optional<domain::VisitorId> visitor)
{
    std::vector<domain::ServiceCode> asked;
    for (int each = 0; each < services; ++each) {
        asked.push_back(domain::ServiceCode::make("service-" + std::to_string(each)).value());
    }
    return {domain::LineEvent{domain::TicketIssued{domain::TicketId{1}, domain::TicketNumber::make(1).value(),
                                                   domain::Instant{}, domain::PriorityCode::make("standard").value(),
                                                   asked, visitor, 0}},
            "kiosk-1", domain::RequestKey::make(domain::Instant{}, {})};
}

TEST(Journal, DoesNotShowInTheLengthOfARowWhetherTheCardWasKnown)
{
    constexpr int most_services = 32;
    const test::JournalFolder folder;
    std::vector<Recorded> rows;
    for (int services = 1; services <= most_services; ++services) {
        rows.push_back(check_in(services, std::nullopt));
        rows.push_back(check_in(services, domain::VisitorId{1}));
        rows.push_back(check_in(services, domain::VisitorId{3'000'000'000}));
    }
    folder.append(rows);

    const SQLite::Database database{folder.file().string()};
    SQLite::Statement sizes{database, "SELECT count(DISTINCT length(sealed)) FROM journal GROUP BY (sequence - 1) / 3"};
    while (sizes.executeStep()) {
        EXPECT_EQ(sizes.getColumn(0).getInt(), 1);
    }
}

} // namespace
} // namespace verandah::store
