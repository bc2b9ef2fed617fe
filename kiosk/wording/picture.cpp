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

ScreenModel asking_to_forget_picture(const Scene& scene, const AskingToForget& step)
{
    if (scene.now - step.since >= timing::quiet_wait) {
        return asking_to_forget_words(scene);
    }
    switch (step.from) {
    case AskingToForget::From::card:
        return std::visit([](auto model) -> ScreenModel { return resting(std::move(model)); },
                          card_to_forget_words(scene, ShowingCard::Scan::awaited));
    case AskingToForget::From::retry: return resting(unconfirmed_forgetting_words(scene));
    }
    return asking_to_forget_words(scene);
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
    ScreenModel operator()(const Thanked& step) const { return thanks_words(scene, step); }
    ScreenModel operator()(const ConsideringForgetting&) const { return considering_words(scene); }
    ScreenModel operator()(const ShowingCardToForget& step) const { return card_to_forget_words(scene, step.scan); }
    ScreenModel operator()(const AskingToForget& step) const { return asking_to_forget_picture(scene, step); }
    ScreenModel operator()(const UnconfirmedForgetting&) const { return unconfirmed_forgetting_words(scene); }
    ScreenModel operator()(const ChoosingSupplies& step) const { return supplies_words(scene, step); }
    ScreenModel operator()(const SentToStaff& step) const { return sent_to_staff_words(scene, step.since); }
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
