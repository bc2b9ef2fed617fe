// SPDX-License-Identifier: Apache-2.0
// One thing made wrong in a file that is right, and the whole line that people then read.
#pragma once

#include "tests/centre/fault_lines.hpp"

#include <gmock/gmock.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace verandah::test {

/// In a file that is right, `from` is replaced by `to`, and `line` is the whole answer.
struct Slip {
    std::string name; ///< The end of the sentence "… refuses …".
    std::string from;
    std::string to;
    std::string line;
};

[[nodiscard]] inline std::string name_of(const testing::TestParamInfo<Slip>& info)
{
    return info.param.name;
}

[[nodiscard]] inline std::string with(std::string_view text, std::string_view from, std::string_view to)
{
    std::string changed{text};
    const auto at = changed.find(from);
    if (at == std::string::npos) {
        throw std::logic_error{"the text to be made wrong is not there"};
    }
    return changed.replace(at, from.size(), to);
}

} // namespace verandah::test
