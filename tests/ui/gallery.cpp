// SPDX-License-Identifier: Apache-2.0
// verandah-gallery FOLDER: draws the sample screens in three languages and three themes to PNG files, without a
// display.
#include "gallery_screens.hpp"
#include "shared/ui/window.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>

namespace {

using namespace verandah::ui;

struct Sample {
    const char* name;
    void (*draw)(Frame&, const GalleryWords&);
    Size size;
    float pixels_per_mm;
};

constexpr Sample samples[]{
    {"welcome", draw_gallery_welcome, {1080, 1920}, 4.4F}, {"needs", draw_gallery_needs, {1280, 800}, 3.0F},
    {"ticket", draw_gallery_ticket, {1080, 1920}, 4.4F},   {"console", draw_gallery_console, {1366, 768}, 3.78F},
    {"board", draw_gallery_board, {1920, 1080}, 2.0F},
};

struct Tongue {
    const char* name;
    GalleryWords words;
    Direction direction;
    const Theme* theme;
};

/// A control with the focus, one held down and a field being typed in.
void draw_states(const std::filesystem::path& folder)
{
    const GalleryWords words = english();
    const auto draw = [&](Frame& frame) { draw_gallery_states(frame, words); };
    Window window{{.title = "Gallery", .size = {800, 560}}};
    const KeyPress tab{.key = Key::tab};
    window.draw({.keys = {tab, tab}}, {}, draw);
    window.draw({}, {}, draw);
    window.picture(folder / "states-focus.png");
    window.draw({.pointer = {.phase = Pointer::Phase::pressed, .at = {100, 60}}}, {}, draw);
    window.picture(folder / "states-held.png");
    const Point field{200, 470};
    window.draw({.pointer = {.phase = Pointer::Phase::pressed, .at = field}}, {}, draw);
    window.draw({.pointer = {.phase = Pointer::Phase::released, .at = field}}, {}, draw);
    window.draw({}, {}, draw);
    window.picture(folder / "states-field.png");
}

void draw_all(const std::filesystem::path& folder)
{
    const Tongue tongues[]{
        {"en", english(), Direction::left_to_right, &Theme::light()},
        {"hi", hindi(), Direction::left_to_right, &Theme::light()},
        {"ar", arabic(), Direction::right_to_left, &Theme::light()},
        {"en-contrast", english(), Direction::left_to_right, &Theme::high_contrast()},
        {"en-night", english(), Direction::left_to_right, &Theme::night_time()},
    };
    for (const Sample& sample : samples) {
        Window window{{.title = "Gallery", .size = sample.size}};
        for (const Tongue& tongue : tongues) {
            const View view{
                .pixels_per_mm = sample.pixels_per_mm, .direction = tongue.direction, .theme = tongue.theme};
            const auto draw = [&](Frame& frame) { sample.draw(frame, tongue.words); };
            window.draw({}, view, draw);
            window.draw({}, view, draw);
            window.picture(folder / (std::string{sample.name} + "-" + tongue.name + ".png"));
            std::printf("%s %s: first %.0f ms, again %.1f ms\n", sample.name, tongue.name, window.times().first.count(),
                        window.times().last.count());
        }
    }
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2) {
        std::fputs("usage: verandah-gallery FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    try {
        setenv("SDL_VIDEODRIVER", "offscreen", 0);
        std::filesystem::create_directories(arguments[1]);
        draw_states(arguments[1]);
        draw_all(arguments[1]);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "verandah-gallery: %s\n", failure.what());
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
