// SPDX-License-Identifier: Apache-2.0
// What the person does to come in, to go, and about accounts.
#include "clinic/console/flow/account_steps.hpp"
#include "clinic/console/flow/counterfoil_steps.hpp"
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/forgetting_steps.hpp"
#include "clinic/console/flow/session_acts.hpp"
#include "clinic/console/flow/session_steps.hpp"

#include <utility>

namespace verandah::console {

namespace {

struct SessionWishHandler {
    Console& console;
    domain::Instant now;
    Session& session{console.session};

    Effects operator()(const TypeEntry& wish)
    {
        if (session.form && !session.under_way) {
            type(*session.form, wish.entry, wish.typed);
            session.notice.reset();
        }
        return {};
    }
    Effects operator()(const TypeDigits& wish)
    {
        if (!session.form || session.under_way) {
            return {};
        }
        type(*session.form, Entry::pin, session.form->pin.with(wish.digits.view()));
        session.notice.reset();
        const bool is_whole = session.form->kind == Form::Kind::pin && !gap(*session.form);
        return is_whole ? submit() : Effects{};
    }
    Effects operator()(const EraseDigit&)
    {
        if (session.form && !session.under_way) {
            session.form->pin = session.form->pin.without_last();
        }
        return {};
    }
    Effects operator()(const TurnTyped&)
    {
        if (session.form) {
            using enum Form::Typed;
            session.form->typed = session.form->typed == as_dots ? readable : as_dots;
        }
        return {};
    }
    Effects operator()(const LockNow&)
    {
        return is_signed_in(console) && door(console) == Door::open ? doze(console) : Effects{};
    }
    Effects operator()(const SignOut&) { return run(console, plain_errand(Errand::sign_out)); }
    Effects operator()(const SomebodyElse&)
    {
        if (door(console) == Door::pin) {
            session.somebody_else = true;
            session.notice.reset();
            place_form(console);
        }
        return {};
    }
    Effects operator()(const AskMenu&)
    {
        if (is_signed_in(console) && door(console) == Door::open) {
            session.question = MenuSheet{};
        }
        return {};
    }
    Effects operator()(const AskUnlockHub&)
    {
        if (hub_is_locked(console)) {
            session.form = Form{Form::Kind::unlock_hub};
            session.notice.reset();
        }
        return {};
    }
    Effects operator()(const ChooseAccount& wish)
    {
        session.chosen = session.chosen == wish.account ? std::nullopt : std::optional{wish.account};
        return {};
    }
    Effects operator()(const AskAccount& wish)
    {
        if (!may(console, domain::Right::staff_change) || door(console) != Door::open) {
            return {};
        }
        session.notice.reset();
        const auto* account = chosen_account(console);
        if (wish.errand == Errand::add_account) {
            session.question = AddAccountSheet{};
        } else if (account == nullptr || !account->is_open) {
            return {};
        } else if (wish.errand == Errand::change_role) {
            session.question = RoleSheet{account->account, account->role};
        } else if (wish.errand == Errand::revoke) {
            session.question = RevokeSheet{account->account};
        } else if (wish.errand == Errand::new_words) {
            session.question = NewWordsSheet{account->account};
        }
        return {};
    }

    Effects operator()(const ChooseDevice& wish)
    {
        session.chosen_device = session.chosen_device == wish.device ? std::nullopt : std::optional{wish.device};
        return {};
    }
    Effects operator()(const AskDevice& wish)
    {
        if (!may(console, domain::Right::device_change) || door(console) != Door::open) {
            return {};
        }
        session.notice.reset();
        const auto* device = chosen_device(console);
        if (wish.errand == Errand::offer_enrolment) {
            session.question = AddDeviceSheet{};
        } else if (device != nullptr && wish.errand == Errand::rename_device) {
            session.question = RenameDeviceSheet{device->name};
        } else if (device != nullptr && wish.errand == Errand::revoke_device) {
            session.question = RevokeDeviceSheet{device->name};
        }
        return {};
    }
    Effects operator()(const WithdrawOffer&)
    {
        return session.offer ? run(console, withdraw_errand(session.offer->offer)) : Effects{};
    }

    Effects submit()
    {
        if (gap(*session.form) || wait_left(console, now)) {
            return {};
        }
        if (console.link != Link::live) {
            tell(console, SessionNotice::hub_away, now);
            return {};
        }
        return run(console, form_errand(*session.form));
    }

    Effects choose_from_menu(MenuItem item)
    {
        session.question.reset();
        switch (item) {
        case MenuItem::lock_now: return (*this)(LockNow{});
        case MenuItem::own_passphrase: session.form = Form{Form::Kind::own_passphrase}; return {};
        case MenuItem::open_records: session.question = OpenRecordsSheet{}; return {};
        case MenuItem::take_slip: return ask_for_slip(console, {});
        case MenuItem::forget_visitor: return handle_forgetting_wish(console, AskForCard{});
        case MenuItem::sign_out: return (*this)(SignOut{});
        }
        std::unreachable();
    }

    Effects confirm_question()
    {
        if (account_gap(console)) {
            return {};
        }
        if (std::holds_alternative<OwnPassphraseOffer>(*session.question)) {
            session.question.reset();
            session.form = Form{Form::Kind::own_passphrase};
            return {};
        }
        if (console.link != Link::live) {
            tell(console, SessionNotice::hub_away, now);
            return {};
        }
        auto errand = account_errand_of(*session.question);
        return errand ? run(console, *std::move(errand)) : Effects{};
    }

    /// Back from a form: to the PIN, or to the pages. From the door itself there is no way back.
    Effects dismiss_form()
    {
        if (session.somebody_else) {
            session.somebody_else = false;
            session.form.reset();
            place_form(console);
        } else if (door(console) == Door::open) {
            session.form.reset();
            ask_what_is_needed(console);
        }
        session.notice.reset();
        return {};
    }
    Effects dismiss_question()
    {
        session.question.reset();
        session.notice.reset();
        ask_what_is_needed(console);
        return {};
    }
};

/// Confirm, dismiss, choose and type mean whatever lies in front.
struct InFront {
    SessionWishHandler& handler;
    Front front;

    template <class Other>
    std::optional<Effects> operator()(const Other&) const
    {
        return Effects{}; // of what lies behind
    }
    std::optional<Effects> operator()(const SessionWish&) const { return std::nullopt; }
    std::optional<Effects> operator()(const ForgettingWish&) const
    {
        return front == Front::forgetting ? std::nullopt : std::optional{Effects{}};
    }
    std::optional<Effects> operator()(const Cover&) const { return std::nullopt; }
    std::optional<Effects> operator()(const Uncover&) const { return std::nullopt; }
    std::optional<Effects> operator()(const Confirm&) const
    {
        switch (front) {
        case Front::told_words:
            handler.session.told.reset();
            ask_what_is_needed(handler.console);
            return Effects{};
        case Front::offer: handler.session.offer.reset(); return Effects{};
        case Front::form: return handler.submit();
        case Front::question: return handler.confirm_question();
        case Front::forgetting: // it has wishes of its own
        case Front::nothing: break;
        }
        return Effects{};
    }
    std::optional<Effects> operator()(const Dismiss&) const
    {
        switch (front) {
        case Front::offer: handler.session.offer.reset(); return Effects{};
        case Front::form: return handler.dismiss_form();
        case Front::question: return handler.dismiss_question();
        case Front::told_words: // they are not shown again: only saying so lets them go
        case Front::forgetting:
        case Front::nothing: break;
        }
        return Effects{};
    }
    std::optional<Effects> operator()(const ChooseOption& wish) const
    {
        if (front != Front::question) {
            return Effects{};
        }
        if (std::holds_alternative<MenuSheet>(*handler.session.question)) {
            const auto item = menu_item(handler.console, wish);
            return item ? handler.choose_from_menu(*item) : Effects{};
        }
        choose_for_account(*handler.session.question, wish);
        return Effects{};
    }
    std::optional<Effects> operator()(const TypeWords& wish) const
    {
        if (front == Front::question) {
            type_for_account(*handler.session.question, wish.words);
        }
        return Effects{};
    }
};

} // namespace

std::vector<Effect> handle_session_wish(Console& console, const SessionWish& wish, domain::Instant now)
{
    return std::visit(SessionWishHandler{console, now}, wish);
}

std::optional<std::vector<Effect>> handle_in_front(Console& console, const Wish& wish, domain::Instant now)
{
    const auto in_front = front(console);
    if (in_front == Front::nothing && door(console) == Door::open) {
        return std::nullopt;
    }
    SessionWishHandler handler{console, now};
    return std::visit(InFront{handler, in_front}, wish);
}

} // namespace verandah::console
