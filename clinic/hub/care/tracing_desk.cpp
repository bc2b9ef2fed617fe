// SPDX-License-Identifier: Apache-2.0
// Hers are copied on the writer's thread, and opened beside it.
#include "clinic/hub/care/tracing_desk.hpp"

#include "clinic/hub/care/file_refusals.hpp"
#include "clinic/hub/care/sealed_tracing.hpp"
#include "shared/files/scrub.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace verandah::hub {

namespace {

using domain::Refusal;
using TracingsOfHer = std::map<domain::TracingId, domain::Tracing>;
using TracingEvents = std::expected<std::vector<domain::Event>, Refusal>;

TracingsOfHer asked_of(const domain::AccountCode& worker, const store::Ledger& ledger)
{
    TracingsOfHer hers;
    std::ranges::copy_if(ledger.files().tracings().all(), std::inserter(hers, hers.end()),
                         [&worker](const auto& each) { return each.second.worker == worker; });
    return hers;
}

std::unexpected<Refusal> nobody_is_signed_in()
{
    return domain::refuse(Refusal::Why::not_allowed, "nobody is signed in at this console");
}

std::optional<wire::TracingList::Row> row_of(domain::TracingId id, const domain::Tracing& tracing,
                                             const vault::StaffSecret& secret)
{
    const auto opened = vault::open_as_worker(tracing.sealed, id, secret);
    auto asked = opened ? wire::decode_tracing_asked(opened->content) : std::unexpected{Refusal{}};
    if (!asked) {
        return std::nullopt;
    }
    asked->attempts += static_cast<int>(tracing.taken_up);
    return wire::TracingList::Row{id, tracing.given_at, *std::move(asked), answer_waiting(tracing, id, opened->key)};
}

wire::TracingList list_of(const TracingsOfHer& hers, const vault::StaffSecret& secret)
{
    wire::TracingList list;
    for (const auto& [id, tracing] : hers) {
        if (auto row = row_of(id, tracing, secret)) {
            list.rows.push_back(*std::move(row));
        } else {
            ++list.out_of_reach;
        }
    }
    std::ranges::sort(list.rows, {}, [](const wire::TracingList::Row& row) {
        return std::tuple{row.told.has_value(), std::chrono::sys_days{row.asked.expected_on}, row.given_at,
                          row.tracing};
    });
    list.rows_in_all = static_cast<int>(list.rows.size());
    if (list.rows.size() > wire::TracingList::most) {
        list.rows.erase(list.rows.begin() + wire::TracingList::most, list.rows.end());
    }
    return list;
}

} // namespace

void TracingDesk::see(const Asker& asker, const Answer<wire::TracingList>& answer)
{
    const auto now = files_.options().now().at;
    auto secret = files_.options().sessions.secret_at(asker.device, now);
    if (!secret || !asker.staff) {
        refuse_with(answer, nobody_is_signed_in().error());
        return;
    }
    if (!looks_.is_another_look(domain::CareListRead::List::tracings, asker, now)) {
        show(asker, secret, answer);
        return;
    }
    writer_.submit({.actor = asker.device,
                    .key = std::nullopt,
                    .decide = written_look(domain::CareListRead::List::tracings),
                    .answer =
                        [this, asker, secret, answer](const store::Ledger&, const store::Write::Outcome& outcome) {
                            if (std::holds_alternative<const domain::Event*>(outcome)) {
                                show(asker, secret, answer);
                            } else { // nobody knows whether it was written down
                                answer(std::unexpected{NoReceipt{store::Unknown{}}});
                            }
                        },
                    .staff = asker.staff});
}

void TracingDesk::show(const Asker& asker, const Secret& secret, const Answer<wire::TracingList>& answer)
{
    writer_.read([this, worker = *asker.staff, secret, answer](const store::Ledger& ledger) {
        files_.thread().submit([hers = asked_of(worker, ledger), secret, answer] {
            answer(list_of(hers, *secret));
            files::scrub_stack();
        });
    });
}

/// Refused or not, the writer is asked: the same key may have been answered before.
void TracingDesk::tell(domain::TracingId tracing, const wire::TellTracingRequest& told, const Asker& asker,
                       const Answer<wire::EmptyRequest>& answer)
{
    auto secret = files_.options().sessions.secret_at(asker.device, files_.options().now().at);
    if (!secret || !asker.staff) {
        refuse_with(answer, nobody_is_signed_in().error());
        return;
    }
    writer_.read([this, tracing, told, asker, answer, secret](const store::Ledger& ledger) {
        const auto* found = ledger.files().tracings().find(tracing);
        const bool is_hers = found != nullptr && found->worker == *asker.staff;
        const auto copy = is_hers ? std::optional{*found} : std::nullopt;
        files_.thread().submit([this, tracing, told, asker, answer, secret, copy] {
            const auto opened = copy ? vault::open_as_worker(copy->sealed, tracing, *secret) : std::nullopt;
            if (!opened) {
                submit(
                    tracing, asker,
                    [](const store::Ledger&, domain::Moment) -> TracingEvents {
                        return domain::refuse(Refusal::Why::not_found, "this is not asked of her, or not any more");
                    },
                    answer);
                return;
            }
            const auto number = copy->answers + 1;
            auto sealed = vault::seal_answer(wire::encode(told), opened->key, tracing, number);
            submit(
                tracing, asker,
                [tracing, worker = *asker.staff, number,
                 sealed = std::move(sealed)](const store::Ledger& ledger, domain::Moment now) -> TracingEvents {
                    auto event = ledger.files().tracings().tell(tracing, worker, number, sealed, now.at);
                    if (!event) {
                        return std::unexpected{std::move(event.error())};
                    }
                    return std::vector<domain::Event>{*std::move(event)};
                },
                answer);
            files::scrub_stack();
        });
    });
}

void TracingDesk::submit(domain::TracingId tracing, const Asker& asker, store::Write::Decide decide,
                         const Answer<wire::EmptyRequest>& answer)
{
    ask<wire::EmptyRequest>(
        writer_, asker, std::move(decide),
        [tracing](const store::Ledger&, const domain::Event* event) -> std::expected<wire::EmptyRequest, Refusal> {
            const auto* of_care = event == nullptr ? nullptr : std::get_if<domain::CareEvent>(event);
            const auto* told = of_care == nullptr ? nullptr : std::get_if<domain::TracingTold>(of_care);
            if (told == nullptr || told->tracing != tracing) {
                return key_of_something_else();
            }
            return wire::EmptyRequest{};
        },
        answer);
}

} // namespace verandah::hub
