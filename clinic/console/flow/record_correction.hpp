// SPDX-License-Identifier: Apache-2.0
// An encounter that was done is looked at, and put right. For flow/record_*.cpp and the words of a record.
#pragma once

#include "clinic/console/flow/record_steps.hpp"
#include "shared/domain/record/corrections.hpp"

namespace verandah::console {

[[nodiscard]] std::vector<Effect> handle_visit(Console& console, const ShowVisit& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_visit(Console& console, const CloseVisit& wish, domain::Instant now);
/// Opens the form of it, in the edition it was written in. Unless something is on its way still: then as soon as that
/// is kept.
[[nodiscard]] std::vector<Effect> handle_visit(Console& console, const CorrectVisit& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_visit(Console& console, const AskWhyCorrected& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_visit(Console& console, const TypeWhyCorrected& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_visit(Console& console, const KeepCorrection& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_visit(Console& console, const LeaveCorrection& wish, domain::Instant now);

/// Whether it is done, so that it is corrected rather than gone on with.
[[nodiscard]] bool can_correct(const Record& record, domain::EncounterId encounter);
/// What she has changed of it so far.
[[nodiscard]] std::vector<domain::Correction::Change> changes_so_far(const Console& console);
/// What the correction still needs before it can be kept.
enum class CorrectionGap { nothing, changes, why };
[[nodiscard]] CorrectionGap gap_of(const Console& console);

/// Begins the one she asked for, once everything else is kept.
void begin_wanted_correction(Record& record);
/// Back to what she was at: it is kept, or left as it was.
void end_correction(Record& record);

} // namespace verandah::console
