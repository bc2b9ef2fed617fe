// SPDX-License-Identifier: Apache-2.0
// What is wrong with a file, as people read it.
#pragma once

#include "clinic/hub/centre/fault.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace verandah::test {

/// Each fault as a line; none when `read` went well.
template <class Read>
[[nodiscard]] std::vector<std::string> lines_of(const Read& read, std::string_view file = "file.toml")
{
    std::vector<std::string> lines;
    if (!read) {
        for (const auto& fault : read.error()) {
            lines.push_back(fault.text(file));
        }
    }
    return lines;
}

} // namespace verandah::test
