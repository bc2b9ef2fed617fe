// SPDX-License-Identifier: Apache-2.0
// Whether an Input is worth restarting the idle time for.
#include "shared/ui/input.hpp"

namespace verandah::ui {

bool Input::something_happened() const
{
    const bool pointing = pointer.phase == Pointer::Phase::pressed || pointer.phase == Pointer::Phase::released ||
                          pointer.phase == Pointer::Phase::held;
    return pointing || wheel != 0 || !keys.empty() || !text.empty() || close_asked || resized || woken;
}

} // namespace verandah::ui
