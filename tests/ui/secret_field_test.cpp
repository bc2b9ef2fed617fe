// SPDX-License-Identifier: Apache-2.0
// A line for a secret: dots on the screen, letters nowhere but with the caller.
#include "shared/ui/recording_painter.hpp"
#include "small_view.hpp"

#include <gmock/gmock.h>

namespace verandah::ui {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr Rect first_line{100, 100, 300, 50};
constexpr Rect second_line{100, 220, 300, 50};

FieldAnswer secret_line(Frame& frame, std::string_view value, Field::Typed typed = Field::Typed::as_dots)
{
    return frame.field(first_line, {.label = "Words", .value = value, .typed = typed});
}

TEST(SecretField, DrawsADotForEachCharacterOfAnyScript)
{
    Rehearsal stage{small_view};
    stage.show([](Frame& frame) { return secret_line(frame, "aहé"); });
    EXPECT_THAT(stage.words(), ElementsAre("•••"));
    stage.show([](Frame& frame) { return secret_line(frame, "aहé", Field::Typed::readable); });
    EXPECT_THAT(stage.words(), ElementsAre("aहé"));
}

TEST(SecretField, IsTypedErasedAndEnteredLikeAnyOther)
{
    Rehearsal stage{small_view};
    const auto screen = [](Frame& frame) { return secret_line(frame, "ab"); };
    stage.press("Words", screen);

    EXPECT_EQ(stage.type("c", screen).changed, "abc");
    EXPECT_THAT(stage.words(), Not(Contains(HasSubstr("b"))));
    EXPECT_EQ(stage.press_key({.key = Key::backspace}, screen).changed, "a");
    EXPECT_TRUE(stage.press_key({.key = Key::enter}, screen).entered);
}

struct Answers {
    FieldAnswer first;
    FieldAnswer second;
};

/// The first takes what is typed while nothing has the focus; Enter in it goes on to the second.
Answers two_lines(Frame& frame)
{
    Answers answers;
    answers.first = frame.field(first_line, {.label = "One", .focus = Field::Focus::when_free});
    answers.second = frame.field(second_line, {.label = "Two"});
    if (answers.first.entered) {
        frame.focus("Two");
    }
    return answers;
}

TEST(FocusOfAField, IsTakenByTheFirstLineWhileItIsFree)
{
    Rehearsal stage{small_view};
    stage.show(two_lines);
    EXPECT_EQ(stage.type("x", two_lines).first.changed, "x");
    stage.press("Two", two_lines);
    const auto answers = stage.type("y", two_lines);
    EXPECT_FALSE(answers.first.changed);
    EXPECT_EQ(answers.second.changed, "y");
}

TEST(FocusOfAField, GoesWhereTheScreenSays)
{
    Rehearsal stage{small_view};
    stage.show(two_lines);
    stage.press_key({.key = Key::enter}, two_lines);
    const auto answers = stage.type("z", two_lines);

    EXPECT_FALSE(answers.first.changed);
    EXPECT_EQ(answers.second.changed, "z");
}

/// The same with a button, as of a page that is chosen before a scanner types.
Answers lines_and_a_button(Frame& frame)
{
    static_cast<void>(frame.button(Rect{10, 130, 200, 40}, {.label = "Touch"}));
    return two_lines(frame);
}

TEST(FocusOfAField, IsNotLostToAButtonThatIsTouched)
{
    Rehearsal stage{small_view};
    stage.show(lines_and_a_button);
    stage.press("Touch", lines_and_a_button);
    EXPECT_EQ(stage.type("x", lines_and_a_button).first.changed, "x");
}

TEST(FocusOfAField, StaysWhereKeysHaveLed)
{
    Rehearsal stage{small_view};
    stage.show(lines_and_a_button);
    while (stage.focused() != "Touch") {
        stage.press_key({.key = Key::tab}, lines_and_a_button);
    }
    EXPECT_FALSE(stage.type("x", lines_and_a_button).first.changed);
}

TEST(FocusOfAField, GoesFromAButtonReachedByKeysToTheFieldThatIsTouched)
{
    Rehearsal stage{small_view};
    stage.show(lines_and_a_button);
    while (stage.focused() != "Touch") {
        stage.press_key({.key = Key::tab}, lines_and_a_button);
    }
    stage.press("Two", lines_and_a_button);
    EXPECT_EQ(stage.type("x", lines_and_a_button).second.changed, "x");
}

TEST(FocusOfAField, IsNotTakenBehindAQuestion)
{
    Rehearsal stage{small_view};
    const auto screen = [](Frame& frame) {
        const auto behind = frame.inert();
        return two_lines(frame);
    };
    stage.show(screen);
    EXPECT_FALSE(stage.type("x", screen).first.changed);
}

} // namespace
} // namespace verandah::ui
