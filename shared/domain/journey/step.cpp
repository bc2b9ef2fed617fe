// SPDX-License-Identifier: Apache-2.0
// A step's permanent words.
#include "shared/domain/journey/step.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

// Permanent: these words are on the wire and in exports. Never change one; add.
std::string_view word(Step::Stage stage)
{
    switch (stage) {
    case Step::Stage::asked: return "asked";
    case Step::Stage::doing: return "doing";
    case Step::Stage::done: return "done";
    }
    std::unreachable();
}

std::optional<Step::Stage> stage_from(std::string_view text)
{
    const auto found = std::ranges::find(every_stage, text, [](Step::Stage stage) { return word(stage); });
    return found == every_stage.end() ? std::nullopt : std::optional{*found};
}

} // namespace verandah::domain
