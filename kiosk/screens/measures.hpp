// SPDX-License-Identifier: Apache-2.0
// The kiosk's sizes, in millimetres on the glass: field.md §13 gives the least, the pictures in look.md the taste.
#pragma once

namespace verandah::kiosk::measures {

// Capital heights.
inline constexpr float body = 7.3F; ///< Nothing is smaller.
inline constexpr float call = 7.8F;
inline constexpr float note = 7.8F;
inline constexpr float action = 9.4F;
inline constexpr float tile_portrait = 9.8F;
inline constexpr float tile_landscape = 9.2F;
inline constexpr float choice_portrait = 12.5F;
inline constexpr float choice_landscape = 10.5F;
inline constexpr float title = 13.5F;
inline constexpr float greeting_portrait = 19.0F;
inline constexpr float greeting_landscape = 16.0F;
inline constexpr float welcome_portrait = 26.0F;
inline constexpr float welcome_landscape = 22.0F;
inline constexpr float number_portrait = 88.0F;
inline constexpr float number_alone = 106.0F; ///< Portrait, with no card below it.
inline constexpr float number_landscape = 74.0F;

// Boxes.
inline constexpr float margin = 13.0F;
inline constexpr float gap = 7.0F;
inline constexpr float pill_height = 29.0F;
inline constexpr float call_height = 38.0F;
inline constexpr float panel_radius = 11.0F;
inline constexpr float control_radius = 9.5F;

} // namespace verandah::kiosk::measures
