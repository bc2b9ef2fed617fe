// SPDX-License-Identifier: Apache-2.0
// The page of devices, and the code that a new one is shown.
#pragma once

#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

[[nodiscard]] Answer draw_devices_screen(ui::Frame& frame, const ui::Rect& area, const DevicesModel& model,
                                         const std::optional<AlertModel>& alert);
/// Over the page, as large as it can be: it is photographed by a kiosk's camera from an arm's length away.
[[nodiscard]] Answer draw_offer(ui::Frame& frame, const OfferModel& model);

} // namespace verandah::console
