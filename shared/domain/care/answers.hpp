// SPDX-License-Identifier: Apache-2.0
// What was answered on a form, field by field. What the fields are is the form's to say (form.hpp).
#pragma once

#include "shared/domain/care/dotted_code.hpp"
#include "shared/domain/time.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace verandah::domain {

/// A measured number in thousandths of the form's unit, so that 37.2 °C is the same number wherever it is kept.
struct Measured {
    std::int64_t thousandths;
    friend auto operator<=>(const Measured&, const Measured&) = default;
};

/// Choices in the order of the form, each once; a number; words in any script; a day; a point in time.
using AnswerValue = std::variant<std::vector<ChoiceCode>, Measured, std::string, CentreDay, Instant>;
/// A field that was not answered is not there: an empty text and no choice at all are no answers.
using Answers = std::map<FieldCode, AnswerValue>;

} // namespace verandah::domain
