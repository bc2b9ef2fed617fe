// SPDX-License-Identifier: Apache-2.0
// What somebody typed and nobody may find later.
#include "shared/files/secret_text.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace verandah::files {
namespace {

TEST(SecretText, LeavesNothingInTheTextItWasMadeOf)
{
    for (const auto* words : {"482915", "river lantern mosaic thunder copper violin"}) {
        std::string text{words};
        const SecretText secret{std::move(text)};

        EXPECT_EQ(secret.view(), words);
        EXPECT_TRUE(text.empty()); // NOLINT(bugprone-use-after-move): that is the question
        EXPECT_EQ(std::string(text.data(), 6), std::string(6, '\0')); // within what every string has room for
    }
}

TEST(SecretText, LeavesNothingWhereItWasMovedFrom)
{
    SecretText first{"482915"};
    const auto* const bytes = first.view().data();

    SecretText second;
    second = std::move(first);

    EXPECT_EQ(second.view(), "482915");
    EXPECT_EQ(std::string(bytes, 6), std::string(6, '\0')); // a short text lies in the string itself
}

TEST(SecretText, IsItsOwnCopy)
{
    const SecretText first{"482915"};
    SecretText second;
    second = first;
    second = SecretText{"000000"};

    EXPECT_EQ(first.view(), "482915");
    EXPECT_NE(first, second);
}

TEST(SecretText, GrowsAndShrinksByANewOne)
{
    const SecretText secret{"short one"};

    EXPECT_EQ(secret.with("!").view(), "short one!");
    EXPECT_EQ(secret.without_last().view(), "short on");
    EXPECT_EQ(SecretText{}.without_last().view(), "");
}

TEST(SecretText, IsGoneFromABodyThatWasWiped)
{
    std::string body = R"({"pin":"482915"})";
    const auto* const bytes = body.data();
    const auto size = body.size();

    wipe(body);

    EXPECT_TRUE(body.empty());
    EXPECT_EQ((std::string{bytes, size}), std::string(size, '\0')); // the string keeps its memory
}

} // namespace
} // namespace verandah::files
