// SPDX-License-Identifier: Apache-2.0
// What stands where on a slip.
#include "clinic/console/paper/slip.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace verandah::console {
namespace {

using Kind = SlipPiece::Kind;

// Millimetres.
constexpr ui::Size a6{105, 148};
constexpr float margin = 9;
constexpr float width = a6.width - 2 * margin;
constexpr float counterfoil_height = 54;
constexpr float code_side = 36; // 37 modules of nearly a millimetre each: the poorest camera reads it
constexpr float gap = 4;
constexpr float title_size = 5.2F;
constexpr float where_size = 4.8F;
constexpr float body_size = 4.2F;
constexpr float note_size = 3.2F;
constexpr std::array sizes_tried{1.F, 0.9F, 0.8F, 0.7F, 0.6F, 0.5F};

/// Puts texts below each other.
class Column {
public:
    Column(const MeasureWords& measure, ui::Rect place, float scale) : measure_{measure}, place_{place}, scale_{scale}
    {
    }

    void text(const std::string& words, float size, ui::Weight weight, float below)
    {
        if (words.empty()) {
            return;
        }
        const float height = measure_(words, size * scale_, weight, place_.width);
        pieces_.push_back(
            {Kind::text, {place_.x, place_.y + used_, place_.width, height}, words, size * scale_, weight});
        used_ += height + below * scale_;
    }
    [[nodiscard]] bool fits() const { return used_ <= place_.height; }
    [[nodiscard]] std::vector<SlipPiece> pieces() && { return std::move(pieces_); }

private:
    const MeasureWords& measure_;
    ui::Rect place_;
    float scale_;
    float used_{0};
    std::vector<SlipPiece> pieces_;
};

/// The largest of the sizes in which it fits; the smallest when none does.
template <class Write>
std::vector<SlipPiece> fitted(const MeasureWords& measure, const ui::Rect& place, Write write)
{
    for (const float scale : sizes_tried) {
        Column column{measure, place, scale};
        write(column);
        if (column.fits() || scale == sizes_tried.back()) {
            return std::move(column).pieces();
        }
    }
    std::unreachable();
}

void write_invitation(Column& column, const Slip& slip)
{
    column.text(slip.title, title_size, ui::Weight::bold, gap);
    column.text(slip.what, body_size, ui::Weight::regular, 2 * gap);
    column.text(slip.where_label, note_size, ui::Weight::regular, 0);
    column.text(slip.where, where_size, ui::Weight::bold, 0);
    column.text(slip.address, body_size, ui::Weight::regular, gap);
    column.text(slip.when_label, note_size, ui::Weight::regular, 0);
    for (const auto& line : slip.when) {
        column.text(line, body_size, ui::Weight::regular, 0);
    }
    column.text(slip.when.empty() ? "" : " ", note_size, ui::Weight::regular, 0);
    column.text(slip.promise, note_size, ui::Weight::regular, 0);
}

void add_counterfoil(std::vector<SlipPiece>& pieces, const Slip& slip, const MeasureWords& measure)
{
    const float top = a6.height - counterfoil_height;
    pieces.push_back({Kind::fold, {0, top, a6.width, 0}, {}, 0, ui::Weight::regular});
    const float code_top = top + (counterfoil_height - code_side) / 2;
    pieces.push_back({Kind::code, {margin, code_top, code_side, code_side}, slip.code->text(), 0, ui::Weight::regular});
    const float beside = margin + code_side + gap;
    const ui::Rect words{beside, code_top, a6.width - margin - beside, code_side};
    for (auto& piece : fitted(measure, words, [&](Column& column) {
             column.text(slip.counterfoil_label, body_size, ui::Weight::bold, gap / 2);
             column.text(slip.counterfoil_note, note_size, ui::Weight::regular, gap / 2);
             column.text(slip.code->grouped(), note_size, ui::Weight::regular, 0);
         })) {
        pieces.push_back(std::move(piece));
    }
}

} // namespace

SlipPage lay_out(const Slip& slip, const MeasureWords& measure)
{
    const float bottom = slip.code ? counterfoil_height : 0;
    const ui::Rect place{margin, margin, width, a6.height - 2 * margin - bottom};
    SlipPage page{a6, fitted(measure, place, [&](Column& column) { write_invitation(column, slip); })};
    if (slip.code) {
        add_counterfoil(page.pieces, slip, measure);
    }
    return page;
}

} // namespace verandah::console
