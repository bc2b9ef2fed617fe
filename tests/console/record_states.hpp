// SPDX-License-Identifier: Apache-2.0
// Records of nobody, and what a console shows then.
#pragma once

#include "record_hub.hpp"

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

/// A clinician in room 2 with somebody before her, on the page of the record; nothing was asked of the hub yet.
[[nodiscard]] console::Console console_at_a_record(RecordHub& hub);
/// The same, with the card scanned and her consent given.
[[nodiscard]] console::Console console_in_a_record(RecordHub& hub);
/// A card's code that is one.
[[nodiscard]] files::SecretText sample_card();

[[nodiscard]] console::RecordWish choose(std::string_view field, std::string_view choice);

/// Two earlier visits, with a result that nobody has told her.
void give_past(RecordHub& hub);
/// So many visits, one every two weeks, the last two weeks ago: with late syphilis treated to the second dose and a
/// titre, two doses of a vaccine, and slips for partners, of which one came back.
void give_long_past(RecordHub& hub, int visits);
/// Three weekly injections for late syphilis, the first given on that day.
void begin_course(RecordHub& hub, domain::CentreDay day);

/// Every state of the page, for the gallery.
[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_record_state();

} // namespace verandah::test
