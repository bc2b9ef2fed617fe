// SPDX-License-Identifier: Apache-2.0
// The table of icons by name, and codepoints as UTF-8.
#include "shared/ui/icon.hpp"

#include <algorithm>
#include <array>

namespace verandah::ui {
namespace {

// In the order of their names: find_icon() searches by halves.
constexpr std::array icons{
    icon::accessible,
    icon::add,
    icon::arrow_back,
    icon::arrow_forward,
    icon::assignment,
    icon::backspace,
    icon::bar_chart,
    icon::bathtub,
    icon::battery_charging_full,
    icon::block,
    icon::campaign,
    icon::check,
    icon::check_circle,
    icon::chevron_left,
    icon::chevron_right,
    icon::child_care,
    icon::close,
    icon::contrast,
    icon::credit_card,
    icon::credit_card_off,
    icon::devices,
    icon::directions_walk,
    icon::event,
    icon::event_repeat,
    icon::expand_more,
    icon::favorite,
    icon::filter_list,
    icon::forum,
    icon::forward_to_inbox,
    icon::gavel,
    icon::group,
    icon::groups,
    icon::healing,
    icon::hearing,
    icon::help,
    icon::history,
    icon::home,
    icon::hotel,
    icon::hourglass_empty,
    icon::info,
    icon::insights,
    icon::inventory,
    icon::key,
    icon::language,
    icon::local_cafe,
    icon::local_hospital,
    icon::local_laundry_service,
    icon::lock,
    icon::lock_open,
    icon::logout,
    icon::manage_accounts,
    icon::medical_services,
    icon::meeting_room,
    icon::more_horiz,
    icon::notifications_active,
    icon::opacity,
    icon::pause_circle,
    icon::person,
    icon::person_add,
    icon::person_off,
    icon::phone_charging,
    icon::photo_camera,
    icon::print,
    icon::qr_code,
    icon::qr_code_scanner,
    icon::replay,
    icon::restaurant,
    icon::save,
    icon::schedule,
    icon::school,
    icon::science,
    icon::search,
    icon::security,
    icon::sentiment_dissatisfied,
    icon::sentiment_neutral,
    icon::sentiment_satisfied,
    icon::settings,
    icon::shopping_bag,
    icon::shower,
    icon::support_agent,
    icon::swap_horiz,
    icon::sync,
    icon::text_fields,
    icon::timer,
    icon::undo,
    icon::vaccines,
    icon::verified_user,
    icon::visibility,
    icon::visibility_off,
    icon::volume_off,
    icon::volume_up,
    icon::warning,
    icon::waving_hand,
    icon::weekend,
    icon::wifi_off,
};
static_assert(std::ranges::is_sorted(icons, {}, &Icon::name));

char byte(char32_t bits)
{
    return static_cast<char>(static_cast<unsigned char>(bits));
}

} // namespace

std::string Icon::text() const
{
    // Every icon is in the private use area, U+E000 to U+F8FF: three bytes.
    return {byte(0xE0U | codepoint >> 12U), byte(0x80U | (codepoint >> 6U & 0x3FU)), byte(0x80U | (codepoint & 0x3FU))};
}

std::optional<Icon> find_icon(std::string_view name)
{
    const auto found = std::ranges::lower_bound(icons, name, {}, &Icon::name);
    if (found == icons.end() || found->name != name) {
        return std::nullopt;
    }
    return *found;
}

std::span<const Icon> every_icon()
{
    return icons;
}

} // namespace verandah::ui
