// SPDX-License-Identifier: Apache-2.0
// What can wait for everybody else.
#pragma once

#include <functional>

namespace verandah::hub {

/// Does `work` to its end on a thread that has a processor only while nobody else wants one, and throws what it throws.
/// A long look back through the journal would otherwise make everybody in line wait a little with every step.
/// What it leaves on its stack is overwritten.
void do_when_idle(const std::function<void()>& work);

} // namespace verandah::hub
