// SPDX-License-Identifier: Apache-2.0
// Slips for partners in a file's entries, as JSON with permanent words.
#pragma once

#include "shared/domain/partner/partner_slips.hpp"
#include "shared/wire/messages/json_reader.hpp"

namespace verandah::wire {

[[nodiscard]] nlohmann::json as_json(const domain::SlipsGiven& slips);

/// Reads its own fields, and leaves finish() to whoever asked.
[[nodiscard]] domain::SlipsGiven read_slips_given(ObjectReader& reader);

} // namespace verandah::wire
