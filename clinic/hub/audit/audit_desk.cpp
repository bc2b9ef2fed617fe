// SPDX-License-Identifier: Apache-2.0
// A look is written down first, then taken.
#include "clinic/hub/audit/audit_desk.hpp"

#include "clinic/hub/audit/deed_view.hpp"
#include "clinic/store/audit/verify_audit.hpp"
#include "shared/files/scrub.hpp"

#include <algorithm>
#include <utility>

namespace verandah::hub {

namespace {

using domain::AuditRead;
using domain::Refusal;
using domain::Sequence;
using store::LookingBack;

ActivityFilter activity_filter(const wire::AuditFilter& filter)
{
    return {.from = filter.from, .to = filter.to, .who = filter.who, .deed = filter.kind};
}

std::unexpected<Refusal> locked_meanwhile()
{
    return domain::refuse(Refusal::Why::not_allowed, "the hub is locked");
}

constexpr std::size_t most_findings = 5;

} // namespace

AuditDesk::AuditDesk(store::Writer& writer, Options options)
    : writer_{writer}, options_{std::move(options)}, thread_{[] {}, options_.report}
{
}

void AuditDesk::list(const wire::AuditQuery& query, const Asker& asker, Answer<wire::AuditView> answer)
{
    look_written_down<wire::AuditView>(AuditRead::Way::listed, asker, std::move(answer),
                                       [this, query] { return page_of(query); });
}

void AuditDesk::export_part(const wire::AuditQuery& query, const Asker& asker, Answer<wire::AuditPart> answer)
{
    look_written_down<wire::AuditPart>(AuditRead::Way::exported, asker, std::move(answer),
                                       [this, query] { return part_of(query); });
}

void AuditDesk::check(const Asker& asker, Answer<wire::AuditCheck> answer)
{
    look<wire::AuditCheck>(asker, std::move(answer), [this] { return checked(); });
}

template <class View>
void AuditDesk::look(const Asker& asker, Answer<View> answer, std::function<std::expected<View, Refusal>()> read)
{
    if (!begin(asker.device)) {
        answer(std::unexpected{NoReceipt{Refusal{Refusal::Why::conflict, "this console looks back already"}}});
        return;
    }
    thread_.submit([this, device = asker.device, answer = std::move(answer), read = std::move(read)] {
        std::expected<View, Refusal> seen = locked_meanwhile();
        try {
            seen = read();
        } catch (const std::exception& fault) { // a disk at fault, a file that is no journal
            options_.report(std::string{"who did what could not be read: "} + fault.what());
            seen = domain::refuse(Refusal::Why::conflict, "the journal cannot be read just now");
        }
        files::scrub_stack(); // events were read on it: a hub that is locked later could not reach them here
        end(device);
        answer(seen ? std::expected<View, NoReceipt>{*std::move(seen)}
                    : std::unexpected{NoReceipt{std::move(seen).error()}});
    });
}

template <class View>
void AuditDesk::look_written_down(AuditRead::Way way, const Asker& asker, Answer<View> answer,
                                  std::function<std::expected<View, Refusal>()> read)
{
    if (!is_another_look(way, asker)) {
        look<View>(asker, std::move(answer), std::move(read));
        return;
    }
    const auto write_down = [way](const store::Ledger&, domain::Moment now) {
        return std::vector<domain::Event>{domain::AuditEvent{AuditRead{way, now.at}}};
    };
    const auto then = [this, asker, answer = std::move(answer),
                       read = std::move(read)](const store::Ledger&, const store::Write::Outcome& outcome) {
        if (std::holds_alternative<const domain::Event*>(outcome)) {
            look<View>(asker, answer, read);
        } else { // nobody knows whether it was written down
            answer(std::unexpected{NoReceipt{store::Unknown{}}});
        }
    };
    writer_.submit(
        {.actor = asker.device, .key = std::nullopt, .decide = write_down, .answer = then, .staff = asker.staff});
}

bool AuditDesk::is_another_look(AuditRead::Way way, const Asker& asker)
{
    const auto now = options_.now();
    const std::lock_guard lock{mutex_};
    const auto found = written_down_.find(asker.device);
    if (found != written_down_.end()) {
        const auto& last = found->second;
        const bool is_recent = now >= last.at && now - last.at < one_look;
        if (is_recent && last.way == way && last.staff == asker.staff) {
            return false;
        }
    }
    written_down_.insert_or_assign(asker.device, Look{way, asker.staff, now});
    return true;
}

bool AuditDesk::begin(const std::string& device)
{
    const std::lock_guard lock{mutex_};
    auto& looks = looking_[device];
    if (looks >= most_waiting) {
        return false;
    }
    ++looks;
    return true;
}

void AuditDesk::end(const std::string& device)
{
    const std::lock_guard lock{mutex_};
    --looking_[device];
}

std::expected<wire::AuditView, Refusal> AuditDesk::page_of(const wire::AuditQuery& query) const
{
    const auto past = options_.hub.look_back(options_.paths.journal());
    if (!past) {
        return locked_meanwhile();
    }
    const auto filter = activity_filter(query.filter);
    wire::AuditView view;
    try {
        view.next = past->read(query.before, looked_through, [&](Sequence event, const domain::Recorded& recorded) {
            view.looked_back_to = store::instant_of(recorded.event);
            if (matches(filter, recorded, options_.clock)) {
                view.deeds.push_back(deed_view(event, recorded));
            }
            return view.deeds.size() < page ? LookingBack::Go::on : LookingBack::Go::stop;
        });
    } catch (const store::DamagedJournal& damage) {
        if (damage.at() == 0) {
            throw;
        }
        view.damaged = damage.at(); // what is older may be whole all the same
        view.next = damage.at() > 1 ? std::optional{damage.at()} : std::nullopt;
    }
    return view;
}

std::expected<wire::AuditPart, Refusal> AuditDesk::part_of(const wire::AuditQuery& query) const
{
    const auto past = options_.hub.look_back(options_.paths.journal());
    if (!past) {
        return locked_meanwhile();
    }
    const auto filter = activity_filter(query.filter);
    std::vector<Activity> activities;
    wire::AuditPart read;
    read.next = past->read(query.before, looked_through, [&](Sequence, const domain::Recorded& recorded) {
        if (matches(filter, recorded, options_.clock)) {
            activities.push_back(activity_of(recorded, options_.clock));
        }
        return activities.size() < part ? LookingBack::Go::on : LookingBack::Go::stop;
    });
    read.csv = csv_of(activities, query.before == 0 ? Titles::with : Titles::without);
    read.deeds = static_cast<int>(activities.size());
    return read;
}

wire::AuditCheck AuditDesk::checked() const
{
    auto report = store::verify_audit(options_.paths.audit(), options_.paths.journal());
    wire::AuditCheck check{.checked_at = options_.now(), .events = report.last, .is_signing = options_.is_signing()};
    if (report.proved) {
        check.signed_event = report.proved->last;
        check.signed_at = report.proved->at;
    }
    check.findings = std::move(report.findings);
    check.findings.resize(std::min(check.findings.size(), most_findings));
    return check;
}

} // namespace verandah::hub
