// SPDX-License-Identifier: Apache-2.0
// What an open record means for referrals and slips.
#include "clinic/console/flow/refer.hpp"

#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/outlook.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_steps.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/flow/work_steps.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using Effects = std::vector<Effect>;

bool has_counterfoil(const domain::FileEvent& event, const domain::CounterfoilHash& hash)
{
    if (const auto* made = std::get_if<domain::ReferralMade>(&event)) {
        return made->issued && made->issued->counterfoil == hash;
    }
    const auto* given = std::get_if<domain::SlipsGiven>(&event);
    return given != nullptr && std::ranges::count(given->counterfoils, hash) > 0;
}

/// What the open record wrote, or could not write.
void settle_slip(Console& console)
{
    auto& work = console.work;
    if (!work.slip || work.slip->is_written || work.under_way) {
        return;
    }
    const auto& record = *console.record;
    const auto hash = wire::hash_of(work.slip->codes.front());
    const auto is_it = [&](const domain::FileEvent& event) { return has_counterfoil(event, hash); };
    if (std::ranges::any_of(record.file.entries, is_it, &domain::FileEntry::event)) {
        work.slip->is_written = true;
    } else if (std::ranges::none_of(record.to_write, is_it) && !(record.under_way && is_it(*record.under_way))) {
        work.slip.reset(); // the record says why
    }
}

/// She could come by it: the service of this house; nullopt when it leads elsewhere, or is over.
std::optional<domain::ServiceCode> leads_to(const domain::Referral& referral)
{
    const auto* service = std::get_if<domain::ServiceCode>(&referral.to);
    const bool is_open = domain::advance(referral.status, domain::ReferralEvent::attend).has_value();
    return service != nullptr && is_open ? std::optional{*service} : std::nullopt;
}

const domain::Ticket* ticket_of_record(const Console& console)
{
    const auto* here = visitor_here(console);
    return here != nullptr && here->id == console.record->ticket ? here : nullptr;
}

/// Of several referrals of today the latest.
void note_onward(Console& console, domain::Instant now)
{
    const auto* ticket = ticket_of_record(console);
    if (ticket == nullptr) {
        return;
    }
    std::optional<domain::ServiceCode> service;
    for (const auto& [id, referral] : console.record->file.referrals) {
        if (leads_to(referral) && today(console, referral.made_at) == today(console, now)) {
            service = leads_to(referral);
        }
    }
    auto& onward = console.work.onward;
    const bool is_known = onward && onward->ticket == ticket->id && onward->service == service;
    if (service && !is_known &&
        std::ranges::find(ticket->now.steps, *service, &domain::Step::service) == ticket->now.steps.end()) {
        onward = Onward{ticket->id, *service};
    }
}

/// Once for each time a record is opened: what was refused once is not asked for again.
Effects note_that_she_came(Console& console, domain::Instant now)
{
    const auto& record = *console.record;
    const auto* ticket = ticket_of_record(console);
    if (record.stage != Record::Stage::form || ticket == nullptr || console.work.came_in == record.look) {
        return {};
    }
    console.work.came_in = record.look;
    std::vector<domain::FileEvent> came;
    for (const auto& [id, referral] : record.file.referrals) {
        if (const auto service = leads_to(referral); service && service == ticket->current_service()) {
            came.emplace_back(domain::ReferralMoved{
                .referral = id, .event = domain::ReferralEvent::attend, .evidence = domain::Evidence::provider});
        }
    }
    Effects effects;
    for (auto& event : came) {
        std::ranges::move(write(console, std::move(event), now), std::back_inserter(effects));
    }
    return effects;
}

} // namespace

bool is_open_here(const Console& console, domain::FileId file)
{
    return console.page == Page::record && console.record && console.record->id == file &&
           console.record->stage == Record::Stage::form && may(console, domain::Right::record_write);
}

bool may_ask_here(const Console& console)
{
    return console.record && console.record->id && is_open_here(console, *console.record->id) &&
           !console.record->clash && !console.record->finishing;
}

std::vector<domain::ReferralDestination> destinations_of(const Console& console, const MakeReferralSheet& sheet)
{
    std::vector<domain::ReferralDestination> places;
    if (!sheet.service) {
        return places;
    }
    for (const auto* provider : providers_of(console.work, sheet)) {
        places.emplace_back(provider->code);
    }
    const auto* ticket = is_open_here(console, sheet.file) ? ticket_of_record(console) : nullptr;
    if (ticket != nullptr) {
        std::ranges::copy(ways_on(console, *ticket), std::back_inserter(places));
    } else if (console.centre) {
        std::ranges::transform(console.centre->centre.services, std::back_inserter(places), &domain::Service::code);
    }
    return places;
}

const domain::Referral* to_be_asked_about(const domain::File& file)
{
    const domain::Referral* latest = nullptr;
    for (const auto& [id, referral] : file.referrals) {
        if (std::holds_alternative<domain::ProviderCode>(referral.to) && may_be_asked(referral)) {
            latest = &referral;
        }
    }
    return latest;
}

SlipCount slips_of(const Record& record)
{
    SlipCount count;
    for (const auto& slips : record.file.slips) {
        count.given += static_cast<std::size_t>(slips.what.count);
        count.returned += static_cast<std::size_t>(
            std::ranges::count_if(slips.what.counterfoils, [&](const domain::CounterfoilHash& hash) {
                return std::ranges::count(record.returned, hash) > 0;
            }));
    }
    return count;
}

std::vector<Effect> follow_record(Console& console, domain::Instant now)
{
    if (!console.record || !console.record->id) {
        return {};
    }
    settle_slip(console);
    note_onward(console, now);
    return note_that_she_came(console, now);
}

std::optional<domain::ServiceCode> goes_on_to(const Console& console, const domain::Ticket& ticket)
{
    const auto& onward = console.work.onward;
    const bool is_meant = onward && onward->ticket == ticket.id && onward->stage == Onward::Stage::meant &&
                          ticket.now.state == domain::TicketState::serving;
    return is_meant ? std::optional{onward->service} : std::nullopt;
}

} // namespace verandah::console
