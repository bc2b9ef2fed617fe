// SPDX-License-Identifier: Apache-2.0
// The permanent words of what is written in a file.
#include "shared/domain/record/file_event.hpp"

#include "shared/domain/permanent_word.hpp"

#include <array>
#include <utility>

namespace verandah::domain {

std::string_view word(ConsentSaid::Answer answer)
{
    switch (answer) {
    case ConsentSaid::Answer::yes: return "yes";
    case ConsentSaid::Answer::only_today: return "only_today";
    case ConsentSaid::Answer::withdrawn: return "withdrawn";
    }
    std::unreachable();
}

std::optional<ConsentSaid::Answer> consent_from(std::string_view text)
{
    using enum ConsentSaid::Answer;
    return with_word(std::array{yes, only_today, withdrawn}, text);
}

std::string_view word(EncounterSaved::State state)
{
    switch (state) {
    case EncounterSaved::State::draft: return "draft";
    case EncounterSaved::State::done: return "done";
    }
    std::unreachable();
}

std::optional<EncounterSaved::State> encounter_state_from(std::string_view text)
{
    using enum EncounterSaved::State;
    return with_word(std::array{draft, done}, text);
}

} // namespace verandah::domain
