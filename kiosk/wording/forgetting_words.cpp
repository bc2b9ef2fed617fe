// SPDX-License-Identifier: Apache-2.0
// Forget me: what it means, the card, and where to go. The same words for every card.
#include "kiosk/wording/countdown_words.hpp"
#include "kiosk/wording/page_words.hpp"
#include "kiosk/wording/step_words.hpp"

namespace verandah::kiosk {
namespace {

namespace icon = ui::icon;

/// Only the hub can have it done, and it is away.
NoticeModel not_now_words(const Scene& scene)
{
    const auto& words = scene.words;
    return {.page = page_words(scene, WayBack::offered),
            .greeting = {.sign = icon::wifi_off,
                         .tone = ui::Tone::soon,
                         .title = words.translate("That cannot be done just now"),
                         .note = words.translate("Nothing was forgotten. Please talk to a person, or come back in a "
                                                 "while.")}};
}

} // namespace

ScreenModel considering_words(const Scene& scene)
{
    if (scene.link == Link::down) {
        return not_now_words(scene);
    }
    const auto& words = scene.words;
    FactsModel model{
        .page = page_words(scene, WayBack::offered),
        .title = words.translate("Forget me"),
        .note = words.translate("If you want it, this is what happens."),
        .facts = {{icon::credit_card_off, ui::Tone::care, words.translate("Your card stops working")},
                  {icon::person_off, ui::Tone::plum,
                   words.translate("Nobody can tell any more which visits were yours")},
                  {icon::bar_chart, ui::Tone::sky, words.translate("The visits stay counted, without you")},
                  {icon::block, ui::Tone::soon, words.translate("It cannot be undone")}},
        .main = GoOnToForget{}};
    model.page.main = MainAction{.label = words.translate("Go on"), .icon = icon::arrow_forward};
    return model;
}

ScreenModel card_to_forget_words(const Scene& scene, ShowingCard::Scan scan)
{
    if (scene.link == Link::down) {
        return not_now_words(scene);
    }
    const auto& words = scene.words;
    NoticeModel model{.page = page_words(scene, WayBack::offered), .greeting = {}};
    if (scan == ShowingCard::Scan::not_ours) {
        model.greeting = {.sign = icon::qr_code_scanner,
                          .tone = ui::Tone::soon,
                          .title = words.translate("That square is not one of this house’s cards"),
                          .note = words.translate("Try again, or talk to a person.")};
    } else {
        model.greeting = {.sign = icon::qr_code_scanner,
                          .title = words.translate("Hold your card to the glass"),
                          .note = words.translate("The one that we should forget.")};
    }
    return model;
}

NoticeModel asking_to_forget_words(const Scene& scene)
{
    return {.page = page_words(scene, WayBack::offered),
            .greeting = {.sign = icon::hourglass_empty,
                         .tone = ui::Tone::soon,
                         .title = scene.words.translate("One moment"),
                         .note = scene.link == Link::up
                                     ? scene.words.translate("We are telling a staff member.")
                                     : scene.words.translate("We are reconnecting. You need not do anything.")}};
}

NoticeModel unconfirmed_forgetting_words(const Scene& scene)
{
    NoticeModel model = not_now_words(scene);
    model.main = TryAgain{};
    model.page.main = MainAction{.label = scene.words.translate("Try again"), .icon = icon::replay};
    return model;
}

NoticeModel sent_to_staff_words(const Scene& scene, Ticks since)
{
    const auto& words = scene.words;
    NoticeModel model{.page = page_words(scene, WayBack::none),
                      .greeting = {.sign = icon::directions_walk,
                                   .title = words.translate("Please go to a staff member"),
                                   .note = words.translate("It is finished there, together with you. Nothing is "
                                                           "forgotten before.")},
                      .countdown = countdown_words(scene, since, timing::sent_shown),
                      .main = Finish{}};
    model.page.main = MainAction{.label = words.translate("Done"), .icon = icon::check_circle};
    return model;
}

} // namespace verandah::kiosk
