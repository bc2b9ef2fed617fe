// SPDX-License-Identifier: Apache-2.0
// A painter without a window, and a rehearsal of a screen on it: tests press by label, read what is shown and measure
// it.
#pragma once

#include "shared/ui/frame.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace verandah::ui {

/// Keeps what was drawn since clear(). Texts are measured with the real fonts.
class RecordingPainter final : public Painter {
public:
    struct Text {
        std::string words;
        Rect box; ///< The measured lines, on the screen as it is.
        float size = 0;
        Weight weight = Weight::regular;
        Colour colour;
        bool complete = true; ///< False when it ended in an ellipsis or inside a word.
        bool in_list = false; ///< May reach out of sight.
    };
    struct Shape {
        enum class Kind { fill, outline, shadow, arch };
        Kind kind;
        Rect rect;
        Colour colour;
    };
    struct DrawnIcon {
        std::string name;
        Rect rect;
        Facing facing;
    };

    RecordingPainter();

    void fill(const Rect& rect, Colour colour, float radius) override;
    void fill_gradient(const Rect& rect, Colour top, Colour bottom) override;
    void outline(const Rect& rect, Colour colour, float radius, float thickness) override;
    void shadow(const Rect& rect, Colour colour, float radius, float blur, float drop) override;
    void arch(const Rect& rect, Colour colour) override;
    void text(const Rect& box, const TextRequest& request, Colour colour) override;
    void icon(const Rect& square, const Icon& icon, Colour colour, Facing facing) override;
    void qr(const Rect& square, const QrCode& code) override;
    void clip(const Rect& rect) override;
    void unclip() override;
    [[nodiscard]] MeasuredText measure(const TextRequest& request) override;
    [[nodiscard]] float caret_at(const TextRequest& request, std::size_t index) override;
    void forget_everything() override;

    void clear();
    [[nodiscard]] const std::vector<Text>& texts() const { return texts_; }
    [[nodiscard]] const std::vector<Shape>& shapes() const { return shapes_; }
    [[nodiscard]] const std::vector<DrawnIcon>& icons() const { return icons_; }
    [[nodiscard]] const std::vector<Rect>& qr_codes() const { return qr_codes_; }
    [[nodiscard]] const TextCache& cache() const { return cache_; }

private:
    std::vector<Text> texts_;
    std::vector<Shape> shapes_;
    std::vector<DrawnIcon> icons_;
    std::vector<Rect> qr_codes_;
    TextCache cache_;
    int clips_ = 0;
};

/// Plays one screen as a user would.
///   ui::Rehearsal stage{{.size = {1080, 1920}, .pixels_per_mm = 3.6F}};
///   const auto screen = [&](ui::Frame& frame) { return draw_welcome_screen(frame, model); };
///   EXPECT_EQ(stage.press("I have no card", screen), WelcomeAction{NoCard{}});
///   stage.show(screen); EXPECT_TRUE(stage.shows("Welcome")); EXPECT_THAT(stage.faults({.least_target = stage.mm(22)}),
///   IsEmpty());
class Rehearsal {
public:
    explicit Rehearsal(View view) : view_{view} {}

    View& view() { return view_; }
    [[nodiscard]] float mm(float millimetres) const { return millimetres * view_.pixels_per_mm; }
    [[nodiscard]] const RecordingPainter& painter() const { return painter_; }
    [[nodiscard]] Interaction& interaction() { return interaction_; }
    [[nodiscard]] const std::vector<Target>& targets() const { return interaction_.targets; }
    [[nodiscard]] std::optional<double> next_frame() const { return next_frame_; }

    /// Draws one frame with `input`; answers what the screen did.
    template <class Screen>
    auto show(Screen&& screen, const Input& input = {})
    {
        painter_.clear();
        Frame frame{painter_, interaction_, input, view_};
        if constexpr (std::is_void_v<decltype(screen(frame))>) {
            screen(frame);
            next_frame_ = frame.next_frame();
        } else {
            auto answer = screen(frame);
            next_frame_ = frame.next_frame();
            return answer;
        }
    }

    /// Touches the middle of the widget called `label` and lets go. Throws std::runtime_error naming what is there when
    /// it is not.
    template <class Screen>
    auto press(std::string_view label, Screen&& screen)
    {
        static_cast<void>(show(screen));
        const Point at = centre_of(label);
        static_cast<void>(show(screen, pointer(Pointer::Phase::pressed, at)));
        return show(screen, pointer(Pointer::Phase::released, at));
    }

    template <class Screen>
    auto press_key(const KeyPress& key, Screen&& screen)
    {
        return show(screen, Input{.keys = {key}});
    }

    template <class Screen>
    auto type(std::string_view text, Screen&& screen)
    {
        return show(screen, Input{.text = std::string{text}});
    }

    [[nodiscard]] bool shows(std::string_view words) const;           ///< Some text is exactly this.
    [[nodiscard]] std::vector<std::string> words() const;             ///< Everything written, in drawing order.
    [[nodiscard]] const Target& target(std::string_view label) const; ///< Throws like press().
    [[nodiscard]] const RecordingPainter::Text& text(std::string_view words) const; ///< Throws like press().
    [[nodiscard]] std::string focused() const; ///< The label of the focused widget; empty when none.

    struct Limits {
        float least_target = 0;    ///< Pixels, both ways.
        float least_gap = 0;       ///< Between neighbouring targets.
        float least_text_size = 0; ///< Pixels an em.
    };
    /// What is wrong with the last frame's geometry, one sentence each: targets too small, too close or over one
    /// another, anything pressable or readable outside the screen, text cut off by an ellipsis. Empty is good.
    [[nodiscard]] std::vector<std::string> faults(const Limits& limits) const;

    [[nodiscard]] static Input pointer(Pointer::Phase phase, Point at);

private:
    [[nodiscard]] Point centre_of(std::string_view label) const;

    View view_;
    RecordingPainter painter_;
    Interaction interaction_;
    std::optional<double> next_frame_;
};

} // namespace verandah::ui
