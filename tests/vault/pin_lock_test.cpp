// SPDX-License-Identifier: Apache-2.0
// A PIN is known again, and no other is.
#include "shared/vault/pin_lock.hpp"

#include <gtest/gtest.h>

#include <string>

namespace verandah::vault {

namespace {

TEST(APinLock, OpensWithItsPin)
{
    EXPECT_TRUE(PinLock{"739205"}.opens_with("739205"));
}

TEST(APinLock, StaysClosedToEveryPinThatDiffersInOneDigit)
{
    const PinLock lock{"739205"};
    for (std::size_t digit = 0; digit < 6; ++digit) {
        std::string pin{"739205"};
        pin[digit] = pin[digit] == '9' ? '0' : static_cast<char>(pin[digit] + 1);

        EXPECT_FALSE(lock.opens_with(pin)) << pin;
    }
}

TEST(APinLock, StaysClosedToAPinOfAnotherLength)
{
    const PinLock lock{"739205"};

    EXPECT_FALSE(lock.opens_with(""));
    EXPECT_FALSE(lock.opens_with("73920"));
    EXPECT_FALSE(lock.opens_with("7392050"));
}

} // namespace

} // namespace verandah::vault
