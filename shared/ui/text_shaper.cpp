// SPDX-License-Identifier: Apache-2.0
// Pango through pangocairo into 8-bit coverage. Noto Sans has two weights in Debian's core package; semibold and heavy
// are the regular and the bold drawn with a thin stroke around, which looks the same in every script.
#include "shared/ui/text.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <stdexcept>

namespace verandah::ui {
namespace {

constexpr const char* text_families = "Noto Sans, Noto Sans Devanagari, Noto Sans Arabic";
constexpr const char* icon_family = "Material Icons";
constexpr int longest_side = 8192; ///< Every OpenGL takes it. Without fonts Pango may ask for more than cairo can hold.
constexpr int bitmap_margin = 3;   ///< Ink may stand over its logical box by a pixel or two.

// Parts of the text size. Noto Sans: a regular stem is 0.092 em wide, the drawn semibold 0.124, bold 0.157.
constexpr double semibold_stroke = 0.036;
constexpr double heavy_stroke = 0.035;
constexpr double pen_height = 0.45; ///< Of its width.
constexpr double longest_miter = 3; ///< Sharp corners stay sharp, needles do not grow.
constexpr float semibold_spacing = 0.01F;

constexpr float line_part = 1.32F;     ///< Line height of Latin, Greek and Cyrillic; in ems.
constexpr float tall_line_part = 1.5F; ///< Of scripts with marks above and below.

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(PangoFontMetrics* metrics) const { pango_font_metrics_unref(metrics); }
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

float pixels(int pango_units)
{
    return static_cast<float>(pango_units) / static_cast<float>(PANGO_SCALE);
}

int units(float pixels)
{
    return static_cast<int>(std::lround(pixels * static_cast<float>(PANGO_SCALE)));
}

/// Latin, Greek or Cyrillic, with the house's punctuation. Other letters join or carry marks: they may not be spaced
/// out, and need more room above and below.
bool simple_script(std::string_view text)
{
    return std::ranges::none_of(text, [](char byte) {
        const auto lead = static_cast<unsigned char>(byte);
        return lead >= 0xD6U && lead != 0xE2U; // 0xE2 begins dashes, quotes and the ellipsis
    });
}

PangoAlignment alignment(const TextRequest& request, PangoDirection script)
{
    if (request.align == Align::centre) {
        return PANGO_ALIGN_CENTER;
    }
    const bool at_right = (request.align == Align::end) != (request.direction == Direction::right_to_left);
    // Pango takes left as the start of a paragraph that runs against the screen.
    const bool pango_turns_it_round =
        (script == PANGO_DIRECTION_RTL) != (request.direction == Direction::right_to_left);
    return at_right != pango_turns_it_round ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

double stroke_of(const TextRequest& request)
{
    switch (request.weight) {
    case Weight::semibold: return semibold_stroke * static_cast<double>(request.size);
    case Weight::heavy: return heavy_stroke * static_cast<double>(request.size);
    case Weight::regular:
    case Weight::bold: break;
    }
    return 0;
}

PangoWeight face_of(Weight weight)
{
    return weight == Weight::bold || weight == Weight::heavy ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;
}

/// True when a line begins inside a word because the word is wider than the box.
bool breaks_a_word(PangoLayout* layout)
{
    int count = 0;
    const PangoLogAttr* marks = pango_layout_get_log_attrs_readonly(layout, &count);
    const char* text = pango_layout_get_text(layout);
    for (int line = 1; line < pango_layout_get_line_count(layout); ++line) {
        const int start = pango_layout_line_get_start_index(pango_layout_get_line_readonly(layout, line));
        const auto character = g_utf8_pointer_to_offset(text, text + start);
        if (character < count && marks[character].is_line_break == 0U) {
            return true;
        }
    }
    return false;
}

/// A canvas of coverage and the cairo that draws on it.
class Canvas {
public:
    Canvas(int width, int height)
        : surface_{cairo_image_surface_create(CAIRO_FORMAT_A8, std::min(width, longest_side),
                                              std::min(height, longest_side))},
          cairo_{cairo_create(surface_.get())}
    {
        if (cairo_status(cairo_.get()) != CAIRO_STATUS_SUCCESS) {
            throw std::runtime_error{"cairo cannot make a text bitmap"};
        }
    }

    cairo_t* cairo() { return cairo_.get(); }

    [[nodiscard]] AlphaBitmap copy(Point offset)
    {
        cairo_surface_flush(surface_.get());
        AlphaBitmap bitmap{.width = cairo_image_surface_get_width(surface_.get()),
                           .height = cairo_image_surface_get_height(surface_.get()),
                           .offset = offset,
                           .alpha = {}};
        const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface_.get()));
        const std::span all{cairo_image_surface_get_data(surface_.get()),
                            stride * static_cast<std::size_t>(bitmap.height)};
        for (std::size_t row = 0; row < static_cast<std::size_t>(bitmap.height); ++row) {
            std::ranges::copy(all.subspan(row * stride, static_cast<std::size_t>(bitmap.width)),
                              std::back_inserter(bitmap.alpha));
        }
        std::ranges::fill(all, std::uint8_t{0}); // what was written here may be a visitor's
        cairo_surface_mark_dirty(surface_.get());
        return bitmap;
    }

private:
    Held<cairo_surface_t> surface_;
    Held<cairo_t> cairo_;
};

/// The outlines of every line, each on a whole pixel's baseline, so that letters stand crisp and as far apart as
/// designed: cairo 1.16 would round every letter to a pixel.
void outline(cairo_t* cairo, PangoLayout* layout, Point origin)
{
    const Held<PangoLayoutIter> lines{pango_layout_get_iter(layout)};
    do {
        PangoRectangle logical{};
        pango_layout_iter_get_line_extents(lines.get(), nullptr, &logical);
        const float baseline = std::round(pixels(pango_layout_iter_get_baseline(lines.get())));
        cairo_move_to(cairo, static_cast<double>(origin.x + pixels(logical.x)),
                      static_cast<double>(origin.y + baseline));
        pango_cairo_layout_line_path(cairo, pango_layout_iter_get_line_readonly(lines.get()));
    } while (pango_layout_iter_next_line(lines.get()) != 0);
}

/// The pen is wider than high: heavier faces grow in their stems first, and level strokes stay crisp.
void draw(cairo_t* cairo, PangoLayout* layout, Point origin, double stroke)
{
    outline(cairo, layout, origin);
    if (stroke > 0) {
        cairo_save(cairo);
        cairo_scale(cairo, 1, pen_height);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER);
        cairo_set_miter_limit(cairo, longest_miter);
        cairo_set_line_width(cairo, stroke);
        cairo_stroke_preserve(cairo);
        cairo_restore(cairo);
    }
    cairo_fill(cairo);
}

} // namespace

struct TextShaper::Pango {
    Held<PangoContext> context{pango_font_map_create_context(pango_cairo_font_map_get_default())};
    Held<PangoFontDescription> text_font{pango_font_description_from_string(text_families)};
    Held<PangoFontDescription> icon_font{pango_font_description_from_string(icon_family)};

    Pango()
    {
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context.get(), options);
        cairo_font_options_destroy(options);
        pango_context_set_round_glyph_positions(context.get(), FALSE);
    }

    [[nodiscard]] Held<PangoLayout> lay_out(const TextRequest& request) const
    {
        pango_context_set_base_dir(context.get(), request.direction == Direction::right_to_left ? PANGO_DIRECTION_RTL
                                                                                                : PANGO_DIRECTION_LTR);
        Held<PangoLayout> layout{pango_layout_new(context.get())};
        pango_font_description_set_absolute_size(text_font.get(), static_cast<double>(units(request.size)));
        pango_font_description_set_weight(text_font.get(), face_of(request.weight));
        pango_layout_set_font_description(layout.get(), text_font.get());
        set_text(layout.get(), request.text);
        pango_layout_set_auto_dir(layout.get(), TRUE);
        pango_layout_set_alignment(layout.get(), alignment(request, pango_layout_get_direction(layout.get(), 0)));
        set_attributes(layout.get(), request);
        if (request.width > 0) {
            pango_layout_set_width(layout.get(), units(request.width));
            pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        }
        if (request.width > 0 && request.max_lines > 0) {
            pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
            pango_layout_set_height(layout.get(), -request.max_lines);
        }
        return layout;
    }

    /// One line height for every script: Noto Sans Arabic's own is two ems.
    static void set_attributes(PangoLayout* layout, const TextRequest& request)
    {
        const bool simple = simple_script(request.text);
        const Held<PangoAttrList> attributes{pango_attr_list_new()};
        const float line_height = request.size * (simple ? line_part : tall_line_part);
        pango_attr_list_insert(attributes.get(), pango_attr_line_height_new_absolute(units(line_height)));
        if (request.weight == Weight::semibold && simple) {
            pango_attr_list_insert(attributes.get(),
                                   pango_attr_letter_spacing_new(units(request.size * semibold_spacing)));
        }
        pango_layout_set_attributes(layout, attributes.get());
    }

    static void set_text(PangoLayout* layout, std::string_view text)
    {
        if (g_utf8_validate_len(text.data(), text.size(), nullptr) != 0) {
            pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
            return;
        }
        char* mended = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
        pango_layout_set_text(layout, mended, -1);
        g_free(mended);
    }
};

TextShaper::TextShaper() : pango_{std::make_unique<Pango>()} {}
TextShaper::~TextShaper() = default;
TextShaper::TextShaper(TextShaper&&) noexcept = default;
TextShaper& TextShaper::operator=(TextShaper&&) noexcept = default;

MeasuredText TextShaper::measure(const TextRequest& request) const
{
    const auto layout = pango_->lay_out(request);
    PangoRectangle logical{};
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    const float baseline = pixels(pango_layout_get_baseline(layout.get()));
    return {
        .size = {std::ceil(pixels(logical.width)), std::ceil(pixels(logical.height))},
        .baseline = baseline,
        .capitals_top = baseline - capital_part * request.size,
        .lines = pango_layout_get_line_count(layout.get()),
        .complete = pango_layout_is_ellipsized(layout.get()) == 0 && !breaks_a_word(layout.get()),
    };
}

AlphaBitmap TextShaper::paint(const TextRequest& request) const
{
    const auto layout = pango_->lay_out(request);
    PangoRectangle ink{};
    PangoRectangle logical{};
    pango_layout_get_pixel_extents(layout.get(), &ink, &logical);
    if (ink.width <= 0 || ink.height <= 0) {
        return {};
    }
    const double stroke = stroke_of(request);
    const int margin = bitmap_margin + static_cast<int>(std::ceil(stroke));
    Canvas canvas{ink.width + 2 * margin, ink.height + 2 * margin};
    draw(canvas.cairo(), layout.get(), {static_cast<float>(margin - ink.x), static_cast<float>(margin - ink.y)},
         stroke);
    return canvas.copy(
        {static_cast<float>(ink.x - logical.x - margin), static_cast<float>(ink.y - logical.y - margin)});
}

float TextShaper::caret_at(const TextRequest& request, std::size_t index) const
{
    const auto layout = pango_->lay_out(request);
    PangoRectangle strong{};
    pango_layout_get_cursor_pos(layout.get(), static_cast<int>(index), &strong, nullptr);
    return pixels(strong.x);
}

AlphaBitmap TextShaper::paint_icon(char32_t codepoint, int size) const
{
    std::array<char, 6> utf8{};
    const int length = g_unichar_to_utf8(codepoint, utf8.data());
    const Held<PangoLayout> layout{pango_layout_new(pango_->context.get())};
    pango_font_description_set_absolute_size(pango_->icon_font.get(), static_cast<double>(size) * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), pango_->icon_font.get());
    pango_layout_set_text(layout.get(), utf8.data(), length);
    PangoRectangle logical{};
    pango_layout_get_pixel_extents(layout.get(), nullptr, &logical);
    Canvas canvas{size, size};
    cairo_move_to(canvas.cairo(), (size - logical.width) / 2.0, (size - logical.height) / 2.0);
    pango_cairo_show_layout(canvas.cairo(), layout.get());
    return canvas.copy({});
}

std::vector<std::string> missing_fonts()
{
    PangoFontFamily** families = nullptr;
    int count = 0;
    pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
    const std::span<PangoFontFamily*> all{families, static_cast<std::size_t>(count)};
    std::vector<std::string> missing;
    for (const std::string_view needed : {"Noto Sans", "Noto Sans Devanagari", "Noto Sans Arabic", "Material Icons"}) {
        const auto is_it = [needed](PangoFontFamily* family) { return needed == pango_font_family_get_name(family); };
        if (std::ranges::none_of(all, is_it)) {
            missing.emplace_back(needed);
        }
    }
    g_free(static_cast<void*>(families)); // the list is ours, the families are Pango's
    return missing;
}

} // namespace verandah::ui
