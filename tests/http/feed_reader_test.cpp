// SPDX-License-Identifier: Apache-2.0
// Server-sent events, however the network cuts them.
#include "shared/wire/http/feed_reader.hpp"
#include "shared/wire/http/server.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verandah::test {

namespace {

/// Everything that one reader makes of `pieces`.
std::vector<wire::ReadFrame> frames_of(const std::vector<std::string_view>& pieces)
{
    std::vector<wire::ReadFrame> heard;
    wire::FeedReader reader{[&](wire::ReadFrame frame) { heard.push_back(std::move(frame)); }};
    for (const auto piece : pieces) {
        EXPECT_TRUE(reader.take(piece));
    }
    return heard;
}

/// As frames_of(), byte by byte.
std::vector<wire::ReadFrame> frames_by_byte(std::string_view text)
{
    std::vector<std::string_view> bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bytes.push_back(text.substr(at, 1));
    }
    return frames_of(bytes);
}

} // namespace

TEST(FeedReader, ReadsTheSameFramesByteByByte)
{
    const auto text = wire::event_frame("ticket_called", 7, R"({"number":"47"})") + ": still here\n\n" +
                      wire::event_frame("ticket_done", 8, "{}");

    const auto heard = frames_by_byte(text);

    ASSERT_EQ(heard.size(), 2U);
    EXPECT_EQ(heard[0].id, 7U);
    EXPECT_EQ(heard[0].name, "ticket_called");
    EXPECT_EQ(heard[0].data, R"({"number":"47"})");
    EXPECT_EQ(heard[1].id, 8U);
    EXPECT_EQ(heard[1].name, "ticket_done");
}

TEST(FeedReader, HandsOutNoFrameBeforeItIsWhole)
{
    EXPECT_TRUE(frames_of({"event: ticket_called\nid: 7\ndata: {}\n"}).empty());
}

TEST(FeedReader, TakesACommentForNoFrame)
{
    EXPECT_TRUE(frames_of({": still here\n\n: still here\n\n"}).empty());
}

TEST(FeedReader, KeepsTheLastIdWhereAFrameHasNone)
{
    const auto heard = frames_of({"event: a\nid: 9\ndata: {}\n\nevent: b\ndata: {}\n\n"});

    ASSERT_EQ(heard.size(), 2U);
    EXPECT_EQ(heard[1].id, 9U); // HTML standard, 9.2.6: the last event id stays until another is set
}

TEST(FeedReader, JoinsDataLinesByALineFeed)
{
    const auto heard = frames_of({"event: a\nid: 1\ndata: one\ndata: two\n\n"});

    ASSERT_EQ(heard.size(), 1U);
    EXPECT_EQ(heard[0].data, "one\ntwo");
}

TEST(FeedReader, IgnoresFieldsItDoesNotKnow)
{
    const auto heard = frames_of({"retry: 10\nevent: a\nid: 1\ncolour\ndata: {}\n\n"});

    ASSERT_EQ(heard.size(), 1U);
    EXPECT_EQ(heard[0].data, "{}");
}

TEST(FeedReader, RefusesALineThatNeverEnds)
{
    wire::FeedReader reader{[](const wire::ReadFrame&) { ADD_FAILURE() << "no frame is whole"; }};
    const std::string piece(64 * 1024, 'x');
    std::size_t taken = 0;
    while (reader.take(piece) && taken <= 2 * wire::FeedReader::largest_frame) {
        taken += piece.size();
    }
    EXPECT_LE(taken, wire::FeedReader::largest_frame);
}

TEST(FeedReader, RefusesAFrameOfMoreAndMoreLines)
{
    wire::FeedReader reader{[](const wire::ReadFrame&) { ADD_FAILURE() << "no frame is whole"; }};
    const auto line = "data: " + std::string(64 * 1024, 'x') + "\n";
    std::size_t taken = 0;
    while (reader.take(line) && taken <= 2 * wire::FeedReader::largest_frame) {
        taken += line.size();
    }
    EXPECT_LE(taken, wire::FeedReader::largest_frame);
}

} // namespace verandah::test
