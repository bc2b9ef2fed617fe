// SPDX-License-Identifier: Apache-2.0
// Somebody at the kiosk in a test, who does one thing a second.
#pragma once

#include "sample.hpp"

#include <vector>

namespace verandah::kiosk::test {

struct Visitor {
    Flow flow{};
    Ticks at = now;
    int number = 1;

    /// What is asked of the world because of it.
    std::vector<Effect> does(const Event& event)
    {
        at += 1s;
        return handle(flow, event, turn(at, number++));
    }
};

} // namespace verandah::kiosk::test
