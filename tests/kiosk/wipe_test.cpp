// SPDX-License-Identifier: Apache-2.0
// What the real kiosk holds in memory of a visitor, while they are there and after they have gone.
#include "running_kiosk.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace verandah::kiosk {
namespace {

#ifdef VERANDAH_SANITIZED
constexpr bool freed_memory_is_kept = true; // the address sanitizer sets it aside, unwritten, to find late uses of it
#else
constexpr bool freed_memory_is_kept = false;
#endif

/// Everything by which somebody who reads the kiosk's memory could tell that this visitor was there.
struct Traces {
    std::string code = test::card().text();
    std::string token;                            ///< The same card as bytes.
    std::string request = R"("rest","supplies")"; ///< What she came for, as sent, in the order she chose.
    std::string chosen;                           ///< … and as held.

    Traces()
    {
        const domain::CardCode card = test::card();
        for (const std::byte byte : card.token()) {
            token.push_back(static_cast<char>(byte));
        }
        for (const char* need : {"rest", "supplies"}) {
            std::string padded{need};
            padded.resize(sizeof(domain::ServiceCode));
            chosen += padded;
        }
    }
};

void check_in(test::RunningKiosk& kiosk, const Traces& traces)
{
    kiosk.play({R"(wait "I have a card" 30)", "scan " + traces.code, R"(wait "Card read")", R"(press "Rest and wash")",
                R"(press "Supplies")"});
}

TEST(Wipe, LeavesNeitherTheCardNorTheNeedsInMemoryAfterAVisit)
{
    if (freed_memory_is_kept) {
        GTEST_SKIP() << "the address sanitizer keeps freed memory as it was";
    }
    const test::RunningHub hub;
    test::RunningKiosk kiosk{hub, "1280x800"};
    const Traces traces;
    check_in(kiosk, traces);
    ASSERT_TRUE(kiosk.remembers(traces.token)); // the search itself works
    ASSERT_TRUE(kiosk.remembers(traces.chosen));
    kiosk.play({R"(press "Get my number")", R"(wait "Your number")", R"(press "Done")", R"(wait "I have a card")"});

    EXPECT_FALSE(kiosk.remembers(traces.code));
    EXPECT_FALSE(kiosk.remembers(traces.token));
    EXPECT_FALSE(kiosk.remembers(traces.request));
    EXPECT_FALSE(kiosk.remembers(traces.chosen));
}

TEST(Wipe, LeavesNoCardOfWhoeverAskedToBeForgottenThoughSheIsStillBeingToldWhereToGo)
{
    if (freed_memory_is_kept) {
        GTEST_SKIP() << "the address sanitizer keeps freed memory as it was";
    }
    const test::RunningHub hub;
    test::RunningKiosk kiosk{hub, "1280x800"};
    const Traces traces;
    kiosk.play({R"(wait "I have a card" 30)", R"(press "I have a card")", R"(press "Forget me")", R"(press "Go on")",
                R"(wait "Hold your card to the glass")", "scan " + traces.code,
                R"(wait "Please go to a staff member")"});

    EXPECT_FALSE(kiosk.remembers(traces.code));
    EXPECT_FALSE(kiosk.remembers(traces.token));
}

TEST(Wipe, IsThereAtOnceForWhoeverHides)
{
    if (freed_memory_is_kept) {
        GTEST_SKIP() << "the address sanitizer keeps freed memory as it was";
    }
    const test::RunningHub hub;
    test::RunningKiosk kiosk{hub, "1280x800"};
    const Traces traces;
    check_in(kiosk, traces);
    kiosk.play({R"(press "Hide now")", R"(wait "I have a card")"});

    EXPECT_FALSE(kiosk.remembers(traces.code));
    EXPECT_FALSE(kiosk.remembers(traces.token));
    EXPECT_FALSE(kiosk.remembers(traces.chosen));
}

} // namespace
} // namespace verandah::kiosk
