// SPDX-License-Identifier: Apache-2.0
// Wrong passphrases slow down a device, and lock nobody out.
#include "shared/domain/staff/attempts.hpp"
#include "tests/domain/staff/colleagues.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace std::chrono_literals;
using test::ada;
using test::ben;
using test::noon;

std::chrono::milliseconds wait_at(const Attempts& attempts, const std::string& device, const AccountCode& account,
                                  Instant now = noon)
{
    return std::max(0ms, attempts.free_at(device, account, now) - now);
}

Attempts after_wrong_tries(int count)
{
    Attempts attempts;
    for (int each = 0; each < count; ++each) {
        attempts.failed("console-1", ada, noon);
    }
    return attempts;
}

TEST(Attempts, ForgiveASlipOfTheFinger)
{
    EXPECT_EQ(wait_at(after_wrong_tries(2), "console-1", ada), 0ms);
}

TEST(Attempts, WaitLongerEachTimeAndNeverMoreThanAMinute)
{
    auto longest = 0ms;
    for (int count = 3; count < 50; ++count) {
        const auto wait = wait_at(after_wrong_tries(count), "console-1", ada);
        EXPECT_GE(wait, longest);
        longest = wait;
    }
    EXPECT_EQ(longest, 60s);
}

TEST(Attempts, AtOneDeviceDelayTheAccountAtNoOther)
{
    const auto attempts = after_wrong_tries(1'000);

    EXPECT_EQ(wait_at(attempts, "console-2", ada), 0ms);
}

TEST(Attempts, WithAListOfNamesSlowTheDeviceDown)
{
    Attempts attempts;
    for (int each = 0; each < 500; ++each) {
        attempts.failed("console-1", AccountCode::make("name-" + std::to_string(each)).value(), noon);
    }

    EXPECT_EQ(wait_at(attempts, "console-1", ben), 30s);
    EXPECT_EQ(wait_at(attempts, "console-2", ben), 0ms);
}

TEST(Attempts, AreForgottenAfterAQuarterOfAnHour)
{
    const auto attempts = after_wrong_tries(20);

    EXPECT_EQ(wait_at(attempts, "console-1", ada, noon + 15min), 0ms);
}

TEST(Attempts, MakeNobodyWaitLongerWhenTheClockIsSetBack)
{
    const auto attempts = after_wrong_tries(20);

    EXPECT_LE(attempts.free_at("console-1", ada, noon - 24h) - noon, 0ms);
}

TEST(Attempts, AgainstAColleagueAreNotForgottenByOnesOwnPassphrase)
{
    auto attempts = after_wrong_tries(8);

    attempts.succeeded("console-1", ben, noon);

    EXPECT_EQ(wait_at(attempts, "console-1", ada), 60s);
}

TEST(Attempts, OfAnAccountAreForgottenWhenItsPassphraseIsRight)
{
    auto attempts = after_wrong_tries(4);

    attempts.succeeded("console-1", ada, noon);

    EXPECT_EQ(wait_at(attempts, "console-1", ada), 0ms);
}

TEST(Sparing, WritesDownSixAMinuteAndCountsTheRest)
{
    Sparing sparing;
    int written = 0;
    for (int each = 0; each < 1'000; ++each) {
        written += sparing.write_down("console-1", noon) ? 1 : 0;
    }

    EXPECT_EQ(written, 6);
    EXPECT_EQ(sparing.write_down("console-1", noon + 1min), 994);
    EXPECT_EQ(sparing.write_down("console-1", noon + 1min), 0);
}

TEST(Sparing, OfOneDeviceHidesNothingOfAnother)
{
    Sparing sparing;
    for (int each = 0; each < 1'000; ++each) {
        static_cast<void>(sparing.write_down("console-1", noon));
    }

    EXPECT_EQ(sparing.write_down("console-2", noon), 0);
}

} // namespace
} // namespace verandah::domain
