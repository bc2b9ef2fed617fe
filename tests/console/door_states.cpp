// SPDX-License-Identifier: Apache-2.0
// Each state is reached by what really happens, never by setting a field.
#include "door_states.hpp"

#include "sample.hpp"

namespace verandah::test {

namespace {

using namespace console;
using domain::Role;

void wish(Console& console, const Wish& what)
{
    static_cast<void>(handle(console, what, sample_now));
}
void happens(Console& console, const SessionHappening& what)
{
    static_cast<void>(handle(console, what, sample_now));
}

Console refused(Console console, Errand errand, std::optional<std::chrono::seconds> wait = std::nullopt)
{
    happens(console, ErrandRefused{errand, domain::Refusal::Why::not_allowed, wait});
    return console;
}

Console alerted(Console console)
{
    const domain::AlertRaised alert{domain::AlertId{1}, domain::AlertKind::help, "kiosk-1", sample_now};
    static_cast<void>(handle(console, LineChanged{2, {.tickets = {}, .alerts = {alert}}}, sample_now));
    return console;
}

Console with_accounts(Role role, int count)
{
    auto console = console_with(busy_line(), signed_in(role));
    wish(console, ShowPage{Page::staff});
    happens(console, StaffCame{sample_staff(count)});
    return console;
}

Console asked(Console console, const Wish& what)
{
    wish(console, what);
    return console;
}

Console first_account()
{
    auto console = console_at_the_door(new_house());
    fill(console, {{Entry::account, "lead-1"},
                   {Entry::new_passphrase, "a lamp by the river"},
                   {Entry::repeated, "a lamp by the river"},
                   {Entry::pin, "4829"}});
    return console;
}

Console told()
{
    auto console = with_accounts(Role::administrator, 9);
    const wire::NewPassphrase made{domain::AccountCode::make("desk-2").value(),
                                   files::SecretText{"walnut orbit candle meadow"}};
    happens(console, ErrandDone{Errand::add_account, files::SecretText{wire::encode(made)}});
    return console;
}

Console panicked()
{
    auto console = console_with(busy_line());
    happens(console, PanicPressed{});
    happens(console, PanicPressed{});
    happens(console, ErrandDone{Errand::lock_hub, files::SecretText{"{}"}});
    return console;
}

Console ends_soon()
{
    auto view = signed_in(Role::clinician);
    view.ends_at = sample_now + std::chrono::minutes{9};
    return console_with(busy_line(), view);
}

/// She is told totals, with small counts hidden.
Console committee()
{
    auto console = console_with(busy_line(), signed_in(Role::committee_member));
    using enum domain::PublishedCell::State;
    const wire::TotalsView totals{.counted_at = sample_now - std::chrono::minutes{8},
                                  .came = {shown, 38},
                                  .served = {shown, 25},
                                  .left = {small},
                                  .here = {withheld},
                                  .alerts = {shown, 0},
                                  .middle_wait = std::chrono::minutes{15}};
    static_cast<void>(handle(console, TotalsCame{totals}, sample_now));
    return console;
}

Console locked_hub_asked()
{
    auto console = console_with(busy_line(), locked_hub());
    wish(console, AskUnlockHub{});
    return refused(std::move(console), Errand::unlock_hub);
}

Console offered()
{
    auto console = console_at_the_door(nobody());
    auto view = signed_in(Role::reception);
    view.has_own_passphrase = false;
    happens(console, answered(Errand::sign_in, view));
    static_cast<void>(handle(console, LineCame{view_of_line(busy_line())}, sample_now));
    return console;
}

} // namespace

void fill(console::Console& console, const std::vector<std::pair<console::Entry, std::string>>& entries)
{
    for (const auto& [entry, typed] : entries) {
        wish(console, TypeEntry{entry, files::SecretText{std::string{typed}}});
    }
}

console::ErrandDone answered(console::Errand errand, const wire::SessionView& view)
{
    return {errand, files::SecretText{wire::encode(view)}};
}

std::vector<std::pair<std::string, console::Console>> every_door_state()
{
    const auto at_door = console_at_the_door(nobody());
    const auto waiting = console_with(busy_line());
    auto dozing = asked(waiting, LockNow{});
    auto away = dozing;
    static_cast<void>(handle(away, LinkWent{Link::reconnecting}, sample_now));
    auto filled_in = at_door;
    fill(filled_in,
         {{Entry::account, "desk-1"}, {Entry::passphrase, "walnut orbit candle meadow"}, {Entry::pin, "48"}});
    auto pin = asked(alerted(dozing), TypeDigits{files::SecretText{"482"}});
    auto chosen =
        asked(with_accounts(Role::administrator, 9), ChooseAccount{domain::AccountCode::make("account-2").value()});
    auto closed =
        asked(with_accounts(Role::administrator, 9), ChooseAccount{domain::AccountCode::make("account-3").value()});
    auto own = asked(asked(waiting, AskMenu{}), ChooseOption{0, 1});
    auto records = asked(asked(console_with(busy_line(), signed_in(Role::clinician)), AskMenu{}), ChooseOption{0, 2});
    auto asks_for_help = nobody();
    asks_for_help.alerts = 1;
    auto sent = asked(filled_in, TypeEntry{Entry::pin, files::SecretText{"482915"}});
    wish(sent, Confirm{});
    return {{"first", console_at_the_door(new_house())},
            {"first-filled", first_account()},
            {"sign-in", at_door},
            {"sign-in-alert", console_at_the_door(asks_for_help)},
            {"sign-in-filled", filled_in},
            {"sign-in-sent", sent},
            {"sign-in-wrong", refused(filled_in, Errand::sign_in, std::chrono::seconds{20})},
            {"sign-in-readable", asked(filled_in, TurnTyped{})},
            {"pin", dozing},
            {"pin-alert", pin},
            {"pin-wrong", refused(dozing, Errand::unlock)},
            {"pin-away", away},
            {"pin-other", asked(dozing, SomebodyElse{})},
            {"ends-soon", ends_soon()},
            {"menu", asked(console_with(busy_line(), signed_in(Role::clinician)), AskMenu{})},
            {"offer", offered()},
            {"own", own},
            {"own-wrong", refused(own, Errand::own_passphrase)},
            {"records", records},
            {"reception", console_with(busy_line(), signed_in(Role::reception))},
            {"crisis-team", alerted(console_with(busy_line(), signed_in(Role::crisis_team)))},
            {"administrator", console_with(busy_line(), signed_in(Role::administrator))},
            {"committee", committee()},
            {"committee-counting", console_with(busy_line(), signed_in(Role::committee_member))},
            {"accounts", with_accounts(Role::administrator, 9)},
            {"accounts-none", asked(console_with(busy_line(), signed_in(Role::administrator)), ShowPage{Page::staff})},
            {"accounts-many", with_accounts(Role::administrator, 200)},
            {"accounts-coordinator", with_accounts(Role::coordinator, 9)},
            {"accounts-chosen", chosen},
            {"accounts-closed", closed},
            {"add-account", asked(chosen, AskAccount{Errand::add_account})},
            {"add-account-refused", refused(asked(chosen, AskAccount{Errand::add_account}), Errand::add_account)},
            {"role", asked(chosen, AskAccount{Errand::change_role})},
            {"revoke", asked(chosen, AskAccount{Errand::revoke})},
            {"new-words", asked(chosen, AskAccount{Errand::new_words})},
            {"told", told()},
            {"locked-hub", console_with(busy_line(), locked_hub())},
            {"locked-hub-unlock", locked_hub_asked()},
            {"panic", panicked()}};
}

} // namespace verandah::test
