// SPDX-License-Identifier: Apache-2.0
// verandah-clinic-story OUT: plays the clinic's story with the programs beside it and leaves pictures and logs in OUT.
// Exit status 0 when everything held. Called by scripts/demo.
#include "tests/journeys/clinic/clinic_story.hpp"
#include "tests/journeys/play_story.hpp"
#include "tests/journeys/summary.hpp"

int main(int count, char** words)
{
    using namespace verandah::journeys;
    return play_story(count, words, "verandah-clinic-story", [](const Stage& stage) {
        std::filesystem::create_directories(stage.out / "saved");
        ClinicStory story{
            {.programs = stage.programs, .languages = stage.languages, .folder = stage.folder, .out = stage.out}};
        return report(story.play());
    });
}
