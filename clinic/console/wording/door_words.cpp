// SPDX-License-Identifier: Apache-2.0
// What every part of coming in and going says: notices, who is there, the PIN, words told once.
#include "clinic/console/wording/door_words.hpp"

#include <utility>

namespace verandah::console {

std::string role_label(const Scene& scene, domain::Role role)
{
    const auto& words = scene.words;
    switch (role) {
    case domain::Role::reception: return words.translate("Reception");
    case domain::Role::clinician: return words.translate("Clinician");
    case domain::Role::counsellor: return words.translate("Counsellor");
    case domain::Role::outreach_worker: return words.translate("Outreach worker");
    case domain::Role::crisis_team: return words.translate("Crisis team");
    case domain::Role::coordinator: return words.translate("Coordinator");
    case domain::Role::administrator: return words.translate("Administrator");
    case domain::Role::committee_member: return words.translate("Committee member");
    }
    std::unreachable();
}

std::string session_notice_words(const Scene& scene, SessionNotice notice)
{
    const auto& words = scene.words;
    switch (notice) {
    case SessionNotice::wrong_sign_in:
        return words.translate("That did not fit. Look at the account and type the passphrase again. If it is lost, an "
                               "administrator makes you new words.");
    case SessionNotice::wrong_pin:
        return words.translate("That was not it. {} try is left, then sign in again.",
                               "That was not it. {} tries are left.", pins_left(scene.console));
    case SessionNotice::too_many_pins:
        return words.translate("Too many wrong PINs. Please sign in again with your passphrase.");
    case SessionNotice::wrong_own_passphrase:
        return words.translate("The passphrase you have now did not fit. Please type all of it again.");
    case SessionNotice::wrong_hub_words:
        return words.translate("These words do not open it. Look at the paper and type them again.");
    case SessionNotice::shift_over: return words.translate("Your eight hours are over. Sign in again to go on.");
    case SessionNotice::signed_out: return words.translate("You were signed out. Sign in again to go on.");
    case SessionNotice::not_allowed: return words.translate("You may not do that. Ask an administrator.");
    case SessionNotice::conflict:
        return words.translate("That does not go: something has changed meanwhile, or it is the last administrator.");
    case SessionNotice::not_found: return words.translate("There is no open account of that name.");
    case SessionNotice::invalid: return words.translate("The hub did not take that. Please choose another.");
    case SessionNotice::hub_away: return words.translate("The hub does not answer. Please try again in a moment.");
    case SessionNotice::own_passphrase_changed: return words.translate("Your passphrase is changed.");
    case SessionNotice::account_changed: return words.translate("The account is changed.");
    case SessionNotice::device_changed: return words.translate("It is done.");
    case SessionNotice::records_opened: return words.translate("Your colleague can open records now.");
    case SessionNotice::hub_unlocked: return words.translate("The hub is open again.");
    }
    std::unreachable();
}

std::string link_trouble(const Scene& scene)
{
    return scene.console.link == Link::live ? std::string{} : scene.words.translate("Reconnecting…");
}

PinModel pin_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& session = scene.console.session;
    const auto& view = *session.view;
    PinModel model{.title = words.translate("Locked"),
                   .whose = view.account ? view.account->text() : std::string{},
                   .note = words.translate("Type your PIN to go on where you were. The line is being followed "
                                           "meanwhile, and nobody can read it here."),
                   .pad = {.title = words.translate("Your PIN"),
                           .why = words.translate("One moment…"),
                           .digits = session.form ? session.form->pin : files::SecretText{},
                           .erase = words.translate("Erase")},
                   .notice = {},
                   .somebody_else = words.translate("Somebody else"),
                   .sign_out = words.translate("Sign out"),
                   .alert = {},
                   .is_under_way = session.under_way.has_value(),
                   .link = link_trouble(scene)};
    if (view.role) {
        model.whose += " · " + role_label(scene, *view.role);
    }
    if (session.notice) {
        model.notice = session_notice_words(scene, session.notice->about);
    }
    if (open_alerts(scene.console) > 0) {
        model.alert = words.translate("Somebody is waiting for you");
    }
    return model;
}

ToldModel told_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& told = *scene.console.session.told;
    return {.title = words.translate("The passphrase is made"),
            .account = filled(words.translate("For the account {account}"), {{"account", told.account.view()}}),
            .words = told.words,
            .warning =
                words.translate("Write these words down and hand them over. They are not shown again, and nobody "
                                "can look them up."),
            .confirm = words.translate("I have written them down")};
}

std::optional<WhoModel> who_words(const Scene& scene)
{
    const auto& view = scene.console.session.view;
    if (!view || !view->account || view->state != wire::SessionView::State::signed_in) {
        return std::nullopt;
    }
    WhoModel who{.account = view->account->text(), .ends = {}};
    if (const auto left = ends_in(scene.console, scene.now)) {
        who.ends = filled(scene.words.translate("ends in {time}"), {{"time", duration(scene, *left)}});
    }
    return who;
}

std::optional<BannerModel> banner_words(const Scene& scene)
{
    if (!hub_is_locked(scene.console)) {
        return std::nullopt;
    }
    return BannerModel{.words = scene.words.translate("The hub is locked: numbers go on, records are closed."),
                       .action = scene.words.translate("Unlock the hub")};
}

std::string quiet_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& session = scene.console.session;
    if (session.panic) {
        switch (*session.panic) {
        case Panic::asked: return words.translate("Putting everything away…");
        case Panic::done: return words.translate("Everything is put away.");
        case Panic::failed: return words.translate("That did not work yet. Please press the keys again.");
        }
    }
    const bool is_shown_elsewhere = session.form || session.question || door(scene.console) != Door::open;
    const bool is_about_pages = session.notice && !is_shown_elsewhere;
    return is_about_pages ? session_notice_words(scene, session.notice->about) : std::string{};
}

} // namespace verandah::console
