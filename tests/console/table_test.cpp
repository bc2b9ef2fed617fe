// SPDX-License-Identifier: Apache-2.0
// The table that every page with a list is made of.
#include "clinic/console/screens/table.hpp"
#include "shared/ui/recording_painter.hpp"

#include <gmock/gmock.h>

#include <array>
#include <set>
#include <string>

namespace verandah {
namespace {

using console::draw_table;
using console::Table;
using console::TableAnswer;
using console::TableCell;
using console::TableColumn;
using console::TableNote;
using console::TableRow;
using testing::IsEmpty;

ui::View view(ui::Direction direction = ui::Direction::left_to_right)
{
    return {.size = {900, 400}, .direction = direction, .motion = ui::Motion::reduced};
}

constexpr std::array columns{TableColumn{.label = "Name", .share = 0.4F}, TableColumn{.label = "State", .pixels = 200},
                             TableColumn{.label = "Note"}, TableColumn{.label = "Count", .align = ui::Align::end}};

/// A table of `rows` rows that can be chosen, and which of them it was asked for.
struct Stage {
    int rows;
    TableNote note{};
    int chosen{-1};
    ui::Rehearsal rehearsal{view()};
    std::set<int> asked{};
    std::vector<std::string> names{};

    TableAnswer draw(ui::Frame& frame)
    {
        names.resize(static_cast<std::size_t>(rows));
        return draw_table(frame, frame.area(), {.id = "things", .columns = columns, .rows = rows, .note = note},
                          [this](int index) {
                              asked.insert(index);
                              auto& name = names.at(static_cast<std::size_t>(index));
                              name = "row " + std::to_string(index);
                              return TableRow{.id = "thing " + name,
                                              .label = name,
                                              .cells = {{.words = name, .voice = TableCell::Voice::strong},
                                                        {.words = "open", .badge = ui::Tone::mist},
                                                        {.words = "quiet", .voice = TableCell::Voice::quiet},
                                                        {.words = "12"}},
                                              .chosen = index == chosen};
                          });
    }
    TableAnswer show(const ui::Input& input = {})
    {
        asked.clear();
        return rehearsal.show([this](ui::Frame& frame) { return draw(frame); }, input);
    }
    TableAnswer press_key(ui::Key key) { return show({.keys = {{.key = key}}}); }
    TableAnswer press(std::string_view label)
    {
        return rehearsal.press(label, [this](ui::Frame& frame) { return draw(frame); });
    }
};

TEST(Table, AsksOnlyForTheRowsInSightOfTenThousand)
{
    Stage stage{.rows = 10'000};

    const auto answer = stage.show();

    EXPECT_LT(stage.asked.size(), 10U);
    EXPECT_EQ(answer.last_in_sight, *stage.asked.rbegin());
}

TEST(Table, ShowsItsLastRowsAfterTheEndKey)
{
    Stage stage{.rows = 10'000};
    stage.show();

    const auto answer = stage.press_key(ui::Key::end);

    EXPECT_EQ(answer.last_in_sight, 9'999);
    EXPECT_LT(stage.asked.size(), 10U);
}

TEST(Table, TurnsAPageAndComesBackToTheFirstRow)
{
    Stage stage{.rows = 100};
    stage.show();

    stage.press_key(ui::Key::page_down);
    EXPECT_FALSE(stage.asked.contains(0));
    stage.press_key(ui::Key::page_up);
    EXPECT_TRUE(stage.asked.contains(0));
}

TEST(Table, SaysWhichRowWasTouched)
{
    Stage stage{.rows = 5};

    EXPECT_EQ(stage.press("row 3").chosen, 3);
}

TEST(Table, GoesFromRowToRowByArrowsAndChoosesByEnter)
{
    Stage stage{.rows = 5};
    stage.show();
    stage.press_key(ui::Key::down);
    EXPECT_EQ(stage.rehearsal.focused(), "row 0");
    stage.press_key(ui::Key::down);
    stage.press_key(ui::Key::down);
    stage.press_key(ui::Key::up);

    EXPECT_EQ(stage.press_key(ui::Key::enter).chosen, 1);
}

TEST(Table, BringsTheRowsBelowIntoSightAsTheArrowGoesDown)
{
    Stage stage{.rows = 100};
    stage.show();
    for (int press = 0; press < 41; ++press) {
        stage.press_key(ui::Key::down);
    }

    EXPECT_EQ(stage.rehearsal.focused(), "row 40");
}

TEST(Table, KeepsTheFocusInItsRowsWhenAPageIsTurned)
{
    Stage stage{.rows = 100};
    stage.show();
    stage.press_key(ui::Key::down);
    stage.press_key(ui::Key::page_down);
    stage.press_key(ui::Key::page_down);

    EXPECT_THAT(stage.rehearsal.focused(), testing::StartsWith("row 1"));
    const auto answer = stage.press_key(ui::Key::enter);
    EXPECT_TRUE(answer.chosen && *answer.chosen >= 10);
}

TEST(Table, CannotBeChosenFromWhenItsRowsHaveNoName)
{
    ui::Rehearsal rehearsal{view()};
    rehearsal.show([](ui::Frame& frame) {
        static_cast<void>(draw_table(frame, frame.area(), {.id = "things", .columns = columns, .rows = 3},
                                     [](int) { return TableRow{.cells = {{.words = "only read"}}}; }));
    });

    EXPECT_THAT(rehearsal.targets(), IsEmpty());
    EXPECT_TRUE(rehearsal.shows("only read"));
}

TEST(Table, WritesItsHeadingsOverTheCells)
{
    Stage stage{.rows = 2};
    stage.show();
    const auto& painter = stage.rehearsal;

    EXPECT_FLOAT_EQ(painter.text("Name").box.x, painter.text("row 0").box.x);
    EXPECT_LT(painter.text("Name").box.bottom(), painter.text("row 0").box.y);
    EXPECT_NEAR(painter.text("Count").box.end(), painter.text("12").box.end(), 1);
}

TEST(Table, DividesWhatSharesAndPixelsLeave)
{
    constexpr std::array two{TableColumn{.label = "fixed", .pixels = 100}, TableColumn{.label = "first"},
                             TableColumn{.label = "second"}};
    ui::Rehearsal rehearsal{view()};
    rehearsal.show([&](ui::Frame& frame) {
        static_cast<void>(draw_table(frame, frame.area(), {.id = "things", .columns = two, .rows = 1},
                                     [](int) { return TableRow{}; }));
    });

    const float first = rehearsal.text("first").box.x;
    EXPECT_NEAR(first - rehearsal.text("fixed").box.x, 110, 1);
    EXPECT_NEAR(rehearsal.text("second").box.x - first, (900 - 2 - 32 - 100 - 20) / 2.0F + 10, 1);
}

TEST(Table, IsMirroredWhereReadingGoesFromRightToLeft)
{
    Stage stage{.rows = 2};
    stage.rehearsal.view() = view(ui::Direction::right_to_left);
    stage.show();

    EXPECT_GT(stage.rehearsal.text("Name").box.x, stage.rehearsal.text("State").box.x);
    EXPECT_GT(stage.rehearsal.text("open").box.x, stage.rehearsal.text("quiet").box.x);
    EXPECT_LT(stage.rehearsal.text("12").box.x, 100);
}

TEST(Table, DrawsARingRoundTheChosenRowOnly)
{
    const auto outlines = [](Stage& stage) {
        stage.show();
        return std::ranges::count(stage.rehearsal.painter().shapes(), ui::RecordingPainter::Shape::Kind::outline,
                                  &ui::RecordingPainter::Shape::kind);
    };
    Stage none{.rows = 4};
    Stage one{.rows = 4, .chosen = 2};

    EXPECT_EQ(outlines(one), outlines(none) + 1);
}

TEST(Table, SaysInPlaceOfRowsWhatIsTheMatterAndTriesAgain)
{
    Stage stage{
        .rows = 0,
        .note = {
            .why = TableNote::Why::failed, .title = "No answer", .more = "Nothing is lost.", .again = "Try again"}};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("No answer"));
    EXPECT_TRUE(stage.rehearsal.shows("Nothing is lost."));
    EXPECT_FALSE(stage.rehearsal.shows("Name"));

    EXPECT_TRUE(stage.press("Try again").again);
}

TEST(Table, TellsLoadingFromFailedByItsSign)
{
    const auto sign = [](TableNote::Why why) {
        Stage stage{.rows = 0, .note = {.why = why, .title = "…"}};
        stage.show();
        const auto& icons = stage.rehearsal.painter().icons();
        return icons.empty() ? std::string{} : icons.front().name;
    };

    EXPECT_EQ(sign(TableNote::Why::nothing_there), "");
    EXPECT_NE(sign(TableNote::Why::loading), "");
    EXPECT_NE(sign(TableNote::Why::failed), "");
    EXPECT_NE(sign(TableNote::Why::failed), sign(TableNote::Why::loading));
}

TEST(Table, ShrinksABadgeThatIsWiderThanItsColumn)
{
    constexpr std::array narrow{TableColumn{.label = "", .pixels = 60}, TableColumn{.label = "rest"}};
    ui::Rehearsal rehearsal{view()};
    rehearsal.show([&](ui::Frame& frame) {
        static_cast<void>(draw_table(frame, frame.area(), {.id = "things", .columns = narrow, .rows = 1}, [](int) {
            return TableRow{
                .cells = {{.words = "a long word on a pill", .badge = ui::Tone::soon}, {.words = "beside"}}};
        }));
    });

    EXPECT_LE(rehearsal.text("a long word on a pill").box.end(), rehearsal.text("beside").box.x);
}

} // namespace
} // namespace verandah
