// SPDX-License-Identifier: Apache-2.0
// The words of each form: why it is asked, what is still needed, what went wrong.
#include "clinic/console/wording/door_words.hpp"

#include <utility>

namespace verandah::console {

namespace {

std::string gap_words(const Scene& scene, FormGap gap)
{
    const auto& words = scene.words;
    switch (gap) {
    case FormGap::account: return words.translate("Type the account.");
    case FormGap::account_word: return words.translate("An account is up to 15 of a–z, 0–9, - and _.");
    case FormGap::passphrase: return words.translate("Type the passphrase.");
    case FormGap::too_short: return words.translate("The passphrase is too short.");
    case FormGap::too_long: return words.translate("The passphrase is too long.");
    case FormGap::too_alike: return words.translate("Use more different letters.");
    case FormGap::same_as_before: return words.translate("Choose another one than before.");
    case FormGap::repeat: return words.translate("Type it a second time.");
    case FormGap::repeated_differently: return words.translate("The second time was different.");
    case FormGap::pin: return words.translate("Choose six digits.");
    case FormGap::pin_often_chosen: return words.translate("Many people choose that PIN. Take another.");
    case FormGap::words: return words.translate("Type the words or the code.");
    }
    std::unreachable();
}

/// How good a new passphrase is, below its line.
void tell_strength(const Scene& scene, FormLine& line)
{
    const auto& words = scene.words;
    const auto lacks = static_cast<long>(characters_missing(line.value.view()));
    switch (strength_of(line.value.view())) {
    case Strength::nothing:
        line.note = words.translate("At least 15 characters. Four or five unlikely words are good.");
        break;
    case Strength::too_short:
        line.note = words.translate("{} more character", "{} more characters", lacks);
        line.note_tone = ui::Tone::soon;
        break;
    case Strength::too_alike:
        line.note = words.translate("Too easy to guess: use more different letters");
        line.note_tone = ui::Tone::soon;
        break;
    case Strength::good: line.note = words.translate("Good"); break;
    case Strength::strong: line.note = words.translate("Strong"); break;
    case Strength::very_strong: line.note = words.translate("Very strong"); break;
    }
    if (line.note_tone == ui::Tone::quiet && !line.value.empty()) {
        line.note_tone = ui::Tone::teal;
    }
}

struct FormWording {
    const Scene& scene;
    const Form& form;
    const ui::Translator& words{scene.words};

    [[nodiscard]] FormModel asking(std::string title, std::string note, std::string confirm) const
    {
        FormModel model;
        model.title = std::move(title);
        model.note = std::move(note);
        model.confirm = std::move(confirm);
        model.typed = form.typed;
        model.turn_typed = form.typed == Form::Typed::as_dots ? words.translate("Show what I type")
                                                              : words.translate("Hide what I type");
        return model;
    }
    [[nodiscard]] FormLine account() const
    {
        return {.entry = Entry::account,
                .label = words.translate("Account"),
                .value = files::SecretText{std::string{form.account}},
                .is_secret = false,
                .note = {}};
    }
    [[nodiscard]] std::vector<FormLine> new_passphrase() const
    {
        FormLine first{.entry = Entry::new_passphrase,
                       .label = words.translate("New passphrase"),
                       .value = form.new_passphrase,
                       .note = {}};
        tell_strength(scene, first);
        return {std::move(first),
                {.entry = Entry::repeated,
                 .label = words.translate("The same once more"),
                 .value = form.repeated,
                 .note = {}}};
    }
    [[nodiscard]] PadModel pad() const
    {
        return {.title = words.translate("A PIN for this shift"),
                .why = words.translate("Six digits that you choose now. They open this console again when it has dozed "
                                       "off, until you sign out."),
                .digits = form.pin,
                .erase = words.translate("Erase")};
    }

    [[nodiscard]] FormModel first_account() const
    {
        auto model = asking(words.translate("Welcome to a new house"),
                            words.translate("Nobody can sign in yet. Make the first administrator: she lets everybody "
                                            "else in."),
                            words.translate("Make the account"));
        model.lines = new_passphrase();
        model.lines.insert(model.lines.begin(), account());
        model.pad = pad();
        model.fact = words.translate("There is no way back to a lost passphrase, only another administrator who makes "
                                     "new words. Make a second one soon.");
        return model;
    }
    [[nodiscard]] FormModel sign_in() const
    {
        auto model = asking(words.translate("Sign in"),
                            words.translate("This console shows the line to whoever is "
                                            "signed in, and to nobody else."),
                            words.translate("Sign in"));
        model.lines = {account(),
                       {.entry = Entry::passphrase,
                        .label = words.translate("Passphrase, or your four words"),
                        .value = form.passphrase,
                        .note = {}}};
        model.pad = pad();
        if (open_alerts(scene.console) > 0) {
            model.alert = words.translate("Somebody is waiting for you");
        }
        if (scene.console.session.somebody_else) {
            model.cancel = words.translate("Back");
        }
        return model;
    }
    [[nodiscard]] FormModel own_passphrase() const
    {
        auto model = asking(words.translate("Change my passphrase"), {}, words.translate("Change it"));
        model.place = FormModel::Place::over_pages;
        model.lines = new_passphrase();
        model.lines.insert(model.lines.begin(), {.entry = Entry::passphrase,
                                                 .label = words.translate("The passphrase you have now"),
                                                 .value = form.passphrase,
                                                 .note = {}});
        model.cancel = words.translate("Back");
        return model;
    }
    [[nodiscard]] FormModel unlock_hub() const
    {
        auto model = asking(words.translate("The hub is locked"),
                            words.translate("Numbers go on, records are closed, and nobody can sign in. The words of "
                                            "the hub open it again, or the recovery code on paper."),
                            words.translate("Unlock the hub"));
        model.place = FormModel::Place::over_pages;
        model.lines = {{.entry = Entry::words,
                        .label = words.translate("Words, or recovery code"),
                        .value = form.words,
                        .note = {}}};
        model.cancel = words.translate("Back");
        return model;
    }
};

} // namespace

FormModel form_words(const Scene& scene)
{
    const auto& session = scene.console.session;
    const FormWording wording{scene, *session.form};
    FormModel model = [&] {
        switch (session.form->kind) {
        case Form::Kind::first_account: return wording.first_account();
        case Form::Kind::sign_in:
        case Form::Kind::pin: return wording.sign_in();
        case Form::Kind::own_passphrase: return wording.own_passphrase();
        case Form::Kind::unlock_hub: return wording.unlock_hub();
        }
        std::unreachable();
    }();
    model.link = link_trouble(scene);
    model.is_under_way = session.under_way.has_value();
    if (model.is_under_way) {
        model.confirm = scene.words.translate("One moment…");
    }
    if (const auto needed = gap(*session.form)) {
        model.missing = gap_words(scene, *needed);
    }
    if (session.notice) {
        model.notice = session_notice_words(scene, session.notice->about);
    }
    if (const auto wait = wait_left(scene.console, scene.now)) {
        model.missing = scene.words.translate("You can try again in {} second.", "You can try again in {} seconds.",
                                              static_cast<long>(wait->count()));
    }
    return model;
}

} // namespace verandah::console
