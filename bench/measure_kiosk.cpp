// SPDX-License-Identifier: Apache-2.0
// A visitor at the real kiosk, off screen; beside it a window that shows nothing.
#include "bench/measurements.hpp"
#include "bench/process_figures.hpp"
#include "bench/share.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <thread>

namespace verandah::bench {

namespace {

using nlohmann::json;
using enum Goal::Bound;

constexpr std::chrono::seconds rest{10};
constexpr double frames_a_second = 60; // of a kiosk that would draw whether or not anything changed

/// A visitor who looks around and takes a number without a card.
constexpr std::array visit{"press \"I have no card\"", "press \"See a nurse\"",      "press \"Get my number\"",
                           "press \"No, thank you\"",  "wait \"Your number\" 20",    "press \"Done\"",
                           "wait \"Thank you\"",       "wait \"I have no card\" 30", "press \"I have no card\"",
                           "press \"A quick test\"",   "press \"Get my number\"",    "press \"Yes, show me a card\"",
                           "wait \"Your number\" 20",  "press \"Hide now\"",         "wait \"I have no card\" 30"};

/// The share of one core that a program uses which nobody touches.
double processor_percent_at_rest(const test::Program& program)
{
    std::this_thread::sleep_for(std::chrono::seconds{2}); // whatever was begun comes to its end
    const auto before = processor_time(program.id());
    const auto begun = std::chrono::steady_clock::now();
    std::this_thread::sleep_for(rest);
    const std::chrono::duration<double> used = processor_time(program.id()) - before;
    return 100 * used / std::chrono::duration<double>{std::chrono::steady_clock::now() - begun};
}

struct Measured {
    json statistics; ///< What the program printed about itself.
    double megabytes;
    double rest_percent;
};

Measured of_kiosk(const Places& places)
{
    Centre centre{places, "kiosk-centre", Size::usual};
    const RunningHub hub{centre};
    const auto device = centre.let_in("kiosk", "kiosk-1", fmt::format("127.0.0.1:{}", hub.port()));
    test::Program kiosk{places.programs / "verandah-kiosk",
                        {"--device", device.string(), "--size", "1280x800", "--stats", "--play", "-"},
                        centre.log(),
                        test::Program::Output::heard};
    kiosk.play("wait \"I have no card\" 30");
    for (const auto* command : visit) {
        kiosk.play(command);
    }
    const double percent = processor_percent_at_rest(kiosk);
    const double megabytes = resident_megabytes(kiosk.id());
    kiosk.play("quit");
    return {json::parse(kiosk.hear_line()), megabytes, percent};
}

Measured of_bare_window()
{
    test::Program window{"/proc/self/exe", {"--bare-window"}, "/dev/null", test::Program::Output::heard};
    auto statistics = json::parse(window.hear_line());
    return {std::move(statistics), resident_megabytes(window.id()), 0};
}

} // namespace

Figures measure_kiosk(const Places& places)
{
    const auto kiosk = of_kiosk(places);
    const auto bare = of_bare_window();
    const auto number = [](const Measured& measured, const char* name) {
        return measured.statistics.at(name).get<double>();
    };
    const double frame_ms = number(kiosk, "middle_frame_ms");
    return {
        {"kiosk_first_frame_ms",
         number(kiosk, "first_frame_ms"),
         "ms",
         {number(bare, "first_frame_ms"), "an empty window of the same size"},
         Goal{at_most, 700}},
        {"kiosk_frame_ms", frame_ms, "ms", {number(bare, "frame_ms"), "clearing an empty window"}, Goal{at_most, 16}},
        {"kiosk_longest_frame_ms",
         number(kiosk, "longest_frame_ms"),
         "ms",
         {number(bare, "frame_ms"), "clearing an empty window"}},
        {"kiosk_rest_cpu_percent",
         kiosk.rest_percent,
         "% of a core",
         {frame_ms * frames_a_second / 10, "the same frame drawn 60 times a second (computed)"},
         Goal{at_most, 1}},
        {"kiosk_mb", kiosk.megabytes, "MB", {bare.megabytes, "an empty window of the same size"}, Goal{at_most, 200}}};
}

} // namespace verandah::bench
