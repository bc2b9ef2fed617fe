// SPDX-License-Identifier: Apache-2.0
// The clinic's story at its screens, as scripts/demo plays it. Its pictures are left in out/clinic.
#include "tests/journeys/clinic/clinic_story.hpp"

#include <gmock/gmock.h>
#include <stdlib.h> // setenv is not in <cstdlib>

#include <csignal>

namespace verandah::journeys {
namespace {

TEST(ClinicStory, HoldsFromSymptomsToTheSecondDose)
{
#ifdef VERANDAH_SANITIZED
    GTEST_SKIP() << "a sanitizer and libfaketime both want to be loaded first";
#endif
    std::signal(SIGPIPE, SIG_IGN); // a program that ended is told of by its name
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    const std::filesystem::path out{VERANDAH_SOURCE_DIR "/out/clinic"};
    std::filesystem::remove_all(out);
    std::filesystem::create_directories(out / "logs");
    std::filesystem::create_directories(out / "saved");
    const std::filesystem::path programs{VERANDAH_BIN_DIR};
    const test::TemporaryFolder folder;
    ClinicStory story{
        {.programs = programs, .languages = programs.parent_path() / "languages", .folder = folder.path(), .out = out}};

    for (const auto& finding : story.play()) {
        EXPECT_THAT(finding.broken, testing::IsEmpty()) << finding.rule;
    }
}

} // namespace
} // namespace verandah::journeys
