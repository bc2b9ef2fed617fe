// SPDX-License-Identifier: Apache-2.0
// Two people have answered one form: what both have, and where they differ.
#pragma once

#include "shared/domain/care/answers.hpp"

#include <vector>

namespace verandah::console {

struct Merged {
    domain::Answers answers;                ///< Theirs and mine; where both have changed a field, mine.
    std::vector<domain::FieldCode> clashes; ///< Fields that both have changed, each to something else.
};

/// Puts together what came of `base` in two hands. A field that only one of them has changed, or taken away, is as she
/// has it; nothing of either is lost without being named.
[[nodiscard]] Merged merge(const domain::Answers& base, const domain::Answers& mine, const domain::Answers& theirs);

} // namespace verandah::console
