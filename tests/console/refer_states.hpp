// SPDX-License-Identifier: Apache-2.0
// An open record from which somebody is referred, or given slips for partners.
#pragma once

#include "record_states.hpp"

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

/// An open record, with the names of referral services and partners' reasons there.
[[nodiscard]] console::Console console_to_refer(RecordHub& hub);
/// Does it, draws what counterfoils it wants, and lets the hub answer.
void works(console::Console& console, RecordHub& hub, const console::Wish& wish);
/// So many codes, each another.
[[nodiscard]] std::vector<domain::CounterfoilCode> sample_codes(int count);
/// Slips for an ulcer, with no violence feared and everything chosen.
void answer_partner_questions(console::Console& console, RecordHub& hub, std::size_t how_many);

[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_refer_state();

} // namespace verandah::test
