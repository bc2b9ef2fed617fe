// SPDX-License-Identifier: Apache-2.0
// How a measurement ends that cannot go on.
#pragma once

#include <stdexcept>

namespace verandah::bench {

/// what() says why.
class BenchFailure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace verandah::bench
