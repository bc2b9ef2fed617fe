// SPDX-License-Identifier: Apache-2.0
// A journal that is not what it was: refused with what and where, and left exactly as it is.
#include "clinic/store/journal.hpp"
#include "shared/vault/seal.hpp"
#include "tests/store/happenings.hpp"
#include "tests/store/journal_folder.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <string_view>

namespace verandah::store {
namespace {

using testing::HasSubstr;

constexpr int events = 20;

struct Spoiled {
    const char* how;
    const char* sql;
    domain::Sequence at;
};

class SpoiledJournal : public testing::TestWithParam<Spoiled> {};

TEST_P(SpoiledJournal, IsRefusedWithTheEventAndLeftAsItIs)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(events));
    folder.spoil(GetParam().sql);
    const auto before = folder.bytes();

    const auto damage = folder.damage();

    EXPECT_EQ(damage.at(), GetParam().at) << damage.what();
    EXPECT_THAT(damage.what(), HasSubstr(std::to_string(GetParam().at)));
    EXPECT_TRUE(folder.bytes() == before);
}

TEST_P(SpoiledJournal, IsRefusedWithoutTheKeyToo)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(events));
    folder.spoil(GetParam().sql);
    const auto before = folder.bytes();

    const auto damage = folder.damage_without_key();

    EXPECT_EQ(damage.at(), GetParam().at) << damage.what();
    EXPECT_TRUE(folder.bytes() == before);
}

INSTANTIATE_TEST_SUITE_P(
    Journal, SpoiledJournal,
    testing::Values(
        Spoiled{"a row edited", "UPDATE journal SET sealed = zeroblob(length(sealed)) WHERE sequence = 7", 7},
        Spoiled{"a row cut", "UPDATE journal SET sealed = substr(sealed, 1, 100) WHERE sequence = 7", 7},
        Spoiled{"a row emptied", "UPDATE journal SET sealed = x'' WHERE sequence = 7", 7},
        Spoiled{"a link edited", "UPDATE journal SET chain = zeroblob(32) WHERE sequence = 7", 7},
        Spoiled{"a link cut", "UPDATE journal SET chain = x'00' WHERE sequence = 7", 7},
        Spoiled{"a row taken out", "DELETE FROM journal WHERE sequence = 7", 7},
        Spoiled{"the first row taken out", "DELETE FROM journal WHERE sequence = 1", 1},
        Spoiled{"a row taken out and the gap closed",
                "DELETE FROM journal WHERE sequence = 7; UPDATE journal SET sequence = sequence - 1 WHERE sequence > 7",
                7},
        Spoiled{"two rows in each other's place",
                "UPDATE journal SET sequence = -1 WHERE sequence = 7; UPDATE journal SET sequence = 7 WHERE "
                "sequence = 8; UPDATE journal SET sequence = 8 WHERE sequence = -1",
                7},
        Spoiled{"a row played twice",
                "INSERT INTO journal SELECT 21, sealed, chain, original FROM journal WHERE sequence = 20", 21}),
    [](const auto& spoiled) {
        std::string name{spoiled.param.how};
        std::ranges::replace_if(name, [](char letter) { return letter < 'a' || letter > 'z'; }, '_');
        return name;
    });

TEST(DamagedFile, IsRefusedOrReadAsItWasWhereverItsBytesAreRandom)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(events));
    const auto whole = folder.bytes();
    std::mt19937 random{2026};
    for (const auto& [name, bytes] : whole) {
        constexpr std::size_t page = 4096;
        for (std::size_t at = 0; at < bytes.size(); at += page / 8) {
            auto spoiled = bytes;
            std::generate_n(spoiled.begin() + static_cast<std::ptrdiff_t>(at),
                            std::min<std::size_t>(64, bytes.size() - at), [&] { return static_cast<char>(random()); });
            test::write_file(folder.folder() / name, spoiled);
            const auto before = folder.bytes();
            try {
                EXPECT_EQ(folder.replayed(Access::read_only), test::some_events(events)) << name << " at " << at;
                EXPECT_EQ(folder.replayed(), test::some_events(events)) << name << " at " << at;
            } catch (const DamagedJournal& damage) {
                EXPECT_TRUE(folder.bytes() == before) << name << " at " << at << ": " << damage.what();
            }
            test::write_file(folder.folder() / name, bytes);
        }
    }
}

TEST(DamagedFile, IsRefusedOrReadAsFarAsItGoesWhereverItIsCut)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(events));
    const auto whole = test::read_file(folder.file());
    for (std::size_t length = 512; length < whole.size(); length += 1024) {
        test::write_file(folder.file(), whole.substr(0, length));
        const auto before = folder.bytes();
        try {
            EXPECT_LT(folder.replayed().size(), static_cast<std::size_t>(events)) << "cut at " << length;
        } catch (const DamagedJournal& damage) {
            EXPECT_TRUE(folder.bytes() == before) << "cut at " << length << ": " << damage.what();
        }
        std::filesystem::remove(folder.folder() / "journal.db-wal");
        std::filesystem::remove(folder.folder() / "journal.db-shm");
    }
}

TEST(DamagedFile, IsRefusedWhenItIsNoDatabaseAtAll)
{
    const test::JournalFolder folder;
    test::write_file(folder.file(), std::string(5'000, 'x'));
    const auto before = folder.bytes();

    EXPECT_THAT(folder.damage().what(), HasSubstr("restore a backup"));
    EXPECT_TRUE(folder.bytes() == before);
}

TEST(ForeignFile, IsRefusedAndLeftAsItIs)
{
    const test::JournalFolder folder;
    SQLite::Database{folder.file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(
        "CREATE TABLE journal (sequence INTEGER PRIMARY KEY, sealed BLOB, chain BLOB)");
    const auto before = folder.bytes();

    EXPECT_THAT(folder.damage().what(), HasSubstr("not a Verandah journal"));
    EXPECT_TRUE(folder.bytes() == before);
}

TEST(LaterJournal, IsRefusedWithBothVersionsAndLeftAsItIs)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(1));
    folder.spoil("PRAGMA user_version = 4");
    const auto before = folder.bytes();

    EXPECT_THAT(folder.damage().what(), testing::AllOf(HasSubstr("version 4"), HasSubstr("knows 3")));
    EXPECT_TRUE(folder.bytes() == before);
}

TEST(WrongHubKey, IsNamedAsTheReason)
{
    const test::JournalFolder folder;
    folder.append(test::some_events(3));
    const auto before = folder.bytes();

    Journal journal{folder.file(), vault::HubKey::make()};
    try {
        journal.replay([](domain::Sequence, const domain::Recorded&) {});
        FAIL() << "it was opened";
    } catch (const DamagedJournal& damage) {
        EXPECT_THAT(damage.what(), HasSubstr("the hub key does not open this journal"));
    }
    EXPECT_TRUE(folder.bytes() == before);
}

TEST(RefusedJournal, KeepsWhatIsOnlyInItsWriteAheadLog)
{
    // A hub was cut off: its last events are in journal.db-wal only. The copy is that disk; a row of it is damaged.
    const test::JournalFolder live;
    Journal journal{live.file(), live.key()};
    journal.replay([](domain::Sequence, const domain::Recorded&) {});
    journal.append(test::some_events(events));
    const test::JournalFolder folder;
    for (const auto& [name, bytes] : live.bytes()) {
        test::write_file(folder.folder() / name, bytes);
    }
    const auto before = folder.bytes();
    ASSERT_TRUE(before.contains("journal.db-wal"));

    static_cast<void>(folder.damage()); // its hub key is another one

    EXPECT_TRUE(folder.bytes() == before);
}

TEST(ReplayedJournal, IsLeftAsItIsUntilSomethingIsAppended)
{
    // Whoever replayed it may still find that its end is missing, and refuse to serve it.
    const test::JournalFolder live;
    Journal journal{live.file(), live.key()};
    journal.replay([](domain::Sequence, const domain::Recorded&) {});
    journal.append(test::some_events(events));
    const test::TemporaryFolder copy;
    for (const auto& [name, bytes] : live.bytes()) {
        test::write_file(copy / name, bytes);
    }
    const auto log = test::read_file(copy / "journal.db-wal");

    {
        Journal again{copy / "journal.db", live.key()};
        again.replay([](domain::Sequence, const domain::Recorded&) {});
    }

    EXPECT_TRUE(test::read_file(copy / "journal.db-wal") == log);
}

/// A journal with one event that is sealed and chained as it should be, but of a kind that only a later version knows.
void write_later_kind(const test::JournalFolder& folder)
{
    folder.append(test::some_events(1));
    const auto content = nlohmann::json::to_cbor({{"kind", "ticket_sung"}, {"actor", "hub"}, {"at", 0}});
    const std::array<std::byte, 8> one{std::byte{1}};
    const std::string_view name = "verandah journal 3";
    std::vector<std::byte> sealed;
    vault::Sealer{folder.key().journal_key(), 256}.seal(std::as_bytes(std::span{content}), one, sealed);
    sealed.insert(sealed.begin(), std::byte{'k'});
    const auto chain = vault::hash({vault::hash({std::as_bytes(std::span{name})}), one, vault::hash({sealed})});

    const SQLite::Database database{folder.file().string(), SQLite::OPEN_READWRITE};
    SQLite::Statement row{database, "UPDATE journal SET sealed = ?, chain = ?"};
    row.bind(1, sealed.data(), static_cast<int>(sealed.size()));
    row.bind(2, chain.data(), static_cast<int>(chain.size()));
    row.exec();
}

TEST(LaterKindOfEvent, IsRefusedWithTheEventAndLeftAsItIs)
{
    const test::JournalFolder folder;
    write_later_kind(folder);
    const auto before = folder.bytes();

    const auto damage = folder.damage();

    EXPECT_EQ(damage.at(), 1U);
    EXPECT_THAT(damage.what(), testing::AllOf(HasSubstr("event 1 "), HasSubstr("does not know")));
    EXPECT_TRUE(folder.bytes() == before);
}

} // namespace
} // namespace verandah::store
