// SPDX-License-Identifier: Apache-2.0
// What playing a fault came to: counted, and left where scripts/faults finds it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace verandah::test {

/// One row of the table of scripts/faults.
struct Tally {
    std::string fault;           ///< In words: "power cut".
    std::size_t times{0};        ///< How often it was played.
    std::size_t acknowledged{0}; ///< Writes that somebody was told are done.
    std::size_t lost{0};         ///< Of those, how many are not there afterwards.
    std::size_t doubled{0};      ///< How many happened twice.
    std::size_t exposed{0};      ///< Secrets found in the clear, and strangers answered.
};

/// Leaves `tally` as one line of JSON in out/faults/NAME.json, in place of an earlier one.
void leave(const Tally& tally, std::string_view name);

/// How often to play a fault: what the environment variable says where it is set, `usually` where not.
[[nodiscard]] std::size_t times_to_play(const char* variable, std::size_t usually);

} // namespace verandah::test
