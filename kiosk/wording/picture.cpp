// SPDX-License-Identifier: Apache-2.0
// Which screen: a question first, then what is laid over, then the step itself.
#include "kiosk/wording/picture.hpp"

#include "kiosk/wording/step_words.hpp"

namespace verandah::kiosk {
namespace {

/// The screen a request was sent from stays as it was, but answers nothing, until waiting would look like a fault.
template <class Model>
ScreenModel resting(Model model)
{
    model.page.answers = Answers::not_now;
    return model;
}

ScreenModel asking_picture(const Scene& scene, const Asking& step)
{
    if (scene.now - step.since >= timing::quiet_wait) {
        return moment_words(scene);
    }
    switch (step.from) {
    case Asking::From::needs: return resting(needs_words(scene, 0));
    case Asking::From::card_offer: return resting(offer_words(scene));
    case Asking::From::retry: return resting(unconfirmed_words(scene));
    }
    return moment_words(scene);
}

struct Picture {
    const Scene& scene;

    ScreenModel operator()(const AtWelcome&) const { return welcome_words(scene); }
    ScreenModel operator()(const ShowingCard& step) const { return card_words(scene, step); }
    ScreenModel operator()(const ChoosingNeeds& step) const { return needs_words(scene, step.page); }
    ScreenModel operator()(const OfferedCard&) const { return offer_words(scene); }
    ScreenModel operator()(const Asking& step) const { return asking_picture(scene, step); }
    ScreenModel operator()(const Unconfirmed&) const { return unconfirmed_words(scene); }
    ScreenModel operator()(const HoldingTicket& step) const { return ticket_words(scene, step); }
    ScreenModel operator()(const Thanked&) const { return thanks_words(scene); }
};

} // namespace

ScreenModel picture_of(const Scene& scene)
{
    if (scene.flow.idle_since) {
        return still_there_words(scene, *scene.flow.idle_since);
    }
    switch (scene.flow.sheet) {
    case Sheet::languages: return languages_words(scene);
    case Sheet::ease: return ease_words(scene);
    case Sheet::none: break;
    }
    return std::visit(Picture{scene}, scene.flow.step);
}

} // namespace verandah::kiosk
