// SPDX-License-Identifier: Apache-2.0
// verandah-morning OUT: plays a morning with the programs beside it and leaves pictures, logs and a summary in OUT.
// Exit status 0 when everything held. Called by scripts/demo.
#include "tests/journeys/morning.hpp"
#include "tests/journeys/play_story.hpp"
#include "tests/journeys/summary.hpp"

int main(int count, char** words)
{
    using namespace verandah::journeys;
    return play_story(count, words, "verandah-morning", [](const Stage& stage) {
        Morning morning{
            {.programs = stage.programs, .languages = stage.languages, .folder = stage.folder, .out = stage.out}};
        morning.open();
        morning.rush();
        const auto given = morning.given();
        const auto findings = morning.look_back();
        write_summary(stage.out / "summary.md", given, morning.onlooker().seen(), findings);
        return report(findings);
    });
}
