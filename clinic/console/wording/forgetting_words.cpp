// SPDX-License-Identifier: Apache-2.0
// What each step of forgetting a visitor says, and what to do when it does not go.
#include "clinic/console/wording/forgetting_words.hpp"

#include "clinic/console/flow/door.hpp"
#include "clinic/console/wording/words.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace verandah::console {

namespace {

namespace icon = ui::icon;
using Kind = ForgettingModel::Kind;

/// "kiosk-1" in the middle of a sentence.
std::string place_within_sentence(std::string name)
{
    std::ranges::replace(name, '-', ' ');
    return name;
}

std::string asked_ago(const Scene& scene, domain::Instant at)
{
    const auto age = scene.now - at;
    return age < std::chrono::minutes{1}
               ? scene.words.translate("just now")
               : filled(scene.words.translate("{time} ago"), {{"time", duration(scene, age)}});
}

struct ForgettingWording {
    const Scene& scene;
    const ui::Translator& words{scene.words};

    [[nodiscard]] ForgettingModel told(const ui::Icon& sign, ui::Tone tone, std::string title, std::string note) const
    {
        ForgettingModel model{
            .kind = Kind::told, .icon = sign, .tone = tone, .title = std::move(title), .note = std::move(note)};
        model.cancel = words.translate("Done");
        return model;
    }
    /// It did not go; her card, scanned here, is the way on.
    [[nodiscard]] ForgettingModel failed(std::string title, std::string note) const
    {
        auto model = told(icon::info, ui::Tone::soon, std::move(title), std::move(note));
        model.confirm = words.translate("Scan her card");
        model.cancel = words.translate("Close");
        return model;
    }

    ForgettingModel operator()(const ScanCard& step) const
    {
        ForgettingModel model{.kind = Kind::scan,
                              .icon = icon::person_off,
                              .tone = ui::Tone::plum,
                              .title = words.translate("Forget a visitor"),
                              .note = words.translate("Hold her card to the scanner. Then you see what goes and what "
                                                      "stays; nothing is forgotten yet.")};
        model.card = step.typed;
        model.field_label = words.translate("Waiting for a card…");
        model.confirm = words.translate("Go on");
        model.cancel = words.translate("Back");
        if (step.read == ScanCard::Read::not_a_card) {
            model.missing = words.translate("That is not one of this house’s cards. Try again.");
        } else if (step.typed.empty()) {
            model.missing = words.translate("Scan the card.");
        }
        return model;
    }

    [[nodiscard]] std::string why_here(const WhomToForget& whom) const
    {
        const auto* request = std::get_if<wire::ForgettingRequest>(&whom);
        if (request == nullptr) {
            return words.translate("Her card was scanned here.");
        }
        return filled(words.translate("Asked for at {place}, {when}, with her card."),
                      {{"place", place_within_sentence(request->device)}, {"when", asked_ago(scene, request->at)}});
    }
    [[nodiscard]] std::vector<ForgettingList> lists() const
    {
        return {{words.translate("This goes"),
                 icon::close,
                 ui::Tone::care,
                 {words.translate("Her card, and any she had before it: unknown cards from now on"),
                  words.translate("Which visits were hers")}},
                {words.translate("This stays"),
                 icon::check,
                 ui::Tone::mist,
                 {words.translate("The visits, as those of somebody without a card: no total changes"),
                  words.translate("That somebody was forgotten, when, and by whom; not who"),
                  words.translate("Older backups hold her; a restore forgets her again")}}};
    }
    [[nodiscard]] std::string hindered(const ConsiderForgetting& step) const
    {
        if (scene.console.link != Link::live) {
            return words.translate("Reconnecting. Please try again in a moment.");
        }
        if (step.agreed != ConsiderForgetting::Agreed::yes) {
            return words.translate("Ask her once more, and say so above.");
        }
        return scene.console.session.under_way ? words.translate("One moment…") : std::string{};
    }
    ForgettingModel operator()(const ConsiderForgetting& step) const
    {
        ForgettingModel model{.kind = Kind::consider,
                              .icon = icon::person_off,
                              .tone = ui::Tone::plum,
                              .title = words.translate("Forget this visitor?"),
                              .note = why_here(step.whom)};
        model.lists = lists();
        model.warning = words.translate("Nobody can undo this.");
        model.agree = words.translate("She is with me, and she wants it");
        model.agreed = step.agreed == ConsiderForgetting::Agreed::yes;
        model.missing = hindered(step);
        model.confirm = words.translate("Forget this visitor");
        model.cancel = words.translate("Back");
        if (std::holds_alternative<wire::ForgettingRequest>(step.whom)) {
            model.decline = words.translate("Not now");
        }
        return model;
    }
    ForgettingModel operator()(const ForgettingUnderWay&) const
    {
        auto model = told(icon::hourglass_empty, ui::Tone::soon, words.translate("Forgetting…"),
                          words.translate("This takes a second or two. The line goes on meanwhile."));
        model.progress = ForgettingModel::Progress::under_way;
        model.cancel.clear();
        return model;
    }
    ForgettingModel operator()(const ForgettingDone& step) const
    {
        switch (step.outcome) {
        case wire::ForgettingReceipt::Outcome::forgotten:
            return told(icon::check_circle, ui::Tone::mist, words.translate("Forgotten"),
                        words.translate("Her card is an unknown card from now on. If she comes again, she is somebody "
                                        "new."));
        case wire::ForgettingReceipt::Outcome::nothing_kept: {
            auto model =
                told(icon::info, ui::Tone::sky, words.translate("Nothing was kept"),
                     words.translate("This house knows nothing of that card: it was forgotten before, or never "
                                     "known here. Ask whether she has another one."));
            model.confirm = words.translate("Scan another card");
            model.cancel = words.translate("Close");
            return model;
        }
        }
        std::unreachable();
    }
    ForgettingModel operator()(const ForgettingFailed& step) const
    {
        switch (step.why) {
        case ForgettingTrouble::gone:
            return failed(words.translate("That request is not there any more"),
                          words.translate("A colleague saw to it, she asked anew, or ten minutes went by. If she is "
                                          "with you, scan her card here."));
        case ForgettingTrouble::not_now:
            return failed(
                words.translate("Nothing was forgotten"),
                words.translate("The hub is locked, or it cannot write just now. Unlock it, wait a moment, and "
                                "scan her card."));
        case ForgettingTrouble::not_allowed: {
            auto model =
                failed(words.translate("Nothing was forgotten"),
                       words.translate("You may not do this, or your shift has ended. Ask a colleague who may, "
                                       "or sign in again."));
            model.confirm.clear();
            return model;
        }
        case ForgettingTrouble::unknown:
            return failed(words.translate("The hub did not answer"),
                          words.translate("It may have been done, or not. Scan her card again: doing it twice does no "
                                          "harm."));
        }
        std::unreachable();
    }
};

} // namespace

std::optional<AskedToForgetModel> asked_to_forget_words(const Scene& scene)
{
    const auto& requests = scene.console.forgetting.asked.requests;
    if (requests.empty() || !may(scene.console, domain::Right::visitor_forget)) {
        return std::nullopt;
    }
    const auto& oldest = requests.front();
    AskedToForgetModel model{.request = oldest.request,
                             .words = filled(scene.words.translate("Somebody at {place} asks to be forgotten"),
                                             {{"place", place_within_sentence(oldest.device)}}),
                             .since = asked_ago(scene, oldest.at),
                             .action = scene.words.translate("Look at it")};
    if (requests.size() > 1) {
        model.since +=
            " · " + scene.words.translate("and {} more", "and {} more", static_cast<long>(requests.size() - 1));
    }
    return model;
}

ForgettingModel forgetting_words(const Scene& scene)
{
    return std::visit(ForgettingWording{scene}, *scene.console.forgetting.sheet);
}

} // namespace verandah::console
