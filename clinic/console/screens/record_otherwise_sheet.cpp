// SPDX-License-Identifier: Apache-2.0
// Something else is prescribed: one thing to choose below the other, then why.
#include "clinic/console/screens/record_parts.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr float block_label_pixels = 150;
constexpr float typed_pixels = 46; ///< Of what is typed.
constexpr float warning_pixels = 30;

float block_height(const RecordMeasures& measures, const OtherwiseModel::Block& block, float width)
{
    const float choices = choices_height(measures, block.choices, width - measures.frame.px(block_label_pixels));
    const float note = block.note.empty() ? 0 : measures.of(24);
    return std::max(choices + note, measures.chip()) + measures.between();
}

Answer draw_block(const RecordMeasures& measures, Rect& page, const OtherwiseModel::Block& block)
{
    Frame& frame = measures.frame;
    Rect rest = page.cut_top(block_height(measures, block, page.width) - measures.between(), measures.between());
    Rect label = rest.cut_start(frame.px(block_label_pixels));
    frame.text(label.cut_top(measures.chip()), block.label,
               {.size = frame.px(15), .weight = Weight::semibold, .max_lines = 2, .smallest = frame.px(10)});
    if (!block.note.empty()) {
        frame.text(rest.cut_top(measures.of(24)), block.note,
                   {.size = frame.px(14), .colour = frame.theme().soft, .smallest = frame.px(10)});
    }
    return draw_choices(measures, rest, block.choices);
}

/// A line to type in any script; what was typed, if it changed.
std::optional<std::string> draw_typed(Frame& frame, Rect line, const std::string& label, const std::string& value)
{
    frame.text(line.cut_start(frame.px(block_label_pixels - 10), frame.px(10)), label,
               {.size = frame.px(15), .weight = Weight::semibold, .max_lines = 2, .smallest = frame.px(10)});
    return frame.field(line, {.label = label, .value = value, .text_size = frame.px(15)}).changed;
}

void draw_warning(Frame& frame, const Rect& band, const std::string& warning)
{
    const auto soon = frame.theme().swatch(ui::Tone::soon);
    frame.fill(band, soon.ground, frame.px(8));
    Rect line = band.inset(frame.px(10), 0);
    frame.icon(line.cut_start(frame.px(18), frame.px(9)), ui::icon::warning, soon.ink);
    frame.text(line, warning, {.size = frame.px(14), .colour = soon.ink, .smallest = frame.px(10)});
}

} // namespace

Answer draw_otherwise(Frame& frame, const OtherwiseModel& model)
{
    const RecordMeasures measures{frame};
    const bool has_words = !model.words_label.empty();
    const float line = frame.px(typed_pixels + 10);
    const float sheet = std::min(frame.px(940), frame.area().width - frame.px(40));
    const float inner = sheet - 2 * frame.px(26);
    float blocks = 0;
    for (const auto& block : model.blocks) {
        blocks += block_height(measures, block, inner);
    }
    const float around = frame.px(198) + (has_words ? 2.0F : 1.0F) * line +
                         static_cast<float>(model.warnings.size()) * frame.px(warning_pixels + 6);
    Rect rest = draw_record_sheet_head(frame, {sheet, around + blocks}, model.title, model.note);
    Answer answer =
        draw_record_sheet_foot(frame, rest.cut_bottom(frame.px(50), frame.px(14)),
                               {model.confirm, model.missing, PrescribeOtherwise{}}, model.cancel, CloseOtherwise{});
    if (const auto why =
            draw_typed(frame, rest.cut_bottom(frame.px(typed_pixels), frame.px(10)), model.why_label, model.why)) {
        note(answer, Answer{RecordWish{TypeWhy{*why}}});
    }
    if (has_words) {
        if (const auto words = draw_typed(frame, rest.cut_bottom(frame.px(typed_pixels), frame.px(10)),
                                          model.words_label, model.words)) {
            note(answer, Answer{RecordWish{TypeOwnWords{*words}}});
        }
    }
    for (const auto& warning : model.warnings) {
        draw_warning(frame, rest.cut_bottom(frame.px(warning_pixels), frame.px(6)), warning);
    }
    frame.scroll(rest, "otherwise", blocks, [&](Rect page) {
        for (const auto& block : model.blocks) {
            note(answer, draw_block(measures, page, block));
        }
    });
    return answer;
}

} // namespace verandah::console
