// SPDX-License-Identifier: Apache-2.0
// One moment, no number yet, thank you, still there? And the ticket, which runs out like they do.
#include "kiosk/flow/idle.hpp"
#include "kiosk/wording/countdown_words.hpp"
#include "kiosk/wording/page_words.hpp"
#include "kiosk/wording/step_words.hpp"
#include "shared/files/secret_text.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

namespace icon = ui::icon;

std::string people_before(const Scene& scene, int count)
{
    return count == 0 ? scene.words.translate("You are next")
                      : scene.words.translate("{} person before you", "{} people before you", count);
}

} // namespace

Countdown countdown_words(const Scene& scene, Ticks since, Ticks lasts)
{
    const Ticks left = std::clamp(since + lasts - scene.now, Ticks{0}, lasts);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    return {.left = static_cast<float>(left.count()) / static_cast<float>(lasts.count()),
            .words = scene.words.translate("This screen clears itself in {} second.",
                                           "This screen clears itself in {} seconds.", static_cast<long>(seconds))};
}

NoticeModel moment_words(const Scene& scene)
{
    return {.page = page_words(scene, WayBack::offered),
            .greeting = {.sign = icon::hourglass_empty,
                         .tone = ui::Tone::soon,
                         .title = scene.words.translate("One moment"),
                         .note = scene.link == Link::up
                                     ? scene.words.translate("Your number is on its way.")
                                     : scene.words.translate("We are reconnecting. You need not do anything.")}};
}

NoticeModel unconfirmed_words(const Scene& scene)
{
    NoticeModel model{.page = page_words(scene, WayBack::offered),
                      .greeting = {.sign = icon::support_agent,
                                   .tone = ui::Tone::care,
                                   .title = scene.words.translate("We could not give you a number yet"),
                                   .note = scene.words.translate("Please talk to a person, or try again.")},
                      .main = TryAgain{}};
    model.page.main = MainAction{.label = scene.words.translate("Try again"), .icon = icon::replay};
    return model;
}

TicketModel ticket_words(const Scene& scene, const HoldingTicket& step)
{
    const auto& words = scene.words;
    const int before = step.receipt.people_before;
    TicketModel model{.page = page_words(scene, WayBack::none),
                      .title = words.translate("Your number"),
                      .number = step.receipt.number.text(),
                      .before = people_before(scene, before),
                      .before_note = before == 0 ? words.translate("Listen for your number")
                                                 : words.translate("This can change a little"),
                      .seat = words.translate("Sit anywhere"),
                      .seat_note = words.translate("We call your number"),
                      .countdown = countdown_words(scene, step.since, ticket_lasts(scene.flow))};
    model.page.main = MainAction{.label = words.translate("Done"), .icon = icon::check_circle};
    if (scene.flow.card) {
        std::string text = scene.flow.card->code().text();
        if (auto code = ui::QrCode::make(text)) {
            model.card = CardToPhotograph{
                .code = std::move(*code),
                .title = words.translate("Your card for next time"),
                .note = words.translate(
                    "Take a picture of this square. It holds no name, and only this house can read it.")};
        }
        files::wipe(text);
    }
    return model;
}

NoticeModel thanks_words(const Scene& scene, const Thanked& step)
{
    const bool has_number = step.what == Thanked::For::number;
    return {.page = page_words(scene, WayBack::none),
            .greeting = {.sign = has_number ? icon::weekend : icon::check_circle,
                         .title = scene.words.translate("Thank you"),
                         .note = has_number
                                     ? scene.words.translate("Sit anywhere. We call your number.")
                                     : scene.words.translate("We have your slip. To see somebody, take a number.")}};
}

NoticeModel still_there_words(const Scene& scene, Ticks since)
{
    NoticeModel model{.page = page_words(scene, WayBack::none),
                      .greeting = {.sign = icon::schedule,
                                   .tone = ui::Tone::soon,
                                   .title = scene.words.translate("Are you still there?"),
                                   .note = scene.words.translate("Take all the time you need.")},
                      .countdown = countdown_words(scene, since, timing::idle_countdown)};
    if (scene.flow.more_times < timing::most_more_time) {
        model.page.main = MainAction{.label = scene.words.translate("More time")};
        model.main = WantMoreTime{};
    } else {
        model.greeting.note = scene.words.translate("If you need longer, please talk to a person.");
    }
    return model;
}

} // namespace verandah::kiosk
