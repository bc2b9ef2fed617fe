// SPDX-License-Identifier: Apache-2.0
// The page through Pango and cairo: shaped text in any script, from either side.
#include "clinic/console/paper/slip_file.hpp"

#include "shared/ui/qr.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace verandah::console {
namespace {

constexpr const char* families = "Noto Sans, Noto Sans Devanagari, Noto Sans Arabic";
constexpr double points_per_mm = 72 / 25.4;
constexpr double fold_dash = 1.6; // millimetres
constexpr double fold_width = 0.25;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

double from_pango(int units)
{
    return static_cast<double>(units) / PANGO_SCALE;
}

/// A page in millimetres on a cairo.
class Page {
public:
    Page(cairo_t* cairo, ui::Direction direction)
        : cairo_{cairo}, direction_{direction}, context_{pango_cairo_create_context(cairo)}
    {
        pango_context_set_round_glyph_positions(context_.get(), FALSE);
        pango_context_set_base_dir(context_.get(), is_mirrored() ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    }

    [[nodiscard]] float height_of(std::string_view words, float size, ui::Weight weight, float width) const
    {
        const auto layout = layout_of(words, size, weight, width);
        int high = 0;
        pango_layout_get_size(layout.get(), nullptr, &high);
        return static_cast<float>(from_pango(high));
    }

    void draw(const SlipPage& page)
    {
        for (const auto& piece : page.pieces) {
            switch (piece.kind) {
            case SlipPiece::Kind::text: draw_text(page, piece); break;
            case SlipPiece::Kind::code: draw_code(page, piece); break;
            case SlipPiece::Kind::fold: draw_fold(piece); break;
            }
        }
    }

private:
    [[nodiscard]] bool is_mirrored() const { return direction_ == ui::Direction::right_to_left; }
    [[nodiscard]] double left_of(const SlipPage& page, const ui::Rect& place) const
    {
        return is_mirrored() ? page.size.width - place.x - place.width : place.x;
    }

    [[nodiscard]] Held<PangoLayout> layout_of(std::string_view words, float size, ui::Weight weight, float width) const
    {
        Held<PangoLayout> layout{pango_layout_new(context_.get())};
        const Held<PangoFontDescription> font{pango_font_description_from_string(families)};
        pango_font_description_set_absolute_size(font.get(), static_cast<double>(size) * PANGO_SCALE);
        pango_font_description_set_weight(font.get(),
                                          weight == ui::Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), static_cast<int>(std::lround(static_cast<double>(width) * PANGO_SCALE)));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
        // Reading begins at one side of the page, whatever script a line is in; Pango takes left as the start of
        // a paragraph that runs against the page.
        const bool runs_back = pango_layout_get_direction(layout.get(), 0) == PANGO_DIRECTION_RTL;
        const bool pango_turns_it_round = runs_back != is_mirrored();
        pango_layout_set_alignment(layout.get(),
                                   is_mirrored() != pango_turns_it_round ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        return layout;
    }

    void draw_text(const SlipPage& page, const SlipPiece& piece)
    {
        const auto layout = layout_of(piece.words, piece.size, piece.weight, piece.place.width);
        cairo_set_source_rgb(cairo_, 0, 0, 0);
        cairo_move_to(cairo_, left_of(page, piece.place), piece.place.y);
        pango_cairo_show_layout(cairo_, layout.get());
    }

    void draw_code(const SlipPage& page, const SlipPiece& piece)
    {
        const auto code = ui::QrCode::make(piece.words);
        if (!code) {
            throw std::runtime_error{"a counterfoil's code does not fit its QR code"};
        }
        const int modules = code->side() + 2 * ui::QrCode::quiet_modules;
        const double side = static_cast<double>(piece.place.width) / modules;
        const double left = left_of(page, piece.place) + side * ui::QrCode::quiet_modules;
        const double top = piece.place.y + side * ui::QrCode::quiet_modules;
        for (int row = 0; row < code->side(); ++row) {
            for (int column = 0; column < code->side(); ++column) {
                if (code->dark(column, row)) {
                    cairo_rectangle(cairo_, left + column * side, top + row * side, side, side);
                }
            }
        }
        cairo_set_source_rgb(cairo_, 0, 0, 0);
        cairo_fill(cairo_); // all at once: no seams between the modules
    }

    void draw_fold(const SlipPiece& piece)
    {
        cairo_set_dash(cairo_, &fold_dash, 1, 0);
        cairo_set_line_width(cairo_, fold_width);
        cairo_move_to(cairo_, piece.place.x, piece.place.y);
        cairo_line_to(cairo_, piece.place.x + piece.place.width, piece.place.y);
        cairo_stroke(cairo_);
    }

    cairo_t* cairo_; ///< Borrowed.
    ui::Direction direction_;
    Held<PangoContext> context_;
};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length); // bytes from a C library
    return CAIRO_STATUS_SUCCESS;
}

void require(cairo_status_t status)
{
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error{cairo_status_to_string(status)};
    }
}

void draw(cairo_surface_t* surface, const Slip& slip, double units_per_mm)
{
    const Held<cairo_t> cairo{cairo_create(surface)};
    cairo_scale(cairo.get(), units_per_mm, units_per_mm);
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    Page page{cairo.get(), slip.direction};
    page.draw(lay_out(slip, [&](std::string_view words, float size, ui::Weight weight, float width) {
        return page.height_of(words, size, weight, width);
    }));
    cairo_show_page(cairo.get());
    require(cairo_status(cairo.get()));
}

ui::Size page_size()
{
    return lay_out({}, [](std::string_view, float, ui::Weight, float) { return 0.F; }).size;
}

} // namespace

std::string slip_pdf(std::span<const Slip> slips)
{
    std::string bytes;
    const auto size = page_size();
    const Held<cairo_surface_t> surface{
        cairo_pdf_surface_create_for_stream(append, &bytes, static_cast<double>(size.width) * points_per_mm,
                                            static_cast<double>(size.height) * points_per_mm)};
    // When somebody was here is nobody's business who finds the file.
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    for (const auto& slip : slips) {
        draw(surface.get(), slip, points_per_mm);
    }
    cairo_surface_finish(surface.get());
    require(cairo_surface_status(surface.get()));
    return bytes;
}

std::string slip_png(const Slip& slip, double dots_per_mm)
{
    std::string bytes;
    const auto size = page_size();
    const auto dots = [&](float millimetres) {
        return static_cast<int>(std::lround(static_cast<double>(millimetres) * dots_per_mm));
    };
    const Held<cairo_surface_t> surface{
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, dots(size.width), dots(size.height))};
    draw(surface.get(), slip, dots_per_mm);
    require(cairo_surface_write_to_png_stream(surface.get(), append, &bytes));
    return bytes;
}

} // namespace verandah::console
