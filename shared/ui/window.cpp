// SPDX-License-Identifier: Apache-2.0
// ImGui is used for its draw lists and its OpenGL 3 renderer only: no widgets, no settings file, no font of its own to
// see.
#include "shared/ui/window.hpp"

#include "shared/ui/event_reader.hpp"
#include "shared/ui/gl_painter.hpp"

#include <SDL.h>
#include <SDL_opengl.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <png.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace verandah::ui {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// How long a driver that cannot be waited on (offscreen, kmsdrm) is left alone between two looks at its events.
constexpr milliseconds look_again{10};
constexpr float finest_curve = 0.08F; ///< Pixels a round corner may be off.

[[noreturn]] void fail(const std::string& what, const std::string& advice)
{
    throw WindowFailure{what + ": " + SDL_GetError() + ". " + advice};
}

/// SDL itself, for as long as the window.
class SdlVideo {
public:
    SdlVideo()
    {
        SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0"); // fingers are read as fingers
        SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
        SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
        if (SDL_Init(SDL_INIT_VIDEO) != 0) {
            fail("No display",
                 "Start it in a desktop session or under cage, or set SDL_VIDEODRIVER=offscreen to draw without one");
        }
    }
    ~SdlVideo() { SDL_Quit(); }
    SdlVideo(const SdlVideo&) = delete;
    SdlVideo& operator=(const SdlVideo&) = delete;

    /// Whether SDL can sleep until an event comes; otherwise it would look a thousand times a second.
    [[nodiscard]] static bool can_sleep()
    {
        const std::string_view driver = SDL_GetCurrentVideoDriver();
        return driver == "x11" || driver == "wayland";
    }
};

struct DestroyWindow {
    void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};

/// The OpenGL context and ImGui's renderer on it.
class Graphics {
public:
    explicit Graphics(SDL_Window* window) : context_{SDL_GL_CreateContext(window)}
    {
        if (context_ == nullptr) {
            fail("No OpenGL 3.3", "Install Mesa (libgl1-mesa-dri, libegl1); software OpenGL is enough");
        }
        SDL_GL_SetSwapInterval(1);
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetStyle().CircleTessellationMaxError = finest_curve;
        if (!ImGui_ImplOpenGL3_Init("#version 330")) {
            throw WindowFailure{"OpenGL 3.3 did not start. Install Mesa (libgl1-mesa-dri); software OpenGL is enough"};
        }
    }
    ~Graphics()
    {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext();
        SDL_GL_DeleteContext(context_);
    }
    Graphics(const Graphics&) = delete;
    Graphics& operator=(const Graphics&) = delete;

private:
    SDL_GLContext context_;
};

SDL_Window* open(const WindowOptions& options)
{
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    const Uint32 cover = options.cover == Cover::full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
    SDL_Window* window = SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                          static_cast<int>(options.size.width), static_cast<int>(options.size.height),
                                          cover | static_cast<Uint32>(SDL_WINDOW_OPENGL) |
                                              static_cast<Uint32>(SDL_WINDOW_ALLOW_HIGHDPI));
    if (window == nullptr) {
        fail("No window with OpenGL", "Install Mesa (libgl1-mesa-dri, libegl1); software OpenGL is enough");
    }
    SDL_ShowCursor(options.mouse_pointer == MousePointer::shown ? SDL_ENABLE : SDL_DISABLE);
    SDL_StartTextInput();
    return window;
}

Size pixel_size(SDL_Window* window)
{
    int width = 0;
    int height = 0;
    SDL_GL_GetDrawableSize(window, &width, &height);
    return {static_cast<float>(std::max(width, 1)), static_cast<float>(std::max(height, 1))};
}

Size unit_size(SDL_Window* window)
{
    int width = 0;
    int height = 0;
    SDL_GetWindowSize(window, &width, &height);
    return {static_cast<float>(std::max(width, 1)), static_cast<float>(std::max(height, 1))};
}

void clear(Colour ground, Size size)
{
    const auto part = [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; };
    glViewport(0, 0, static_cast<int>(size.width), static_cast<int>(size.height));
    glClearColor(part(ground.red), part(ground.green), part(ground.blue), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

} // namespace

struct Window::Parts {
    Clock::time_point begun = Clock::now();
    SdlVideo video;
    std::unique_ptr<SDL_Window, DestroyWindow> window;
    Graphics graphics;
    GlPainter painter;
    Interaction interaction;
    Uint32 wake_event = SDL_RegisterEvents(1);
    EventReader reader{wake_event};
    std::vector<SDL_Event> waiting;       ///< Behind a change of the pointer, for the next Input.
    std::optional<Clock::time_point> due; ///< When the last frame asked for another.
    Colour ground;
    FrameTimes times;
    std::mutex mutex;
    std::condition_variable woken;
    bool wake_asked = false; ///< Guarded by `mutex`.

    explicit Parts(const WindowOptions& options) : window{open(options)}, graphics{window.get()} {}

    void measure();
    void sleep_until(Clock::time_point end);
    void sleep_and_look(Clock::time_point end);
    void note(Clock::time_point frame_begun);
};

Window::Window(const WindowOptions& options) : parts_{std::make_unique<Parts>(options)}
{
    parts_->measure();
}

Window::~Window() = default;

void Window::Parts::measure()
{
    reader.set_size(pixel_size(window.get()), unit_size(window.get()));
}

void Window::draw(const Input& input, View view, const std::function<void(Frame&)>& screen)
{
    const auto begun = Clock::now();
    view.size = size();
    view.seconds = std::chrono::duration<double>(begun.time_since_epoch()).count();

    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {view.size.width, view.size.height};
    io.DeltaTime = 1.0F / 60;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    parts_->painter.begin(*ImGui::GetBackgroundDrawList());
    std::optional<double> next;
    {
        Frame frame{parts_->painter, parts_->interaction, input, view};
        screen(frame);
        next = frame.next_frame();
    }
    ImGui::Render();
    parts_->ground = parts_->painter.ground().value_or(view.theme->paper);
    clear(parts_->ground, view.size);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    SDL_GL_SwapWindow(parts_->window.get());
    glFinish(); // so that the time noted is the frame's, and the next touch meets an empty queue

    parts_->due = next ? std::optional{begun + std::chrono::duration_cast<Clock::duration>(
                                                   std::chrono::duration<double>(std::max(*next, 1.0 / 60)))}
                       : std::nullopt;
    parts_->note(begun);
}

void Window::Parts::note(Clock::time_point frame_begun)
{
    const auto now = Clock::now();
    times.last = now - frame_begun;
    if (times.frames == 0) {
        times.first = now - begun;
    } else {
        times.longest = std::max(times.longest, times.last);
        if (times.latest.size() < FrameTimes::kept) {
            times.latest.push_back(times.last);
        } else {
            times.latest[times.frames % FrameTimes::kept] = times.last;
        }
    }
    ++times.frames;
}

std::chrono::duration<double, std::milli> FrameTimes::middle() const
{
    if (latest.empty()) {
        return {};
    }
    auto sorted = latest;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::ranges::nth_element(sorted, middle);
    return *middle;
}

Input Window::wait(milliseconds at_most)
{
    Parts& parts = *parts_;
    if (parts.waiting.empty()) {
        const auto end = Clock::now() + at_most;
        parts.sleep_until(parts.due ? std::min(end, *parts.due) : end);
    }
    SDL_Event event{};
    while (SDL_PollEvent(&event) == 1) {
        parts.waiting.push_back(event);
    }
    Input input = parts.reader.begin();
    auto next = parts.waiting.begin();
    while (next != parts.waiting.end() && parts.reader.take(*next++, input) == EventReader::Next::more) {
    }
    parts.waiting.erase(parts.waiting.begin(), next);
    if (input.resized) {
        parts.measure();
    }
    return input;
}

void Window::Parts::sleep_until(Clock::time_point end)
{
    if (!SdlVideo::can_sleep()) {
        sleep_and_look(end);
        return;
    }
    const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
    SDL_WaitEventTimeout(nullptr, static_cast<int>(std::max(left, milliseconds{0}).count()));
}

void Window::Parts::sleep_and_look(Clock::time_point end)
{
    std::unique_lock lock{mutex};
    while (!std::exchange(wake_asked, false)) {
        SDL_PumpEvents();
        if (SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) == SDL_TRUE || Clock::now() >= end) {
            return;
        }
        woken.wait_until(lock, std::min(end, Clock::now() + look_again));
    }
}

void Window::wake() noexcept
{
    SDL_Event event{};
    event.type = parts_->wake_event;
    SDL_PushEvent(&event);
    const std::lock_guard lock{parts_->mutex};
    parts_->wake_asked = true;
    parts_->woken.notify_one();
}

void Window::picture(const std::filesystem::path& file)
{
    const Size pixels = size();
    const auto width = static_cast<std::size_t>(pixels.width);
    const auto height = static_cast<std::size_t>(pixels.height);
    clear(parts_->ground, pixels);
    if (ImDrawData* drawn = ImGui::GetDrawData()) {
        ImGui_ImplOpenGL3_RenderDrawData(drawn); // what a swap leaves behind is not said
    }
    std::vector<std::uint8_t> image(width * height * 3);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, static_cast<int>(width), static_cast<int>(height), GL_RGB, GL_UNSIGNED_BYTE, image.data());
    png_image description{};
    description.version = PNG_IMAGE_VERSION;
    description.width = static_cast<png_uint_32>(width);
    description.height = static_cast<png_uint_32>(height);
    description.format = PNG_FORMAT_RGB;
    const auto upside_down = -static_cast<png_int_32>(width * 3); // OpenGL's first row is the lowest
    if (png_image_write_to_file(&description, file.c_str(), 0, image.data(), upside_down, nullptr) == 0) {
        throw std::runtime_error{"cannot write " + file.string() + ": " + std::string{description.message}};
    }
}

void Window::forget_everything()
{
    parts_->painter.forget_everything();
    parts_->interaction.forget_everything();
    parts_->waiting.clear();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame(); // an empty frame, so that no list names a deleted texture
    ImGui::Render();
    for (int buffer = 0; buffer < 2; ++buffer) {
        clear(parts_->ground, size());
        SDL_GL_SwapWindow(parts_->window.get());
    }
}

std::string Window::copied_text()
{
    const std::unique_ptr<char, void (*)(void*)> text{SDL_GetClipboardText(), SDL_free};
    return text ? text.get() : "";
}

Size Window::size() const
{
    return pixel_size(parts_->window.get());
}

Interaction& Window::interaction()
{
    return parts_->interaction;
}

const FrameTimes& Window::times() const
{
    return parts_->times;
}

} // namespace verandah::ui
