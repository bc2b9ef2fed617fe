// SPDX-License-Identifier: Apache-2.0
// The words of a console or a board that is not enrolled.
#pragma once

#include "clinic/console/screens/enrolment_screen.hpp"
#include "shared/ui/language.hpp"
#include "shared/wire/enrolment/enrolling.hpp"

namespace verandah::console {

/// Each refusal says what to do.
[[nodiscard]] EnrolmentModel enrolment_words(const wire::Enrolling& enrolling, const ui::Translator& words);

} // namespace verandah::console
