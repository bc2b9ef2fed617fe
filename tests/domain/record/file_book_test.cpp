// SPDX-License-Identifier: Apache-2.0
// Which files there are, and what may be written in them.
#include "shared/domain/record/file_book.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

constexpr Instant noon{std::chrono::hours{12}};
const SealedBytes some_key(72, std::byte{1});
const SealedBytes some_box(256, std::byte{2});
constexpr VisitorId her{7};

FileId begin(FileBook& book, const FileOwner& owner)
{
    const FileId file{static_cast<std::int64_t>(book.all().size()) * 7 + 100};
    domain::apply(book, book.begin(file, owner, some_key, noon).value());
    return file;
}

TEST(FileBook, HasOneFileForAVisitor)
{
    FileBook book;
    const auto file = begin(book, her);

    EXPECT_FALSE(book.begin(FileId{1}, her, some_key, noon));
    EXPECT_FALSE(book.begin(file, VisitorId{8}, some_key, noon));
    EXPECT_TRUE(book.begin(FileId{1}, VisitorId{8}, some_key, noon));
    EXPECT_TRUE(book.begin(FileId{1}, TicketId{7}, some_key, noon)); // the same number, and something else
}

TEST(FileBook, TakesEntriesInTheirOrderOnly)
{
    FileBook book;
    const auto file = begin(book, her);

    EXPECT_FALSE(book.write(file, 2, some_box, noon));
    domain::apply(book, book.write(file, 1, some_box, noon).value());
    const auto again = book.write(file, 1, some_box, noon);

    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().why, Refusal::Why::conflict);
    EXPECT_EQ(book.find(file)->entries.size(), 1U);
    EXPECT_EQ(book.write(FileId{99}, 1, some_box, noon).error().why, Refusal::Why::not_found);
}

TEST(FileBook, ForgetsAVisitorsFile)
{
    FileBook book;
    const auto file = begin(book, her);

    book.forget(her);

    EXPECT_EQ(book.find(file), nullptr);
    EXPECT_FALSE(book.file_of(her));
}

TEST(FileBook, KeepsTheFilesOfTicketsForTheirDayOnly)
{
    FileBook book;
    const auto of_ticket = begin(book, TicketId{1});
    const auto of_visitor = begin(book, her);

    book.end_day();

    EXPECT_EQ(book.find(of_ticket), nullptr);
    EXPECT_FALSE(book.file_of(TicketId{1}));
    EXPECT_NE(book.find(of_visitor), nullptr);
}

TEST(FileBook, IsNotChangedByAnEntryOfAFileThatIsGone)
{
    FileBook book;
    const auto file = begin(book, her);
    const auto late = book.write(file, 1, some_box, noon).value();
    book.forget(her);
    const auto before = book;

    domain::apply(book, late);

    EXPECT_EQ(book, before);
}

TEST(FileBook, KnowsWhenACounterfoilCameBackFirst)
{
    FileBook book;
    const CounterfoilHash code{std::byte{3}};
    EXPECT_EQ(book.returned(code), nullptr);

    domain::apply(book, book.take_back(code, CounterfoilWay::kiosk, noon).value());

    ASSERT_NE(book.returned(code), nullptr);
    EXPECT_EQ(book.returned(code)->at, noon);
    EXPECT_FALSE(book.take_back(code, CounterfoilWay::console, noon));
}

} // namespace
} // namespace verandah::domain
