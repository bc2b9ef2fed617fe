// SPDX-License-Identifier: Apache-2.0
// What a screen draws into.
//
//   std::optional<Action> draw_x_screen(ui::Frame& frame, const XModel& model);
//
// A screen is a function: words in (already translated, in the model), at most one action out. It keeps nothing.
//   auto rest = frame.area().inset(frame.mm(6));                 // cut the screen like paper
//   frame.text(rest.cut_top(frame.mm(20)), model.title, {.size = frame.capitals_mm(12), .weight = Weight::bold});
//   for (auto cell : rest.cut_top(frame.mm(60)).columns(3, frame.mm(3))) …
//   if (frame.button(rest.cut_bottom(frame.mm(24)), {.label = model.done, .look = Look::main})) return Done{};
//
// Sizes: pixels. frame.mm(9) for the kiosk (millimetres on the glass), frame.px(15) for the console (times the scale),
//   frame.space(3) for one of the house's steps (0, 4, 8, 12, 16, 24, 32, 48 px × scale).
// Mirroring: x grows from the reading start, everywhere. Write left to right; in Arabic the frame mirrors it all, but
// not
//   digits within a text nor icons of things. Align::start is then the right.
// Words are identity: a widget is known by its label; give .id where a label repeats (list rows).
// Every widget answers whether it was activated in this frame: by touch, mouse, Enter/Space on focus, or its shortcut.
// Widgets: button, tile, chip, field, touchable (the bare one under all; draw what you like on it), list (only visible
// rows). Drawing: panel, text, icon, badge, progress, qr, house_mark, line, fill, gradient. A question over a screen: {
// const auto behind = frame.inert(); draw_screen_below(…); } frame.veil(); then the question.
#pragma once

#include "shared/ui/interaction.hpp"
#include "shared/ui/painter.hpp"
#include "shared/ui/theme.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace verandah::ui {

enum class Motion { full, reduced };

/// How the screen is seen: the same for a whole frame.
struct View {
    Size size = {};              ///< Pixels.
    float pixels_per_mm = 3.78F; ///< 96 dpi.
    float scale = 1;             ///< The reader's text size; mm(), px() and space() are multiplied by it.
    Direction direction = Direction::left_to_right;
    Motion motion = Motion::full;
    const Theme* theme = &Theme::light(); ///< Borrowed for the frame. Never null.
    double seconds = 0;                   ///< A steady clock, for motion only. Window fills it in.
};

struct TextStyle {
    float size = 0; ///< Pixels an em: from capitals_mm() or px().
    Weight weight = Weight::regular;
    std::optional<Colour> colour = {}; ///< The theme's ink when not said.
    Align align = Align::start;
    Place place = Place::middle;
    int max_lines = 1;  ///< 0: as many as the box is high.
    float smallest = 0; ///< Shrinks down to this size before it ends in an ellipsis. 0: never shrinks.
};

/// A key that activates a widget from anywhere on the screen (not while a field is typed in, unless with Ctrl).
struct Shortcut {
    Key key = Key::none;
    char32_t letter = 0;
    bool control = false;
    std::string_view legend = {}; ///< What is written on the key when not "R", "Ctrl Z", "Space", "Enter", "Esc".

    [[nodiscard]] bool given() const { return key != Key::none; }
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool pressed_by(const KeyPress& press) const;
};
[[nodiscard]] constexpr Shortcut shortcut(char32_t letter)
{
    return {.key = Key::character, .letter = letter};
}
[[nodiscard]] constexpr Shortcut with_control(char32_t letter)
{
    return {.key = Key::character, .letter = letter, .control = true};
}
[[nodiscard]] constexpr Shortcut shortcut(Key key)
{
    return {.key = key};
}

/// main: filled teal, one a screen. outlined: everything else. soft: filled with its tone's ground (care: "I need help
/// now"). bare: no face until touched.
enum class Look { outlined, main, soft, bare };

/// What a widget looks like and is called. Sizes left at 0 follow the rect's height.
struct Button {
    std::string_view label = {};
    std::string_view note = {}; ///< A second, smaller line.
    Icon icon = {};
    Look look = Look::outlined;
    Tone tone = Tone::plain; ///< Colours icon and text (outlined) or the face (soft).
    Shortcut shortcut = {};
    std::string_view id = {};
    bool enabled = true;
    bool chosen = false;
    bool icon_only = false; ///< The label is the button's name, but is not written.
    Align align = Align::centre;
    Weight weight = Weight::semibold;
    float text_size = 0;
    float note_size = 0;
    float icon_size = 0;
    float radius = 0;
    float raised = 0; ///< Depth of the shadow below, pixels.
};

/// A choice with an icon in a coloured square, its label below; a tick when chosen.
struct Tile {
    std::string_view label = {};
    std::string_view note = {};
    Icon icon = {};
    Tone tone = Tone::teal;
    bool chosen = false;
    bool enabled = true;
    std::string_view id = {};
    Shortcut shortcut = {};
    float text_size = 0;
    float radius = 0;
};

/// A small choice, one of many in a Flow.
struct Chip {
    std::string_view label = {};
    Icon icon = {};
    bool chosen = false; ///< Shows a tick in place of the icon.
    bool enabled = true;
    std::string_view id = {};
    Shortcut shortcut = {};
    float text_size = 0; ///< px(15) when 0.
};

/// A word on a coloured pill, not a control.
struct Badge {
    std::string_view label = {};
    Icon icon = {};
    Tone tone = Tone::quiet;
    float text_size = 0; ///< px(13) when 0.
};

/// One line of typed text. The value lives with the caller.
struct Field {
    enum class Typed { readable, as_dots }; ///< As dots: a secret. Its letters are neither drawn nor kept.
    /// When free: takes what is typed while no other field has the focus, and no keys led elsewhere.
    enum class Focus { when_asked, when_free };

    std::string_view label = {}; ///< What it is called, for tests and focus; not drawn.
    std::string_view value = {};
    std::string_view placeholder = {};
    Icon icon = {};
    std::string_view id = {};
    std::size_t most_bytes = 200;
    float text_size = 0;
    Typed typed = Typed::readable;
    Focus focus = Focus::when_asked;
};
struct FieldAnswer {
    std::optional<std::string> changed = {}; ///< The new value, when it was edited.
    bool entered = false;                    ///< Enter was pressed in it.
};

/// A rectangle that can be pressed; the caller draws it.
struct Touchable {
    std::string_view label = {};
    std::string_view id = {};
    Shortcut shortcut = {};
    bool enabled = true;
};
struct Touch {
    bool activated = false;
    bool held = false; ///< Draw it darker and `sunk` pixels lower.
    bool hovered = false;
    bool focused = false; ///< The ring is drawn by the frame.
    float sunk = 0;
};

struct Panel {
    std::optional<Colour> ground = {}; ///< The theme's card.
    std::optional<Colour> edge = {};   ///< The theme's hairline; alpha 0 for none.
    float radius = 0;
    float thickness = 1;
    float raised = 0; ///< Depth of the soft shadow below.
};

struct List {
    std::string_view id = {};
    int rows = 0;
    float row_height = 0;
};

class Frame {
public:
    /// Borrows all three until it is destroyed.
    Frame(Painter& painter, Interaction& interaction, const Input& input, const View& view);
    ~Frame(); ///< Moves the focus and hands the targets to the Interaction.
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    [[nodiscard]] Rect area() const { return {0, 0, view_.size.width, view_.size.height}; }
    [[nodiscard]] bool portrait() const { return view_.size.height > view_.size.width; }
    [[nodiscard]] const Theme& theme() const { return *view_.theme; }
    [[nodiscard]] const View& view() const { return view_; }
    [[nodiscard]] const Input& input() const { return input_; } ///< For text from a scanner; widgets have seen it too.

    [[nodiscard]] float mm(float millimetres) const { return millimetres * view_.pixels_per_mm * view_.scale; }
    [[nodiscard]] float px(float pixels) const { return pixels * view_.scale; }
    [[nodiscard]] float space(int step) const; ///< 0..7: 0, 4, 8, 12, 16, 24, 32, 48 px.
    /// The text size whose capitals are so high on the glass.
    [[nodiscard]] float capitals_mm(float millimetres) const { return mm(millimetres) / capital_part; }

    // Drawing. Each answers nothing or the box it used.
    void fill(const Rect& rect, Colour colour, float radius = 0);
    void gradient(const Rect& rect, Colour top, Colour bottom);
    void outline(const Rect& rect, Colour colour, float radius, float thickness);
    void panel(const Rect& rect, const Panel& panel = {});
    void line(Point from, float length, Colour colour); ///< Level, one pixel times the scale.
    Rect text(const Rect& box, std::string_view words, const TextStyle& style);
    [[nodiscard]] Size measure(std::string_view words, const TextStyle& style, float width = 0);
    void icon(const Rect& box, const Icon& icon, Colour colour); ///< The largest square in the middle of `box`.
    Rect badge(Point at, const Badge& badge);                    ///< `at`: its start, vertical middle.
    [[nodiscard]] Size badge_size(const Badge& badge);
    void progress(const Rect& rect, float fraction); ///< 0..1.
    void qr(const Rect& box, const QrCode& code);    ///< The largest crisp square in the middle of `box`.
    void house_mark(const Rect& box);                ///< Three nested arches.
    void keycap(const Rect& box, std::string_view legend, Colour ink, Colour face, Colour edge);

    // Widgets. True, or what they say, in the frame in which they were activated.
    [[nodiscard]] bool button(const Rect& rect, const Button& button);
    [[nodiscard]] bool tile(const Rect& rect, const Tile& tile);
    [[nodiscard]] bool chip(const Rect& rect, const Chip& chip);
    [[nodiscard]] Size chip_size(const Chip& chip);
    [[nodiscard]] FieldAnswer field(const Rect& rect, const Field& field);
    /// What is typed goes to the widget called so from the next frame on.
    void focus(std::string_view id);
    [[nodiscard]] Touch touchable(const Rect& rect, const Touchable& touchable, float ring_radius = 0);

    /// Calls draw_row(index, rect) for the rows in sight. Drag, wheel, PgUp, PgDn, Home and End scroll.
    template <class DrawRow>
    void list(const Rect& rect, const List& list, DrawRow&& draw_row)
    {
        const VisibleRows visible = begin_list(rect, list);
        for (int row = visible.first; row < visible.last; ++row) {
            draw_row(row, Rect{rect.x, visible.top + static_cast<float>(row) * list.row_height, rect.width,
                               list.row_height});
        }
        end_list(rect, list);
    }

    /// A page higher than its window: draws `content` once at its scrolled place, clipped. Same keys as list().
    template <class DrawContent>
    void scroll(const Rect& rect, std::string_view id, float content_height, DrawContent&& draw_content)
    {
        const List page{.id = id, .rows = 1, .row_height = content_height};
        const VisibleRows visible = begin_list(rect, page);
        draw_content(Rect{rect.x, visible.top, rect.width, content_height});
        end_list(rect, page);
    }

    /// While it lives, widgets are drawn but answer nothing: for what lies behind a question.
    class [[nodiscard]] Inert {
    public:
        explicit Inert(Frame& frame) : frame_{frame} { ++frame_.inert_; }
        ~Inert() { --frame_.inert_; }
        Inert(const Inert&) = delete;
        Inert& operator=(const Inert&) = delete;

    private:
        Frame& frame_;
    };
    [[nodiscard]] Inert inert() { return Inert{*this}; }
    void veil(); ///< Dims everything drawn so far.

    // Motion.
    /// Goes from its last value to `target` in 180 ms, easing out; at once in reduced motion. New names start at
    /// `start`.
    [[nodiscard]] float moving(std::string_view name, float target, float start = 0);
    /// Asks for another frame after so many seconds (a countdown, a clock).
    void again_in(double seconds);
    /// Seconds until the next frame is due; nothing when the screen rests.
    [[nodiscard]] std::optional<double> next_frame() const { return next_frame_; }

    struct Face; ///< How a control looks just now; the widgets' own.

private:
    struct VisibleRows {
        int first = 0;
        int last = 0;
        float top = 0;
    };
    VisibleRows begin_list(const Rect& rect, const List& list);
    void end_list(const Rect& rect, const List& list);

    [[nodiscard]] Rect on_screen(const Rect& rect) const; ///< Mirrored when the screen is.
    [[nodiscard]] Rect in_sight(const Rect& rect) const;  ///< Cut to the list it is in; on the screen.
    [[nodiscard]] TextRequest request(std::string_view words, const TextStyle& style, float width) const;
    [[nodiscard]] TextRequest fitted(const Rect& box, std::string_view words, const TextStyle& style);

    [[nodiscard]] Face face_of(const Rect& rect, const Button& button, const Touch& touch) const;
    void draw_face(const Rect& rect, const Button& button, const Face& face);
    void draw_words(Rect inner, const Button& button, const Face& face);
    void draw_pair(const Rect& inner, const Button& button, TextStyle label, const TextStyle& note);
    void draw_signs(Rect strip, const Tile& tile);
    void cut_keycap(Rect& inner, const Button& button);
    void draw_typed(const Rect& box, std::string_view words, const TextStyle& style);
    void draw_caret(const Rect& box, std::string_view value, std::size_t caret, float text_size);

    [[nodiscard]] Touch pointed(WidgetId id, const Rect& place);
    [[nodiscard]] bool shortcut_pressed(const Shortcut& key) const;
    [[nodiscard]] bool pressed_with_keys(WidgetId id) const;
    void focus_ring(const Rect& rect, float radius);
    void scroll_with_pointer(WidgetId id, const Rect& place, Scroll& scroll);
    void scroll_with_keys(Scroll& scroll, float row_height);

    enum class Step { on, back };
    void move_focus();
    [[nodiscard]] bool is_focus_free() const;
    [[nodiscard]] WidgetId after(const std::vector<const Target*>& stops, Step step) const;
    [[nodiscard]] WidgetId beside(const std::vector<const Target*>& stops, Key key) const;

    Painter& painter_;
    Interaction& interaction_;
    const Input& input_;
    View view_;
    std::vector<Target> targets_;
    std::vector<Rect> clips_; ///< Of the lists being drawn, on the screen.
    std::optional<double> next_frame_;
    bool field_focused_ = false; ///< A field drawn in this frame has the focus.
    int inert_ = 0;
};

} // namespace verandah::ui
