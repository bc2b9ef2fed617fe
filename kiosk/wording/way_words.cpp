// SPDX-License-Identifier: Apache-2.0
// The screens with two or three large ways on: hold your card, would you like a card, easier to use.
#include "kiosk/wording/page_words.hpp"
#include "kiosk/wording/step_words.hpp"

namespace verandah::kiosk {
namespace {

namespace icon = ui::icon;

WayOn aid_way(std::string label, std::string note, const ui::Icon& sign, Aid aid, bool on)
{
    return {.label = std::move(label),
            .note = std::move(note),
            .icon = sign,
            .touch = SwitchAid{aid},
            .state = on ? WayOn::State::on : WayOn::State::off};
}

} // namespace

ChoicesModel card_words(const Scene& scene, const ShowingCard& step)
{
    const auto& words = scene.words;
    ChoicesModel model{.page = page_words(scene, WayBack::offered), .greeting = {}, .ways = {}};
    if (step.scan == ShowingCard::Scan::not_ours) {
        model.greeting = {.sign = icon::qr_code_scanner,
                          .tone = ui::Tone::soon,
                          .title = words.translate("That square is not one of this house’s cards"),
                          .note = words.translate("Try again, or go on without.")};
    } else {
        model.greeting = {.sign = icon::qr_code_scanner,
                          .title = words.translate("Hold your card to the glass"),
                          .note = words.translate("Turn the square towards the light below.")};
    }
    model.ways.push_back({.label = words.translate("Go on without a card"),
                          .note = words.translate("You can come in just as well"),
                          .icon = icon::waving_hand,
                          .touch = GoOnWithoutCard{},
                          .tone = ui::Tone::care});
    model.ways.push_back({.label = words.translate("Forget me"),
                          .note = {},
                          .icon = icon::person_off,
                          .touch = AskAboutForgetting{},
                          .weight = WayOn::Weight::quiet});
    return model;
}

ChoicesModel offer_words(const Scene& scene)
{
    const auto& words = scene.words;
    return {.page = page_words(scene, WayBack::offered),
            .greeting = {.sign = icon::qr_code,
                         .title = words.translate("Would you like a card for next time?"),
                         .note = words.translate("A square to photograph. It holds no name, and only this house can "
                                                 "read it.")},
            .ways = {{.label = words.translate("Yes, show me a card"),
                      .note = words.translate("With my number"),
                      .icon = icon::photo_camera,
                      .touch = TakeCard{},
                      .weight = WayOn::Weight::main},
                     {.label = words.translate("No, thank you"),
                      .note = words.translate("Just my number"),
                      .icon = icon::arrow_forward,
                      .touch = DeclineCard{},
                      .tone = ui::Tone::care}}};
}

ChoicesModel ease_words(const Scene& scene)
{
    const auto& words = scene.words;
    const Ease& ease = scene.flow.ease;
    ChoicesModel model{.page = page_words(scene, WayBack::none),
                       .greeting = {.sign = icon::accessible,
                                    .title = words.translate("What makes it easier?"),
                                    .note = words.translate("Choose one or more.")},
                       .ways = {},
                       .main = GoBack{}};
    model.page.ease.clear(); // it is open already
    model.page.main = MainAction{.label = words.translate("Done"), .icon = icon::check};
    model.ways = {aid_way(words.translate("Larger text"), words.translate("Bigger words on every screen"),
                          icon::text_fields, Aid::large_text, ease.large_text),
                  aid_way(words.translate("Stronger contrast"), words.translate("White and yellow on black"),
                          icon::contrast, Aid::high_contrast, ease.high_contrast),
                  aid_way(words.translate("Everything lower"), words.translate("All buttons within easy reach"),
                          icon::expand_more, Aid::low_reach, ease.low_reach)};
    return model;
}

} // namespace verandah::kiosk
