// SPDX-License-Identifier: Apache-2.0
// Pressing, focusing, scrolling, typing and mirroring, with no window.
#include "shared/ui/recording_painter.hpp"
#include "small_view.hpp"

#include <gmock/gmock.h>

#include <array>

namespace verandah::ui {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Rect first_place{100, 100, 200, 80};
constexpr Rect second_place{100, 220, 200, 80};
constexpr Rect third_place{100, 340, 200, 80};

/// Three buttons below one another; answers the label of the one that was activated.
std::string three_buttons(Frame& frame)
{
    std::string activated;
    const auto offer = [&](const Rect& rect, std::string_view label, const Shortcut& key) {
        if (frame.button(rect, {.label = label, .shortcut = key})) {
            activated = label;
        }
    };
    offer(first_place, "Call again", shortcut('R'));
    offer(second_place, "Done", shortcut('D'));
    offer(third_place, "Undo", with_control('Z'));
    return activated;
}

constexpr KeyPress tab{.key = Key::tab};
constexpr KeyPress back_tab{.key = Key::tab, .shift = true};
constexpr KeyPress enter{.key = Key::enter};

TEST(Frame, ActivatesAButtonPressedByItsLabel)
{
    Rehearsal stage{small_view};
    EXPECT_EQ(stage.press("Done", three_buttons), "Done");
}

TEST(Frame, ActivatesOnReleaseAndNotOnPress)
{
    Rehearsal stage{small_view};
    EXPECT_EQ(stage.show(three_buttons, Rehearsal::pointer(Pointer::Phase::pressed, first_place.centre())), "");
    EXPECT_EQ(stage.show(three_buttons, Rehearsal::pointer(Pointer::Phase::released, first_place.centre())),
              "Call again");
}

TEST(Frame, ForgetsAPressThatIsReleasedElsewhere)
{
    Rehearsal stage{small_view};
    stage.show(three_buttons, Rehearsal::pointer(Pointer::Phase::pressed, first_place.centre()));
    EXPECT_EQ(stage.show(three_buttons, Rehearsal::pointer(Pointer::Phase::released, second_place.centre())), "");
    EXPECT_EQ(stage.show(three_buttons, Rehearsal::pointer(Pointer::Phase::released, first_place.centre())), "");
}

TEST(Frame, KeepsAPressWhenTheScreenMovesUnderTheRestingFinger)
{
    Rehearsal stage{small_view};
    const auto moved_down = [](Frame& frame) {
        return frame.button({first_place.x, 300, first_place.width, first_place.height}, {.label = "Call again"});
    };
    stage.show(three_buttons, Rehearsal::pointer(Pointer::Phase::pressed, first_place.centre()));
    EXPECT_TRUE(stage.show(moved_down, Rehearsal::pointer(Pointer::Phase::released, first_place.centre())));
}

TEST(Frame, KeepsAPressWhenTheScreenIsDrawnAnewInBetween)
{
    Rehearsal stage{small_view};
    stage.show(three_buttons, Rehearsal::pointer(Pointer::Phase::pressed, first_place.centre()));
    stage.show(three_buttons);
    EXPECT_EQ(stage.show(three_buttons, Rehearsal::pointer(Pointer::Phase::released, first_place.centre())),
              "Call again");
}

TEST(Frame, SinksAButtonWhileItIsHeld)
{
    Rehearsal stage{small_view};
    stage.show(three_buttons);
    const float resting = stage.text("Done").box.y;
    stage.show(three_buttons, Rehearsal::pointer(Pointer::Phase::pressed, second_place.centre()));
    EXPECT_EQ(stage.text("Done").box.y, resting + 2);
}

TEST(Frame, ActivatesNothingDisabled)
{
    Rehearsal stage{small_view};
    const auto screen = [](Frame& frame) { return frame.button(first_place, {.label = "Print it", .enabled = false}); };
    EXPECT_FALSE(stage.press("Print it", screen));
}

TEST(Frame, NamesWhatIsThereWhenALabelIsNot)
{
    Rehearsal stage{small_view};
    try {
        stage.press("Nothing", three_buttons);
        FAIL() << "a label that is not there was pressed";
    } catch (const std::runtime_error& failure) {
        EXPECT_THAT(failure.what(), HasSubstr("\"Call again\", \"Done\", \"Undo\""));
    }
}

TEST(Focus, GoesInReadingOrderWithTabAndComesRound)
{
    Rehearsal stage{small_view};
    std::vector<std::string> order;
    for (int i = 0; i < 4; ++i) {
        stage.press_key(tab, three_buttons);
        order.push_back(stage.focused());
    }
    EXPECT_THAT(order, ElementsAre("Call again", "Done", "Undo", "Call again"));
}

TEST(Focus, GoesBackWithShiftTab)
{
    Rehearsal stage{small_view};
    stage.press_key(back_tab, three_buttons);
    EXPECT_EQ(stage.focused(), "Undo");
    stage.press_key(back_tab, three_buttons);
    EXPECT_EQ(stage.focused(), "Done");
}

TEST(Focus, FollowsTheArrows)
{
    Rehearsal stage{small_view};
    stage.press_key(tab, three_buttons);
    stage.press_key({.key = Key::down}, three_buttons);
    EXPECT_EQ(stage.focused(), "Done");
    stage.press_key({.key = Key::up}, three_buttons);
    EXPECT_EQ(stage.focused(), "Call again");
}

TEST(Focus, ActivatesWithEnterAndWithSpace)
{
    Rehearsal stage{small_view};
    stage.press_key(tab, three_buttons);
    EXPECT_EQ(stage.press_key(enter, three_buttons), "Call again");
    EXPECT_EQ(stage.press_key({.key = Key::space}, three_buttons), "Call again");
}

TEST(Focus, IsNotActivatedByAScannersEnterAfterATouch)
{
    Rehearsal stage{small_view};
    stage.press("Done", three_buttons);
    EXPECT_EQ(stage.press_key(enter, three_buttons), "");
}

TEST(Focus, ShowsARing)
{
    Rehearsal stage{small_view};
    stage.press_key(tab, three_buttons);
    stage.show(three_buttons);
    EXPECT_THAT(stage.painter().shapes(),
                Contains(testing::Field(&RecordingPainter::Shape::colour, testing::Eq(Theme::light().focus))));
}

TEST(Shortcuts, ActivateTheirWidget)
{
    Rehearsal stage{small_view};
    EXPECT_EQ(stage.press_key({.key = Key::character, .character = 'D'}, three_buttons), "Done");
    EXPECT_EQ(stage.press_key({.key = Key::character, .character = 'Z', .control = true}, three_buttons), "Undo");
    EXPECT_EQ(stage.press_key({.key = Key::character, .character = 'Z'}, three_buttons), "");
}

TEST(Shortcuts, AreWrittenOnTheButton)
{
    Rehearsal stage{small_view};
    stage.show(three_buttons);
    EXPECT_TRUE(stage.shows("R"));
    EXPECT_TRUE(stage.shows("Ctrl Z"));
}

struct FormAnswer {
    FieldAnswer field;
    bool done = false;
};

FormAnswer form(Frame& frame, std::string_view value)
{
    FormAnswer answer;
    answer.field = frame.field(first_place, {.label = "Note", .value = value});
    answer.done = frame.button(second_place, {.label = "Done", .shortcut = shortcut('D')});
    return answer;
}

TEST(Shortcuts, RestWhileSomethingIsTyped)
{
    Rehearsal stage{small_view};
    const auto screen = [](Frame& frame) { return form(frame, ""); };
    stage.press("Note", screen);
    EXPECT_FALSE(stage.press_key({.key = Key::character, .character = 'D'}, screen).done);
}

TEST(Field, TakesTextOfAnyScript)
{
    Rehearsal stage{small_view};
    const auto screen = [](Frame& frame) { return form(frame, "हि"); };
    stage.press("Note", screen);
    EXPECT_EQ(stage.type("ن", screen).field.changed, "हिن");
}

TEST(Field, RemovesAWholeCharacter)
{
    Rehearsal stage{small_view};
    const auto screen = [](Frame& frame) { return form(frame, "aé"); };
    stage.press("Note", screen);
    EXPECT_EQ(stage.press_key({.key = Key::backspace}, screen).field.changed, "a");
}

TEST(Field, InsertsWhereTheCaretIs)
{
    Rehearsal stage{small_view};
    const auto screen = [](Frame& frame) { return form(frame, "ac"); };
    stage.press("Note", screen);
    stage.press_key({.key = Key::left}, screen);
    EXPECT_EQ(stage.type("b", screen).field.changed, "abc");
}

TEST(Field, SaysWhenEnterWasPressed)
{
    Rehearsal stage{small_view};
    const auto screen = [](Frame& frame) { return form(frame, "47"); };
    stage.press("Note", screen);
    EXPECT_TRUE(stage.press_key(enter, screen).field.entered);
}

constexpr Rect list_place{0, 0, 400, 200};

/// Ten thousand rows of 40 pixels; answers the row that was activated.
int long_list(Frame& frame)
{
    int activated = -1;
    frame.list(list_place, {.id = "line", .rows = 10'000, .row_height = 40}, [&](int row, const Rect& rect) {
        const std::string name = "row " + std::to_string(row);
        if (frame.touchable(rect, {.label = name}).activated) {
            activated = row;
        }
        frame.text(rect, name, {.size = 15});
    });
    return activated;
}

TEST(List, DrawsOnlyTheRowsInSight)
{
    Rehearsal stage{small_view};
    stage.show(long_list);
    EXPECT_THAT(stage.words(), ElementsAre("row 0", "row 1", "row 2", "row 3", "row 4"));
}

TEST(List, GoesAPageDownAndToTheEnd)
{
    Rehearsal stage{small_view};
    stage.press_key({.key = Key::page_down}, long_list);
    EXPECT_EQ(stage.words().front(), "row 4");
    stage.press_key({.key = Key::end}, long_list);
    EXPECT_EQ(stage.words().back(), "row 9999");
}

TEST(List, FollowsTheWheelUnderThePointer)
{
    Rehearsal stage{small_view};
    Input input = Rehearsal::pointer(Pointer::Phase::hovering, {10, 10});
    input.wheel = -2;
    stage.show(long_list, input);
    EXPECT_EQ(stage.words().front(), "row 3");
}

TEST(List, ScrollsWithTheFingerAndPressesNoRow)
{
    Rehearsal stage{small_view};
    stage.show(long_list, Rehearsal::pointer(Pointer::Phase::pressed, {100, 150}));
    stage.show(long_list, Rehearsal::pointer(Pointer::Phase::held, {100, 70}));
    EXPECT_EQ(stage.words().front(), "row 2");
    EXPECT_EQ(stage.show(long_list, Rehearsal::pointer(Pointer::Phase::released, {100, 70})), -1);
}

TEST(List, PressesTheRowThatWasTouched)
{
    Rehearsal stage{small_view};
    stage.press_key({.key = Key::page_down}, long_list);
    EXPECT_EQ(stage.press("row 6", long_list), 6);
}

TEST(List, BringsTheNextRowIntoSightForTheFocus)
{
    Rehearsal stage{small_view};
    stage.press_key(tab, long_list);
    for (int i = 0; i < 12; ++i) {
        stage.press_key({.key = Key::down}, long_list);
    }
    EXPECT_EQ(stage.focused(), "row 12");
}

TEST(Mirror, PutsTheStartAtTheRightInArabic)
{
    View view = small_view;
    view.direction = Direction::right_to_left;
    Rehearsal stage{view};
    stage.show(three_buttons);
    EXPECT_EQ(stage.target("Done").rect, (Rect{500, 220, 200, 80}));
}

TEST(Mirror, PressesWhatIsSeen)
{
    View view = small_view;
    view.direction = Direction::right_to_left;
    Rehearsal stage{view};
    EXPECT_EQ(stage.press("Undo", three_buttons), "Undo");
}

TEST(Mirror, TurnsTheBackArrowButNotTheShower)
{
    View view = small_view;
    view.direction = Direction::right_to_left;
    Rehearsal stage{view};
    stage.show([](Frame& frame) {
        frame.icon(first_place, icon::arrow_back, frame.theme().ink);
        frame.icon(second_place, icon::shower, frame.theme().ink);
    });
    ASSERT_EQ(stage.painter().icons().size(), 2U);
    EXPECT_EQ(stage.painter().icons()[0].facing, Facing::mirrored);
    EXPECT_EQ(stage.painter().icons()[1].facing, Facing::as_drawn);
}

TEST(Inert, AnswersNothingBehindAQuestion)
{
    Rehearsal stage{small_view};
    const auto screen = [](Frame& frame) {
        std::string activated;
        {
            const auto behind = frame.inert();
            activated = three_buttons(frame);
        }
        frame.veil();
        return frame.button({400, 100, 200, 80}, {.label = "More time"}) ? std::string{"More time"} : activated;
    };
    EXPECT_EQ(stage.press("Done", screen), "");
    EXPECT_EQ(stage.press("More time", screen), "More time");
}

TEST(Motion, AsksForFramesOnlyWhileSomethingMoves)
{
    View view = small_view;
    view.motion = Motion::full;
    Rehearsal stage{view};
    float place = 0;
    const auto screen = [&](Frame& frame) { place = frame.moving("panel", 100); };
    stage.show(screen);
    EXPECT_EQ(place, 0);
    EXPECT_TRUE(stage.next_frame());
    stage.view().seconds += 1;
    stage.show(screen);
    EXPECT_EQ(place, 100);
    EXPECT_FALSE(stage.next_frame());
}

TEST(Motion, IsOffWhenReduced)
{
    Rehearsal stage{small_view};
    float place = 0;
    stage.show([&](Frame& frame) { place = frame.moving("panel", 100); });
    EXPECT_EQ(place, 100);
    EXPECT_FALSE(stage.next_frame());
}

TEST(Faults, FindATargetThatIsTooSmall)
{
    Rehearsal stage{small_view};
    stage.show(three_buttons);
    EXPECT_THAT(stage.faults({.least_target = 80, .least_gap = 40}), IsEmpty());
    EXPECT_THAT(stage.faults({.least_target = 81}), Contains(HasSubstr("\"Done\" is smaller")));
}

TEST(Faults, FindTargetsTooCloseOrOverOneAnother)
{
    Rehearsal stage{small_view};
    stage.show(three_buttons);
    EXPECT_THAT(stage.faults({.least_gap = 50}), Contains(HasSubstr("too close")));
    stage.show([](Frame& frame) {
        static_cast<void>(frame.button(first_place, {.label = "one"}));
        static_cast<void>(frame.button(first_place.moved(150, 0), {.label = "two"}));
    });
    EXPECT_THAT(stage.faults({}), Contains("\"one\" overlaps \"two\""));
}

TEST(Faults, FindTextThatDoesNotFit)
{
    Rehearsal stage{small_view};
    stage.show([](Frame& frame) { frame.text({0, 0, 60, 30}, "Choose one or more", {.size = 20}); });
    EXPECT_THAT(stage.faults({}), ElementsAre("\"Choose one or more\" does not fit its box"));
}

TEST(Faults, FindWhatReachesOutsideTheScreen)
{
    Rehearsal stage{small_view};
    stage.show([](Frame& frame) { static_cast<void>(frame.button({700, 0, 200, 80}, {.label = "Go"})); });
    EXPECT_THAT(stage.faults({}), Contains("\"Go\" reaches outside the screen"));
}

TEST(Text, ShrinksToItsBoxBeforeItIsCut)
{
    Rehearsal stage{small_view};
    stage.show([](Frame& frame) { frame.text({0, 0, 120, 30}, "Rest and wash", {.size = 22, .smallest = 12}); });
    EXPECT_LT(stage.text("Rest and wash").size, 22);
    EXPECT_THAT(stage.faults({}), IsEmpty());
}

} // namespace
} // namespace verandah::ui
