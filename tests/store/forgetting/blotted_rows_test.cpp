// SPDX-License-Identifier: Apache-2.0
// What a forgetting says it took away: held against the rows, by whoever has the key and by whoever has not.
#include "clinic/store/chain.hpp"
#include "clinic/store/forgetting/blotted_rows.hpp"
#include "clinic/store/sealed_rows.hpp"
#include "tests/store/audit/audited_journal.hpp"
#include "tests/store/forgetting/history.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace verandah::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

BlottedRows any_blots()
{
    BlottedRows blots;
    blots.of = *rc::gen::arbitrary<bool>() ? BlottedRows::Of::day : BlottedRows::Of::visitor;
    domain::Sequence row = 0;
    for (int ranges = *rc::gen::inRange(0, 5); ranges > 0; --ranges) {
        const auto first = row + *rc::gen::inRange<domain::Sequence>(2, 9);
        row = first + *rc::gen::inRange<domain::Sequence>(0, 9);
        blots.emptied.push_back({first, row});
    }
    row = 0;
    for (int rows = *rc::gen::inRange(0, 5); rows > 0; --rows) {
        row += *rc::gen::inRange<domain::Sequence>(1, 9);
        blots.exchanged.push_back({row, vault::hash({bytes_of(row)})});
    }
    return blots;
}

TEST(BlottedRows, ComeBackAsTheyWereWritten)
{
    EXPECT_TRUE(rc::check("split . with", [] {
        const auto blots = any_blots();
        const std::vector row(*rc::gen::inRange<std::size_t>(0, 40), std::byte{'k'});

        const auto bytes = with_blots(blots, row);
        const auto split = split_forgetting(bytes);

        RC_ASSERT(split.has_value());
        RC_ASSERT(split->blots == blots);
        RC_ASSERT(std::ranges::equal(split->row, row));
    }));
}

TEST(BlottedRows, AreRefusedWhenAnyByteIsMissing)
{
    const BlottedRows blots{
        .of = BlottedRows::Of::visitor, .emptied = {{3, 4}, {9, 9}}, .exchanged = {{7, vault::hash({bytes_of(7)})}}};
    const auto bytes = with_blots(blots, {});

    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(split_forgetting(std::span{bytes}.first(size))) << size;
    }
}

TEST(BlottedRows, AreRefusedWhenTheyDoNotRise)
{
    for (const auto& ranges : {std::vector<RowRange>{{5, 4}}, {{5, 6}, {6, 7}}, {{5, 6}, {2, 3}}, {{0, 1}}}) {
        EXPECT_FALSE(split_forgetting(with_blots({.emptied = ranges, .exchanged = {}}, {})));
    }
}

TEST(BlottedRows, AreFoundInTheirRanges)
{
    std::vector<RowRange> ranges;
    for (const domain::Sequence row : {2U, 3U, 4U, 8U}) {
        add_row(ranges, row);
    }

    EXPECT_THAT(ranges, ElementsAre(RowRange{2, 4}, RowRange{8, 8}));
    for (const domain::Sequence row : {2U, 3U, 4U, 8U}) {
        EXPECT_TRUE(contain(ranges, row)) << row;
    }
    for (const domain::Sequence row : {1U, 5U, 7U, 9U}) {
        EXPECT_FALSE(contain(ranges, row)) << row;
    }
}

/// A journal in which one visitor was forgotten, and somebody who has the disk, the key or both.
class BlottedJournal : public testing::Test {
protected:
    void SetUp() override
    {
        hers = history.mint(1);
        history.check_in(hers);
        history.check_in(std::nullopt);
        history.forget(hers);
    }
    [[nodiscard]] std::string proof() const
    {
        try {
            walk_sealed_rows(history.folder().file(), [](const SealedRow&) {});
            return {};
        } catch (const DamagedJournal& damage) {
            return damage.what();
        }
    }
    /// Takes a row's content away, as a forgetting would, and keeps the chain whole.
    void empty(domain::Sequence row) const
    {
        const auto sealed = history.sealed(row);
        const auto digest = vault::hash({std::as_bytes(std::span{sealed.data(), sealed.size()})});
        SQLite::Database file{history.folder().file().string(), SQLite::OPEN_READWRITE};
        SQLite::Statement update{file, "UPDATE journal SET sealed = x'', original = ? WHERE sequence = ?"};
        update.bind(1, digest.data(), static_cast<int>(digest.size()));
        update.bind(2, static_cast<std::int64_t>(row));
        update.exec();
    }

    test::History history; // 1 minted, 2 the day, 3 her ticket, 4 another one, 5 forgotten
    domain::VisitorId hers{0};
};

TEST_F(BlottedJournal, ProvesItselfWithoutAnyKey)
{
    std::vector<domain::Sequence> forgotten;
    walk_sealed_rows(history.folder().file(), [&forgotten](const SealedRow& row) {
        if (!row.original.empty()) {
            forgotten.push_back(row.position.last);
        }
    });

    EXPECT_THAT(forgotten, ElementsAre(1, 3));
    EXPECT_THAT(proof(), IsEmpty());
}

TEST_F(BlottedJournal, ShowsARowThatSomebodyElseTookOut)
{
    empty(4);

    EXPECT_THAT(proof(), HasSubstr("event 4 was taken out or exchanged"));
    EXPECT_EQ(history.folder().damage().at(), 4U);
    EXPECT_EQ(history.folder().damage_without_key().at(), 4U);
}

TEST_F(BlottedJournal, ShowsARowThatWasExchangedForAnother)
{
    history.folder().spoil("UPDATE journal SET sealed = (SELECT sealed FROM journal WHERE sequence = 4) "
                           "WHERE sequence = 3");

    EXPECT_THAT(proof(), HasSubstr("event 3 was taken out or exchanged"));
    EXPECT_EQ(history.folder().damage().at(), 3U);
}

TEST_F(BlottedJournal, ShowsAForgettingWhoseListWasChanged)
{
    history.folder().spoil(
        "UPDATE journal SET sealed = CAST(substr(sealed, 1, 6) || x'07' || substr(sealed, 8) AS BLOB) "
        "WHERE sequence = 5");

    EXPECT_EQ(history.folder().damage().at(), 5U);
}

TEST_F(BlottedJournal, TakesADigestOfAnotherSizeForDamage)
{
    history.folder().spoil("UPDATE journal SET original = x'00' WHERE sequence = 1");

    EXPECT_EQ(history.folder().damage().at(), 1U);
}

TEST_F(BlottedJournal, GoesThroughABackupAsItIs)
{
    const auto copy = history.folder().folder() / "copy.db";
    SealedJournalMaker maker{copy};
    walk_sealed_rows(history.folder().file(),
                     [&maker](const SealedRow& row) { maker.append(row.sealed, row.original); });
    maker.finish();

    Ledger ledger{test::small_line_centre()};
    Journal journal{copy, history.folder().key(), Access::read_only};
    replay_into(ledger, journal);
    EXPECT_TRUE(ledger == history.live());
}

TEST(ForgottenPast, IsWholeToAnAuditOfBeforeAndAfter)
{
    test::AuditedJournal audited;
    audited.live(5);
    {
        Journal journal{audited.journal().file(), audited.journal().key()};
        journal.prove();
        journal.forget(
            std::vector{Blot{2, std::nullopt}, Blot{4, std::nullopt}},
            {domain::ForgettingEvent{domain::VisitorForgotten{domain::VisitorId{1}, test::noon}}, "hub", std::nullopt});
    }
    audited.live(2);

    const auto report = audited.verified();
    EXPECT_THAT(report.findings, IsEmpty());
    EXPECT_THAT(report.notes, testing::Contains(HasSubstr("2 of them were forgotten")));
}

} // namespace
} // namespace verandah::store
