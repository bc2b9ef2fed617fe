// SPDX-License-Identifier: Apache-2.0
// The boxes of a record: questions, tests, what the guideline gives.
#include "clinic/console/screens/record_parts.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Align;
using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr float label_pixels = 20;
constexpr float label_gap_pixels = 14; // to the choices beside it
constexpr float field_pixels = 44;
constexpr float stock_line_pixels = 20;
constexpr float note_is_wider = 1.15F; // it is written in bold

ui::TextStyle label_line_style(Frame& frame)
{
    return {.size = frame.px(13), .colour = frame.theme().soft, .max_lines = 2, .smallest = frame.px(10)};
}

/// Where the labels of a card stand: beside the choices where these need no row more for it, so that they begin at one
/// line, and above them elsewhere.
struct LabelColumn {
    const RecordMeasures& measures;
    float column;
    float width;

    LabelColumn(const RecordMeasures& all, const RecordCard& card, float room) : measures{all}, column{0}, width{room}
    {
        constexpr float most = 0.36F;
        for (const auto& question : card.questions) {
            if (!question.label.empty()) {
                column = std::max(column, all.frame.measure(question.label, label_line_style(all.frame)).width);
            }
        }
        column = std::min(column + all.frame.px(label_gap_pixels), width * most);
    }
    [[nodiscard]] bool is_beside(const QuestionModel& question) const
    {
        if (question.label.empty() || question.typed || question.choices.empty()) {
            return false;
        }
        const float note = measures.frame.measure(question.note, label_line_style(measures.frame)).width;
        return choices_height(measures, question.choices, width - column) <=
                   choices_height(measures, question.choices, width) + 1 &&
               note * note_is_wider < column - measures.frame.px(label_gap_pixels);
    }
    [[nodiscard]] float height(const QuestionModel& question) const
    {
        if (is_beside(question)) {
            return choices_height(measures, question.choices, width - column);
        }
        const float line = question.label.empty() && question.note.empty() ? 0 : measures.of(label_pixels);
        return line + choices_height(measures, question.choices, width) +
               (question.typed ? measures.of(field_pixels) : 0);
    }
};

/// The title at the start, something small at the end.
void draw_title(const RecordMeasures& measures, Rect& rest, const std::string& title, const std::string& note)
{
    Frame& frame = measures.frame;
    Rect line = rest.cut_top(measures.title(), measures.of(5));
    const ui::TextStyle style{
        .size = frame.px(14.5F), .weight = Weight::semibold, .colour = frame.theme().soft, .smallest = frame.px(10)};
    if (!note.empty()) {
        auto end = style;
        end.align = Align::end;
        end.size = frame.px(13.5F);
        frame.text(line.cut_end(std::min(line.width * 0.7F, frame.measure(note, end).width + 2), frame.px(10)), note,
                   end);
    }
    frame.text(line, title, style);
}

Answer draw_typed(const RecordMeasures& measures, const Rect& rect, const RecordTyped& typed)
{
    Frame& frame = measures.frame;
    const auto said = frame.field(rect, {.label = typed.label,
                                         .value = typed.words,
                                         .placeholder = typed.label,
                                         .id = typed.field.view(),
                                         .most_bytes = typed.most_bytes,
                                         .text_size = frame.px(15)});
    return said.changed ? Answer{RecordWish{GiveAnswer{typed.field, domain::AnswerValue{*said.changed}}}} : Answer{};
}

ui::TextStyle note_line_style(Frame& frame, const QuestionModel& question)
{
    const auto& theme = frame.theme();
    return {.size = frame.px(13),
            .weight = Weight::semibold,
            .colour = question.is_care ? theme.swatch(ui::Tone::care).ink : theme.deep,
            .smallest = frame.px(10)};
}

/// The label, and below it or beside it what was given or is needed.
void draw_label(const LabelColumn& labels, Rect place, const QuestionModel& question)
{
    Frame& frame = labels.measures.frame;
    const auto label = label_line_style(frame);
    if (labels.is_beside(question)) {
        if (!question.note.empty()) {
            frame.text(place.cut_bottom(place.height / 2), question.note, note_line_style(frame, question));
        }
        frame.text(place, question.label, label);
        return;
    }
    if (!question.label.empty()) {
        const float wide = std::min(place.width * 0.6F, frame.measure(question.label, label).width + 2);
        frame.text(place.cut_start(wide, frame.px(10)), question.label, label);
    }
    frame.text(place, question.note, note_line_style(frame, question));
}

Answer draw_question(const LabelColumn& labels, Rect& rest, const QuestionModel& question)
{
    const auto& measures = labels.measures;
    Frame& frame = measures.frame;
    const float height = labels.height(question);
    if (question.has_keys) { // a quiet mark where the keys go
        frame.fill({rest.x - frame.px(9), rest.y + frame.px(2), frame.px(3), height - frame.px(4)}, frame.theme().teal,
                   frame.px(1.5F));
    }
    Rect box = rest.cut_top(height);
    if (labels.is_beside(question)) {
        const float gap = frame.px(label_gap_pixels);
        Rect beside = box.cut_start(labels.column - gap, gap);
        draw_label(labels, beside.cut_top(measures.chip()), question);
        return draw_choices(measures, box, question.choices);
    }
    if (!question.label.empty() || !question.note.empty()) {
        draw_label(labels, box.cut_top(measures.of(label_pixels)), question);
    }
    Answer answer =
        draw_choices(measures, box.cut_top(choices_height(measures, question.choices, box.width)), question.choices);
    if (question.typed) {
        note(answer, draw_typed(measures, box, *question.typed));
    }
    return answer;
}

/// At the end, one beside the other, however high the box is.
Answer draw_suggestion_choices(const RecordMeasures& measures, Rect& inner, const SuggestionModel& suggestion)
{
    Frame& frame = measures.frame;
    const auto place = [&](float width, float gap) {
        const Rect column = inner.cut_end(width, gap);
        return column.centred({column.width, std::min(column.height, measures.of(46))});
    };
    Answer answer;
    if (suggestion.main) {
        const float wide = std::min(choice_width(frame, *suggestion.main) + frame.px(18), inner.width * 0.4F);
        note(answer, draw_main_choice(frame, place(wide, frame.px(10)), *suggestion.main));
    }
    if (suggestion.other) {
        const float wide = std::min(choice_width(frame, *suggestion.other), inner.width * 0.3F);
        note(answer, draw_choice(frame, place(wide, frame.px(12)), *suggestion.other));
    }
    return answer;
}

Rect draw_box(const RecordMeasures& measures, const Rect& rect)
{
    measures.frame.panel(rect, {.radius = measures.frame.px(14)});
    return rect.inset(measures.frame.px(16), measures.padding());
}

} // namespace

float card_height(const RecordMeasures& measures, const RecordCard& card, float width)
{
    const LabelColumn labels{measures, card, width - 2 * measures.frame.px(16)};
    float height = 2 * measures.padding() + measures.title() + measures.of(5);
    for (const auto& question : card.questions) {
        height += labels.height(question);
    }
    return height + measures.of(10) * static_cast<float>(card.questions.empty() ? 0 : card.questions.size() - 1);
}

Answer draw_record_card(const RecordMeasures& measures, const Rect& rect, const RecordCard& card)
{
    Rect rest = draw_box(measures, rect);
    draw_title(measures, rest, card.title, card.note);
    const LabelColumn labels{measures, card, rest.width};
    Answer answer;
    for (const auto& question : card.questions) {
        note(answer, draw_question(labels, rest, question));
        rest.cut_top(measures.of(10));
    }
    return answer;
}

float tests_height(const RecordMeasures& measures, const TestsModel& tests, float width)
{
    const float inner = width - 2 * measures.frame.px(16);
    float height = 2 * measures.padding() + measures.title() + measures.of(5);
    height += choices_height(measures, tests.choices, inner);
    if (tests.strip) {
        height += measures.of(10 + 16 + label_pixels) +
                  choices_height(measures, tests.strip->choices, inner - measures.of(24));
    }
    return height;
}

Answer draw_tests(const RecordMeasures& measures, const Rect& rect, const TestsModel& tests)
{
    Frame& frame = measures.frame;
    Rect rest = draw_box(measures, rect);
    draw_title(measures, rest, tests.title, tests.note);
    const float high = choices_height(measures, tests.choices, rest.width);
    Answer answer = draw_choices(measures, rest.cut_top(high, measures.of(10)), tests.choices);
    if (tests.strip) {
        const auto colours = frame.theme().swatch(ui::Tone::sky);
        frame.panel(rest, {.ground = colours.ground, .edge = colours.edge, .radius = frame.px(12)});
        Rect strip = rest.inset(measures.of(12), measures.of(8));
        frame.text(strip.cut_top(measures.of(label_pixels)), tests.strip->title,
                   {.size = frame.px(14), .weight = Weight::bold, .colour = colours.ink, .smallest = frame.px(10)});
        note(answer, draw_choices(measures, strip, tests.strip->choices));
    }
    return answer;
}

float suggestion_height(const RecordMeasures& measures, const SuggestionModel& suggestion)
{
    return 2 * measures.padding() + measures.title() + measures.of(5) +
           static_cast<float>(suggestion.warnings.size()) * measures.of(36) + measures.of(62) +
           static_cast<float>(suggestion.stock.size()) * measures.of(stock_line_pixels);
}

Answer draw_suggestion(const RecordMeasures& measures, const Rect& rect, const SuggestionModel& suggestion)
{
    Frame& frame = measures.frame;
    const auto& theme = frame.theme();
    Rect rest = draw_box(measures, rect);
    draw_title(measures, rest, suggestion.title, suggestion.note);
    const auto soon = theme.swatch(ui::Tone::soon);
    for (const auto& warning : suggestion.warnings) {
        const Rect band = rest.cut_top(measures.of(30), measures.of(6));
        frame.fill(band, soon.ground, frame.px(8));
        Rect line = band.inset(frame.px(10), 0);
        frame.icon(line.cut_start(frame.px(18), frame.px(9)), ui::icon::warning, soon.ink);
        frame.text(line, warning, {.size = frame.px(14), .colour = soon.ink, .smallest = frame.px(10)});
    }
    const float lines = static_cast<float>(suggestion.stock.size()) * measures.of(stock_line_pixels);
    const Rect box = rest.cut_top(measures.of(60) + lines);
    frame.panel(box,
                {.ground = suggestion.is_done ? theme.mist : theme.card, .edge = theme.teal, .radius = frame.px(12)});
    Rect inner = box.inset(frame.px(14), measures.of(7));
    Answer answer = draw_suggestion_choices(measures, inner, suggestion);
    Rect stock = inner.cut_bottom(lines);
    for (const auto& line : suggestion.stock) {
        const bool is_quiet = line.tone == ui::Tone::quiet;
        frame.text(stock.cut_top(measures.of(stock_line_pixels)), line.text,
                   {.size = frame.px(13),
                    .weight = is_quiet ? Weight::regular : Weight::semibold,
                    .colour = is_quiet ? theme.soft : theme.swatch(line.tone).ink,
                    .smallest = frame.px(9.5F)});
    }
    const bool has_detail = !suggestion.detail.empty();
    frame.text(
        has_detail ? inner.cut_top(inner.height * 0.55F) : inner, suggestion.headline,
        {.size = frame.px(15.5F), .weight = Weight::bold, .max_lines = has_detail ? 1 : 2, .smallest = frame.px(10)});
    frame.text(inner, suggestion.detail, {.size = frame.px(13), .colour = theme.soft, .smallest = frame.px(9.5F)});
    return answer;
}

} // namespace verandah::console
