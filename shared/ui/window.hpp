// SPDX-License-Identifier: Apache-2.0
// A window of SDL2 and OpenGL 3, real or off screen. It draws when told to and sleeps otherwise.
//
//   ui::Window window{{.title = "Verandah", .size = {1280, 800}}};
//   ui::Input input{};
//   while (!input.close_asked) {
//       window.draw(input, view, [&](ui::Frame& frame) { action = draw_welcome_screen(frame, model); });
//       … act on it; when the model changed, draw again with ui::Input{} …
//       input = window.wait(std::chrono::seconds{1});   // earlier when something moves, is touched, or wake() is
//       called
//   }
#pragma once

#include "shared/ui/frame.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace verandah::ui {

enum class Cover { window, full_screen };
enum class MousePointer { shown, hidden };

struct WindowOptions {
    std::string title = {};
    Size size{1280, 800}; ///< Ignored in full screen, where the display decides.
    Cover cover = Cover::window;
    MousePointer mouse_pointer = MousePointer::shown;
};

/// No display, no OpenGL, no memory for it. what() says what to do.
class WindowFailure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct FrameTimes {
    std::chrono::duration<double, std::milli> first{};   ///< From the constructor's begin to the first frame shown.
    std::chrono::duration<double, std::milli> last{};    ///< Of the latest frame: screen function, drawing, swap.
    std::chrono::duration<double, std::milli> longest{}; ///< Since the second frame.
    std::size_t frames = 0;
    std::vector<std::chrono::duration<double, std::milli>> latest{}; ///< Since the second frame; at most `kept`.

    static constexpr std::size_t kept = 1'024;
    /// Half of the latest frames took no longer; zero before the second frame.
    [[nodiscard]] std::chrono::duration<double, std::milli> middle() const;
};

/// One a process, on the thread that made it. With SDL_VIDEODRIVER=offscreen it needs no display (Mesa's EGL).
class Window {
public:
    explicit Window(const WindowOptions& options); ///< Throws WindowFailure.
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Draws one frame and shows it. view.size and view.seconds are filled in here.
    void draw(const Input& input, View view, const std::function<void(Frame&)>& screen);

    /// Sleeps until the user does something, wake() is called, the frame asked for another, or `at_most` has passed.
    [[nodiscard]] Input wait(std::chrono::milliseconds at_most);

    /// From any thread: wait() returns soon, with Input::woken.
    void wake() noexcept;

    /// Writes the last frame drawn as PNG. Throws std::runtime_error when the file cannot be written.
    void picture(const std::filesystem::path& file);

    /// Deletes every texture, overwrites every text, forgets focus, scroll and caret, and blanks what is on the glass.
    void forget_everything();

    /// The text that somebody copied elsewhere, to be pasted; empty when there is none.
    [[nodiscard]] static std::string copied_text();

    [[nodiscard]] Size size() const;
    [[nodiscard]] Interaction& interaction();
    [[nodiscard]] const FrameTimes& times() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace verandah::ui
