// SPDX-License-Identifier: Apache-2.0
// The words that centre.toml may choose from.
#pragma once

#include <array>
#include <string>

namespace verandah::hub {

/// The icons that suit a service: those of shared/ui/icon.hpp which are neither an arrow, a key nor a warning. The hub
/// draws nothing and so cannot ask that header; a test holds the two lists together.
inline const std::array<std::string, 42> service_icons{"accessible",
                                                       "assignment",
                                                       "bathtub",
                                                       "battery_charging_full",
                                                       "campaign",
                                                       "child_care",
                                                       "directions_walk",
                                                       "event",
                                                       "event_repeat",
                                                       "favorite",
                                                       "forum",
                                                       "gavel",
                                                       "group",
                                                       "groups",
                                                       "healing",
                                                       "hearing",
                                                       "help",
                                                       "home",
                                                       "hotel",
                                                       "info",
                                                       "inventory",
                                                       "language",
                                                       "local_cafe",
                                                       "local_hospital",
                                                       "local_laundry_service",
                                                       "lock",
                                                       "medical_services",
                                                       "meeting_room",
                                                       "person",
                                                       "person_add",
                                                       "phone_charging",
                                                       "restaurant",
                                                       "schedule",
                                                       "school",
                                                       "science",
                                                       "shopping_bag",
                                                       "shower",
                                                       "support_agent",
                                                       "vaccines",
                                                       "waving_hand",
                                                       "weekend",
                                                       "qr_code"};

/// One per kind of service, each a colour of shared/ui/theme.hpp.
inline const std::array<std::string, 6> service_colours{"teal", "sky", "plum", "sun", "leaf", "clay"};

/// In the order of std::chrono::weekday::c_encoding().
inline const std::array<std::string, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                 "thursday", "friday", "saturday"};

} // namespace verandah::hub
