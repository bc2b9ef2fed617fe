// SPDX-License-Identifier: Apache-2.0
// Coming in, dozing off, going, and the panic chord.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/outlook.hpp"
#include "door_states.hpp"
#include "happens.hpp"
#include "sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using domain::Role;
using test::answered;
using test::errand_in;
using test::fill;
using test::happens;
using test::sample_now;

ErrandRefused refused(Errand errand, std::optional<std::chrono::seconds> wait = std::nullopt)
{
    return {errand, domain::Refusal::Why::not_allowed, wait};
}

Console dozing()
{
    auto console = test::console_with(test::busy_line());
    static_cast<void>(happens(console, Wish{LockNow{}}));
    return console;
}

TEST(Session, MakesTheFirstAdministratorOnlyOfAWholeForm)
{
    auto console = test::console_at_the_door(test::new_house());
    ASSERT_EQ(door(console), Door::first_account);
    fill(console, {{Entry::account, "Lead 1"}, {Entry::new_passphrase, "too short"}, {Entry::pin, "482915"}});
    EXPECT_EQ(gap(*console.session.form), FormGap::too_short);
    EXPECT_TRUE(happens(console, Wish{Confirm{}}).empty());
    fill(console, {{Entry::new_passphrase, "a lamp by the river"}, {Entry::repeated, "a lamp by the rivers"}});
    EXPECT_EQ(gap(*console.session.form), FormGap::repeated_differently);
    fill(console, {{Entry::repeated, "a lamp by the river"}, {Entry::pin, "123456"}});
    EXPECT_EQ(gap(*console.session.form), FormGap::pin_often_chosen);
    fill(console, {{Entry::pin, "482915"}});

    const auto run = errand_in(happens(console, Wish{Confirm{}}), Errand::first_account);

    ASSERT_TRUE(run);
    EXPECT_EQ(run->path, "/v1/staff/first");
    const auto message = wire::decode_sign_in_request(run->body.view());
    ASSERT_TRUE(message);
    EXPECT_EQ(message->account.view(), "lead1");
    EXPECT_EQ(message->passphrase.view(), "a lamp by the river");
    EXPECT_EQ(message->pin.view(), "482915");
}

TEST(Session, SendsASignInOnceHoweverOftenItIsConfirmed)
{
    auto console = test::console_at_the_door(test::nobody());
    fill(console, {{Entry::account, "desk-1"}, {Entry::passphrase, "walnut orbit"}, {Entry::pin, "482915"}});

    EXPECT_TRUE(errand_in(happens(console, Wish{Confirm{}}), Errand::sign_in));
    EXPECT_TRUE(happens(console, Wish{Confirm{}}).empty());
}

TEST(Session, ShowsTheLineOnlyAfterSigningIn)
{
    auto console = test::console_at_the_door(test::nobody());
    EXPECT_EQ(door(console), Door::sign_in);
    EXPECT_TRUE(happens(console, Wish{Do{Deed::call_next}}).empty());
    EXPECT_TRUE(happens(console, Wish{ShowPage{Page::today}}).empty());

    const auto effects =
        happens(console, SessionHappening{answered(Errand::sign_in, test::signed_in(Role::reception))});

    EXPECT_EQ(door(console), Door::open);
    EXPECT_FALSE(console.session.form);
    EXPECT_THAT(effects, testing::Contains(testing::VariantWith<FetchLine>(testing::_)));
    EXPECT_TRUE(console.sheet && std::holds_alternative<StationSheet>(*console.sheet));
}

TEST(Session, CountsTheWaitingSecondsDownAndSendsNothingMeanwhile)
{
    auto console = test::console_at_the_door(test::nobody());
    static_cast<void>(happens(console, SessionHappening{refused(Errand::sign_in, 20s)}));
    fill(console, {{Entry::account, "desk-1"}, {Entry::passphrase, "walnut orbit"}, {Entry::pin, "482915"}});

    EXPECT_EQ(wait_left(console, sample_now), 20s);
    EXPECT_EQ(wait_left(console, sample_now + 12'500ms), 8s);
    EXPECT_TRUE(happens(console, Wish{Confirm{}}, sample_now + 19s).empty());
    EXPECT_TRUE(errand_in(happens(console, Wish{Confirm{}}, sample_now + 20s), Errand::sign_in));
}

TEST(Session, ForgetsThePassphraseButNotTheAccountWhenItDidNotFit)
{
    auto console = test::console_at_the_door(test::nobody());
    fill(console, {{Entry::account, "desk-1"}, {Entry::passphrase, "walnut orbit"}, {Entry::pin, "482915"}});
    static_cast<void>(happens(console, Wish{Confirm{}}));
    static_cast<void>(happens(console, SessionHappening{refused(Errand::sign_in)}));

    EXPECT_EQ(console.session.form->account, "desk-1");
    EXPECT_TRUE(console.session.form->passphrase.empty());
    EXPECT_TRUE(console.session.form->pin.empty());
    EXPECT_EQ(console.session.notice->about, SessionNotice::wrong_sign_in);
}

TEST(Session, OffersAPassphraseOfHerOwnToWhoeverStillHasTheWordsMadeForHer)
{
    auto console = test::console_at_the_door(test::nobody());
    auto view = test::signed_in(Role::reception);
    view.has_own_passphrase = false;
    static_cast<void>(happens(console, SessionHappening{answered(Errand::sign_in, view)}));
    ASSERT_TRUE(console.session.question);
    EXPECT_TRUE(std::holds_alternative<OwnPassphraseOffer>(*console.session.question));

    static_cast<void>(happens(console, Wish{Dismiss{}}));

    EXPECT_EQ(door(console), Door::open);
    EXPECT_EQ(front(console), Front::nothing);
    EXPECT_TRUE(console.sheet); // then which room this is
}

TEST(Session, DozesOffAfterTwoMinutesWithoutATouchAndTellsTheHub)
{
    auto console = test::console_with(test::busy_line());

    EXPECT_FALSE(errand_in(happens(console, TimePassed{}, sample_now + 119s), Errand::lock));
    EXPECT_EQ(door(console), Door::open);
    EXPECT_TRUE(errand_in(happens(console, TimePassed{}, sample_now + 2min), Errand::lock));
    EXPECT_EQ(door(console), Door::pin);
}

TEST(Session, StaysAwakeAsLongAsSomebodyTouchesIt)
{
    auto console = test::console_with(test::busy_line());
    for (auto at = sample_now; at < sample_now + 10min; at += 100s) {
        static_cast<void>(happens(console, SessionHappening{Touched{}}, at));
        static_cast<void>(happens(console, TimePassed{}, at + 99s));
    }
    EXPECT_EQ(door(console), Door::open);
}

TEST(Session, TellsTheHubOfTouchesAtMostEveryTwentySeconds)
{
    auto console = test::console_with(test::busy_line());
    int kept = 0;
    for (int second = 1; second <= 60; ++second) {
        const auto effects = happens(console, SessionHappening{Touched{}}, sample_now + std::chrono::seconds{second});
        kept += errand_in(effects, Errand::keep) ? 1 : 0;
    }
    EXPECT_EQ(kept, 3);
}

TEST(Session, GoesOnFollowingTheLineWhileItDozes)
{
    auto console = dozing();
    static_cast<void>(happens(console, SessionHappening{SessionCame{test::waiting_for_pin(Role::coordinator)}}));
    const auto before = console.replica->line().tickets().size();
    ASSERT_GT(before, 0U);
    auto ticket = console.replica->line().tickets().begin()->second;
    ticket.now.state = domain::TicketState::left;
    static_cast<void>(happens(console, LineChanged{2, {.tickets = {wire::view_of(ticket)}, .alerts = {}}}));

    EXPECT_EQ(console.replica->line().find(ticket.id)->now.state, domain::TicketState::left);
    EXPECT_EQ(console.replica->line().tickets().size(), before);
}

TEST(Session, TakesNothingButThePinOrAWayOutWhileItDozes)
{
    for (const auto& wish : std::vector<Wish>{Do{Deed::call_next}, ShowPage{Page::today}, StepRow{1}, AskStation{},
                                              AskSettings{}, Confirm{}, Dismiss{}, ChooseOption{0, 0}, AskMenu{},
                                              AskAccount{Errand::add_account}, AskUnlockHub{}}) {
        auto console = dozing();
        const auto effects = happens(console, wish);
        EXPECT_TRUE(effects.empty());
        EXPECT_EQ(door(console), Door::pin);
        EXPECT_EQ(console.session.form->kind, Form::Kind::pin);
        EXPECT_FALSE(console.session.question);
        EXPECT_FALSE(console.sheet);
    }
}

TEST(Session, SendsThePinWithItsSixthDigit)
{
    auto console = dozing();
    static_cast<void>(happens(console, Wish{TypeDigits{files::SecretText{"48291"}}}));
    static_cast<void>(happens(console, Wish{EraseDigit{}}));
    EXPECT_TRUE(happens(console, Wish{TypeDigits{files::SecretText{"1"}}}).empty());

    const auto run = errand_in(happens(console, Wish{TypeDigits{files::SecretText{"5"}}}), Errand::unlock);

    ASSERT_TRUE(run);
    EXPECT_EQ(wire::decode_unlock_request(run->body.view())->pin.view(), "482915");
}

TEST(Session, ReadsDigitsOfOtherScriptsAsTheSameDigits)
{
    EXPECT_EQ(digits_in("४८२ ٩١٥"), "482915");
    EXPECT_EQ(digits_in("۱۲۳a-"), "123");
    EXPECT_EQ(digits_in("\xE0\xA5"), ""); // half a character
}

TEST(Session, SaysHowManyPinsAreLeftAndSendsToThePassphraseAfterTheFifth)
{
    auto console = dozing();
    for (int wrong = 1; wrong <= 5; ++wrong) {
        static_cast<void>(happens(console, Wish{TypeDigits{files::SecretText{"482915"}}}));
        const auto effects = happens(console, SessionHappening{refused(Errand::unlock)});
        EXPECT_EQ(pins_left(console), 5 - wrong);
        EXPECT_THAT(effects, testing::Contains(testing::VariantWith<FetchSession>(testing::_)));
    }
    static_cast<void>(happens(console, SessionHappening{SessionCame{test::nobody()}}));

    EXPECT_EQ(door(console), Door::sign_in);
    EXPECT_EQ(console.session.notice->about, SessionNotice::too_many_pins);
}

TEST(Session, CountsAPinThatIsAnsweredByTheEndOfTheSessionAsAWrongOne)
{
    auto console = dozing();
    for (int wrong = 1; wrong <= 4; ++wrong) {
        static_cast<void>(happens(console, SessionHappening{refused(Errand::unlock)}));
    }
    static_cast<void>(happens(console, SessionHappening{answered(Errand::unlock, test::nobody())}));

    EXPECT_EQ(door(console), Door::sign_in);
    EXPECT_EQ(console.session.notice->about, SessionNotice::too_many_pins);
}

TEST(Session, TakesInNothingOfTheLineForWhoeverMayNotSeeIt)
{
    for (const auto& session : {test::nobody(), test::signed_in(Role::committee_member)}) {
        const auto console = test::console_with(test::busy_line(), session);
        EXPECT_TRUE(console.replica->line().tickets().empty());
    }
}

TEST(Session, LetsSomebodyElseSignInOverWhoeverIsWaitedForAndBack)
{
    auto console = dozing();
    static_cast<void>(happens(console, Wish{SomebodyElse{}}));
    EXPECT_EQ(door(console), Door::sign_in);
    static_cast<void>(happens(console, Wish{Dismiss{}}));
    EXPECT_EQ(door(console), Door::pin);
    static_cast<void>(happens(console, Wish{SomebodyElse{}}));
    static_cast<void>(
        happens(console, SessionHappening{answered(Errand::sign_in, test::signed_in(Role::clinician, "room-2"))}));

    EXPECT_EQ(door(console), Door::open);
    EXPECT_TRUE(console.replica->line().tickets().empty()); // nothing of what the other one saw
    EXPECT_TRUE(console.own_moves.empty());
}

TEST(Session, LocksAgainWhenTheHubHasNotHeardThatItDozes)
{
    auto console = dozing();

    const auto effects = happens(console, SessionHappening{SessionCame{test::signed_in(Role::coordinator)}});

    EXPECT_EQ(door(console), Door::pin);
    EXPECT_TRUE(errand_in(effects, Errand::lock));
}

TEST(Session, WantsThePinWhenTheProgramWasStartedAnew)
{
    Console console;
    static_cast<void>(happens(console, LinkWent{Link::live}));
    static_cast<void>(happens(console, SessionHappening{SessionCame{test::signed_in(Role::coordinator)}}));

    EXPECT_TRUE(errand_in(happens(console, TimePassed{}), Errand::lock));
    EXPECT_EQ(door(console), Door::pin);
}

TEST(Session, ForgetsTheLineAndAllThatWasTypedWhenItEndsFromOutside)
{
    auto console = test::console_with(test::busy_line());
    static_cast<void>(happens(console, Wish{AskMenu{}}));
    static_cast<void>(happens(console, Wish{ChooseOption{0, 1}}));
    fill(console, {{Entry::passphrase, "a lamp by the river"}});
    EXPECT_THAT(happens(console, SessionHappening{SessionChanged{}}),
                testing::ElementsAre(testing::VariantWith<FetchSession>(testing::_)));
    static_cast<void>(happens(console, SessionHappening{SessionCame{test::nobody()}}));

    EXPECT_EQ(door(console), Door::sign_in);
    EXPECT_TRUE(console.replica->line().tickets().empty());
    EXPECT_TRUE(console.session.form->passphrase.empty());
    EXPECT_EQ(console.session.notice->about, SessionNotice::signed_out);
}

TEST(Session, SaysThatTheEightHoursAreOver)
{
    auto console = test::console_with(test::busy_line());
    EXPECT_FALSE(ends_in(console, sample_now + 5h));
    EXPECT_EQ(ends_in(console, sample_now + 6h - 10min), 10min);
    static_cast<void>(happens(console, SessionHappening{SessionCame{test::nobody()}}, sample_now + 6h));

    EXPECT_EQ(console.session.notice->about, SessionNotice::shift_over);
}

TEST(Session, LetsHalfTypedSecretsGoWhenNobodyIsThereAnyMore)
{
    auto console = test::console_at_the_door(test::nobody());
    fill(console, {{Entry::account, "desk-1"}, {Entry::passphrase, "walnut orbit"}});

    static_cast<void>(happens(console, TimePassed{}, sample_now + 2min));

    EXPECT_TRUE(console.session.form->passphrase.empty());
}

TEST(Panic, LocksTheHubFromEveryState)
{
    for (auto& [name, console] : test::every_door_state()) {
        EXPECT_FALSE(errand_in(happens(console, SessionHappening{PanicPressed{}}), Errand::lock_hub)) << name;
        const auto run =
            errand_in(happens(console, SessionHappening{PanicPressed{}}, sample_now + 2s), Errand::lock_hub);
        ASSERT_TRUE(run) << name;
        EXPECT_EQ(run->path, "/v1/hub/lock");
        EXPECT_FALSE(console.session.told) << name;
        EXPECT_TRUE(!console.session.form || console.session.form->passphrase.empty()) << name;
    }
}

TEST(Panic, IsNotASinglePressNorTwoThatAreFarApart)
{
    auto console = test::console_with(test::busy_line());
    static_cast<void>(happens(console, SessionHappening{PanicPressed{}}));

    EXPECT_TRUE(happens(console, SessionHappening{PanicPressed{}}, sample_now + 2001ms).empty());
    EXPECT_FALSE(console.session.panic);
    EXPECT_TRUE(errand_in(happens(console, SessionHappening{PanicPressed{}}, sample_now + 3s), Errand::lock_hub));
}

TEST(Panic, AsksUntilTheHubAnswers)
{
    auto console = test::console_with(test::busy_line());
    static_cast<void>(happens(console, SessionHappening{PanicPressed{}}));
    static_cast<void>(happens(console, SessionHappening{PanicPressed{}}));
    for (int lost = 0; lost < 5; ++lost) {
        EXPECT_TRUE(errand_in(happens(console, SessionHappening{ErrandLost{Errand::lock_hub}}), Errand::lock_hub));
    }
    static_cast<void>(happens(console, SessionHappening{ErrandDone{Errand::lock_hub, files::SecretText{"{}"}}}));

    EXPECT_EQ(console.session.panic, Panic::done);
}

TEST(LockedHub, GoesOnWithNumbersAndIsOpenedByItsWords)
{
    auto console = test::console_with(test::busy_line(), test::locked_hub());
    EXPECT_EQ(door(console), Door::open);
    EXPECT_TRUE(may(console, Deed::call_next));
    EXPECT_FALSE(may(console, Deed::change_class));
    static_cast<void>(happens(console, Wish{AskUnlockHub{}}));
    fill(console, {{Entry::words, "seven words that open it"}});

    const auto run = errand_in(happens(console, Wish{Confirm{}}), Errand::unlock_hub);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->path, "/v1/hub/unlock");
    static_cast<void>(happens(console, SessionHappening{ErrandDone{Errand::unlock_hub, files::SecretText{"{}"}}}));
    static_cast<void>(happens(console, SessionHappening{SessionCame{test::nobody()}}));
    EXPECT_EQ(door(console), Door::sign_in);
}

} // namespace
} // namespace verandah::console
