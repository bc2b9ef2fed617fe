// SPDX-License-Identifier: Apache-2.0
// What verandah-hub shows once, to be written down: words and codes.
#pragma once

#include <string>

namespace verandah::test {

/// What stands alone and four columns in after `begin`.
inline std::string shown_after(const std::string& said, const std::string& begin)
{
    const auto line = said.find("\n    ", said.find(begin)) + 5;
    return said.substr(line, said.find_first_of("\r\n", line) - line);
}

inline std::string words_in(const std::string& said)
{
    return shown_after(said, "These words open the hub");
}

inline std::string code_in(const std::string& said)
{
    return shown_after(said, "This recovery code opens the hub");
}

} // namespace verandah::test
