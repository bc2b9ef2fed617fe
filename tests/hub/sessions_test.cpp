// SPDX-License-Identifier: Apache-2.0
// Sessions by themselves, with a clock set by hand.
#include "clinic/hub/staff/sessions.hpp"
#include "shared/vault/random.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::Role;
using domain::Who;
using State = wire::SessionView::State;
using Unlocking = Sessions::Unlocking;

constexpr domain::Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + 12h};
const auto front = domain::AccountCode::make("front").value();
const auto other = domain::AccountCode::make("other").value();
constexpr auto pin = "482915";

SignedIn member(const domain::AccountCode& account, Role role = Role::reception)
{
    vault::initialise();
    return {.account = account,
            .role = role,
            .secret = std::make_shared<const vault::StaffSecret>(vault::StaffSecret::make()),
            .pin = vault::PinLock{pin}};
}

class SessionsOfAHouse : public testing::Test {
protected:
    SessionsOfAHouse() { sessions.begin("console-1", member(front), noon); }
    [[nodiscard]] State state_at(domain::Instant now) const { return sessions.view("console-1", now).state; }

    Sessions sessions;
};

TEST_F(SessionsOfAHouse, StandAtTheirConsoleAndAtNoOther)
{
    EXPECT_EQ(sessions.at("console-1", noon).who, Who::reception);
    EXPECT_EQ(sessions.at("console-1", noon).account, front);
    EXPECT_EQ(sessions.at("console-2", noon).who, Who::nobody);
}

TEST_F(SessionsOfAHouse, WaitForThePinAfterTwoMinutesAndAGraceWithoutATouch)
{
    EXPECT_EQ(state_at(noon + 134s), State::signed_in);
    EXPECT_EQ(state_at(noon + 135s), State::waiting_for_pin);
    EXPECT_EQ(sessions.at("console-1", noon + 135s).who, Who::nobody);
    EXPECT_EQ(sessions.at("console-1", noon + 135s).account, std::nullopt);
}

TEST_F(SessionsOfAHouse, StayOpenWhileSomebodyTouchesTheConsole)
{
    for (auto now = noon; now < noon + 1h; now += 100s) {
        sessions.touch("console-1", now);
    }
    EXPECT_EQ(state_at(noon + 1h), State::signed_in);
}

TEST_F(SessionsOfAHouse, AreNotUnlockedByATouch)
{
    sessions.touch("console-1", noon + 3min);
    EXPECT_EQ(state_at(noon + 3min), State::waiting_for_pin);
}

TEST_F(SessionsOfAHouse, AreUnlockedByTheirPinOnly)
{
    sessions.lock("console-1");
    EXPECT_EQ(sessions.unlock("console-1", "482916", noon + 1s), Unlocking::wrong_pin);
    EXPECT_EQ(state_at(noon + 1s), State::waiting_for_pin);
    EXPECT_EQ(sessions.unlock("console-1", pin, noon + 1s), Unlocking::open);
    EXPECT_EQ(state_at(noon + 1s), State::signed_in);
}

TEST_F(SessionsOfAHouse, EndAtTheFifthWrongPin)
{
    sessions.lock("console-1");
    for (int times = 1; times < most_wrong_pins; ++times) {
        EXPECT_EQ(sessions.unlock("console-1", "482916", noon), Unlocking::wrong_pin);
    }
    EXPECT_EQ(sessions.unlock("console-1", "482916", noon), Unlocking::ended);
    EXPECT_EQ(sessions.unlock("console-1", pin, noon), Unlocking::ended);
    EXPECT_EQ(state_at(noon), State::nobody);
}

TEST_F(SessionsOfAHouse, ForgetWrongPinsAtTheRightOne)
{
    for (int times = 0; times < 20; ++times) {
        sessions.lock("console-1");
        EXPECT_EQ(sessions.unlock("console-1", "482916", noon), Unlocking::wrong_pin);
        EXPECT_EQ(sessions.unlock("console-1", pin, noon), Unlocking::open);
    }
}

TEST_F(SessionsOfAHouse, EndAfterEightHoursHoweverBusy)
{
    for (auto now = noon; now < noon + 8h; now += 60s) {
        sessions.touch("console-1", now);
    }
    EXPECT_EQ(state_at(noon + 8h - 1ms), State::signed_in);
    EXPECT_EQ(state_at(noon + 8h), State::nobody);
    EXPECT_EQ(sessions.unlock("console-1", pin, noon + 8h), Unlocking::ended);
}

TEST_F(SessionsOfAHouse, SayOnceWhatTimeHasChanged)
{
    EXPECT_TRUE(sessions.pass_time(noon + 2min).waiting.empty());
    EXPECT_THAT(sessions.pass_time(noon + 3min).waiting, testing::ElementsAre("console-1"));
    EXPECT_TRUE(sessions.pass_time(noon + 4min).waiting.empty());
    const auto passed = sessions.pass_time(noon + 9h);
    ASSERT_EQ(passed.ended.size(), 1U);
    EXPECT_EQ(passed.ended.front().account, front);
    EXPECT_TRUE(sessions.pass_time(noon + 10h).ended.empty());
}

TEST_F(SessionsOfAHouse, WaitForThePinWhenTheClockWasSetFarBackAndOutliveASmallStep)
{
    EXPECT_EQ(state_at(noon - 1s), State::signed_in);
    EXPECT_EQ(state_at(noon - 1h), State::waiting_for_pin);
}

TEST_F(SessionsOfAHouse, EndByAccountButForTheOneSpared)
{
    sessions.begin("console-2", member(front), noon);
    sessions.begin("console-3", member(other), noon);

    EXPECT_THAT(sessions.end_of(front, "console-2"), testing::ElementsAre("console-1"));
    EXPECT_EQ(sessions.account_at("console-2"), front);
    EXPECT_THAT(sessions.end_of(front), testing::ElementsAre("console-2"));
    EXPECT_EQ(sessions.account_at("console-3"), other);
}

TEST_F(SessionsOfAHouse, EndAllAtOnce)
{
    sessions.begin("console-2", member(other), noon);

    EXPECT_EQ(sessions.end_all().size(), 2U);
    EXPECT_EQ(state_at(noon), State::nobody);
}

TEST_F(SessionsOfAHouse, GiveWayToTheNextWhoSignsInThere)
{
    sessions.begin("console-1", member(other, Role::coordinator), noon);

    EXPECT_EQ(sessions.at("console-1", noon).account, other);
    EXPECT_EQ(sessions.at("console-1", noon).who, Who::coordinator);
}

TEST_F(SessionsOfAHouse, SealTheClinicKeyForAColleagueAndOpenItWhereSheIs)
{
    auto clinician = member(other, Role::clinician);
    const auto colleague = vault::StaffSecret::make();
    EXPECT_FALSE(sessions.seal_clinic_key_at("console-1", colleague.public_key())); // reception holds none
    clinician.clinic_key = std::make_shared<const vault::ClinicKey>(vault::make_clinic_key());
    sessions.begin("console-2", std::move(clinician), noon);
    auto waiting = member(front, Role::clinician);
    const auto hers = waiting.secret->public_key();
    sessions.begin("console-1", std::move(waiting), noon);

    const auto sealed = sessions.seal_clinic_key_at("console-2", hers);
    ASSERT_TRUE(sealed);
    EXPECT_FALSE(sessions.view("console-1", noon).opens_records);
    sessions.give_clinic_key(front, *sealed);

    EXPECT_TRUE(sessions.view("console-1", noon).opens_records);
    EXPECT_TRUE(sessions.seal_clinic_key_at("console-1", colleague.public_key()));
}

} // namespace
} // namespace verandah::hub
