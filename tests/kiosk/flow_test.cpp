// SPDX-License-Identifier: Apache-2.0
// A visitor's way, step by step and from every state.
#include "kiosk/flow/idle.hpp"
#include "sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace verandah::kiosk {
namespace {

using namespace std::chrono_literals;
using test::now;
using test::number_47;
using test::service;
using test::turn;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Plays events one second apart and keeps what was asked of the world.
struct WatchedVisitor {
    Flow flow{};
    Ticks at = now;
    int number = 1;
    std::vector<Effect> asked{};

    void does(const Event& event)
    {
        at += 1s;
        auto effects = handle(flow, event, turn(at, number++));
        std::ranges::move(effects, std::back_inserter(asked));
    }
    void waits(Ticks how_long)
    {
        for (const Ticks end = at + how_long; at < end;) {
            does(TimePassed{});
        }
    }
    template <class Wanted>
    [[nodiscard]] std::vector<Wanted> all() const
    {
        std::vector<Wanted> found;
        for (const Effect& effect : asked) {
            if (const auto* wanted = std::get_if<Wanted>(&effect)) {
                found.push_back(*wanted);
            }
        }
        return found;
    }
    template <class Wanted>
    [[nodiscard]] bool at_step() const
    {
        return std::holds_alternative<Wanted>(flow.step);
    }
    void chooses(std::string_view need) { does(Touch{SwitchNeed{service(need)}}); }
};

WatchedVisitor asking_without_card()
{
    WatchedVisitor visitor;
    visitor.does(Touch{GoOnWithoutCard{}});
    visitor.chooses("nurse");
    visitor.does(Touch{AskNumber{}});
    visitor.does(Touch{DeclineCard{}});
    return visitor;
}

TEST(Flow, TakesThreeTouchesFromTheDoorToTheCardOffer)
{
    WatchedVisitor visitor;
    visitor.does(Touch{GoOnWithoutCard{}});
    visitor.chooses("nurse");
    visitor.does(Touch{AskNumber{}});

    EXPECT_TRUE(visitor.at_step<OfferedCard>());
}

TEST(Flow, TakesAScannedCardOnTheWelcomeScreenStraightToTheNeeds)
{
    WatchedVisitor visitor;
    visitor.does(Scanned{test::card().text()});

    EXPECT_TRUE(visitor.at_step<ChoosingNeeds>());
    EXPECT_EQ(visitor.flow.card, KeptCard{test::card()});
}

TEST(Flow, NeverAsksTheHubAboutACardWhenItIsScanned)
{
    WatchedVisitor visitor;
    visitor.does(Touch{HaveCard{}});
    visitor.does(Scanned{test::card().text()});

    EXPECT_THAT(visitor.asked, IsEmpty());
}

TEST(Flow, SendsTheCardWithTheCheckInAndOffersNoOther)
{
    WatchedVisitor visitor;
    visitor.does(Scanned{test::card().text()});
    visitor.chooses("nurse");
    visitor.does(Touch{AskNumber{}});

    ASSERT_THAT(visitor.all<AskCheckIn>(), SizeIs(1));
    EXPECT_EQ(visitor.all<AskCheckIn>().front().card, KeptCard{test::card()});
}

TEST(Flow, SaysGentlyThatASquareIsNotOneOfItsCards)
{
    WatchedVisitor visitor;
    visitor.does(Touch{HaveCard{}});
    visitor.does(Scanned{"https://example.org/menu"});

    EXPECT_EQ(visitor.flow.step, (Step{ShowingCard{ShowingCard::Scan::not_ours}}));
    EXPECT_FALSE(visitor.flow.card);
}

TEST(Flow, TakesAChoiceBackWhenItIsTouchedAgain)
{
    WatchedVisitor visitor;
    visitor.does(Touch{GoOnWithoutCard{}});
    visitor.chooses("nurse");
    visitor.chooses("supplies");
    visitor.chooses("nurse");

    EXPECT_THAT(visitor.flow.needs, ::testing::ElementsAre(service("supplies")));
}

TEST(Flow, GivesNoNumberForNothing)
{
    WatchedVisitor visitor;
    visitor.does(Touch{GoOnWithoutCard{}});
    visitor.does(Touch{AskNumber{}});

    EXPECT_TRUE(visitor.at_step<ChoosingNeeds>());
}

TEST(Flow, AsksForACardOnlyWhenOneIsWantedAndChecksInWithIt)
{
    WatchedVisitor visitor;
    visitor.does(Touch{GoOnWithoutCard{}});
    visitor.chooses("nurse");
    visitor.does(Touch{AskNumber{}});
    visitor.does(Touch{TakeCard{}});
    const auto asked = visitor.all<AskCard>();
    ASSERT_THAT(asked, SizeIs(1));
    const domain::CardCode made{asked.front().token, {}};
    visitor.does(CardMade{asked.front().key, KeptCard{made}});

    ASSERT_THAT(visitor.all<AskCheckIn>(), SizeIs(1));
    EXPECT_EQ(visitor.all<AskCheckIn>().front().card, KeptCard{made});
}

TEST(Flow, GivesANumberEvenWhenNoCardCanBeMade)
{
    WatchedVisitor visitor;
    visitor.does(Touch{GoOnWithoutCard{}});
    visitor.chooses("nurse");
    visitor.does(Touch{AskNumber{}});
    visitor.does(Touch{TakeCard{}});
    visitor.does(Refused{visitor.all<AskCard>().front().key});

    ASSERT_THAT(visitor.all<AskCheckIn>(), SizeIs(1));
    EXPECT_FALSE(visitor.all<AskCheckIn>().front().card);
}

TEST(Flow, ShowsTheNumberTheHubGave)
{
    WatchedVisitor visitor = asking_without_card();
    visitor.does(CheckedIn{visitor.all<AskCheckIn>().front().key, number_47});

    ASSERT_TRUE(visitor.at_step<HoldingTicket>());
    EXPECT_EQ(std::get<HoldingTicket>(visitor.flow.step).receipt, number_47);
}

TEST(Flow, KeepsNeitherNeedsNorABroughtCardOnceThereIsANumber)
{
    WatchedVisitor visitor;
    visitor.does(Scanned{test::card().text()});
    visitor.chooses("nurse");
    visitor.does(Touch{AskNumber{}});
    visitor.does(CheckedIn{visitor.all<AskCheckIn>().front().key, number_47});

    EXPECT_THAT(visitor.flow.needs, IsEmpty());
    EXPECT_FALSE(visitor.flow.card);
    EXPECT_FALSE(visitor.flow.last_check_in);
}

TEST(Flow, MakesOneTicketOfFiveTouches)
{
    WatchedVisitor visitor = asking_without_card();
    for (int i = 0; i < 4; ++i) {
        visitor.does(Touch{DeclineCard{}});
        visitor.does(Touch{AskNumber{}});
    }

    EXPECT_THAT(visitor.all<AskCheckIn>(), SizeIs(1));
}

TEST(Flow, OwnsUpAfterTwentySecondsThatItHasNoNumber)
{
    WatchedVisitor visitor = asking_without_card();
    visitor.waits(timing::confirm_within);

    EXPECT_TRUE(visitor.at_step<Unconfirmed>());
}

TEST(Flow, TriesAgainWithTheSameKey)
{
    WatchedVisitor visitor = asking_without_card();
    visitor.waits(timing::confirm_within);
    visitor.does(Touch{TryAgain{}});

    const auto asked = visitor.all<AskCheckIn>();
    ASSERT_THAT(asked, SizeIs(2));
    EXPECT_EQ(asked[0], asked[1]);
}

TEST(Flow, RepeatsTheSameRequestForWhoeverWentBackAndChangedNothing)
{
    WatchedVisitor visitor = asking_without_card();
    visitor.waits(timing::confirm_within);
    visitor.does(Touch{GoBack{}});
    visitor.does(Touch{AskNumber{}});
    visitor.does(Touch{DeclineCard{}});

    const auto asked = visitor.all<AskCheckIn>();
    ASSERT_THAT(asked, SizeIs(2));
    EXPECT_EQ(asked[0].key, asked[1].key);
}

TEST(Flow, TakesANumberThatComesLate)
{
    WatchedVisitor visitor = asking_without_card();
    visitor.waits(timing::confirm_within);
    visitor.does(CheckedIn{visitor.all<AskCheckIn>().front().key, number_47});

    EXPECT_TRUE(visitor.at_step<HoldingTicket>());
}

TEST(Flow, GivesNobodyTheNumberOfSomebodyWhoLeft)
{
    WatchedVisitor visitor = asking_without_card();
    const auto key = visitor.all<AskCheckIn>().front().key;
    visitor.does(Touch{HideNow{}});
    visitor.does(Touch{GoOnWithoutCard{}});
    visitor.does(CheckedIn{key, number_47});

    EXPECT_TRUE(visitor.at_step<ChoosingNeeds>());
}

TEST(Flow, AsksAnewAfterARefusalBecauseItMadeNoTicket)
{
    WatchedVisitor visitor = asking_without_card();
    visitor.does(Refused{visitor.all<AskCheckIn>().front().key});
    visitor.does(Touch{TryAgain{}});

    const auto asked = visitor.all<AskCheckIn>();
    ASSERT_THAT(asked, SizeIs(2));
    EXPECT_NE(asked[0].key, asked[1].key);
}

TEST(Flow, ForgetsEverythingWhenDoneBeforeItSaysThanks)
{
    WatchedVisitor visitor = asking_without_card();
    visitor.does(CheckedIn{visitor.all<AskCheckIn>().front().key, number_47});
    visitor.does(Touch{Finish{}});

    EXPECT_THAT(visitor.all<Wipe>(), SizeIs(1));
    EXPECT_EQ(visitor.flow, (Flow{.step = Thanked{visitor.at}, .last_touch = visitor.at}));
}

TEST(Flow, ThanksInTheVisitorsLanguage)
{
    WatchedVisitor visitor;
    visitor.does(Touch{ChooseLanguage{"hi"}});
    visitor.flow.step = HoldingTicket{number_47, visitor.at};
    visitor.does(Touch{Finish{}});

    EXPECT_EQ(visitor.flow.language, "hi");
}

TEST(Flow, ClearsTheNumberByItself)
{
    WatchedVisitor visitor = asking_without_card();
    visitor.does(CheckedIn{visitor.all<AskCheckIn>().front().key, number_47});
    visitor.waits(timing::ticket_shown);

    EXPECT_TRUE(is_fresh(visitor.flow));
    EXPECT_THAT(visitor.all<Wipe>(), SizeIs(1));
}

TEST(Flow, AsksAfterFortyFiveSecondsWhetherAnybodyIsThere)
{
    WatchedVisitor visitor;
    visitor.does(Touch{GoOnWithoutCard{}});
    visitor.waits(timing::idle_after);

    EXPECT_TRUE(visitor.flow.idle_since);
}

TEST(Flow, WipesTwentySecondsAfterAskingInVain)
{
    WatchedVisitor visitor;
    visitor.does(Scanned{test::card().text()});
    visitor.chooses("nurse");
    visitor.waits(timing::idle_after + timing::idle_countdown);

    EXPECT_EQ(visitor.flow, Flow{});
    EXPECT_THAT(visitor.all<Wipe>(), SizeIs(1));
}

TEST(Flow, GivesMoreTimeTenTimesAndNoMore)
{
    WatchedVisitor visitor;
    visitor.does(Touch{GoOnWithoutCard{}});
    for (int i = 0; i < timing::most_more_time; ++i) {
        visitor.waits(timing::idle_after);
        ASSERT_TRUE(visitor.flow.idle_since) << i;
        visitor.does(Touch{WantMoreTime{}});
        ASSERT_FALSE(visitor.flow.idle_since) << i;
    }
    visitor.waits(timing::idle_after);
    visitor.does(Touch{WantMoreTime{}});
    visitor.does(Touch{GoBack{}});

    EXPECT_TRUE(visitor.flow.idle_since);
}

TEST(Flow, KeepsWhatWasChosenThroughMoreTime)
{
    WatchedVisitor visitor;
    visitor.does(Touch{GoOnWithoutCard{}});
    visitor.chooses("nurse");
    visitor.waits(timing::idle_after);
    visitor.does(Touch{WantMoreTime{}});

    EXPECT_THAT(visitor.flow.needs, SizeIs(1));
    EXPECT_TRUE(visitor.at_step<ChoosingNeeds>());
}

TEST(Flow, NeverAsksWhetherAnybodyIsThereWhileTheVisitorIsTheOneWhoWaits)
{
    WatchedVisitor visitor = asking_without_card();
    visitor.flow.last_touch = visitor.at - timing::idle_after;
    visitor.does(TimePassed{});

    EXPECT_FALSE(visitor.flow.idle_since);
}

TEST(Flow, RaisesOneAlertHoweverOftenHelpIsPressed)
{
    WatchedVisitor visitor;
    for (int i = 0; i < 5; ++i) {
        visitor.does(Touch{CallHelp{}});
    }

    EXPECT_THAT(visitor.all<RaiseAlert>(), SizeIs(1));
}

TEST(Flow, CanCallForHelpAgainAfterSomebodyWasOnTheWay)
{
    WatchedVisitor visitor;
    visitor.does(Touch{GoOnWithoutCard{}});
    visitor.does(Touch{CallHelp{}});
    visitor.does(AlertTaken{visitor.all<RaiseAlert>().front().key});
    visitor.waits(timing::call_shown);
    visitor.does(Touch{CallHelp{}});

    EXPECT_THAT(visitor.all<RaiseAlert>(), SizeIs(2));
}

} // namespace
} // namespace verandah::kiosk
