// SPDX-License-Identifier: Apache-2.0
// The words of a kiosk that is not enrolled.
#pragma once

#include "kiosk/screens/enrolment_screen.hpp"
#include "shared/ui/language.hpp"
#include "shared/wire/enrolment/enrolling.hpp"

namespace verandah::kiosk {

/// Each refusal says what to do. Without the languages.
[[nodiscard]] EnrolmentModel enrolment_words(const wire::Enrolling& enrolling, const ui::Translator& words);

} // namespace verandah::kiosk
