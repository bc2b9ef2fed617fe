// SPDX-License-Identifier: Apache-2.0
// What an entry adds to the totals, sealed apart from the file it stands in.
#pragma once

#include "shared/domain/record/care_event.hpp"
#include "shared/domain/record/file_event.hpp"
#include "shared/vault/clinic_key.hpp"

namespace verandah::hub {

/// The facts of `entry` under a name that changes with every month, and nothing of the file: {"who":"…","period":
/// "2026-03","encounter":…,"facts":[…]}. Facts of an encounter saved again replace those counted for it before.
[[nodiscard]] domain::FactsCounted count_facts(domain::FileId file, const domain::FileEntry& entry,
                                               const vault::ClinicKey& clinic);

} // namespace verandah::hub
