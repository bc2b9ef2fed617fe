// SPDX-License-Identifier: Apache-2.0
// How a story ends that cannot go on.
#pragma once

#include <stdexcept>

namespace verandah::journeys {

/// what() says where it broke.
class StoryBroke : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace verandah::journeys
