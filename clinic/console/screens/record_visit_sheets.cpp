// SPDX-License-Identifier: Apache-2.0
// What lies over a record: an earlier visit to be read, and the question why one is corrected.
#include "clinic/console/screens/record_parts.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr float line_gap_pixels = 8;
constexpr float smallest_line_pixels = 26;

/// A question at the start, its answer beside it; a title stands alone.
struct LinesDrawn {
    Frame& frame;
    float width;

    [[nodiscard]] float start() const { return width * 0.36F; }
    [[nodiscard]] ui::TextStyle style(const RecordLine& line, bool is_answer) const
    {
        const bool is_title = line.voice == RecordLine::Voice::title;
        return {.size = frame.px(is_title ? 15.0F : 14.5F),
                .weight = is_title ? Weight::bold : Weight::regular,
                .colour = is_title || is_answer ? frame.theme().ink : frame.theme().soft,
                .place = ui::Place::top,
                .max_lines = 0};
    }
    [[nodiscard]] float height(const RecordLine& line) const
    {
        const bool is_title = line.voice == RecordLine::Voice::title;
        const float words = frame.measure(line.label, style(line, false), is_title ? width : start()).height;
        const float answer =
            is_title ? 0 : frame.measure(line.words, style(line, true), width - start() - gap()).height;
        const float least = frame.px(smallest_line_pixels) - frame.px(line_gap_pixels);
        return std::max({words, answer, least}) + frame.px(line_gap_pixels) + (is_title ? frame.px(8) : 0);
    }
    [[nodiscard]] float height(const std::vector<RecordLine>& lines) const
    {
        float all = 0;
        for (const auto& line : lines) {
            all += height(line);
        }
        return all;
    }
    void draw(Rect page, const std::vector<RecordLine>& lines) const
    {
        for (const auto& line : lines) {
            Rect box = page.cut_top(height(line));
            if (line.voice == RecordLine::Voice::title) {
                frame.line({box.x, box.y}, box.width, frame.theme().line);
                box.cut_top(frame.px(8));
                frame.text(box, line.label, style(line, false));
                continue;
            }
            frame.text(box.cut_start(start(), gap()), line.label, style(line, false));
            frame.text(box, line.words, style(line, true));
        }
    }
    [[nodiscard]] float gap() const { return frame.px(14); }
};

constexpr float visit_sheet_pixels = 760;
constexpr float sheet_edges = 52;

/// Wide enough for its lines, no higher than the screen.
ui::Size sheet_size(Frame& frame, const std::vector<RecordLine>& lines, float rest)
{
    const float width = std::min(frame.px(visit_sheet_pixels), frame.area().width - frame.px(40));
    return {width, LinesDrawn{frame, width - frame.px(sheet_edges)}.height(lines) + frame.px(rest)};
}

void draw_lines_page(Frame& frame, const Rect& rest, const char* id, const std::vector<RecordLine>& lines)
{
    const LinesDrawn drawn{frame, rest.width};
    frame.scroll(rest, id, drawn.height(lines), [&](const Rect& page) { drawn.draw(page, lines); });
}

} // namespace

Answer draw_visit(Frame& frame, const VisitModel& model)
{
    Rect rest = draw_record_sheet_head(frame, sheet_size(frame, model.lines, 210), model.title, model.note);
    Rect foot = rest.cut_bottom(frame.px(50), frame.px(14));
    Answer answer;
    if (model.correct) {
        const float wide = choice_width(frame, *model.correct) + frame.px(60);
        note(answer,
             draw_main_choice(frame, foot.cut_end(std::min(wide, foot.width / 2), frame.px(14)), *model.correct));
    }
    if (frame.button(foot.cut_start(frame.px(170)), {.label = model.close,
                                                     .shortcut = ui::shortcut(ui::Key::backspace),
                                                     .text_size = frame.px(15),
                                                     .radius = frame.px(12)})) {
        note(answer, Answer{RecordWish{CloseVisit{}}});
    }
    draw_lines_page(frame, rest, "visit", model.lines);
    return answer;
}

Answer draw_why_corrected(Frame& frame, const WhyModel& model)
{
    Rect rest = draw_record_sheet_head(frame, sheet_size(frame, model.lines, 270), model.title, model.note);
    Answer answer =
        draw_record_sheet_foot(frame, rest.cut_bottom(frame.px(50), frame.px(14)),
                               {model.confirm, model.missing, KeepCorrection{}}, model.cancel, LeaveCorrection{});
    Rect why = rest.cut_bottom(frame.px(46), frame.px(12));
    frame.text(why.cut_start(frame.px(90), frame.px(8)), model.why_label,
               {.size = frame.px(15), .weight = Weight::semibold, .smallest = frame.px(10)});
    const auto said = frame.field(why, {.label = model.why_label,
                                        .value = model.why,
                                        .id = "why corrected",
                                        .most_bytes = 400,
                                        .text_size = frame.px(15),
                                        .focus = ui::Field::Focus::when_free});
    if (said.changed) {
        note(answer, Answer{RecordWish{TypeWhyCorrected{*said.changed}}});
    }
    if (said.entered && model.missing.empty()) {
        note(answer, Answer{RecordWish{KeepCorrection{}}});
    }
    draw_lines_page(frame, rest, "why", model.lines);
    return answer;
}

} // namespace verandah::console
