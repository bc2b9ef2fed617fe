// SPDX-License-Identifier: Apache-2.0
// `verandah-clinic enrol`: enrolling without a window.
#pragma once

#include <optional>

namespace verandah::console {

/// The status to end with, when the command line asks for enrolling; nullopt when it does not.
[[nodiscard]] std::optional<int> enrol_when_asked(int count, char** arguments);

} // namespace verandah::console
