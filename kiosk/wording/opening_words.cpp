// SPDX-License-Identifier: Apache-2.0
// When the centre opens, as people say it.
#include "kiosk/wording/opening_words.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace verandah::kiosk {
namespace {

std::string weekday_name(std::chrono::weekday day, const ui::Translator& words)
{
    const std::array names{words.translate("Sunday"),    words.translate("Monday"),   words.translate("Tuesday"),
                           words.translate("Wednesday"), words.translate("Thursday"), words.translate("Friday"),
                           words.translate("Saturday")};
    return names.at(day.c_encoding());
}

} // namespace

Door door_of(const wire::CentreView* centre)
{
    if (centre == nullptr) {
        return Door::unknown;
    }
    if (!centre->is_open) {
        return Door::closed;
    }
    return centre->day_is_closed ? Door::no_more_numbers : Door::open;
}

std::string opens_again(const Scene& scene)
{
    if (scene.centre == nullptr || !scene.centre->opens_at) {
        return {};
    }
    using std::chrono::days;
    const auto local = *scene.centre->opens_at + scene.centre->utc_offset;
    const auto day = std::chrono::floor<days>(local);
    const auto today = std::chrono::floor<days>(scene.hub_now + scene.centre->utc_offset);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::minutes>(local - day)};
    const std::string time = fmt::format("{}:{:02}", clock.hours().count(), clock.minutes().count());
    if (day <= today) {
        return filled(scene.words.translate("We open again today at {time}."), {{"time", time}});
    }
    if (day == today + days{1}) {
        return filled(scene.words.translate("We open again tomorrow at {time}."), {{"time", time}});
    }
    return filled(scene.words.translate("We open again on {day} at {time}."),
                  {{"day", weekday_name(std::chrono::weekday{day}, scene.words)}, {"time", time}});
}

} // namespace verandah::kiosk
