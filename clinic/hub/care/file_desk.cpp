// SPDX-License-Identifier: Apache-2.0
// What is open, and for how long: seen by whoever has it open.
#include "clinic/hub/care/file_desk.hpp"

#include "clinic/hub/care/file_refusals.hpp"
#include "shared/files/scrub.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace verandah::hub {

namespace {

/// What staff have to do about her.
std::vector<wire::FileView::Due> due_in(OpenedFile& opened, const domain::CareRules& rules, domain::CentreDay today)
{
    std::vector<wire::FileView::Due> due;
    for (const auto& item : opened.due(rules.followup, today)) {
        if (domain::is_open(item.state)) {
            due.push_back({item.key.rule, item.due, item.state});
        }
    }
    return due;
}

wire::FileView view_of(const OpenedFile& opened)
{
    wire::FileView view{.file = opened.id(),
                        .is_of_today = std::holds_alternative<domain::TicketId>(opened.owner()),
                        .unread = opened.file().unread};
    std::ranges::transform(opened.file().entries, std::back_inserter(view.entries), told_of);
    return view;
}

std::vector<domain::CounterfoilHash> counterfoils_in(const domain::File& file)
{
    std::vector<domain::CounterfoilHash> counterfoils;
    for (const auto& [id, referral] : file.referrals) {
        if (referral.counterfoil) {
            counterfoils.push_back(*referral.counterfoil);
        }
    }
    for (const auto& slips : file.slips) {
        counterfoils.insert(counterfoils.end(), slips.what.counterfoils.begin(), slips.what.counterfoils.end());
    }
    return counterfoils;
}

} // namespace

FileDesk::FileDesk(store::Writer& writer, Options options)
    : writer_{writer}, options_{std::move(options)}, thread_{[this] { pass_time(); }, options_.report}
{
}

void FileDesk::see(domain::FileId file, const Asker& asker, const Answer<wire::FileView>& answer)
{
    thread_.submit([this, file, asker, answer] {
        const auto opened = asker.staff ? files_.at({asker.device, *asker.staff}, file) : nullptr;
        if (!opened) {
            refuse_with(answer, why_not_open(file, asker));
            return;
        }
        const auto view = std::make_shared<wire::FileView>(view_of(*opened));
        view->due = due_in(*opened, options_.rules, options_.now().day);
        writer_.read([this, view, answer, wanted = counterfoils_in(opened->file())](const store::Ledger& ledger) {
            for (const auto& counterfoil : wanted) {
                if (const auto* returned = ledger.files().returned(counterfoil)) {
                    view->returned.push_back({counterfoil, returned->way, returned->at});
                }
            }
            thread_.submit(
                [view, answer] { answer(*view); }); // a long view is not put into words on the writer's thread
        });
        files::scrub_stack();
    });
}

void FileDesk::close(domain::FileId file, const Asker& asker, const Answer<wire::EmptyRequest>& answer)
{
    if (asker.staff) {
        files_.close_at({asker.device, *asker.staff}, file);
    }
    answer(wire::EmptyRequest{});
}

domain::Refusal FileDesk::why_not_open(domain::FileId file, const Asker& asker) const
{
    const bool was_closed = asker.staff && files_.was_closed({asker.device, *asker.staff}, file);
    return was_closed ? closed_since_she_left().error() : not_open_here().error();
}

void FileDesk::pass_time()
{
    files_.keep_only(options_.sessions.clinical_consoles());
    if (files_.tickets().empty()) {
        return;
    }
    writer_.read([this, now = options_.now().at](const store::Ledger& ledger) {
        files_.close_of_gone(
            [&ledger](domain::TicketId ticket) {
                const auto* found = ledger.line().find(ticket);
                return found != nullptr && found->now.state == domain::TicketState::serving;
            },
            now);
    });
}

} // namespace verandah::hub
