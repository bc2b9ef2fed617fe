// SPDX-License-Identifier: Apache-2.0
// File after file is opened beside the writer; then the list is made.
#include "clinic/hub/care/care_list_desk.hpp"

#include "clinic/hub/care/sealed_tracing.hpp"
#include "shared/files/scrub.hpp"

#include <vector>

namespace verandah::hub {

namespace {

using domain::CareListRead;

template <class List>
auto refusing(const Answer<List>& answer)
{
    return [answer](const NoReceipt& why) { answer(std::unexpected{why}); };
}

/// A file whose later entries were not read yet.
struct Behind {
    domain::FileId id;
    domain::KeptFile kept;
};

/// A tracing, as it was copied from the ledger.
struct TracingSeen {
    domain::TracingId id;
    domain::Tracing tracing;
    wire::DueRow::WithWorker::Reach reach;
};

std::vector<TracingSeen> tracings_in(const store::Ledger& ledger)
{
    using enum wire::DueRow::WithWorker::Reach;
    std::vector<TracingSeen> seen;
    for (const auto& [id, tracing] : ledger.files().tracings().all()) {
        const auto key = key_of_worker(ledger.staff(), tracing.worker);
        seen.push_back({id, tracing, key && key->bytes == tracing.sealed_to ? can_read : out_of_reach});
    }
    return seen;
}

std::vector<domain::AccountCode> workers_in(const store::Ledger& ledger)
{
    std::vector<domain::AccountCode> workers;
    for (const auto& [account, member] : ledger.staff().all()) {
        if (workers.size() < wire::DueList::most_workers && key_of_worker(ledger.staff(), account)) {
            workers.push_back(account);
        }
    }
    return workers;
}

WithWorkers told_in(const std::vector<TracingSeen>& tracings, const OpenFiles& files, const vault::ClinicKey& clinic)
{
    WithWorkers with_workers;
    for (const auto& [id, tracing, reach] : tracings) {
        auto& with_worker = with_workers[id];
        with_worker.reach = reach;
        const auto opened = tracing.waiting ? files.known(tracing.file) : nullptr;
        if (const auto key = opened ? opened->tracing_key(id, clinic) : std::unexpected{domain::Refusal{}}) {
            with_worker.told = answer_waiting(tracing, id, *key);
        }
    }
    return with_workers;
}

} // namespace

/// On the way through all files.
struct CareListDesk::Look {
    SharedKey clinic;
    Then then;
    domain::FileId from{0}; ///< Those up to it are open.
};

void CareListDesk::due(const wire::DueQuery& query, const Asker& asker, const Answer<wire::DueList>& answer)
{
    look(
        CareListRead::List::due, asker,
        [this, query, answer](const SharedKey& clinic) {
            writer_.read([this, query, answer, clinic](const store::Ledger& ledger) {
                files_.thread().submit([this, query, answer, clinic, workers = workers_in(ledger),
                                        tracings = tracings_in(ledger)] {
                    const auto& options = files_.options();
                    const OfWorkers of_workers{workers, told_in(tracings, files_.files(), *clinic)};
                    answer(due_list(files_.files().all(), options.rules, query, options.now().day, of_workers, page));
                    files::scrub_stack();
                });
            });
        },
        refusing(answer));
}

void CareListDesk::referrals(const wire::ReferralQuery& query, const Asker& asker,
                             const Answer<wire::ReferralList>& answer)
{
    look(
        CareListRead::List::referrals, asker,
        [this, query, answer](const SharedKey&) {
            const auto& options = files_.options();
            const auto list = std::make_shared<wire::ReferralList>(
                referral_list(files_.files().all(), options.rules, query, options.now(), page));
            writer_.read([this, list, answer](const store::Ledger& ledger) {
                for (auto& row : list->rows) {
                    const auto& counterfoil = row.referral.counterfoil;
                    row.has_come_back =
                        counterfoil && ledger.files().returned(*counterfoil) != nullptr && !row.referral.received_at;
                }
                files_.thread().submit([list, answer] { answer(*list); });
            });
        },
        refusing(answer));
}

void CareListDesk::results(const wire::ResultQuery& query, const Asker& asker, const Answer<wire::ResultList>& answer)
{
    look(
        CareListRead::List::results, asker,
        [this, query, answer](const SharedKey&) {
            answer(result_list(files_.files().all(), files_.options().rules, query, page));
        },
        refusing(answer));
}

void CareListDesk::look(CareListRead::List list, const Asker& asker, Then then, Refuse refuse)
{
    auto clinic = files_.options().sessions.clinic_key_at(asker.device, files_.options().now().at);
    if (!clinic) {
        refuse(domain::Refusal{domain::Refusal::Why::not_allowed, "whoever is signed in here cannot open records yet"});
        return;
    }
    const auto shared = std::make_shared<Look>(Look{std::move(clinic), std::move(then)});
    if (!looks_.is_another_look(list, asker, files_.options().now().at)) {
        open_on(shared);
        return;
    }
    writer_.submit(
        {.actor = asker.device,
         .key = std::nullopt,
         .decide = written_look(list),
         .answer =
             [this, shared, refuse = std::move(refuse)](const store::Ledger&, const store::Write::Outcome& outcome) {
                 if (std::holds_alternative<const domain::Event*>(outcome)) {
                     open_on(shared);
                 } else { // nobody knows whether it was written down
                     refuse(store::Unknown{});
                 }
             },
         .staff = asker.staff});
}

/// A few files in each turn of the writer, which copies what is sealed and goes on with the line.
void CareListDesk::open_on(const SharedLook& look)
{
    writer_.read([this, look](const store::Ledger& ledger) {
        std::vector<Behind> behind;
        const auto& all = ledger.files().all();
        auto file = all.upper_bound(look->from);
        for (; file != all.end() && behind.size() < files_at_a_time; ++file) {
            const auto known = files_.files().known(file->first);
            if (!known || known->read() < file->second.entries.size()) {
                behind.push_back({file->first, file->second});
            }
            look->from = file->first;
        }
        const bool is_done = file == all.end();
        files_.thread().submit([this, look, is_done, behind = std::move(behind)] {
            for (const auto& [id, kept] : behind) {
                if (const auto known = files_.files().known(id)) {
                    const auto read = std::min(known->read(), kept.entries.size());
                    if (!known->read_on(std::span{kept.entries}.subspan(read), *look->clinic)) {
                        files_.files().forget_of(known->owner()); // opened under another key: it is not shown
                    }
                } else if (auto opened = OpenedFile::open(id, kept, *look->clinic)) {
                    files_.files().keep(*std::move(opened));
                }
            }
            files::scrub_stack();
            if (is_done) {
                look->then(look->clinic);
            } else {
                open_on(look);
            }
        });
    });
}

} // namespace verandah::hub
