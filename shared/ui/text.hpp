// SPDX-License-Identifier: Apache-2.0
// Text of every script, shaped by Pango into alpha bitmaps, and a bounded cache of what was shaped.
#pragma once

#include "shared/ui/rect.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace verandah::ui {

enum class Weight { regular, semibold, bold, heavy };
enum class Align { start, centre, end }; ///< Start and end of the screen's direction, whatever script the text is in.
enum class Place { top, middle, bottom };
enum class Direction { left_to_right, right_to_left };

/// Capital height of Noto Sans as a part of its size.
inline constexpr float capital_part = 0.714F;

/// What to shape. `width` 0 is unbounded; text past `max_lines` (0 is any number) ends in an ellipsis.
struct TextRequest {
    std::string_view text = {}; ///< UTF-8. Broken bytes are shown as replacement signs.
    float size = 0;             ///< Pixels an em.
    Weight weight = Weight::regular;
    Align align = Align::start;
    Direction direction = Direction::left_to_right;
    float width = 0;
    int max_lines = 1;
};

struct MeasuredText {
    Size size;              ///< The lines' logical box: widest line, sum of line heights.
    float baseline = 0;     ///< Of the first line, from the top.
    float capitals_top = 0; ///< Where the capitals of the first line begin, from the top: for optical centring.
    int lines = 0;
    bool complete = true; ///< False when an ellipsis took the place of something.
    friend bool operator==(const MeasuredText&, const MeasuredText&) = default;
};

/// Coverage, one byte a pixel, rows without padding.
struct AlphaBitmap {
    int width = 0;
    int height = 0;
    Point offset; ///< From the logical box's top left to the bitmap's: ink may stand over.
    std::vector<std::uint8_t> alpha;
};

/// Pango behind a plain face. Needs no window. One thread.
class TextShaper {
public:
    TextShaper();
    ~TextShaper();
    TextShaper(TextShaper&&) noexcept;
    TextShaper& operator=(TextShaper&&) noexcept;

    [[nodiscard]] MeasuredText measure(const TextRequest& request) const;
    [[nodiscard]] AlphaBitmap paint(const TextRequest& request) const;

    /// x of the caret before byte `index`, from the left of the logical box; single-line text only.
    [[nodiscard]] float caret_at(const TextRequest& request, std::size_t index) const;

    /// One sign of the icon font in a square of `size` pixels.
    [[nodiscard]] AlphaBitmap paint_icon(char32_t codepoint, int size) const;

private:
    struct Pango;
    std::unique_ptr<Pango> pango_;
};

/// The families Verandah is drawn with that this machine lacks. It runs on with what there is; say so in the log.
[[nodiscard]] std::vector<std::string> missing_fonts();

/// A texture of the graphics library; 0 is none.
using Texture = std::uintptr_t;

/// Where bitmaps become textures. The recorder has one that makes nothing.
struct TextureMaker {
    std::function<Texture(const AlphaBitmap&)> make;
    std::function<void(Texture)> remove;
};

/// Shaped texts, least recently used out first. Strings and bitmaps are overwritten before their memory is given back.
class TextCache {
public:
    struct Entry {
        MeasuredText measured;
        Texture texture = 0; ///< 0 until first drawn.
        Rect box;            ///< Of the texture, from the logical box's top left.
    };

    TextCache(TextureMaker maker, std::size_t most_entries, std::size_t most_bytes);
    ~TextCache();
    TextCache(const TextCache&) = delete;
    TextCache& operator=(const TextCache&) = delete;

    [[nodiscard]] const TextShaper& shaper() const { return shaper_; }
    [[nodiscard]] MeasuredText measure(const TextRequest& request);
    /// Shaped and uploaded. The reference holds until the next call.
    [[nodiscard]] const Entry& drawn(const TextRequest& request);
    [[nodiscard]] const Entry& drawn_icon(char32_t codepoint, int size);

    /// Throws out what is over the bound. Call between frames: no texture in use is ever removed.
    void trim();
    /// Deletes every texture and overwrites every string kept. Afterwards entries() and bytes() are 0.
    void forget_everything();

    [[nodiscard]] std::size_t entries() const { return order_.size(); }
    [[nodiscard]] std::size_t bytes() const { return bytes_; } ///< Of texture memory.

private:
    struct Kept {
        std::string key;
        Entry entry;
        std::size_t bytes = 0;
    };
    using Order = std::list<Kept>;

    Kept& find_or_add(std::string_view key);
    void upload(Kept& kept, AlphaBitmap bitmap);
    void remove_oldest();

    TextShaper shaper_;
    TextureMaker maker_;
    std::size_t most_entries_;
    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    Order order_; ///< Most recently used first.
    std::unordered_map<std::string_view, Order::iterator> by_key_;
    std::string scratch_key_;
};

} // namespace verandah::ui
