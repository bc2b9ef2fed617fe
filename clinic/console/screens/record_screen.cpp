// SPDX-License-Identifier: Apache-2.0
// Where the boxes of a record stand: two beside each other where both are small, so that nothing has to be scrolled.
#include "clinic/console/screens/record_screen.hpp"

#include "clinic/console/screens/record_parts.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr float side_pixels = 320;
constexpr float most_for_side = 0.26F;    // of the screen's width without the rail
constexpr float narrow_page_pixels = 800; // in large text
constexpr float smallest_squeeze = 0.8F;
constexpr float smallest_narrow_squeeze = 0.75F; // a choice is still higher than in usual text

/// One or two cards in a row, and the first one's share of the width.
struct CardRow {
    std::size_t first;
    std::size_t count;
    float share;
    float height;
};

/// What two cards beside each other may take of the width; the even one before the others.
constexpr std::array shares{0.5F, 0.47F, 0.53F, 0.45F, 0.55F, 0.43F, 0.57F, 0.42F, 0.58F, 0.36F, 0.64F};

CardRow pair_of(const RecordMeasures& measures, const std::vector<RecordCard>& cards, std::size_t first, float width)
{
    CardRow best{first, 2, 0, std::numeric_limits<float>::max()};
    const float room = width - measures.between();
    for (const float share : shares) {
        const float height = std::max(card_height(measures, cards[first], room * share),
                                      card_height(measures, cards[first + 1], room * (1 - share)));
        if (height < best.height - 1) {
            best.share = share;
            best.height = height;
        }
    }
    return best;
}

/// Two cards go beside each other when that makes the page lower.
std::vector<CardRow> rows_of(const RecordMeasures& measures, const std::vector<RecordCard>& cards, float width)
{
    std::vector<CardRow> rows;
    for (std::size_t index = 0; index < cards.size(); ++index) {
        const float alone = card_height(measures, cards[index], width);
        if (index + 1 < cards.size()) {
            const auto pair = pair_of(measures, cards, index, width);
            if (pair.height < alone + card_height(measures, cards[index + 1], width)) {
                rows.push_back(pair);
                ++index;
                continue;
            }
        }
        rows.push_back({index, 1, 1, alone});
    }
    return rows;
}

float tell_height(const RecordMeasures& measures, const RecordFormModel& form)
{
    return form.tell ? measures.of(62) + measures.between() : 0;
}

float page_height(const RecordMeasures& measures, const RecordFormModel& form, float width)
{
    float height = tell_height(measures, form);
    for (const auto& row : rows_of(measures, form.cards, width)) {
        height += row.height + measures.between();
    }
    if (form.tests) {
        height += tests_height(measures, *form.tests, width) + measures.between();
    }
    for (const auto& suggestion : form.suggestions) {
        height += suggestion_height(measures, suggestion) + measures.between();
    }
    return height;
}

/// A narrow page leaves less around the words before it needs more rows.
RecordMeasures measures_in(Frame& frame, const Rect& page, const RecordFormModel& form)
{
    const bool is_narrow = page.width < frame.px(narrow_page_pixels);
    RecordMeasures measures{.frame = frame, .padding_of_choice = is_narrow ? least_choice_padding : choice_padding};
    measures.squeeze = std::clamp(page.height / page_height(measures, form, page.width),
                                  is_narrow ? smallest_narrow_squeeze : smallest_squeeze, 1.0F);
    return measures;
}

Answer draw_tell(const RecordMeasures& measures, const Rect& rect, const RecordFormModel& form)
{
    Frame& frame = measures.frame;
    const auto colours = frame.theme().swatch(ui::Tone::soon);
    frame.panel(rect, {.ground = colours.ground, .edge = colours.edge, .radius = frame.px(14)});
    Rect inner = rect.inset(frame.px(16), measures.of(9));
    Answer answer = draw_main_choice(frame, inner.cut_end(choice_width(frame, *form.tell) + frame.px(24), frame.px(12)),
                                     *form.tell);
    frame.icon(inner.cut_start(frame.px(22), frame.px(12)), ui::icon::forum, colours.ink);
    frame.text(inner, form.tell_note,
               {.size = frame.px(15.5F), .weight = Weight::semibold, .colour = colours.ink, .smallest = frame.px(11)});
    return answer;
}

Answer draw_boxes(const RecordMeasures& measures, Rect page, const RecordFormModel& form)
{
    Answer answer;
    for (const auto& row : rows_of(measures, form.cards, page.width)) {
        Rect line = page.cut_top(row.height, measures.between());
        if (row.count == 2) {
            const Rect first = line.cut_start((line.width - measures.between()) * row.share, measures.between());
            note(answer, draw_record_card(measures, first, form.cards[row.first]));
        }
        note(answer, draw_record_card(measures, line, form.cards[row.first + row.count - 1]));
    }
    if (form.tests) {
        const float high = tests_height(measures, *form.tests, page.width);
        note(answer, draw_tests(measures, page.cut_top(high, measures.between()), *form.tests));
    }
    for (const auto& suggestion : form.suggestions) {
        const float high = suggestion_height(measures, suggestion);
        note(answer, draw_suggestion(measures, page.cut_top(high, measures.between()), suggestion));
    }
    if (form.tell) {
        note(answer, draw_tell(measures, page.cut_top(measures.of(62)), form));
    }
    return answer;
}

/// How wide each errand's button is in `room`. Where they do not fit with their icons they go without, and labels of
/// several words stand in two lines.
struct ErrandWidths {
    std::vector<float> widths;
    bool with_icons = true;
};

ErrandWidths errand_widths(Frame& frame, const std::vector<RecordErrand>& errands, float room)
{
    std::vector<float> labels;
    float text = 0;
    float words = 0; // of labels that can be put in two lines
    for (const auto& errand : errands) {
        labels.push_back(frame.measure(errand.label, {.size = frame.px(14.5F), .weight = Weight::semibold}).width);
        text += labels.back();
        words += errand.label.contains(' ') ? labels.back() : 0;
    }
    const auto count = static_cast<float>(errands.size());
    const bool with_icons = text + count * frame.px(92 + 8) <= room;
    const float around = frame.px(with_icons ? 92 : 64);
    const float too_much = std::max(0.0F, text + count * (around + frame.px(8)) - room);
    ErrandWidths all{.widths = {}, .with_icons = with_icons};
    for (std::size_t i = 0; i < errands.size(); ++i) {
        const bool gives = errands[i].label.contains(' ');
        all.widths.push_back(labels[i] + around - (gives ? std::min(0.5F, too_much / words) * labels[i] : 0));
    }
    return all;
}

/// At the end of the head, the first one outermost.
Answer draw_errands(Frame& frame, Rect& line, const std::vector<RecordErrand>& errands, float title_width)
{
    const auto all = errand_widths(frame, errands, line.width - title_width);
    Answer answer;
    for (std::size_t i = 0; i < errands.size(); ++i) {
        const auto& errand = errands[i];
        const bool pressed =
            frame.button(line.cut_end(all.widths[i], frame.px(8)), {.label = errand.label,
                                                                    .icon = all.with_icons ? errand.icon : ui::Icon{},
                                                                    .shortcut = ui::shortcut(errand.letter),
                                                                    .text_size = frame.px(14.5F),
                                                                    .icon_size = frame.px(18),
                                                                    .radius = frame.px(11)});
        note(answer, pressed ? Answer{errand.wish} : Answer{});
    }
    return answer;
}

/// Title, step, whether it is kept, how it was opened, and what can be asked beside the form.
Answer draw_record_head(Frame& frame, Rect line, const RecordModel& model)
{
    const auto& form = *model.form;
    const ui::TextStyle title{.size = frame.px(24), .weight = Weight::bold, .smallest = frame.px(14)};
    const float title_width = frame.measure(model.head.title, title).width + 2;
    Answer answer = draw_errands(frame, line, form.errands, title_width + frame.px(14));
    frame.text(line.cut_start(std::min(line.width, title_width), frame.px(14)), model.head.title, title);
    for (const auto& pill : form.pills) {
        const ui::Badge badge{.label = pill.label, .icon = pill.icon, .tone = pill.tone, .text_size = frame.px(13.5F)};
        const auto size = frame.badge_size(badge);
        if (size.width <= line.width) {
            frame.badge({line.x, line.centre().y}, badge);
            line.cut_start(size.width, frame.px(8));
        }
    }
    const ui::Badge access{.label = form.access, .tone = ui::Tone::plain, .text_size = frame.px(13)};
    if (const auto size = frame.badge_size(access); size.width <= line.width) {
        frame.badge({line.end() - size.width, line.centre().y}, access);
    }
    return answer;
}

Answer draw_foot(Frame& frame, Rect foot, const RecordFormModel& form)
{
    Answer answer;
    if (form.leave) {
        note(answer, draw_choice(frame, foot.cut_start(frame.px(190), frame.px(10)), *form.leave));
    }
    if (!form.back.empty() &&
        frame.button(foot.cut_start(frame.px(190), frame.px(10)), {.label = form.back,
                                                                   .icon = ui::icon::arrow_back,
                                                                   .shortcut = ui::shortcut(ui::Key::backspace),
                                                                   .text_size = frame.px(15),
                                                                   .icon_size = frame.px(19),
                                                                   .radius = frame.px(12)})) {
        note(answer, Answer{RecordWish{StepBack{}}});
    }
    if (form.keep) {
        note(answer, draw_choice(frame, foot.cut_start(frame.px(240), frame.px(10)), *form.keep));
    } else if (frame.button(foot.cut_start(frame.px(190), frame.px(10)), {.label = form.skip,
                                                                          .shortcut = ui::shortcut(ui::Key::space),
                                                                          .text_size = frame.px(14),
                                                                          .radius = frame.px(12)})) {
        note(answer, Answer{RecordWish{NextQuestion{}}});
    }
    if (frame.button(foot, {.label = form.next,
                            .look = ui::Look::main,
                            .shortcut = ui::shortcut(ui::Key::enter),
                            .text_size = frame.px(17),
                            .radius = frame.px(14)})) {
        note(answer, Answer{RecordWish{NextStep{}}});
    }
    return answer;
}

Answer draw_form(Frame& frame, Rect area, const RecordModel& model, const std::optional<AlertModel>& alert)
{
    const auto& form = *model.form;
    const float side = std::min(frame.px(side_pixels), area.width * most_for_side);
    Answer answer = draw_record_side(frame, area.cut_end(side), form.side);
    Rect rest = area.inset(frame.px(18), frame.px(14));
    note(answer, draw_record_head(frame, rest.cut_top(frame.px(36), frame.px(10)), model));
    if (alert) {
        note(answer, draw_alert(frame, rest.cut_top(frame.px(66), frame.px(10)), *alert));
    }
    note(answer, draw_foot(frame, rest.cut_bottom(frame.px(50), frame.px(10)), form));
    if (!form.notice.empty()) {
        const auto colours = frame.theme().swatch(ui::Tone::soon);
        const Rect band = rest.cut_bottom(frame.px(36), frame.px(8));
        frame.panel(band, {.ground = colours.ground, .edge = colours.edge, .radius = frame.px(10)});
        frame.text(
            band.inset(frame.px(14), 0), form.notice,
            {.size = frame.px(14.5F), .weight = Weight::semibold, .colour = colours.ink, .smallest = frame.px(10)});
    }
    const auto measures = measures_in(frame, rest, form);
    const float height = page_height(measures, form, rest.width);
    if (height <= rest.height + measures.between()) {
        note(answer, draw_boxes(measures, rest, form));
    } else {
        frame.scroll(rest, "record", height, [&](const Rect& page) { note(answer, draw_boxes(measures, page, form)); });
    }
    return answer;
}

Answer draw_door_page(Frame& frame, const Rect& area, const RecordModel& model, const std::optional<AlertModel>& alert)
{
    Rect rest = area.inset(frame.px(20), frame.px(16));
    Answer answer = draw_head(frame, rest.cut_top(frame.px(38), frame.px(12)), model.head);
    if (alert) {
        note(answer, draw_alert(frame, rest.cut_top(frame.px(66), frame.px(12)), *alert));
    }
    note(answer, draw_record_door(frame, rest, *model.door));
    return answer;
}

} // namespace

Answer draw_record_screen(Frame& frame, const Rect& area, const RecordModel& model,
                          const std::optional<AlertModel>& alert)
{
    if (model.pictures) {
        return draw_pictures(frame, area, *model.pictures);
    }
    if (model.door) {
        return draw_door_page(frame, area, model, alert);
    }
    const auto& form = *model.form;
    if (!form.otherwise && !form.clash && !form.visit && !form.why && !form.time) {
        return draw_form(frame, area, model, alert);
    }
    {
        const auto behind = frame.inert();
        static_cast<void>(draw_form(frame, area, model, alert));
    }
    return form.clash       ? draw_clash(frame, *form.clash)
           : form.otherwise ? draw_otherwise(frame, *form.otherwise)
           : form.visit     ? draw_visit(frame, *form.visit)
           : form.time      ? draw_exact_time(frame, *form.time)
                            : draw_why_corrected(frame, *form.why);
}

} // namespace verandah::console
