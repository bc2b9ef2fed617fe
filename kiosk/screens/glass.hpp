// SPDX-License-Identifier: Apache-2.0
// How large the kiosk's screen really is, and how a visitor sees it.
#pragma once

#include "kiosk/flow/flow.hpp"
#include "shared/ui/frame.hpp"
#include "shared/ui/language.hpp"

namespace verandah::kiosk {

/// The visible part of the screen, in millimetres. Sizes on the kiosk are millimetres, so this has to be true.
struct Glass {
    ui::Size millimetres;

    /// A 27-inch screen on end, or a 24-inch one lying: the smallest at which every size of field.md §13 holds.
    [[nodiscard]] static Glass usual(ui::Size pixels);
};

/// The view of a whole frame. On a glass smaller than the usual all sizes shrink together rather than fall off it:
/// people stand closer to a small screen.
[[nodiscard]] ui::View view_on(const Glass& glass, ui::Size pixels, const Ease& ease, ui::Direction direction);

} // namespace verandah::kiosk
