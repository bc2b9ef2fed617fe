// SPDX-License-Identifier: Apache-2.0
// Tests and treatment in a record. For record_wishes.cpp only. Precondition of all: the form is open.
#pragma once

#include "clinic/console/flow/record_steps.hpp"

namespace verandah::console {

[[nodiscard]] std::vector<Effect> handle_care(Console& console, const ChooseTests& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const ShowTests& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const ChooseSpecimen& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const ReadAssay& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const ChooseResult& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const CloseStrip& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const TellResults& wish, domain::Instant now);

[[nodiscard]] std::vector<Effect> handle_care(Console& console, const PrescribeThis& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const AskOtherwise& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const ChooseOtherwise& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const ChangeOtherwise& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const TypeOwnWords& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const TypeWhy& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const PrescribeOtherwise& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const CloseOtherwise& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const BeginAnew& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const AgreeChannel& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const GiveDose& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_care(Console& console, const LeaveDose& wish, domain::Instant now);

} // namespace verandah::console
