// SPDX-License-Identifier: Apache-2.0
// The way of somebody who asks to be forgotten: the same for any card, left at any time, and honest when the hub is
// away.
#include "kiosk/screens/glass.hpp"
#include "kiosk/wording/words_shown.hpp"
#include "sample.hpp"
#include "shared/ui/recording_painter.hpp"
#include "visitor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::kiosk {
namespace {

using namespace std::chrono_literals;
using test::now;
using test::turn;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

/// Somebody on her way to be forgotten.
struct VisitorToForget : test::Visitor {
    void reads_what_it_means()
    {
        does(Touch{HaveCard{}});
        does(Touch{AskAboutForgetting{}});
    }
    /// Up to the card, and what is asked of the hub then.
    AskToForget shows(const domain::CardCode& card)
    {
        reads_what_it_means();
        does(Touch{GoOnToForget{}});
        const auto effects = does(Scanned{card.text()});
        return std::get<AskToForget>(effects.at(0));
    }
    template <class Wanted>
    [[nodiscard]] bool is_at() const
    {
        return std::holds_alternative<Wanted>(flow.step);
    }
};

/// A card that is nobody's: the kiosk cannot tell.
domain::CardCode other_card()
{
    return {domain::CardCode::Token{}, domain::CardCode::Tag{}};
}

std::vector<std::string> words_of(const Flow& flow, Link link = Link::up, Ticks at = now)
{
    const ui::Translator english{ui::find_language("en").value(), VERANDAH_LANGUAGES};
    const auto centre = test::centre();
    return words_shown(picture_of(
        {.flow = flow, .centre = &centre, .words = english, .now = at, .hub_now = centre.now, .link = link}));
}

TEST(ForgetMe, IsAskedOfTheHubOnceTheCardIsShownAndNotBefore)
{
    VisitorToForget visitor;
    visitor.reads_what_it_means();
    EXPECT_THAT(visitor.does(Scanned{test::card().text()}), IsEmpty());
    EXPECT_TRUE(visitor.is_at<ConsideringForgetting>());
    visitor.does(Touch{GoOnToForget{}});

    const auto effects = visitor.does(Scanned{test::card().text()});
    ASSERT_EQ(effects.size(), 1U);
    EXPECT_EQ(std::get<AskToForget>(effects.front()).card.code(), test::card());
}

TEST(ForgetMe, SendsHerToStaffAndLetsGoOfEverythingAboutHer)
{
    VisitorToForget visitor;
    visitor.does(Touch{ChooseLanguage{"ar"}});
    const auto asked = visitor.shows(test::card());

    const auto effects = visitor.does(ForgettingTaken{asked.key});

    EXPECT_THAT(effects, ElementsAre(Effect{Wipe{}}));
    EXPECT_EQ(visitor.flow, (Flow{.step = SentToStaff{visitor.at}, .language = "ar", .last_touch = visitor.at}));
}

TEST(ForgetMe, KeepsTellingThatSomebodyIsComingWhoWasCalledOnTheWay)
{
    VisitorToForget visitor;
    visitor.does(Touch{CallPerson{}});
    const auto asked = visitor.shows(test::card());
    visitor.does(ForgettingTaken{asked.key});

    EXPECT_TRUE(visitor.flow.person);
}

TEST(ForgetMe, ShowsTheSameForEveryCard)
{
    VisitorToForget one;
    VisitorToForget other;
    const auto one_asked = one.shows(test::card());
    const auto other_asked = other.shows(other_card());
    EXPECT_EQ(words_of(one.flow), words_of(other.flow));
    EXPECT_EQ(words_of(one.flow, Link::up, one.at + 3s), words_of(other.flow, Link::up, other.at + 3s));
    one.does(ForgettingTaken{one_asked.key});
    other.does(ForgettingTaken{other_asked.key});

    EXPECT_EQ(one.flow, other.flow);
    EXPECT_EQ(words_of(one.flow), words_of(other.flow));
}

TEST(ForgetMe, IsLeftByBackStepByStep)
{
    VisitorToForget visitor;
    static_cast<void>(visitor.shows(test::card()));
    visitor.does(Touch{GoBack{}});
    EXPECT_TRUE(visitor.is_at<ShowingCardToForget>());
    visitor.does(Touch{GoBack{}});
    EXPECT_TRUE(visitor.is_at<ConsideringForgetting>());
    visitor.does(Touch{GoBack{}});
    EXPECT_TRUE(visitor.is_at<ShowingCard>());
}

TEST(ForgetMe, IsTakenBackOfTheHubByWhoeverGoesBackBeforeItAnswered)
{
    VisitorToForget visitor;
    static_cast<void>(visitor.shows(test::card()));
    const auto effects = visitor.does(Touch{GoBack{}});

    ASSERT_THAT(effects, ::testing::SizeIs(1));
    EXPECT_TRUE(std::holds_alternative<WithdrawForgetting>(effects.front()));
    EXPECT_THAT(visitor.does(Touch{GoBack{}}), IsEmpty()); // nothing is asked for any more
    EXPECT_THAT(visitor.does(Touch{GoBack{}}), IsEmpty());
}

TEST(ForgetMe, IsTakenBackThoughNobodyKnowsWhetherItArrived)
{
    VisitorToForget visitor;
    static_cast<void>(visitor.shows(test::card()));
    visitor.at += timing::confirm_within;
    visitor.does(TimePassed{});
    ASSERT_TRUE(visitor.is_at<UnconfirmedForgetting>());

    const auto effects = visitor.does(Touch{GoBack{}});

    ASSERT_THAT(effects, ::testing::SizeIs(1));
    EXPECT_TRUE(std::holds_alternative<WithdrawForgetting>(effects.front()));
}

TEST(ForgetMe, IsNotTakenBackByWhoeverIsSentToStaff)
{
    VisitorToForget visitor;
    const auto asked = visitor.shows(test::card());
    visitor.does(ForgettingTaken{asked.key});
    ASSERT_TRUE(visitor.is_at<SentToStaff>());

    EXPECT_THAT(visitor.does(Touch{Finish{}}), ElementsAre(Effect{Wipe{}}));
}

TEST(ForgetMe, IsNotShownAsTakenToWhoeverWentBackMeanwhile)
{
    VisitorToForget visitor;
    const auto asked = visitor.shows(test::card());
    visitor.does(Touch{GoBack{}});
    visitor.does(ForgettingTaken{asked.key});

    EXPECT_TRUE(visitor.is_at<ShowingCardToForget>());
}

TEST(ForgetMe, DoesNotTakeASquareThatIsNoCardForOne)
{
    VisitorToForget visitor;
    visitor.reads_what_it_means();
    visitor.does(Touch{GoOnToForget{}});

    EXPECT_THAT(visitor.does(Scanned{"https://example.org"}), IsEmpty());
    EXPECT_THAT(words_of(visitor.flow), Contains("That square is not one of this house’s cards"));
    EXPECT_THAT(visitor.does(Scanned{test::card().text()}), ::testing::SizeIs(1));
}

TEST(ForgetMe, OwnsUpThatNothingWasForgottenWhenTheHubDoesNotAnswer)
{
    VisitorToForget visitor;
    const auto asked = visitor.shows(test::card());
    visitor.at += timing::confirm_within;
    visitor.does(TimePassed{});
    EXPECT_THAT(words_of(visitor.flow), Contains("That cannot be done just now"));

    const auto again = visitor.does(Touch{TryAgain{}});
    EXPECT_THAT(again, ElementsAre(Effect{asked})); // the very same request
    visitor.does(ForgettingTaken{asked.key});
    EXPECT_TRUE(visitor.is_at<SentToStaff>());
}

TEST(ForgetMe, AsksAnewAfterTheHubSaidNo)
{
    VisitorToForget visitor;
    const auto asked = visitor.shows(test::card());
    visitor.does(Refused{asked.key});
    EXPECT_TRUE(visitor.is_at<UnconfirmedForgetting>());

    const auto again = std::get<AskToForget>(visitor.does(Touch{TryAgain{}}).at(0));
    EXPECT_NE(again.key, asked.key);
    EXPECT_EQ(again.card, asked.card);
}

TEST(ForgetMe, SaysThatItCannotBeDoneWhileTheHubIsAway)
{
    for (const Step& step : {Step{ConsideringForgetting{}}, Step{ShowingCardToForget{}}}) {
        const Flow flow{.step = step, .last_touch = now};
        EXPECT_THAT(words_of(flow, Link::down), Contains("That cannot be done just now"));
        EXPECT_THAT(words_of(flow, Link::down), Not(Contains("Go on")));
        EXPECT_THAT(words_of(flow, Link::up), Not(Contains("That cannot be done just now")));
    }
}

TEST(ForgetMe, WipesItselfAfterItSentHerToStaff)
{
    VisitorToForget visitor;
    const auto asked = visitor.shows(test::card());
    visitor.does(ForgettingTaken{asked.key});
    visitor.at += timing::sent_shown;

    EXPECT_THAT(visitor.does(TimePassed{}), ElementsAre(Effect{Wipe{}}));
    EXPECT_EQ(visitor.flow, Flow{});
}

TEST(ForgetMe, NeverAsksWhetherSheIsThereWhileSheWaitsForTheHub)
{
    VisitorToForget visitor;
    static_cast<void>(visitor.shows(test::card()));
    visitor.flow.last_touch -= timing::idle_after;
    visitor.does(TimePassed{});

    EXPECT_FALSE(visitor.flow.idle_since);
}

/// A stage for a screen of this way, in English.
struct ForgettingStage {
    Flow flow;
    wire::CentreView centre = test::centre();
    ui::Translator words{ui::find_language("en").value(), VERANDAH_LANGUAGES};
    ui::Size size{1080, 1920};
    ui::Rehearsal rehearsal{view_on(Glass::usual(size), size, {}, ui::Direction::left_to_right)};

    std::optional<Touch> press(std::string_view label)
    {
        const auto model =
            picture_of({.flow = flow, .centre = &centre, .words = words, .now = now, .hub_now = centre.now});
        return rehearsal.press(label, [&](ui::Frame& frame) { return draw_screen(frame, model); });
    }
};

TEST(ForgetMe, IsReachedQuietlyFromWhereTheCardIsShown)
{
    ForgettingStage card{{.step = ShowingCard{}, .last_touch = now}};
    EXPECT_EQ(card.press("Forget me"), Touch{AskAboutForgetting{}});
    ForgettingStage meaning{{.step = ConsideringForgetting{}, .last_touch = now}};
    EXPECT_EQ(meaning.press("Go on"), Touch{GoOnToForget{}});
    EXPECT_EQ(meaning.press("Back"), Touch{GoBack{}});
    ForgettingStage sent{{.step = SentToStaff{now}, .last_touch = now}};
    EXPECT_EQ(sent.press("Done"), Touch{Finish{}});
}

TEST(ForgetMe, SaysWhatItMeansInPicturesAndAloud)
{
    const Flow flow{.step = ConsideringForgetting{}, .last_touch = now};

    EXPECT_THAT(words_of(flow),
                ::testing::IsSupersetOf({"Your card stops working", "Nobody can tell any more which visits were yours",
                                         "The visits stay counted, without you", "It cannot be undone"}));
}

} // namespace
} // namespace verandah::kiosk
