// SPDX-License-Identifier: Apache-2.0
// A press and its release must reach two different frames, so the reader stops at each change of the pointer.
#include "shared/ui/event_reader.hpp"

#include <array>
#include <utility>

namespace verandah::ui {
namespace {

using Phase = Pointer::Phase;

constexpr std::array named_keys{
    std::pair{SDLK_TAB, Key::tab},
    std::pair{SDLK_RETURN, Key::enter},
    std::pair{SDLK_KP_ENTER, Key::enter},
    std::pair{SDLK_SPACE, Key::space},
    std::pair{SDLK_ESCAPE, Key::escape},
    std::pair{SDLK_BACKSPACE, Key::backspace},
    std::pair{SDLK_DELETE, Key::remove},
    std::pair{SDLK_LEFT, Key::left},
    std::pair{SDLK_RIGHT, Key::right},
    std::pair{SDLK_UP, Key::up},
    std::pair{SDLK_DOWN, Key::down},
    std::pair{SDLK_PAGEUP, Key::page_up},
    std::pair{SDLK_PAGEDOWN, Key::page_down},
    std::pair{SDLK_HOME, Key::home},
    std::pair{SDLK_END, Key::end},
};

/// The letter or digit on the key. With a Devanagari or Arabic layout the symbol is not Latin: the key's place says it.
char32_t letter_of(const SDL_Keysym& key)
{
    const auto symbol = key.sym;
    if (symbol >= SDLK_a && symbol <= SDLK_z) {
        return static_cast<char32_t>(symbol - SDLK_a) + U'A';
    }
    if (symbol > SDLK_SPACE && symbol < SDLK_DELETE) {
        return static_cast<char32_t>(symbol);
    }
    if (key.scancode >= SDL_SCANCODE_A && key.scancode <= SDL_SCANCODE_Z) {
        return static_cast<char32_t>(key.scancode - SDL_SCANCODE_A) + U'A';
    }
    return 0;
}

} // namespace

std::optional<KeyPress> key_press(const SDL_Keysym& key)
{
    KeyPress press{.control = (key.mod & KMOD_CTRL) != 0, .shift = (key.mod & KMOD_SHIFT) != 0};
    for (const auto& [symbol, name] : named_keys) {
        if (key.sym == symbol) {
            press.key = name;
            return press;
        }
    }
    press.character = letter_of(key);
    if (press.character == 0) {
        return std::nullopt;
    }
    press.key = Key::character;
    return press;
}

void EventReader::set_size(Size pixels, Size window_units)
{
    pixels_ = pixels;
    pixels_per_unit_ = {pixels.width / window_units.width, pixels.height / window_units.height};
}

Input EventReader::begin() const
{
    return {.pointer = {.phase = resting_, .at = at_}};
}

EventReader::Next EventReader::take(const SDL_Event& event, Input& input)
{
    if (event.type == wake_event_) {
        input.woken = true;
        return Next::more;
    }
    switch (event.type) {
    case SDL_QUIT: input.close_asked = true; break;
    case SDL_WINDOWEVENT: input.resized = true; break; // shown, uncovered or resized: all mean draw again
    case SDL_KEYDOWN:
        if (const auto press = key_press(event.key.keysym)) {
            input.keys.push_back(*press);
        }
        break;
    case SDL_TEXTINPUT: input.text += event.text.text; break;
    case SDL_MOUSEWHEEL: input.wheel += event.wheel.preciseY; break;
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return take_mouse(event, input);
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: return take_finger(event.tfinger, input);
    default: break; // SDL has many kinds; the rest mean nothing here
    }
    return Next::more;
}

EventReader::Next EventReader::take_mouse(const SDL_Event& event, Input& input)
{
    const bool motion = event.type == SDL_MOUSEMOTION;
    const Point at{static_cast<float>(motion ? event.motion.x : event.button.x) * pixels_per_unit_.width,
                   static_cast<float>(motion ? event.motion.y : event.button.y) * pixels_per_unit_.height};
    if (motion) {
        return move(input, at);
    }
    if (event.button.button != SDL_BUTTON_LEFT) {
        return Next::more;
    }
    return event.type == SDL_MOUSEBUTTONDOWN ? press(input, at) : release(input, at, Phase::hovering);
}

EventReader::Next EventReader::take_finger(const SDL_TouchFingerEvent& finger, Input& input)
{
    const Point at{finger.x * pixels_.width, finger.y * pixels_.height};
    if (finger.type == SDL_FINGERDOWN && !finger_) {
        finger_ = finger.fingerId;
        return press(input, at);
    }
    if (finger_ != finger.fingerId) {
        return Next::more; // a second finger: a hand resting on the glass
    }
    if (finger.type == SDL_FINGERMOTION) {
        return move(input, at);
    }
    finger_.reset();
    return release(input, at, Phase::away);
}

EventReader::Next EventReader::press(Input& input, Point at)
{
    at_ = at;
    resting_ = Phase::held;
    input.pointer = {Phase::pressed, at};
    return Next::draw_first;
}

EventReader::Next EventReader::release(Input& input, Point at, Phase afterwards)
{
    at_ = at;
    resting_ = afterwards;
    input.pointer = {Phase::released, at};
    return Next::draw_first;
}

EventReader::Next EventReader::move(Input& input, Point at)
{
    at_ = at;
    if (resting_ != Phase::held) {
        resting_ = Phase::hovering;
    }
    input.pointer = {resting_, at};
    return Next::more;
}

} // namespace verandah::ui
