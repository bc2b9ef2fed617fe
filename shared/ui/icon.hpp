// SPDX-License-Identifier: Apache-2.0
// Icons by name: the names are those of the Material Icons font and are what centre.toml writes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace verandah::ui {

/// A sign in the icon font. A default one is "no icon".
struct Icon {
    std::string_view name;
    char32_t codepoint = 0;
    bool directional = false; ///< Points along the line of reading, so it mirrors in right-to-left.

    [[nodiscard]] bool shown() const { return codepoint != 0; }
    [[nodiscard]] std::string text() const; ///< The codepoint as UTF-8.
    friend bool operator==(const Icon&, const Icon&) = default;
};

/// The icon called `name`, such as "shower"; nothing when the house has no such icon.
[[nodiscard]] std::optional<Icon> find_icon(std::string_view name);

/// All of them, in the order of their names.
[[nodiscard]] std::span<const Icon> every_icon();

namespace icon {
// clang-format off
inline constexpr Icon accessible{"accessible", 0xE914};
inline constexpr Icon add{"add", 0xE145};
inline constexpr Icon arrow_back{"arrow_back", 0xE5C4, true};
inline constexpr Icon arrow_forward{"arrow_forward", 0xE5C8, true};
inline constexpr Icon assignment{"assignment", 0xE85D};
inline constexpr Icon backspace{"backspace", 0xE14A};
inline constexpr Icon bar_chart{"bar_chart", 0xE26B};
inline constexpr Icon bathtub{"bathtub", 0xEA41};
inline constexpr Icon battery_charging_full{"battery_charging_full", 0xE1A3};
inline constexpr Icon block{"block", 0xE14B};
inline constexpr Icon campaign{"campaign", 0xEF49};
inline constexpr Icon check{"check", 0xE5CA};
inline constexpr Icon check_circle{"check_circle", 0xE86C};
inline constexpr Icon chevron_left{"chevron_left", 0xE5CB, true};
inline constexpr Icon chevron_right{"chevron_right", 0xE5CC, true};
inline constexpr Icon child_care{"child_care", 0xEB41};
inline constexpr Icon close{"close", 0xE5CD};
inline constexpr Icon contrast{"contrast", 0xEB37};
inline constexpr Icon credit_card{"credit_card", 0xE870};
inline constexpr Icon credit_card_off{"credit_card_off", 0xE4F4};
inline constexpr Icon devices{"devices", 0xE1B1};
inline constexpr Icon directions_walk{"directions_walk", 0xE536};
inline constexpr Icon event{"event", 0xE878};
inline constexpr Icon event_repeat{"event_repeat", 0xEB7B};
inline constexpr Icon expand_more{"expand_more", 0xE5CF};
inline constexpr Icon favorite{"favorite", 0xE87D};
inline constexpr Icon filter_list{"filter_list", 0xE152};
inline constexpr Icon forum{"forum", 0xE0BF};
inline constexpr Icon forward_to_inbox{"forward_to_inbox", 0xF187};
inline constexpr Icon gavel{"gavel", 0xE90E};
inline constexpr Icon group{"group", 0xE7EF};
inline constexpr Icon groups{"groups", 0xF233};
inline constexpr Icon healing{"healing", 0xE3F3};
inline constexpr Icon hearing{"hearing", 0xE023};
inline constexpr Icon help{"help", 0xE887};
inline constexpr Icon history{"history", 0xE889};
inline constexpr Icon home{"home", 0xE88A};
inline constexpr Icon hotel{"hotel", 0xE53A};
inline constexpr Icon hourglass_empty{"hourglass_empty", 0xE88B};
inline constexpr Icon info{"info", 0xE88E};
inline constexpr Icon insights{"insights", 0xF092};
inline constexpr Icon inventory{"inventory", 0xE1A1};
inline constexpr Icon key{"key", 0xE73C};
inline constexpr Icon language{"language", 0xE894};
inline constexpr Icon local_cafe{"local_cafe", 0xE541};
inline constexpr Icon local_hospital{"local_hospital", 0xE548};
inline constexpr Icon local_laundry_service{"local_laundry_service", 0xE54A};
inline constexpr Icon lock{"lock", 0xE897};
inline constexpr Icon lock_open{"lock_open", 0xE898};
inline constexpr Icon logout{"logout", 0xE9BA, true};
inline constexpr Icon manage_accounts{"manage_accounts", 0xF02E};
inline constexpr Icon medical_services{"medical_services", 0xF109};
inline constexpr Icon meeting_room{"meeting_room", 0xEB4F};
inline constexpr Icon more_horiz{"more_horiz", 0xE5D3};
inline constexpr Icon notifications_active{"notifications_active", 0xE7F7};
inline constexpr Icon opacity{"opacity", 0xE798};
inline constexpr Icon pause_circle{"pause_circle", 0xE1A2};
inline constexpr Icon person{"person", 0xE7FD};
inline constexpr Icon person_add{"person_add", 0xE7FE};
inline constexpr Icon person_off{"person_off", 0xE510};
inline constexpr Icon phone_charging{"phone_charging", 0xE1A3};
inline constexpr Icon photo_camera{"photo_camera", 0xE412};
inline constexpr Icon print{"print", 0xE8AD};
inline constexpr Icon qr_code{"qr_code", 0xEF6B};
inline constexpr Icon qr_code_scanner{"qr_code_scanner", 0xF206};
inline constexpr Icon replay{"replay", 0xE042};
inline constexpr Icon restaurant{"restaurant", 0xE56C};
inline constexpr Icon schedule{"schedule", 0xE8B5};
inline constexpr Icon save{"save", 0xE161};
inline constexpr Icon school{"school", 0xE80C};
inline constexpr Icon science{"science", 0xEA4B};
inline constexpr Icon search{"search", 0xE8B6};
inline constexpr Icon security{"security", 0xE32A};
inline constexpr Icon sentiment_dissatisfied{"sentiment_dissatisfied", 0xE811};
inline constexpr Icon sentiment_neutral{"sentiment_neutral", 0xE812};
inline constexpr Icon sentiment_satisfied{"sentiment_satisfied", 0xE813};
inline constexpr Icon settings{"settings", 0xE8B8};
inline constexpr Icon shopping_bag{"shopping_bag", 0xF1CC};
inline constexpr Icon shower{"shower", 0xF061};
inline constexpr Icon support_agent{"support_agent", 0xF0E2};
inline constexpr Icon swap_horiz{"swap_horiz", 0xE8D4};
inline constexpr Icon sync{"sync", 0xE627};
inline constexpr Icon text_fields{"text_fields", 0xE262};
inline constexpr Icon timer{"timer", 0xE425};
inline constexpr Icon undo{"undo", 0xE166, true};
inline constexpr Icon vaccines{"vaccines", 0xE138};
inline constexpr Icon verified_user{"verified_user", 0xE8E8};
inline constexpr Icon visibility{"visibility", 0xE8F4};
inline constexpr Icon visibility_off{"visibility_off", 0xE8F5};
inline constexpr Icon volume_off{"volume_off", 0xE04F};
inline constexpr Icon volume_up{"volume_up", 0xE050};
inline constexpr Icon warning{"warning", 0xE002};
inline constexpr Icon waving_hand{"waving_hand", 0xE766};
inline constexpr Icon weekend{"weekend", 0xE16B};
inline constexpr Icon wifi_off{"wifi_off", 0xE648};
// clang-format on
} // namespace icon

} // namespace verandah::ui
