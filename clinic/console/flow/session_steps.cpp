// SPDX-License-Identifier: Apache-2.0
// Coming in, dozing off, going; the panic chord; what the hub answers to all of it.
#include "clinic/console/flow/session_steps.hpp"

#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/forgetting_steps.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/session_acts.hpp"
#include "clinic/console/flow/work_steps.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using State = wire::SessionView::State;
using Hub = wire::SessionView::Hub;

struct SessionHandler {
    Console& console;
    domain::Instant now;
    Session& session{console.session};

    Effects take(wire::SessionView view)
    {
        const auto before = std::exchange(session.view, std::move(view));
        const auto& after = *session.view;
        const bool is_same_person =
            before && before->account == after.account && before->role == after.role && before->hub == after.hub;
        if (!is_same_person) {
            say_why_gone(before);
            forget_person(console);
            session.somebody_else = false;
        }
        if (after.state != State::signed_in) {
            session.dozing = session.dozing && after.state == State::waiting_for_pin;
        }
        if (after.state == State::nobody) {
            session.wrong_pins = 0;
        }
        if (!may(console, console.page)) {
            const auto seen = pages(console);
            console.page = seen.empty() || door(console) == Door::pin ? console.page : seen.front();
        }
        place_form(console);
        ask_what_is_needed(console);
        return after_taking(before);
    }

    Effects after_taking(const std::optional<wire::SessionView>& before) const
    {
        Effects effects;
        if (session.dozing && is_signed_in(console)) { // the hub has not heard that she is away
            effects.emplace_back(plain_errand(Errand::lock));
        }
        const bool is_new = !before || *before != *session.view;
        if (is_new && may(console, domain::Right::line_see)) {
            effects.emplace_back(FetchLine{});
        }
        if (is_new && console.page == Page::staff && may(console, Page::staff)) {
            effects.emplace_back(FetchStaff{});
        }
        if (is_new && console.page == Page::devices && may(console, Page::devices)) {
            effects.push_back(fetch_devices(console, now));
        }
        if (is_new && needs_totals(console)) {
            effects.push_back(fetch_totals(console, now));
        }
        if (needs_to_look_back(console)) {
            std::ranges::move(look_back(console, {}, PastDays::all), std::back_inserter(effects));
        }
        if (is_new && may(console, domain::Right::visitor_forget)) {
            effects.emplace_back(FetchForgettingRequests{});
        }
        if (needs_work(console)) {
            std::ranges::move(look_at_work(console), std::back_inserter(effects));
        }
        return effects;
    }

    /// She did not go by herself: say why she has to come in again.
    void say_why_gone(const std::optional<wire::SessionView>& before)
    {
        const bool was_in = before && before->hub == Hub::open && before->state != State::nobody;
        if (!was_in || session.view->hub != Hub::open || session.view->state != State::nobody ||
            session.under_way == Errand::sign_out) {
            return;
        }
        if (session.wrong_pins >= most_wrong_pins) {
            tell(console, SessionNotice::too_many_pins, now);
        } else {
            tell(console,
                 before->ends_at && *before->ends_at <= now ? SessionNotice::shift_over : SessionNotice::signed_out,
                 now);
        }
    }

    Effects operator()(const SessionCame& event) { return take(event.view); }
    Effects operator()(const StaffCame& event)
    {
        if (may(console, Page::staff)) {
            session.staff = event.view;
        }
        return {};
    }
    Effects operator()(const DevicesCame& event)
    {
        if (may(console, Page::devices)) {
            session.devices = event.view;
        }
        return {};
    }
    Effects operator()(const SessionChanged&)
    {
        Effects effects{FetchSession{}};
        if (console.page == Page::staff && may(console, Page::staff)) {
            effects.emplace_back(FetchStaff{});
        }
        return effects;
    }

    Effects operator()(const ErrandDone& event)
    {
        switch (event.errand) {
        case Errand::sign_in:
        case Errand::first_account:
        case Errand::unlock: return came_in(event);
        case Errand::own_passphrase: return own_passphrase_changed(event);
        case Errand::sign_out:
        case Errand::lock:
        case Errand::keep: return take_answer(event);
        case Errand::add_account:
        case Errand::new_words: return words_made(event);
        case Errand::change_role:
        case Errand::revoke: return account_done(SessionNotice::account_changed);
        case Errand::open_records: return account_done(SessionNotice::records_opened);
        case Errand::offer_enrolment: return offer_made(event);
        case Errand::withdraw_offer: session.offer.reset(); return device_done();
        case Errand::rename_device:
        case Errand::revoke_device: return device_done();
        case Errand::lock_hub: return hub_locked();
        case Errand::unlock_hub:
            session.under_way.reset();
            session.form.reset();
            tell(console, SessionNotice::hub_unlocked, now);
            return {FetchSession{}};
        case Errand::forget_visitor:
        case Errand::carry_out_forgetting:
        case Errand::decline_forgetting: return forgetting_done(console, event);
        }
        std::unreachable();
    }

    Effects take_answer(const ErrandDone& event)
    {
        auto view = wire::decode_session_view(event.body.view());
        auto effects = view ? take(*std::move(view)) : Effects{FetchSession{}};
        if (session.under_way == event.errand) {
            session.under_way.reset();
        }
        return effects;
    }
    Effects came_in(const ErrandDone& event)
    {
        const auto view = wire::decode_session_view(event.body.view());
        if (view && view->state == State::nobody) { // the last wrong PIN is answered by who stands there now
            ++session.wrong_pins;
            return take_answer(event);
        }
        session.dozing = false;
        session.somebody_else = false;
        session.wrong_pins = 0;
        session.free_at.reset();
        session.notice.reset();
        session.form.reset();
        session.touched_at = now;
        session.kept_at = now;
        auto effects = take_answer(event);
        if (event.errand == Errand::sign_in && is_signed_in(console) && !session.view->has_own_passphrase) {
            console.sheet.reset();
            session.question = OwnPassphraseOffer{};
        }
        return effects;
    }
    Effects own_passphrase_changed(const ErrandDone& event)
    {
        session.form.reset();
        auto effects = take_answer(event);
        tell(console, SessionNotice::own_passphrase_changed, now);
        return effects;
    }
    Effects words_made(const ErrandDone& event)
    {
        session.under_way.reset();
        session.question.reset();
        if (const auto made = wire::decode_new_passphrase(event.body.view())) {
            session.chosen = made->account;
            session.told = ToldWords{made->account, files::SecretText{std::string{made->passphrase.view()}}};
        }
        return {FetchStaff{}};
    }
    Effects account_done(SessionNotice notice)
    {
        session.under_way.reset();
        session.question.reset();
        tell(console, notice, now);
        return may(console, Page::staff) ? Effects{FetchStaff{}} : Effects{};
    }
    Effects offer_made(const ErrandDone& event)
    {
        session.under_way.reset();
        session.question.reset();
        if (const auto made = wire::decode_enrolment_offer(event.body.view())) {
            session.offer = ShownOffer{made->offer,   made->name,
                                       made->kind,    files::SecretText{std::string{made->code}},
                                       made->address, files::SecretText{std::string{made->qr}},
                                       made->until};
        }
        return {fetch_devices(console, now)};
    }
    Effects device_done()
    {
        session.under_way.reset();
        session.question.reset();
        session.chosen_device.reset();
        tell(console, SessionNotice::device_changed, now);
        return {fetch_devices(console, now)};
    }
    Effects hub_locked()
    {
        session.panic = Panic::done;
        session.panic_since = now;
        return {FetchSession{}};
    }

    Effects operator()(const ErrandRefused& event)
    {
        if (is_about_forgetting(event.errand)) {
            return forgetting_refused(console, event);
        }
        if (event.errand == Errand::lock_hub) {
            session.panic = event.why == domain::Refusal::Why::conflict ? Panic::done : Panic::failed;
            session.panic_since = now;
            return {FetchSession{}};
        }
        if (event.errand == Errand::keep || event.errand == Errand::lock) {
            return {FetchSession{}};
        }
        session.under_way.reset();
        session.free_at = event.wait ? std::optional{now + *event.wait} : std::nullopt;
        if (event.errand == Errand::unlock) {
            ++session.wrong_pins;
        }
        tell(console, notice_of(event), now);
        empty_form();
        const bool may_have_ended = event.errand == Errand::unlock || event.why == domain::Refusal::Why::not_allowed ||
                                    event.errand == Errand::first_account;
        return may_have_ended ? Effects{FetchSession{}} : Effects{};
    }

    static SessionNotice notice_of(const ErrandRefused& event)
    {
        using enum domain::Refusal::Why;
        const bool is_wrong = event.why == not_allowed || event.why == not_found;
        switch (event.errand) {
        case Errand::sign_in: return is_wrong ? SessionNotice::wrong_sign_in : notice_of(event.why);
        case Errand::unlock: return is_wrong ? SessionNotice::wrong_pin : notice_of(event.why);
        case Errand::own_passphrase: return is_wrong ? SessionNotice::wrong_own_passphrase : notice_of(event.why);
        case Errand::unlock_hub:
            return is_wrong || event.why == invalid_input ? SessionNotice::wrong_hub_words : notice_of(event.why);
        case Errand::first_account:
        case Errand::lock:
        case Errand::keep:
        case Errand::sign_out:
        case Errand::add_account:
        case Errand::change_role:
        case Errand::revoke:
        case Errand::new_words:
        case Errand::open_records:
        case Errand::offer_enrolment:
        case Errand::withdraw_offer:
        case Errand::rename_device:
        case Errand::revoke_device:
        case Errand::lock_hub:
        case Errand::forget_visitor:
        case Errand::carry_out_forgetting:
        case Errand::decline_forgetting: break;
        }
        return notice_of(event.why);
    }
    static SessionNotice notice_of(domain::Refusal::Why why)
    {
        using enum domain::Refusal::Why;
        switch (why) {
        case invalid_input: return SessionNotice::invalid;
        case not_found:
        case not_open: return SessionNotice::not_found;
        case not_allowed: return SessionNotice::not_allowed;
        case conflict: return SessionNotice::conflict;
        }
        std::unreachable();
    }

    /// What was wrong is typed again from the start; the account's word stays.
    void empty_form()
    {
        if (session.form) {
            session.form = Form{.kind = session.form->kind, .account = session.form->account};
        }
    }

    Effects operator()(const ErrandLost& event)
    {
        if (is_about_forgetting(event.errand)) {
            return forgetting_lost(console, event);
        }
        if (event.errand == Errand::lock_hub) {
            return {plain_errand(Errand::lock_hub)}; // until it is answered
        }
        if (!is_silent(event.errand)) {
            session.under_way.reset();
            tell(console, SessionNotice::hub_away, now);
        }
        return {FetchSession{}};
    }

    Effects operator()(const Touched&)
    {
        session.touched_at = now;
        if (!is_signed_in(console) || session.dozing || console.link != Link::live ||
            (now >= session.kept_at && now - session.kept_at < keeps_every)) {
            return {};
        }
        session.kept_at = now;
        return {plain_errand(Errand::keep)};
    }
    /// The second press within the time locks the hub, whoever stands here and whatever is on the screen.
    Effects operator()(const PanicPressed&)
    {
        const auto first = std::exchange(session.chord_at, now);
        if (!first || now - *first > panic_within || now < *first) {
            return {};
        }
        session.chord_at.reset();
        session.panic = Panic::asked;
        session.panic_since = now;
        session.told.reset();
        session.offer.reset();
        session.question.reset();
        session.form.reset();
        console.sheet.reset();
        console.forgetting.sheet.reset();
        console.work.sheet.reset();
        console.work.slip.reset();
        console.covered = true;
        place_form(console);
        return {plain_errand(Errand::lock_hub)};
    }
};

} // namespace

std::vector<Effect> handle_session(Console& console, const SessionHappening& happening, domain::Instant now)
{
    return std::visit(SessionHandler{console, now}, happening);
}

void ask_what_is_needed(Console& console)
{
    const bool needs_room = console.centre && console.replica && !console.station &&
                            may(console, domain::Right::line_call) && door(console) == Door::open &&
                            front(console) == Front::nothing;
    if (needs_room) {
        console.sheet = StationSheet{};
    }
}

} // namespace verandah::console
