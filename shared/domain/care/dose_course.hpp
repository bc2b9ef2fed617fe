// SPDX-License-Identifier: Apache-2.0
// A course of several doses, such as three weekly ones for syphilis: which one is next, and when.
#pragma once

#include "shared/domain/care/fact.hpp"

#include <optional>

namespace verandah::domain {

/// How a course goes; from the regimen and the guideline.
struct DosePlan {
    FactCode dose; ///< The fact of one dose, its value the how-manieth: "syphilis.dose".
    int doses;
    std::chrono::days apart;         ///< From one to the next.
    std::chrono::days longest_apart; ///< Later than this, the course begins anew.
};

struct DoseCourse {
    int given{0}; ///< Of the course that is under way.
    int of{0};
    std::optional<CentreDay> next_due{}; ///< nullopt: none given yet, or all of them.
    enum class State { not_begun, under_way, late, begin_anew, complete };
    State state{State::not_begun};
    friend bool operator==(const DoseCourse&, const DoseCourse&) = default;
};

/// Where the latest course stands on `today`. A first dose after another begins a new course; a dose out of its turn
/// counts for none, because somebody may have written one down twice.
[[nodiscard]] DoseCourse dose_course(const History& history, const DosePlan& plan, CentreDay today);

} // namespace verandah::domain
