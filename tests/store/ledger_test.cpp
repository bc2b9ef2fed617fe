// SPDX-License-Identifier: Apache-2.0
// The ledger: the same events make the same ledger, and a key is remembered as long as it has to be.
#include "clinic/store/event_codec.hpp"
#include "clinic/store/ledger.hpp"
#include "clinic/store/ledger_digest.hpp"
#include "clinic/store/writer.hpp"
#include "tests/domain/queue/story.hpp"
#include "tests/store/request_keys.hpp"
#include "tests/support/line_builder.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace verandah::store {
namespace {

using namespace std::chrono_literals;
using domain::Instant;
using domain::Recorded;
using domain::RequestKey;
using test::key_made_at;

/// Takes every event through its bytes, as a replay does.
Recorded through_bytes(const Recorded& recorded)
{
    std::vector<std::uint8_t> bytes;
    encode_event(recorded, bytes);
    return decode_event(std::as_bytes(std::span{bytes}));
}

/// Something that happens at `at` in answer to `key`.
Recorded answer_to(const RequestKey& key, Instant at)
{
    return {domain::AlertEvent{domain::AlertRaised{domain::AlertId{1}, domain::AlertKind::help, "kiosk-1", at}},
            "kiosk-1", key};
}

class KeysOfALedger : public testing::Test {
protected:
    void happen(const Recorded& recorded) { ledger.apply(ledger.sequence() + 1, recorded); }

    Ledger ledger{test::small_line_centre()};
    const Instant noon = test::noon;
    const RequestKey key = key_made_at(noon);
};

TEST(Ledger, IsTheSameAfterAReplayAsItWasLive)
{
    EXPECT_TRUE(rc::check("replay == live", [] {
        Ledger live{test::small_line_centre()};
        Ledger replayed{test::small_line_centre()};
        const auto ending = test::play(test::any_story(), [&](const test::Turn& turn) {
            for (const auto& event : turn.decision.value_or(domain::LineEvents{})) {
                const Recorded recorded{domain::Event{event}, "console-1", std::nullopt};
                live.apply(live.sequence() + 1, recorded);
                replayed.apply(replayed.sequence() + 1, through_bytes(recorded));
            }
        });
        RC_ASSERT(live.line() == ending.line);
        RC_ASSERT(replayed == live);
        RC_ASSERT(digest_of(replayed) == digest_of(live));
    }));
}

TEST(Ledger, ShowsInItsDigestEveryTurnThatChangesTheLine)
{
    EXPECT_TRUE(rc::check("another line, another digest", [] {
        Ledger ledger{test::small_line_centre()};
        auto digest = digest_of(ledger);
        test::play(test::any_story(), [&](const test::Turn& turn) {
            for (const auto& event : turn.decision.value_or(domain::LineEvents{})) {
                ledger.apply(ledger.sequence() + 1, {domain::Event{event}, "hub", std::nullopt});
            }
            const auto now = digest_of(ledger);
            // The day itself is not in the digest: a new one may come with nobody there before or after.
            if (turn.before.day() == turn.after.day()) {
                RC_ASSERT((now == digest) == (turn.before == turn.after));
            }
            digest = now;
        });
    }));
}

TEST(Ledger, KnowsItsStaffAgainAfterAReplay)
{
    const auto front_1 = domain::AccountCode::make("front-1").value();
    const std::vector<domain::StaffEvent> events{
        domain::StaffAdded{front_1, domain::Role::administrator, {std::byte{1}}, test::noon},
        domain::StaffPassphraseChanged{front_1, {std::byte{2}}, domain::KeyPair::made_anew, test::noon},
        domain::StaffSignedIn{front_1, test::noon + 1min}};
    Ledger live{test::small_line_centre()};
    Ledger replayed{test::small_line_centre()};
    for (const auto& event : events) {
        const auto digest = digest_of(live);
        const Recorded recorded{event, "console-1", std::nullopt, front_1};
        live.apply(live.sequence() + 1, recorded);
        replayed.apply(replayed.sequence() + 1, through_bytes(recorded));
        EXPECT_NE(digest_of(live), digest);
    }

    EXPECT_EQ(replayed, live);
    EXPECT_EQ(digest_of(replayed), digest_of(live));
}

TEST_F(KeysOfALedger, AcceptNoGapInTheSequence)
{
    EXPECT_THROW(ledger.apply(2, answer_to(key, noon)), std::logic_error);
}

TEST_F(KeysOfALedger, KnowTheAnswerThatTheKeyBrought)
{
    const auto answer = answer_to(key, noon);
    happen(answer);

    ASSERT_NE(ledger.answer_to(key), nullptr);
    EXPECT_EQ(*ledger.answer_to(key), answer.event);
}

TEST_F(KeysOfALedger, KnowNothingOfAKeyThatNobodyUsed)
{
    EXPECT_EQ(ledger.answer_to(key), nullptr);
}

TEST_F(KeysOfALedger, AreRememberedForADay)
{
    happen(answer_to(key, noon));
    happen(answer_to(key_made_at(noon + 24h, 1), noon + 24h));

    EXPECT_NE(ledger.answer_to(key), nullptr);
}

TEST_F(KeysOfALedger, AreForgottenAfterADay)
{
    happen(answer_to(key, noon));
    happen(answer_to(key_made_at(noon + 24h + 1ms, 1), noon + 24h + 1ms));

    EXPECT_EQ(ledger.answer_to(key), nullptr);
}

TEST_F(KeysOfALedger, OfADeviceWhoseClockIsAheadAreRememberedUntilTheyExpire)
{
    const auto early = key_made_at(noon + 20h, 2);
    happen(answer_to(early, noon));
    happen(answer_to(key_made_at(noon + 25h, 3), noon + 25h));

    EXPECT_NE(ledger.answer_to(early), nullptr);
}

TEST_F(KeysOfALedger, ThatWereForgottenAreStillKnownAsExpiredWhenTheClockIsSetBack)
{
    happen(answer_to(key, noon));
    happen(answer_to(key_made_at(noon + 48h, 1), noon + 48h));
    ASSERT_EQ(ledger.answer_to(key), nullptr);

    EXPECT_TRUE(ledger.has_forgotten_keys_of(key.made_at()));
    EXPECT_FALSE(ledger.has_forgotten_keys_of(noon + 1ms));
}

TEST(Ledger, KnowsThatTheHubWasLeftLockedUntilItWasOpened)
{
    Ledger ledger{test::small_line_centre()};
    const auto happen = [&ledger](const domain::Event& event) {
        ledger.apply(ledger.sequence() + 1, through_bytes({event, "hub", std::nullopt}));
        return ledger.is_left_locked();
    };
    using domain::AuditEvent;
    EXPECT_FALSE(ledger.is_left_locked());
    EXPECT_FALSE(happen(AuditEvent{domain::OpeningRefused{domain::WayToOpen::words, 0, test::noon}}));
    EXPECT_TRUE(happen(AuditEvent{domain::HubLocked{domain::HubLocked::Way::console, test::noon}}));
    EXPECT_FALSE(happen(AuditEvent{domain::HubOpened{domain::WayToOpen::words, test::noon}}));
    const domain::CentreDay day{std::chrono::floor<std::chrono::days>(test::noon)};
    EXPECT_TRUE(happen(domain::LineEvent{go_on_with_a_new_day(ledger.sequence(), {test::noon, day})})); // began locked
    EXPECT_FALSE(happen(AuditEvent{domain::HubOpened{domain::WayToOpen::start, test::noon}}));
}

} // namespace
} // namespace verandah::store
