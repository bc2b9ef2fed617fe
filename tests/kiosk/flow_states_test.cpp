// SPDX-License-Identifier: Apache-2.0
// What holds wherever a visitor is: hide now, help, a person, back, time, strangers' answers, any row of touches.
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

class FromEveryState : public ::testing::TestWithParam<test::NamedFlow> {};

TEST_P(FromEveryState, HideNowWipesToAFreshStart)
{
    Flow flow = GetParam().flow;
    const auto effects = handle(flow, Touch{HideNow{}}, turn(now));

    EXPECT_EQ(flow, Flow{});
    EXPECT_THAT(effects, ::testing::ElementsAre(Effect{Wipe{}}));
}

TEST_P(FromEveryState, HelpRaisesASilentAlert)
{
    Flow flow = GetParam().flow;
    flow.help.reset();
    const auto effects = handle(flow, Touch{CallHelp{}}, turn(now, 9));

    EXPECT_THAT(effects, ::testing::ElementsAre(Effect{RaiseAlert{turn(now, 9).key, RaiseAlert::Kind::help}}));
    EXPECT_EQ(flow.step, GetParam().flow.step);
}

TEST_P(FromEveryState, AskingForAPersonRaisesAnAlertOfThatKind)
{
    Flow flow = GetParam().flow;
    flow.person.reset();
    const auto effects = handle(flow, Touch{CallPerson{}}, turn(now, 9));

    EXPECT_THAT(effects, ::testing::ElementsAre(Effect{RaiseAlert{turn(now, 9).key, RaiseAlert::Kind::person}}));
}

TEST_P(FromEveryState, BackLeadsToTheWelcomeInAFewSteps)
{
    Flow flow = GetParam().flow;
    flow.more_times = 0;
    for (int i = 0; i < 6 && !std::holds_alternative<AtWelcome>(flow.step); ++i) {
        static_cast<void>(handle(flow, Touch{GoBack{}}, turn(now)));
    }
    EXPECT_TRUE(std::holds_alternative<AtWelcome>(flow.step));
}

TEST_P(FromEveryState, TimeAloneWipesEverythingInTheEnd)
{
    Flow flow = GetParam().flow;
    for (Ticks at = now; at < now + 3min; at += 1s) {
        static_cast<void>(handle(flow, TimePassed{}, turn(at)));
    }
    EXPECT_EQ(flow, Flow{});
}

TEST_P(FromEveryState, NextDueNeverSleepsThroughAChange)
{
    Flow stepped = GetParam().flow;
    Flow slept = GetParam().flow;
    Ticks wake = now;
    for (Ticks at = now; at < now + 3min; at += 100ms) {
        static_cast<void>(handle(stepped, TimePassed{}, turn(at)));
        if (at >= wake) {
            static_cast<void>(handle(slept, TimePassed{}, turn(at)));
            wake = next_due(slept, at).value_or(now + 1h);
        }
        ASSERT_EQ(stepped, slept) << "after " << (at - now).count() << " ms";
    }
}

TEST_P(FromEveryState, AnswersToNobodyChangeNothing)
{
    const Turn stranger = turn(now, 77);
    const std::vector<Event> answers{CheckedIn{stranger.key, number_47}, CardMade{stranger.key, KeptCard{test::card()}},
                                     AlertTaken{stranger.key}, ForgettingTaken{stranger.key}, Refused{stranger.key}};
    for (const Event& answer : answers) {
        Flow flow = GetParam().flow;
        const auto effects = handle(flow, answer, turn(now));
        EXPECT_EQ(flow, GetParam().flow);
        EXPECT_THAT(effects, IsEmpty());
    }
}

TEST_P(FromEveryState, NoRowOfTouchesBreaksIt)
{
    const std::vector<Touch> touches{GoBack{},
                                     CallHelp{},
                                     CallPerson{},
                                     OpenEase{},
                                     SwitchAid{},
                                     ChooseLanguage{"ar"},
                                     OpenLanguages{},
                                     HaveCard{},
                                     GoOnWithoutCard{},
                                     ShowPage{-3},
                                     AskNumber{},
                                     SwitchNeed{service("nurse")},
                                     AskAboutForgetting{},
                                     GoOnToForget{},
                                     JustSupplies{},
                                     TakeSupply{test::condoms(), 12},
                                     TakeCard{},
                                     DeclineCard{},
                                     TryAgain{},
                                     WantMoreTime{},
                                     Finish{},
                                     Listen{}};
    const ui::Translator words{ui::known_languages().front(), "/nowhere"};
    unsigned random = 12345;
    for (int story = 0; story < 200; ++story) {
        Flow flow = GetParam().flow;
        for (int i = 0; i < 40; ++i) {
            random = random * 1664525U + 1013904223U;
            const auto touch = touches[(random >> 16U) % touches.size()];
            static_cast<void>(handle(flow, touch, turn(now + i * 1s, i)));
            const Scene scene{.flow = flow, .centre = nullptr, .words = words, .now = now + i * 1s};
            static_cast<void>(picture_of(scene));
        }
        static_cast<void>(handle(flow, Touch{HideNow{}}, turn(now)));
        ASSERT_EQ(flow, Flow{});
    }
}

INSTANTIATE_TEST_SUITE_P(Flow, FromEveryState, ::testing::ValuesIn(test::every_state()), [](const auto& each) {
    std::string name = each.param.name;
    std::ranges::replace(name, '-', '_');
    return name;
});

} // namespace
} // namespace verandah::kiosk
