// SPDX-License-Identifier: Apache-2.0
// The words that clinical data names its own by.
#include "shared/domain/care/dotted_code.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

TEST(DottedCode, IsWordsBetweenDots)
{
    for (const auto* text : {"hiv", "hiv.test.negative", "hbv-1.dose_2", "7"}) {
        const auto code = FactCode::make(text);
        ASSERT_TRUE(code) << text;
        EXPECT_EQ(code->view(), text);
    }
    EXPECT_TRUE(FactCode::make(std::string(FactCode::longest, 'a')));
}

TEST(DottedCode, RefusesWhatIsNoSuchWord)
{
    for (const auto* text : {"", ".", ".hiv", "hiv.", "hiv..test", "HIV", "hiv test", "hïv", "hiv/test"}) {
        EXPECT_FALSE(FactCode::make(text)) << text;
    }
    EXPECT_FALSE(FactCode::make(std::string(FactCode::longest + 1, 'a')));
    EXPECT_FALSE(FactCode::make(std::string_view{"a\0b", 3}));
}

TEST(DottedCode, IsWithinWhatItIsAParticularOf)
{
    const auto negative = FactCode::make("hiv.test.negative").value();

    EXPECT_TRUE(negative.is_within(FactCode::make("hiv").value()));
    EXPECT_TRUE(negative.is_within(FactCode::make("hiv.test").value()));
    EXPECT_TRUE(negative.is_within(negative));
    EXPECT_FALSE(negative.is_within(FactCode::make("hiv.te").value()));
    EXPECT_FALSE(FactCode::make("hiv").value().is_within(negative));
}

} // namespace
} // namespace verandah::domain
