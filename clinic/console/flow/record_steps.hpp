// SPDX-License-Identifier: Apache-2.0
// What happens to a record. For flow/*.cpp.
#pragma once

#include "clinic/console/flow/console.hpp"
#include "shared/domain/care/check_answers.hpp"

#include <vector>

namespace verandah::console {

[[nodiscard]] std::vector<Effect> handle_record(Console& console, const RecordHappening& happening,
                                                domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_record_wish(Console& console, const RecordWish& wish, domain::Instant now);
/// Keeps what was answered, once she has stopped for a moment; lets notices go.
[[nodiscard]] std::vector<Effect> record_time_passed(Console& console, domain::Instant now);
/// Sends what was answered and not kept yet, at once.
[[nodiscard]] std::vector<Effect> keep_record_now(Console& console);
/// Her page is shown: what there is to know is asked for, and the record of whoever is here begun.
[[nodiscard]] std::vector<Effect> begin_record(Console& console);
/// The hub is back: what waited is sent.
[[nodiscard]] std::vector<Effect> record_link_is_back(Console& console, domain::Instant now);

// Used by both record_steps.cpp and record_wishes.cpp.

/// The next thing to write, when nothing is under way: what was done first, then the answers.
[[nodiscard]] std::vector<Effect> write_on(Console& console, domain::Instant now);
/// Puts it behind what waits to be written.
[[nodiscard]] std::vector<Effect> write(Console& console, domain::FileEvent event, domain::Instant now);
void add_to(std::vector<Effect>& effects, std::vector<Effect> more); ///< Puts `more` behind.
void tell(Record& record, RecordNotice notice, domain::Instant now);
/// Marks what is missing, and goes to the first of it.
void show_what_is_wrong(Console& console, const domain::Finding& first);
/// Numbers that nothing in the file and nothing that waits has.
[[nodiscard]] domain::TestId next_test(const Record& record);
[[nodiscard]] domain::PrescriptionId next_prescription(const Record& record);
[[nodiscard]] domain::ReferralId next_referral(const Record& record);

} // namespace verandah::console
