// SPDX-License-Identifier: Apache-2.0
// How an encounter was corrected after it was done: what was there before, who changed it, when and why.
#pragma once

#include "shared/domain/record/file.hpp"

#include <optional>
#include <vector>

namespace verandah::domain {

struct Correction {
    struct Change {
        FieldCode field;
        std::optional<AnswerValue> before; ///< nullopt: it was not answered.
        std::optional<AnswerValue> after;
        friend bool operator==(const Change&, const Change&) = default;
    };
    AccountCode by;
    Instant at;
    std::string why;
    std::vector<Change> changes; ///< By field.
    friend bool operator==(const Correction&, const Correction&) = default;
};

/// The fields that differ, by their code.
[[nodiscard]] std::vector<Correction::Change> changes_between(const Answers& before, const Answers& after);

/// Oldest first; none while it is a draft, was never changed since, or is not there. One that only says why and changes
/// nothing is a correction, too.
[[nodiscard]] std::vector<Correction> corrections_of(const File& file, EncounterId encounter);

} // namespace verandah::domain
