// SPDX-License-Identifier: Apache-2.0
// What happens to a console's flow in a test, and what it asks for then.
#pragma once

#include "clinic/console/flow/console.hpp"
#include "sample.hpp"

#include <optional>
#include <vector>

namespace verandah::test {

inline std::vector<console::Effect> happens(console::Console& console, const console::Happening& happening,
                                            domain::Instant at = sample_now)
{
    return handle(console, happening, at);
}

inline std::vector<console::Effect> wishes(console::Console& console, const console::Wish& wish)
{
    return happens(console, wish);
}

inline std::optional<console::RunErrand> errand_in(const std::vector<console::Effect>& effects, console::Errand errand)
{
    for (const auto& effect : effects) {
        if (const auto* run = std::get_if<console::RunErrand>(&effect); run != nullptr && run->errand == errand) {
            return *run;
        }
    }
    return std::nullopt;
}

/// What was asked of that kind for the lists of work, among the effects.
inline std::optional<console::AskWork> work_asked(const std::vector<console::Effect>& effects,
                                                  console::AskWork::What what)
{
    for (const auto& effect : effects) {
        const auto* work = std::get_if<console::WorkEffect>(&effect);
        const auto* ask = work == nullptr ? nullptr : std::get_if<console::AskWork>(work);
        if (ask != nullptr && ask->what == what) {
            return *ask;
        }
    }
    return std::nullopt;
}

} // namespace verandah::test
