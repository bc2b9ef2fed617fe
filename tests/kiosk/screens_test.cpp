// SPDX-License-Identifier: Apache-2.0
// Every screen in every language, shape and aid, measured with the real fonts; and pressed by label.
#include "kiosk/screens/glass.hpp"
#include "kiosk/screens/measures.hpp"
#include "sample.hpp"
#include "shared/ui/recording_painter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace verandah::kiosk {
namespace {

using namespace std::chrono_literals;
using test::now;

constexpr float least_target = 22; // millimetres, field.md §13
constexpr float least_gap = 3;
constexpr float least_capitals = 7.3F;
constexpr float least_number = 60;

struct Shown {
    std::string name;
    test::NamedFlow state;
    std::string language;
    ui::Size size;
    Ease ease;
    wire::CentreView centre;
    Link link = Link::up;
};

/// How screens are seen: language, shape of the glass, aids.
struct Eyes {
    std::string name;
    std::string language;
    ui::Size size;
    Ease ease;
};

std::vector<Eyes> all_eyes()
{
    const std::vector<std::pair<std::string, Ease>> eases{
        {"", {}}, {"_large", {.large_text = true}}, {"_low", {.high_contrast = true, .low_reach = true}}};
    const std::vector<std::pair<std::string, ui::Size>> sizes{
        {"portrait", {1080, 1920}}, {"landscape", {1280, 800}}, {"full_hd", {1920, 1080}}};
    std::vector<Eyes> all;
    for (const char* language : {"en", "hi", "ar"}) {
        for (const auto& [shape, size] : sizes) {
            for (const auto& [aid, ease] : eases) {
                all.push_back({shape + aid + "_" + language, language, size, ease});
            }
        }
    }
    return all;
}

/// Every state, in a usual, a large and a closed centre; the hub away in the last two.
std::vector<Shown> every_screen(const Eyes& eyes)
{
    wire::CentreView closed = test::centre();
    closed.is_open = false;
    closed.opens_at = closed.now + 50h;
    const std::vector<std::pair<std::string, wire::CentreView>> centres{
        {"", test::centre()}, {", many services", test::large_centre(14)}, {", closed", closed}};
    std::vector<Shown> all;
    for (const auto& state : test::every_state()) {
        for (const auto& [kind, centre] : centres) {
            all.push_back({state.name + kind, state, eyes.language, eyes.size, eyes.ease, centre,
                           kind.empty() ? Link::up : Link::down});
            all.back().state.flow.ease = eyes.ease;
        }
    }
    return all;
}

const ui::Translator& translator(const std::string& code)
{
    static std::map<std::string, ui::Translator> kept;
    return kept.try_emplace(code, ui::find_language(code).value(), VERANDAH_LANGUAGES).first->second;
}

ScreenModel model_of(const Shown& shown)
{
    return picture_of({.flow = shown.state.flow,
                       .centre = &shown.centre,
                       .words = translator(shown.language),
                       .now = now,
                       .hub_now = shown.centre.now,
                       .link = shown.link,
                       .sound = Sound::ready});
}

ui::View view_of(const Shown& shown)
{
    return view_on(Glass::usual(shown.size), shown.size, shown.ease, translator(shown.language).language().direction);
}

class EveryScreen : public ::testing::TestWithParam<Eyes> {};

TEST_P(EveryScreen, HoldsTheSizesOfTheFieldAndCutsNothing)
{
    for (const Shown& shown : every_screen(GetParam())) {
        const ScreenModel model = model_of(shown);
        ui::Rehearsal stage{view_of(shown)};
        static_cast<void>(stage.show([&](ui::Frame& frame) { return draw_screen(frame, model); }));

        EXPECT_THAT(stage.faults({.least_target = stage.mm(least_target),
                                  .least_gap = stage.mm(least_gap),
                                  .least_text_size = stage.mm(least_capitals) / ui::capital_part}),
                    ::testing::IsEmpty())
            << shown.name;
    }
}

TEST_P(EveryScreen, HasHelpAPersonAndHideNow)
{
    for (const Shown& shown : every_screen(GetParam())) {
        const ScreenModel model = model_of(shown);
        ui::Rehearsal stage{view_of(shown)};
        const auto draw = [&](ui::Frame& frame) { return draw_screen(frame, model); };
        const PageModel page = std::visit([](const auto& screen) { return screen.page; }, model);

        EXPECT_EQ(stage.press(page.help.label, draw), Touch{CallHelp{}}) << shown.name;
        EXPECT_EQ(stage.press(page.person.label, draw), Touch{CallPerson{}}) << shown.name;
        EXPECT_EQ(stage.press(page.hide, draw), Touch{HideNow{}}) << shown.name;
    }
}

INSTANTIATE_TEST_SUITE_P(Screens, EveryScreen, ::testing::ValuesIn(all_eyes()),
                         [](const auto& each) { return each.param.name; });

/// A stage for one state in English on the standing screen.
struct Stage {
    Shown shown;
    ScreenModel model;
    ui::Rehearsal stage;

    explicit Stage(std::string_view state, ui::Size size = {1080, 1920}, std::string_view language = "en")
        : shown{.name = "",
                .state = state_called(state),
                .language = std::string{language},
                .size = size,
                .ease = {},
                .centre = test::centre()},
          model{model_of(shown)}, stage{view_of(shown)}
    {
    }
    static test::NamedFlow state_called(std::string_view name)
    {
        const auto all = test::every_state();
        return *std::ranges::find(all, name, &test::NamedFlow::name);
    }
    std::optional<Touch> press(std::string_view label)
    {
        return stage.press(label, [&](ui::Frame& frame) { return draw_screen(frame, model); });
    }
    void show()
    {
        static_cast<void>(stage.show([&](ui::Frame& frame) { return draw_screen(frame, model); }));
    }
};

TEST(WelcomeScreen, LeadsInWithAndWithoutACardAndInEachLanguage)
{
    Stage welcome{"welcome"};

    EXPECT_EQ(welcome.press("I have a card"), Touch{HaveCard{}});
    EXPECT_EQ(welcome.press("I have no card"), Touch{GoOnWithoutCard{}});
    EXPECT_EQ(welcome.press("हिन्दी"), Touch{ChooseLanguage{"hi"}});
}

TEST(NeedsScreen, ChoosesByTouchAndAsksForANumber)
{
    Stage needs{"needs"};

    EXPECT_EQ(needs.press("A quick test"), Touch{SwitchNeed{test::service("test")}});
    EXPECT_EQ(needs.press("Get my number"), Touch{AskNumber{}});
    EXPECT_EQ(needs.press("Back"), Touch{GoBack{}});
}

TEST(NeedsScreen, AsksForNoNumberBeforeAnythingIsChosen)
{
    Stage needs{"needs-none"};

    EXPECT_EQ(needs.press("Get my number"), std::nullopt);
}

TEST(AskingScreen, AnswersNoSecondTouchWhileTheFirstIsUnderWay)
{
    Stage asking{"asking"};

    EXPECT_EQ(asking.press("No, thank you"), std::nullopt);
}

TEST(TicketScreen, ShowsANumberOfSixtyMillimetresAndMoreInBothShapes)
{
    for (const ui::Size size : {ui::Size{1080, 1920}, ui::Size{1280, 800}}) {
        Stage ticket{"ticket-card", size};
        ticket.show();

        EXPECT_GE(ticket.stage.text("47").size * ui::capital_part, ticket.stage.mm(least_number) - 1);
    }
}

TEST(TicketScreen, ShowsACardOnlyToWhoeverWantedOne)
{
    Stage with{"ticket-card"};
    Stage without{"ticket"};
    with.show();
    without.show();

    EXPECT_EQ(with.stage.painter().qr_codes().size(), 1U);
    EXPECT_EQ(without.stage.painter().qr_codes().size(), 0U);
}

TEST(TicketScreen, CountsThePeopleBeforeInTheFormsOfEachLanguage)
{
    const auto before = [](int count, std::string_view language) {
        Stage ticket{"ticket", {1080, 1920}, language};
        std::get<HoldingTicket>(ticket.shown.state.flow.step).receipt.people_before = count;
        return std::get<TicketModel>(model_of(ticket.shown)).before;
    };

    EXPECT_EQ(before(0, "en"), "You are next");
    EXPECT_EQ(before(1, "en"), "1 person before you");
    EXPECT_EQ(before(4, "en"), "4 people before you");
    EXPECT_EQ(before(2, "ar"), "شخصان قبلكم");
    EXPECT_EQ(before(3, "ar"), "3 أشخاص قبلكم");
    EXPECT_EQ(before(11, "ar"), "11 شخصًا قبلكم");
    EXPECT_EQ(before(4, "hi"), "आपसे पहले 4 लोग");
}

TEST(EveryBar, KeepsHelpInOnePlaceOnAllScreens)
{
    Stage first{"welcome"};
    first.show();
    const ui::Rect place = first.stage.target("I need help now").rect;
    for (const auto& state : test::every_state()) {
        if (state.name == "called") {
            continue; // it reads "Someone is coming" there
        }
        Stage other{state.name};
        other.show();
        EXPECT_EQ(other.stage.target("I need help now").rect, place) << state.name;
    }
}

TEST(ClosedDoor, SaysWhenItOpensAgainAndStillCalls)
{
    Stage door{"welcome"};
    door.shown.centre.is_open = false;
    door.shown.centre.opens_at = door.shown.centre.now + 23h;
    door.shown.centre.utc_offset = 330min;
    door.model = model_of(door.shown);
    door.show();

    EXPECT_TRUE(door.stage.shows("We are closed right now"));
    EXPECT_TRUE(door.stage.shows("We open again tomorrow at 14:30."));
    EXPECT_EQ(door.press("Talk to a person"), Touch{CallPerson{}});
}

TEST(SmallGlass, ShrinksEverythingTogetherRatherThanLoseAny)
{
    Stage needs{"needs", {1280, 800}};
    needs.stage.view() = view_on(Glass{{217, 136}}, {1280, 800}, {}, ui::Direction::left_to_right); // a 10-inch tablet
    needs.show();

    EXPECT_THAT(needs.stage.faults({}), ::testing::IsEmpty());
}

} // namespace
} // namespace verandah::kiosk
