// SPDX-License-Identifier: Apache-2.0
// verandah-clinic-story OUT: plays the clinic's story with the programs beside it and leaves pictures and logs in OUT.
// Exit status 0 when everything held. Called by scripts/demo.
#include "tests/journeys/clinic/clinic_story.hpp"
#include "tests/journeys/summary.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <stdlib.h> // setenv is not in <cstdlib>

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace verandah::journeys;
namespace fs = std::filesystem;

int play(const fs::path& out)
{
    const auto programs = fs::read_symlink("/proc/self/exe").parent_path();
    fs::create_directories(out / "logs");
    fs::create_directories(out / "saved");
    const verandah::test::TemporaryFolder folder;
    ClinicStory story{
        {.programs = programs, .languages = programs.parent_path() / "languages", .folder = folder.path(), .out = out}};
    return report(story.play()) ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) {
        std::fputs("usage: verandah-clinic-story OUT\n", stderr);
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN); // a program that ended is told of by its name
    setenv("SDL_VIDEODRIVER", "offscreen", 0);
    setenv("SDL_AUDIODRIVER", "dummy", 0);
    try {
        return play(fs::absolute(words[1]));
    } catch (const std::exception& broke) {
        fmt::print(stderr, "verandah-clinic-story: {}\n", broke.what());
        return EXIT_FAILURE;
    }
}
