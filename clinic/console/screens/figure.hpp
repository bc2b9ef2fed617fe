// SPDX-License-Identifier: Apache-2.0
// A number, large, and what it counts.
#pragma once

#include <string>

namespace verandah::console {

struct Figure {
    std::string value;
    std::string caption;
};

} // namespace verandah::console
