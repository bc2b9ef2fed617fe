// SPDX-License-Identifier: Apache-2.0
// Just supplies: two touches, counted once each, no number, nothing of what is left.
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
using test::condoms;
using test::now;
using test::turn;
using test::Visitor;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const TakeSupply touch_condoms{condoms(), 12};

ScreenModel picture(const Flow& flow, const wire::CentreView& centre, Link link = Link::up)
{
    static const ui::Translator words{ui::known_languages().front(), "/nowhere"};
    return picture_of(
        {.flow = flow, .centre = &centre, .words = words, .now = now, .hub_now = centre.now, .link = link});
}

/// What a finger on the thing called `label` does.
std::optional<Touch> press(const Flow& flow, const std::string& label)
{
    const auto model = picture(flow, test::centre());
    const ui::Size size{1280, 800};
    ui::Rehearsal stage{view_on(Glass::usual(size), size, flow.ease, ui::Direction::left_to_right)};
    return stage.press(label, [&](ui::Frame& frame) { return draw_screen(frame, model); });
}

TEST(Supplies, TakeTwoTouchesFromTheWelcome)
{
    Visitor visitor;
    const auto first = press(visitor.flow, "Just supplies");
    ASSERT_TRUE(first);
    EXPECT_THAT(visitor.does(*first), IsEmpty());
    const auto second = press(visitor.flow, "Protection");
    ASSERT_TRUE(second);
    const auto effects = visitor.does(*second);
    EXPECT_THAT(effects, ElementsAre(Effect{HandOut{turn(visitor.at, visitor.number - 1).key, condoms(), 12}}));
}

TEST(Supplies, AreCountedOnceHoweverOftenTheTileIsTouched)
{
    Visitor visitor;
    visitor.does(Touch{JustSupplies{}});
    visitor.does(Touch{touch_condoms});
    EXPECT_THAT(visitor.does(Touch{touch_condoms}), IsEmpty());
}

TEST(Supplies, OfAnotherKindAreCountedWithAKeyOfTheirOwn)
{
    Visitor visitor;
    visitor.does(Touch{JustSupplies{}});
    const auto one = visitor.does(Touch{touch_condoms});
    const auto other = visitor.does(Touch{TakeSupply{test::commodity("lubricant.sachet"), 6}});
    ASSERT_EQ(other.size(), 1U);
    EXPECT_NE(std::get<HandOut>(one.front()).key, std::get<HandOut>(other.front()).key);
}

TEST(Supplies, CannotBeTakenFromAnywhereElse)
{
    Visitor visitor;
    visitor.does(Touch{GoOnWithoutCard{}});
    EXPECT_THAT(visitor.does(Touch{JustSupplies{}}), IsEmpty());
    EXPECT_THAT(visitor.does(Touch{touch_condoms}), IsEmpty());
    EXPECT_TRUE(std::holds_alternative<ChoosingSupplies>(visitor.flow.step) == false);
}

TEST(Supplies, AskForNoNumberAndNoCard)
{
    Visitor visitor;
    visitor.does(Touch{JustSupplies{}});
    visitor.does(Touch{touch_condoms});
    EXPECT_THAT(visitor.does(Scanned{test::card().text()}), IsEmpty());
    EXPECT_THAT(visitor.does(Touch{AskNumber{}}), IsEmpty());
    EXPECT_FALSE(visitor.flow.card);
}

TEST(Supplies, LeaveNothingOnTheGlassAfterDoneOrBackOrHalfAMinute)
{
    for (const Event& end : {Event{Touch{Finish{}}}, Event{Touch{GoBack{}}}}) {
        Visitor visitor;
        visitor.does(Touch{JustSupplies{}});
        visitor.does(Touch{touch_condoms});
        EXPECT_THAT(visitor.does(end), ElementsAre(Effect{Wipe{}}));
        EXPECT_EQ(visitor.flow, Flow{});
    }
    Visitor visitor;
    visitor.does(Touch{JustSupplies{}});
    visitor.does(Touch{touch_condoms});
    visitor.at += timing::taken_shown;
    EXPECT_THAT(visitor.does(TimePassed{}), ElementsAre(Effect{Wipe{}}));
}

TEST(Supplies, SayDoneOnlyOnceSomethingWasTaken)
{
    Visitor visitor;
    visitor.does(Touch{JustSupplies{}});
    EXPECT_THAT(visitor.does(Touch{Finish{}}), IsEmpty());
    EXPECT_TRUE(std::holds_alternative<ChoosingSupplies>(visitor.flow.step));
}

TEST(Supplies, AreOfferedWhileTheHubIsAwayAndAfterTheLastNumber)
{
    auto centre = test::centre();
    EXPECT_THAT(words_shown(picture(Flow{}, centre, Link::down)), Contains("Just supplies"));
    centre.day_is_closed = true;
    EXPECT_THAT(words_shown(picture(Flow{}, centre)), Contains("Just supplies"));
}

TEST(Supplies, AreNotOfferedByAClosedHouseNorByOneThatOffersNone)
{
    auto centre = test::centre();
    centre.is_open = false;
    EXPECT_THAT(words_shown(picture(Flow{}, centre)), Not(Contains("Just supplies")));
    centre = test::centre();
    centre.supplies.clear();
    EXPECT_THAT(words_shown(picture(Flow{}, centre)), Not(Contains("Just supplies")));
}

TEST(Supplies, AreCalledByDiscreetWords)
{
    for (const auto& word : words_shown(picture(Flow{.step = ChoosingSupplies{{condoms()}}}, test::centre()))) {
        EXPECT_THAT(word, Not(::testing::AnyOf(HasSubstr("ondom"), HasSubstr("12"), HasSubstr("HIV"))));
    }
}

} // namespace
} // namespace verandah::kiosk
