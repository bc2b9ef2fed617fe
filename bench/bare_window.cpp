// SPDX-License-Identifier: Apache-2.0
// SDL, OpenGL and nothing else.
#include "bench/bench_failure.hpp"
#include "bench/measurements.hpp"
#include "bench/share.hpp"

#include <SDL.h>
#include <SDL_opengl.h>
#include <fmt/format.h>

#include <cstdio>
#include <iostream>

namespace verandah::bench {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int frames = 60;

Milliseconds draw(SDL_Window* window)
{
    const auto begun = Clock::now();
    glClear(GL_COLOR_BUFFER_BIT);
    SDL_GL_SwapWindow(window);
    glFinish();
    return Clock::now() - begun;
}

} // namespace

int show_bare_window()
{
    const auto begun = Clock::now();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        throw BenchFailure{SDL_GetError()};
    }
    auto* window = SDL_CreateWindow("empty", 0, 0, 1280, 800, SDL_WINDOW_OPENGL);
    auto* context = window == nullptr ? nullptr : SDL_GL_CreateContext(window);
    if (context == nullptr) {
        throw BenchFailure{SDL_GetError()};
    }
    draw(window);
    const Milliseconds first = Clock::now() - begun;
    std::vector<Milliseconds> times;
    for (int frame = 0; frame < frames; ++frame) {
        times.push_back(draw(window));
    }
    fmt::print("{{\"first_frame_ms\": {:.1f}, \"frame_ms\": {:.3f}}}\n", first.count(),
               within_share(times, 0.5).count());
    std::fflush(stdout);
    std::cin.get(); // whoever started this is done
    SDL_GL_DeleteContext(context);
    SDL_DestroyWindow(window);
    SDL_Quit();
    return 0;
}

} // namespace verandah::bench
