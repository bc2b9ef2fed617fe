// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/gallery.hpp"

#include "tests/support/program.hpp"
#include "tests/support/shift.hpp"

#include <array>
#include <string>

namespace verandah::journeys {

namespace {

constexpr std::array languages{"en", "hi", "ar"};

/// A screen of the console, and the keys that lead to it and back.
struct Screen {
    const char* name;
    const char* open;
    const char* close;
};
constexpr std::array console_screens{
    Screen{"add-person", "N", "Escape"},
    Screen{"room", "O", "Escape"},
    Screen{"view", "V", "Escape"},
    Screen{"today", "2", "1"},
};

void picture(test::Program& program, const std::filesystem::path& file)
{
    program.play("pause 0.4"); // whatever moves has come to rest
    program.play("picture " + file.string());
}

void quit(test::Program& program)
{
    program.play("quit");
    program.wait(std::chrono::seconds{10});
}

void picture_console(const GalleryPlaces& places, const std::filesystem::path& device, const std::string& language)
{
    test::Program console{places.programs / "verandah-clinic",
                          {"--device", device.string(), "--station", "room-2", "--language", language, "--size",
                           "1366x768", "--silent", "--play", "-"},
                          places.out / "logs" / "console-3.log",
                          test::Program::Output::heard};
    console.play("pause 1"); // whoever is signed in there is asked for her PIN, in a language that no script reads
    console.play("type " + std::string{test::shift_pin});
    console.play("pause 1.5"); // the line has come
    const auto file = [&](const std::string& screen) {
        return places.out / ("console-" + screen + "-" + language + ".png");
    };
    picture(console, file("line"));
    for (const auto& screen : console_screens) {
        console.play(std::string{"key "} + screen.open);
        picture(console, file(screen.name));
        console.play(std::string{"key "} + screen.close);
    }
    quit(console);
}

void picture_board(const GalleryPlaces& places, const std::filesystem::path& device, const std::string& language)
{
    test::Program board{places.programs / "verandah-clinic",
                        {"--board", "--device", device.string(), "--language", language, "--size", "1920x1080",
                         "--silent", "--play", "-"},
                        places.out / "logs" / "board-2.log",
                        test::Program::Output::heard};
    board.play("pause 1.5");
    picture(board, places.out / ("board-" + language + ".png"));
    quit(board);
}

} // namespace

void take_pictures(const GalleryPlaces& places, const GalleryDevices& devices)
{
    for (const std::string language : languages) {
        picture_console(places, devices.console, language);
        picture_board(places, devices.board, language);
    }
}

} // namespace verandah::journeys
