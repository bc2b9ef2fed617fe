// SPDX-License-Identifier: Apache-2.0
// What an entry adds to the totals, sealed apart from the file it stands in.
#pragma once

#include "shared/domain/record/care_event.hpp"
#include "shared/domain/record/counted.hpp"
#include "shared/vault/clinic_key.hpp"

namespace verandah::hub {

/// What counts, under names that change with every month, and nothing of the file:
///   {"who":"…","period":"2026-03","thing":"…","age":"age.25_29","group":"group.woman","facts":[…]}
/// Of the records with one `who` and one `thing`, the last one holds; without facts it takes back what counted before.
/// `age` and `group` are as far as they were given; of one `who` those of its last record hold for all of its facts.
[[nodiscard]] domain::FactsCounted seal_counted(domain::FileId file, const domain::Counted& counted, domain::Instant at,
                                                const vault::ClinicKey& clinic);

} // namespace verandah::hub
