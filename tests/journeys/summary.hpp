// SPDX-License-Identifier: Apache-2.0
// The one page that a morning leaves behind.
#pragma once

#include "tests/journeys/morning.hpp"

namespace verandah::journeys {

void write_summary(const std::filesystem::path& file, const std::map<int, Given>& given,
                   const std::map<int, Seen>& seen, const std::vector<Finding>& findings);

/// Prints each finding on a line; whether all of them hold.
bool report(const std::vector<Finding>& findings);

} // namespace verandah::journeys
