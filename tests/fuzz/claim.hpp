// SPDX-License-Identifier: Apache-2.0
// What a fuzzer holds to be true of every input.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace verandah::test {

/// Ends the fuzzer with the input that broke it, when `holds` is false; says `what` should have been so.
inline void claim(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", what);
        std::abort();
    }
}

} // namespace verandah::test
