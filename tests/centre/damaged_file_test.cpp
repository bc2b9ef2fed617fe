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
        std::string text{test::small_centre};
        const auto hits = *rc::gen::inRange(1, 8);
        for (int hit = 0; hit < hits; ++hit) {
            text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
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

TEST(PlainText, NeverTakesRandomBytesForTextBeyondTheirFirstFault)
{
    const bool held = rc::check("the text before the first fault is valid", [](const std::string& bytes) {
        const auto place = first_invalid_utf8(bytes);
        RC_ASSERT(place.has_value() || first_invalid_utf8(bytes + "ok") == std::nullopt);
    });
    EXPECT_TRUE(held);
}

} // namespace
} // namespace verandah::hub
