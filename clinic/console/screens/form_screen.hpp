// SPDX-License-Identifier: Apache-2.0
// A form to come in by, or over the pages about one's own secrets; and the words that are told once.
#pragma once

#include "clinic/console/screens/door_models.hpp"
#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

/// Enter goes to the next line, and from the last one sends; Esc goes back where there is a way back.
[[nodiscard]] Answer draw_form(ui::Frame& frame, const FormModel& model);

/// Nothing but the button lets it go: the words are not shown again.
[[nodiscard]] Answer draw_told_words(ui::Frame& frame, const ToldModel& model);

} // namespace verandah::console
