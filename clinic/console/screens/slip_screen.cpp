// SPDX-License-Identifier: Apache-2.0
// A slip as it will be printed: laid out by the same hand as the page.
#include "clinic/console/screens/work_screen.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr ui::Colour paper_white{255, 255, 255, 255};
constexpr ui::Colour paper_black{0, 0, 0, 255};

void draw_page(Frame& frame, const Rect& sheet, const Slip& slip)
{
    frame.panel(sheet, {.ground = paper_white, .edge = frame.theme().line, .radius = 0, .raised = frame.px(6)});
    const auto scale_of = [&](const ui::Size& size) { return sheet.width / size.width; };
    // Whatever the page's width is, a millimetre is as long for measuring as for drawing.
    const float millimetre = scale_of(lay_out({}, [](std::string_view, float, Weight, float) { return 0.F; }).size);
    const auto page = lay_out(slip, [&](std::string_view words, float size, Weight weight, float width) {
        return frame.measure(words, {.size = size * millimetre, .weight = weight, .max_lines = 0}, width * millimetre)
                   .height /
               millimetre;
    });
    for (const auto& piece : page.pieces) {
        const Rect place{sheet.x + piece.place.x * millimetre, sheet.y + piece.place.y * millimetre,
                         piece.place.width * millimetre, piece.place.height * millimetre};
        switch (piece.kind) {
        case SlipPiece::Kind::text:
            frame.text(place, piece.words,
                       {.size = piece.size * millimetre,
                        .weight = piece.weight,
                        .colour = paper_black,
                        .place = ui::Place::top,
                        .max_lines = 0});
            break;
        case SlipPiece::Kind::code:
            if (const auto code = ui::QrCode::make(piece.words)) {
                frame.qr(place, *code);
            }
            break;
        case SlipPiece::Kind::fold: frame.line({place.x, place.y}, place.width, paper_black.faded(0.5F)); break;
        }
    }
}

/// The first one; the others lie below it.
void draw_pile(Frame& frame, const Rect& place, const std::vector<Slip>& slips)
{
    constexpr std::size_t most_seen = 3;
    for (std::size_t below = std::min(slips.size(), most_seen) - 1; below > 0; --below) {
        const float shift = frame.px(7) * static_cast<float>(below);
        frame.panel({place.x + shift, place.y + shift, place.width, place.height},
                    {.ground = paper_white, .edge = frame.theme().line, .radius = 0, .raised = frame.px(2)});
    }
    draw_page(frame, place, slips.front());
}

} // namespace

Answer draw_slip(Frame& frame, const SlipModel& model)
{
    frame.veil();
    const float high = std::min(frame.area().height - frame.px(48), frame.px(700));
    const Rect box = frame.area().centred({std::min(frame.px(880), frame.area().width - frame.px(32)), high});
    frame.panel(box, {.radius = frame.px(18), .raised = frame.px(18)});
    Rect rest = box.inset(frame.px(24));
    const Rect sheet_side = rest.cut_start(rest.height * 105 / 148, frame.px(36));
    draw_pile(frame, sheet_side, model.slips);
    frame.text(rest.cut_top(frame.px(64)), model.title,
               {.size = frame.px(22), .weight = Weight::bold, .max_lines = 2, .smallest = frame.px(14)});
    frame.text(rest.cut_top(frame.px(170)), model.note,
               {.size = frame.px(15), .colour = frame.theme().soft, .place = ui::Place::top, .max_lines = 0});
    Answer answer;
    if (!model.keep.empty() && frame.button(rest.cut_top(frame.px(52), frame.px(12)), {.label = model.keep,
                                                                                       .icon = ui::icon::print,
                                                                                       .look = ui::Look::main,
                                                                                       .shortcut = ui::shortcut('E'),
                                                                                       .text_size = frame.px(16),
                                                                                       .radius = frame.px(12)})) {
        answer = KeepSlip{};
    }
    if (frame.button(rest.cut_top(frame.px(52)), {.label = model.close,
                                                  .shortcut = ui::shortcut(ui::Key::escape),
                                                  .text_size = frame.px(16),
                                                  .radius = frame.px(12)})) {
        note(answer, Answer{Dismiss{}});
    }
    return answer;
}

} // namespace verandah::console
