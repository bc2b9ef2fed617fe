// SPDX-License-Identifier: Apache-2.0
// One thing asked for in a visit, and how far it has come.
#pragma once

#include "shared/domain/code.hpp"
#include "shared/domain/time.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace verandah::domain {

/// One thing asked for in a visit.
struct Step {
    enum class Stage { asked, doing, done };
    ServiceCode service;
    Stage stage{Stage::asked};
    /// Its timer still runs: a test result that is not there yet. Cleared when it ran out.
    std::optional<Instant> ready_at;
    friend bool operator==(const Step&, const Step&) = default;
};
inline constexpr std::array every_stage{Step::Stage::asked, Step::Stage::doing, Step::Stage::done};

/// The permanent word for a stage, on the wire and in reports.
[[nodiscard]] std::string_view word(Step::Stage stage);
[[nodiscard]] std::optional<Step::Stage> stage_from(std::string_view word);

} // namespace verandah::domain
