// SPDX-License-Identifier: Apache-2.0
// The page of accounts and the questions about them. Options stand in the order in which flow/account_steps.cpp counts
// them.
#include "clinic/console/flow/account_steps.hpp"
#include "clinic/console/wording/door_words.hpp"
#include "clinic/console/wording/words.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

AccountRow row_words(const Scene& scene, const wire::StaffView::Account& account)
{
    const auto& words = scene.words;
    return {.account = account.account,
            .role = role_label(scene, account.role),
            .last_signed_in = ago(scene, account.last_signed_in),
            .state = account.is_open ? words.translate("open") : words.translate("closed for good"),
            .records = account.opens_records ? words.translate("opens records") : std::string{},
            .is_open = account.is_open,
            .chosen = scene.console.session.chosen == account.account};
}

AccountPanel account_panel_words(const Scene& scene)
{
    const auto& words = scene.words;
    AccountPanel panel{.title = words.translate("No account chosen"),
                       .note = words.translate("Choose one in the list to change its role, to make new words or to "
                                               "close it."),
                       .deeds = {},
                       .add = {Errand::add_account, words.translate("Add an account"), ui::icon::person_add, 'N'}};
    const auto* account = chosen_account(scene.console);
    if (account == nullptr) {
        return panel;
    }
    panel.title = account->account.text();
    panel.note = role_label(scene, account->role) + " · " +
                 filled(words.translate("added {time}"), {{"time", ago(scene, account->added_at)}});
    if (!account->is_open) {
        panel.note += ". " + words.translate("It is closed, and its name is not given again.");
        return panel;
    }
    panel.deeds = {{Errand::change_role, words.translate("Change the role"), ui::icon::manage_accounts, 'R'},
                   {Errand::new_words, words.translate("Make new words"), ui::icon::key, 'P'},
                   {Errand::revoke, words.translate("Close the account"), ui::icon::close, 'X'}};
    return panel;
}

struct AccountSheetWording {
    const Scene& scene;
    const ui::Translator& words{scene.words};

    [[nodiscard]] SheetModel asking(std::string title, std::string note, std::string confirm) const
    {
        return {.title = std::move(title),
                .note = std::move(note),
                .groups = {},
                .typed = {},
                .field_label = {},
                .confirm = std::move(confirm),
                .cancel = words.translate("Back"),
                .missing = {}};
    }
    [[nodiscard]] static std::string about(std::string text, const domain::AccountCode& account)
    {
        return filled(std::move(text), {{"account", account.view()}});
    }
    [[nodiscard]] OptionGroup roles(std::optional<domain::Role> chosen) const
    {
        OptionGroup group{words.translate("Role"), {}};
        for (const auto role : domain::every_role) {
            group.options.push_back({role_label(scene, role), {}, {}, chosen == role});
        }
        return group;
    }

    SheetModel operator()(const MenuSheet&) const
    {
        const auto& view = *scene.console.session.view;
        auto model = asking(view.account ? view.account->text() : std::string{},
                            view.role ? role_label(scene, *view.role) : std::string{}, {});
        if (view.ends_at) {
            model.note += " · " + filled(words.translate("ends in {time}"),
                                         {{"time", duration(scene, *view.ends_at - scene.now)}});
        }
        OptionGroup group;
        for (const auto item : menu(scene.console)) {
            group.options.push_back(option(item));
        }
        model.groups.push_back(std::move(group));
        return model;
    }
    [[nodiscard]] OptionModel option(MenuItem item) const
    {
        switch (item) {
        case MenuItem::lock_now: return {words.translate("Lock now"), {}, ui::icon::lock, false};
        case MenuItem::own_passphrase: return {words.translate("Change my passphrase"), {}, ui::icon::key, false};
        case MenuItem::open_records:
            return {words.translate("Let a colleague open records"), {}, ui::icon::lock_open, false};
        case MenuItem::take_slip: return {words.translate("Take a slip in"), {}, ui::icon::qr_code_scanner, false};
        case MenuItem::forget_visitor: return {words.translate("Forget a visitor"), {}, ui::icon::person_off, false};
        case MenuItem::sign_out: return {words.translate("Sign out"), {}, ui::icon::logout, false};
        }
        std::unreachable();
    }
    SheetModel operator()(const OwnPassphraseOffer&) const
    {
        auto model = asking(words.translate("Choose a passphrase of your own?"),
                            words.translate("You still have the words that were made for you. One of your own is known "
                                            "to nobody else."),
                            words.translate("Choose my own"));
        model.cancel = words.translate("Later");
        return model;
    }
    SheetModel operator()(const AddAccountSheet& sheet) const
    {
        auto model =
            asking(words.translate("Add an account"),
                   words.translate("A word for the account, not a person's name. Four words are made to sign in "
                                   "with, and shown once."),
                   words.translate("Make the account"));
        model.groups.push_back(roles(sheet.role));
        model.typed = sheet.typed;
        model.field_label = words.translate("Account, such as desk-2");
        return model;
    }
    SheetModel operator()(const RoleSheet& sheet) const
    {
        auto model = asking(about(words.translate("Another role for {account}"), sheet.account),
                            words.translate("Whoever is signed in with it has to sign in again."),
                            words.translate("Change the role"));
        model.groups.push_back(roles(sheet.role));
        return model;
    }
    SheetModel operator()(const RevokeSheet& sheet) const
    {
        return asking(
            about(words.translate("Close {account} for good?"), sheet.account),
            words.translate("Nobody signs in with it any more, from this moment on. It cannot be opened again, "
                            "and its name is not given again."),
            words.translate("Close the account"));
    }
    SheetModel operator()(const NewWordsSheet& sheet) const
    {
        return asking(about(words.translate("New words for {account}?"), sheet.account),
                      words.translate("The old passphrase is gone at once. Records stay closed to this account until a "
                                      "colleague opens them."),
                      words.translate("Make new words"));
    }
    SheetModel operator()(const OpenRecordsSheet& sheet) const
    {
        auto model =
            asking(words.translate("Let a colleague open records"),
                   words.translate("Only a clinician or a counsellor can. The account gets its own key to them."),
                   words.translate("Let them in"));
        model.typed = sheet.typed;
        model.field_label = words.translate("Account of your colleague");
        return model;
    }
    SheetModel operator()(const AddDeviceSheet& sheet) const
    {
        auto model =
            asking(words.translate("Add a device"),
                   words.translate("A code is shown for ten minutes. Whoever has it can be this device, so show "
                                   "it to the device only."),
                   words.translate("Show the code"));
        OptionGroup kinds{words.translate("What is it?"), {}};
        for (const auto kind : every_device_kind) {
            kinds.options.push_back({device_kind_label(scene, kind), {}, {}, sheet.kind == kind});
        }
        model.groups.push_back(std::move(kinds));
        model.typed = sheet.typed;
        model.field_label = words.translate("Its name, such as kiosk-2");
        return model;
    }
    SheetModel operator()(const RenameDeviceSheet& sheet) const
    {
        auto model = asking(filled(words.translate("Another name for {device}"), {{"device", sheet.device.text()}}),
                            words.translate("It keeps its key. Whoever is signed in there has to sign in again."),
                            words.translate("Rename it"));
        model.typed = sheet.typed;
        model.field_label = words.translate("Its new name");
        return model;
    }
    SheetModel operator()(const RevokeDeviceSheet& sheet) const
    {
        return asking(filled(words.translate("Shut {device} out?"), {{"device", sheet.device.text()}}),
                      words.translate("It is cut off within a second, and whoever is signed in there is signed out. It "
                                      "comes in again only with a new code."),
                      words.translate("Shut it out"));
    }
};

std::string gap_words(const Scene& scene, AccountGap gap)
{
    const auto& words = scene.words;
    switch (gap) {
    case AccountGap::account: return words.translate("Type the account.");
    case AccountGap::account_word: return words.translate("An account is up to 15 of a–z, 0–9, - and _.");
    case AccountGap::account_taken: return words.translate("There was an account of that name already.");
    case AccountGap::role: return words.translate("Choose a role.");
    case AccountGap::device: return words.translate("Type its name.");
    case AccountGap::device_word: return words.translate("A name is up to 32 of a–z, 0–9 and -.");
    case AccountGap::device_taken: return words.translate("There is a device of that name.");
    case AccountGap::device_kind: return words.translate("Choose what it is.");
    }
    std::unreachable();
}

} // namespace

std::string ago(const Scene& scene, const std::optional<domain::Instant>& at)
{
    if (!at) {
        return scene.words.translate("never");
    }
    const auto days = std::chrono::floor<std::chrono::days>(scene.now - *at).count();
    if (days > 0) {
        return scene.words.translate("{} day ago", "{} days ago", static_cast<long>(days));
    }
    const auto hours = std::chrono::floor<std::chrono::hours>(scene.now - *at).count();
    if (hours > 0) {
        return scene.words.translate("{} hour ago", "{} hours ago", static_cast<long>(hours));
    }
    return filled(scene.words.translate("{time} ago"), {{"time", duration(scene, scene.now - *at)}});
}

SheetModel account_sheet_words(const Scene& scene)
{
    const auto& session = scene.console.session;
    SheetModel model = std::visit(AccountSheetWording{scene}, *session.question);
    if (const auto gap = account_gap(scene.console); gap && !model.confirm.empty()) {
        model.missing = gap_words(scene, *gap);
    }
    if (session.notice) {
        model.note = session_notice_words(scene, session.notice->about);
    }
    if (session.under_way) {
        model.missing = scene.words.translate("One moment…");
    }
    return model;
}

StaffModel staff_words(const Scene& scene)
{
    const auto& words = scene.words;
    StaffModel model{.head = head_words(scene, words.translate("Accounts")),
                     .headings = {words.translate("Account"), words.translate("Role"),
                                  words.translate("Last signed in"), words.translate("State"),
                                  words.translate("Records")},
                     .rows = {},
                     .empty = words.translate("Fetching the accounts…"),
                     .panel = {}};
    if (const auto& staff = scene.console.session.staff) {
        auto accounts = staff->accounts;
        std::ranges::stable_sort(accounts, std::ranges::greater{}, &wire::StaffView::Account::is_open);
        for (const auto& account : accounts) {
            model.rows.push_back(row_words(scene, account));
        }
    }
    if (may(scene.console, domain::Right::staff_change)) {
        model.panel = account_panel_words(scene);
    }
    return model;
}

} // namespace verandah::console
