// SPDX-License-Identifier: Apache-2.0
// A stream of sealed parts: read as written, or not at all.
#include "shared/vault/hash.hpp"
#include "shared/vault/random.hpp"
#include "shared/vault/sealed_stream.hpp"
#include "tests/vault/bytes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace verandah::vault {
namespace {

using test::bytes;
using Bytes = std::vector<std::byte>;

class SealedStream : public testing::Test {
protected:
    SealedStream()
    {
        initialise();
        key.emplace(make_stream_key());
        StreamSealer sealer{*key};
        header = sealer.header();
        for (const auto* text : {"first", "second", ""}) {
            Bytes sealed;
            sealer.seal(bytes(text), *text == '\0' ? Part::last : Part::more_follows, sealed);
            parts.push_back(sealed);
        }
    }
    std::optional<StreamKey> key;
    StreamHeader header{};
    std::vector<Bytes> parts;
    Bytes scratch;
};

TEST_F(SealedStream, IsReadAsItWasWritten)
{
    StreamOpener opener{*key, header};

    for (const auto* text : {"first", "second", ""}) {
        const auto& sealed = parts[*text == 'f' ? 0 : *text == 's' ? 1 : 2];
        EXPECT_EQ(sealed.size(), std::string_view{text}.size() + stream_overhead);
        const auto opened = opener.open(sealed, scratch);
        ASSERT_TRUE(opened) << text;
        EXPECT_TRUE(std::ranges::equal(opened->content, bytes(text)));
        EXPECT_EQ(opened->part == Part::last, *text == '\0');
    }
}

TEST_F(SealedStream, RefusesPartsInAnotherOrder)
{
    StreamOpener opener{*key, header};

    EXPECT_FALSE(opener.open(parts[1], scratch));
}

TEST_F(SealedStream, RefusesAPartTwice)
{
    StreamOpener opener{*key, header};

    ASSERT_TRUE(opener.open(parts[0], scratch));
    EXPECT_FALSE(opener.open(parts[0], scratch));
}

TEST_F(SealedStream, RefusesAnyBitChanged)
{
    for (std::size_t bit = 0; bit < parts[0].size() * 8; ++bit) {
        auto damaged = parts[0];
        damaged[bit / 8] ^= std::byte{1} << (bit % 8);
        StreamOpener opener{*key, header};
        EXPECT_FALSE(opener.open(damaged, scratch)) << bit;
    }
}

TEST_F(SealedStream, RefusesAPartCutShort)
{
    for (std::size_t size = 0; size < parts[0].size(); ++size) {
        StreamOpener opener{*key, header};
        EXPECT_FALSE(opener.open(std::span{parts[0]}.first(size), scratch)) << size;
    }
}

TEST_F(SealedStream, RefusesAnotherKeyAndAnotherHeader)
{
    StreamOpener of_another{make_stream_key(), header};
    EXPECT_FALSE(of_another.open(parts[0], scratch));

    auto other = header;
    other[0] ^= std::byte{1};
    StreamOpener with_another{*key, other};
    EXPECT_FALSE(with_another.open(parts[0], scratch));
}

TEST(RunningHash, GivesTheSameAsAllAtOnce)
{
    initialise();
    RunningHash running;
    running.add(bytes("one"));
    running.add(bytes(""));
    running.add(bytes("two"));

    EXPECT_EQ(running.digest(), hash({bytes("onetwo")}));
}

} // namespace
} // namespace verandah::vault
