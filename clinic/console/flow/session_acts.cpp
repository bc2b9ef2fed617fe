// SPDX-License-Identifier: Apache-2.0
// The few things that more than one step does.
#include "clinic/console/flow/session_acts.hpp"

#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/record_steps.hpp"

#include <optional>
#include <utility>

namespace verandah::console {

bool is_signed_in(const Console& console)
{
    const auto& view = console.session.view;
    return view && view->hub == wire::SessionView::Hub::open && view->state == wire::SessionView::State::signed_in;
}

void tell(Console& console, SessionNotice about, domain::Instant now)
{
    console.session.notice = Session::Said{about, now};
}

Effects run(Console& console, RunErrand errand)
{
    auto& session = console.session;
    if (!is_silent(errand.errand)) {
        if (session.under_way) {
            return {};
        }
        session.under_way = errand.errand;
        session.notice.reset();
    }
    return {std::move(errand)};
}

Effects doze(Console& console)
{
    auto& session = console.session;
    auto effects = keep_record_now(console); // before the hub hears that nobody is there
    session.dozing = true;
    session.form.reset();
    session.question.reset();
    session.offer.reset(); // whoever passes by could take it
    console.sheet.reset();
    console.forgetting.sheet.reset();
    console.work.sheet.reset();
    console.work.slip.reset();
    place_form(console);
    effects.emplace_back(plain_errand(Errand::lock));
    return effects;
}

void place_form(Console& console)
{
    auto& form = console.session.form;
    const auto wanted = [&]() -> std::optional<Form::Kind> {
        switch (door(console)) {
        case Door::first_account: return Form::Kind::first_account;
        case Door::sign_in: return Form::Kind::sign_in;
        case Door::pin: return Form::Kind::pin;
        case Door::unknown:
        case Door::open: break;
        }
        return std::nullopt;
    }();
    const bool is_over_pages =
        form && (form->kind == Form::Kind::own_passphrase || form->kind == Form::Kind::unlock_hub);
    if (!wanted && !is_over_pages) {
        form.reset();
    } else if (wanted && (!form || form->kind != *wanted)) {
        form = Form{*wanted};
    }
}

Effect fetch_totals(Console& console, domain::Instant now)
{
    console.totals_asked_at = now;
    return FetchTotals{};
}

Effect fetch_devices(Console& console, domain::Instant now)
{
    console.session.devices_asked_at = now;
    return FetchDevices{};
}

void forget_person(Console& console)
{
    console.session.told.reset();
    console.session.question.reset();
    console.session.form.reset();
    console.session.staff.reset();
    console.session.devices.reset();
    console.session.chosen_device.reset();
    console.session.offer.reset();
    console.session.chosen.reset();
    console.sheet.reset();
    console.forgetting = {};
    console.chosen.reset();
    console.notice.reset();
    console.past.reset();
    console.record.reset();
    console.knowledge = {};
    console.work = Work{.looks = console.work.looks};
    console.stock = {.look = console.stock.look + 1}; // what was asked for somebody else is not for this one
    console.totals.reset();
    console.own_moves.clear();
    if (console.replica) {
        console.replica->forget();
    }
}

} // namespace verandah::console
