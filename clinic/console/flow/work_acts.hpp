// SPDX-License-Identifier: Apache-2.0
// What work_*.cpp do for each other.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <optional>
#include <vector>

namespace verandah::console {

/// Opens the file to write in it; nothing while something else is being written or the hub is away.
[[nodiscard]] std::vector<Effect> begin_writing(Console& console, FileWork writing);
/// The same, or by the open record when it is hers.
[[nodiscard]] std::vector<Effect> write_in(Console& console, domain::FileId file, domain::FileEvent event,
                                           domain::Instant now);
/// Tells the clinic what came of looking for somebody; nothing while that is on its way or the hub is away.
[[nodiscard]] std::vector<Effect> tell(Console& console, domain::TracingId tracing,
                                       const wire::TellTracingRequest& told);
/// What the rules are called, when nobody has asked yet.
[[nodiscard]] std::vector<Effect> ask_for_rules(Work& work);
/// What was chosen, typed or confirmed on the sheet that is shown. work_answers.cpp
[[nodiscard]] std::optional<std::vector<Effect>> answer_work_sheet(Console& console, const Wish& wish,
                                                                   domain::Instant now);
/// The next page of the list that is shown, when there is one and it is not asked for yet.
[[nodiscard]] std::vector<Effect> read_on(Console& console);

} // namespace verandah::console
