// SPDX-License-Identifier: Apache-2.0
// File after file is opened beside the writer; then the list is made.
#include "clinic/hub/care/care_list_desk.hpp"

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

} // namespace

/// On the way through all files.
struct CareListDesk::Look {
    std::shared_ptr<const vault::ClinicKey> clinic;
    std::function<void()> then;
    domain::FileId from{0}; ///< Those up to it are open.
};

void CareListDesk::due(const wire::DueQuery& query, const Asker& asker, const Answer<wire::DueList>& answer)
{
    look(
        CareListRead::List::due, asker,
        [this, query, answer] {
            const auto& options = files_.options();
            answer(due_list(files_.files().all(), options.rules, query, options.now().day, page));
        },
        refusing(answer));
}

void CareListDesk::referrals(const wire::ReferralQuery& query, const Asker& asker,
                             const Answer<wire::ReferralList>& answer)
{
    look(
        CareListRead::List::referrals, asker,
        [this, query, answer] {
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
        [this, query, answer] { answer(result_list(files_.files().all(), files_.options().rules, query, page)); },
        refusing(answer));
}

void CareListDesk::look(CareListRead::List list, const Asker& asker, std::function<void()> then, Refuse refuse)
{
    auto clinic = files_.options().sessions.clinic_key_at(asker.device, files_.options().now().at);
    if (!clinic) {
        refuse(domain::Refusal{domain::Refusal::Why::not_allowed, "whoever is signed in here cannot open records yet"});
        return;
    }
    const auto shared = std::make_shared<Look>(Look{std::move(clinic), std::move(then)});
    if (!is_another_look(list, asker)) {
        open_on(shared);
        return;
    }
    writer_.submit(
        {.actor = asker.device,
         .key = std::nullopt,
         .decide =
             [list](const store::Ledger&, domain::Moment now) {
                 return std::vector<domain::Event>{domain::AuditEvent{CareListRead{list, now.at}}};
             },
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
                look->then();
            } else {
                open_on(look);
            }
        });
    });
}

bool CareListDesk::is_another_look(CareListRead::List list, const Asker& asker)
{
    const auto now = files_.options().now().at;
    const std::lock_guard lock{mutex_};
    const std::pair key{asker.device + ' ' + (asker.staff ? asker.staff->text() : std::string{}), list};
    const auto last = looked_.find(key);
    if (last != looked_.end() && now >= last->second && now - last->second < one_look) {
        return false;
    }
    looked_.insert_or_assign(key, now);
    return true;
}

} // namespace verandah::hub
