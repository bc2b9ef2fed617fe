// SPDX-License-Identifier: Apache-2.0
// A console's screens without a window: pressed by label, read back, measured.
#pragma once

#include "clinic/console/screens/screen.hpp"
#include "clinic/console/wording/words.hpp"
#include "sample.hpp"
#include "shared/ui/recording_painter.hpp"

#include <string_view>
#include <utility>

namespace verandah::test {

inline ui::Translator translator(const char* code)
{
    return {ui::find_language(code).value(), VERANDAH_LANGUAGES};
}

inline ui::View usual_view(ui::Direction direction = ui::Direction::left_to_right, float scale = 1)
{
    return {.size = {1366, 768}, .scale = scale, .direction = direction, .motion = ui::Motion::reduced};
}

struct Stage {
    console::Console console;
    ui::Translator words;
    ui::Rehearsal rehearsal;

    explicit Stage(console::Console state, const char* language = "en", float scale = 1)
        : console{std::move(state)}, words{translator(language)},
          rehearsal{usual_view(words.language().direction, scale)}
    {
    }

    console::Answer draw(ui::Frame& frame) const
    {
        return draw_screen(frame, console::screen_words({console, words, sample_now}));
    }
    void show()
    {
        static_cast<void>(rehearsal.show([this](ui::Frame& frame) { return draw(frame); }));
    }
    console::Answer press(std::string_view label)
    {
        return rehearsal.press(label, [this](ui::Frame& frame) { return draw(frame); });
    }
    console::Answer press_key(const ui::KeyPress& key)
    {
        return rehearsal.press_key(key, [this](ui::Frame& frame) { return draw(frame); });
    }
    console::Answer press_letter(char32_t letter)
    {
        return press_key({.key = ui::Key::character, .character = letter});
    }
};

} // namespace verandah::test
