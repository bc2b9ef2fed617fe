// SPDX-License-Identifier: Apache-2.0
// The words that stand on every screen.
#include "kiosk/wording/page_words.hpp"

namespace verandah::kiosk {
namespace {

CallButton::Standing standing_of(const std::optional<Call>& call, Ticks now)
{
    if (!call) {
        return CallButton::Standing::ready;
    }
    if (call->answer == Call::Answer::coming) {
        return CallButton::Standing::coming;
    }
    const bool long_ago = now - call->since >= timing::call_unanswered;
    return long_ago ? CallButton::Standing::unanswered : CallButton::Standing::calling;
}

CallButton call_words(const std::optional<Call>& call, std::string ready, const Scene& scene)
{
    const CallButton::Standing standing = standing_of(call, scene.now);
    switch (standing) {
    case CallButton::Standing::ready: return {std::move(ready), standing};
    case CallButton::Standing::calling: return {scene.words.translate("Calling…"), standing};
    case CallButton::Standing::coming: return {scene.words.translate("Someone is coming"), standing};
    case CallButton::Standing::unanswered: return {scene.words.translate("Please go to the desk"), standing};
    }
    return {std::move(ready), standing};
}

} // namespace

PageModel page_words(const Scene& scene, WayBack way_back)
{
    const auto& words = scene.words;
    PageModel page;
    if (scene.sound == Sound::ready) {
        page.listen = words.translate("Listen");
    }
    page.ease = words.translate("Easier to use");
    page.hide = words.translate("Hide now");
    if (way_back == WayBack::offered) {
        page.back = words.translate("Back");
    }
    page.person = call_words(scene.flow.person, words.translate("Talk to a person"), scene);
    page.help = call_words(scene.flow.help, words.translate("I need help now"), scene);
    if (scene.link == Link::down) {
        page.reconnecting = words.translate("Reconnecting…");
    }
    page.reach = scene.flow.ease.low_reach ? Reach::low : Reach::usual;
    return page;
}

} // namespace verandah::kiosk
