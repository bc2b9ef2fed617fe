// SPDX-License-Identifier: Apache-2.0
// From the words on the command line to the exit status.
#include "tests/journeys/play_story.hpp"

#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <stdlib.h> // setenv is not in <cstdlib>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>

namespace verandah::journeys {

int play_story(int count, char** words, const std::string& name, const std::function<bool(const Stage&)>& play)
{
    if (count != 2) {
        fmt::print(stderr, "usage: {} OUT\n", name);
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN); // a program that ended is told of by its name
    setenv("SDL_VIDEODRIVER", "offscreen", 0);
    setenv("SDL_AUDIODRIVER", "dummy", 0);
    try {
        const auto out = std::filesystem::absolute(words[1]);
        const auto programs = std::filesystem::read_symlink("/proc/self/exe").parent_path();
        std::filesystem::create_directories(out / "logs");
        const test::TemporaryFolder folder;
        const bool held = play({.programs = programs,
                                .languages = programs.parent_path() / "languages",
                                .folder = folder.path(),
                                .out = out});
        return held ? EXIT_SUCCESS : EXIT_FAILURE;
    } catch (const std::exception& broke) {
        fmt::print(stderr, "{}: {}\n", name, broke.what());
        return EXIT_FAILURE;
    }
}

} // namespace verandah::journeys
