// SPDX-License-Identifier: Apache-2.0
// Whatever is done to the bytes of a centre.toml, the answer is a centre or a list of faults, never a crash.
#include "clinic/hub/centre/centre_file.hpp"
#include "clinic/hub/centre/plain_text.hpp"
#include "tests/centre/small_centre.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

namespace verandah::hub {
namespace {

TEST(DamagedFile, IsReadOrRefusedWithFaultsThatHaveAPlaceAndAdvice)
{
    const bool held = rc::check("a few bytes of the small centre are replaced", [] {
        const std::string marks = "\"'[]{}=,.#\\\n\t\x01 0zU"; // what TOML and the reader give a meaning to
        std::string text{test::small_centre};
        const auto hits = *rc::gen::inRange(1, 8);
        for (int hit = 0; hit < hits; ++hit) {
            text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::elementOf(marks);
        }
        const auto read = read_centre_text(text, "centre.toml");
        if (!read) {
            RC_ASSERT(!read.error().empty());
            for (const auto& fault : read.error()) {
                RC_ASSERT(fault.place.line >= 1 && !fault.what.empty() &&
                          fault.instead.ends_with('.') + fault.instead.ends_with('?') == 1);
            }
        }
    });
    EXPECT_TRUE(held);
}

TEST(DamagedFile, IsReadOrRefusedWhereverItWasCutShort)
{
    for (std::size_t length = 0; length <= test::small_centre.size(); ++length) {
        const auto read = read_centre_text(test::small_centre.substr(0, length), "centre.toml");
        EXPECT_TRUE(read || !read.error().empty()) << length;
    }
}

TEST(DamagedFile, OfKeysNestedWithoutEndDoesNotOverflowTheStack)
{
    std::string key = "a";
    for (int depth = 0; depth < 400'000; ++depth) {
        key += ".a";
    }

    for (const auto& text : {key + " = 1", "\n\n[" + key + "]"}) {
        const auto read = read_centre_text(text, "centre.toml");
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().front().what, "this line has more than 100 dots");
    }
}

TEST(DamagedFile, OfListsNestedWithoutEndDoesNotOverflowTheStack)
{
    EXPECT_FALSE(read_centre_text("x = " + std::string(500'000, '['), "centre.toml"));
}

TEST(PlainText, KnowsEveryWayInWhichBytesAreNotUtf8)
{
    for (const std::string_view bytes : {"\x80", "\xC0\xAF", "\xC2", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82",
                                         "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
        EXPECT_EQ(first_invalid_utf8("ab\n" + std::string{bytes}), (Place{2, 1}));
    }
}

TEST(PlainText, TakesEveryScriptForUtf8)
{
    EXPECT_EQ(first_invalid_utf8("नर्स से मिलें · مقابلة · ສະບາຍດີ · 𞤀 · \U0010FFFF"), std::nullopt);
}

} // namespace
} // namespace verandah::hub
