// SPDX-License-Identifier: Apache-2.0
// Looked for beside the writer, taken away by it.
#include "clinic/hub/forgetting/forgetting.hpp"

#include "clinic/hub/desks/idle_work.hpp"
#include "clinic/store/forgetting/past.hpp"
#include "clinic/store/forgetting/rows_of_visitor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace verandah::hub {

namespace {

using domain::Refusal;
using Why = Refusal::Why;

Refusal locked()
{
    return {Why::conflict, "the hub is locked; open it, then ask again"};
}

} // namespace

domain::CentreDay first_day_kept(const RetentionSettings& retention, domain::CentreDay today)
{
    return domain::CentreDay{std::chrono::sys_days{today} - retention.visit_detail};
}

/// One visitor on the way to being forgotten.
struct Forgetting::Request {
    domain::VisitorId visitor;
    std::string actor;
    std::optional<domain::AccountCode> staff;
    Done done;
};

Forgetting::Forgetting(store::Writer& writer, Options options)
    : writer_{writer}, options_{std::move(options)}, thread_{[this] { look_at_days(); }, options_.failed}
{
}

void Forgetting::forget_holder_of(const domain::CardHash& card, std::string actor,
                                  std::optional<domain::AccountCode> staff, Done done)
{
    writer_.read([this, card, actor = std::move(actor), staff, done = std::move(done)](const store::Ledger& ledger) {
        if (!ledger.knows_people()) {
            done(std::unexpected{locked()});
            return;
        }
        const auto visitor = ledger.cards().visitor_of(card);
        if (!visitor) {
            done(Outcome::nothing_kept);
            return;
        }
        const auto request = std::make_shared<Request>(Request{*visitor, actor, staff, done});
        thread_.submit([this, request] { forget(request); });
    });
}

void Forgetting::forget(const std::shared_ptr<Request>& request)
{
    auto journal = options_.hub.read_journal(options_.paths.journal());
    if (!journal) {
        request->done(std::unexpected{locked()});
        return;
    }
    const auto rows = std::make_shared<store::RowsOfVisitor>(std::move(journal), request->visitor);
    try {
        rows->read_on([this] { go_on_unless_locked(); });
    } catch (const std::exception& fault) {
        request->done(std::unexpected{options_.hub.is_locked() ? locked() : Refusal{Why::conflict, fault.what()}});
        return;
    }
    const auto find = [this, rows](const store::Ledger&,
                                   domain::Moment now) -> std::expected<store::Forgetting, Refusal> {
        rows->read_on(); // what was appended since, a few rows
        std::filesystem::remove(options_.ledger_check);
        return store::Forgetting{rows->found(), domain::VisitorForgotten{rows->visitor(), now.at}};
    };
    writer_.forget(request->actor, request->staff, find, [this, request, rows](std::expected<void, Refusal> outcome) {
        if (!outcome) {
            request->done(std::unexpected{std::move(outcome.error())});
            return;
        }
        std::ranges::for_each(rows->owners(), options_.gone);
        options_.said("a visitor was forgotten");
        thread_.submit([this, request] { tell_when_listed(request); });
    });
}

/// A backup of before brings her back, unless the list beside it names her. A disk that hangs is not waited for: what
/// is not written now is written when it answers, or when the hub starts again.
void Forgetting::tell_when_listed(const std::shared_ptr<Request>& request)
{
    constexpr std::chrono::seconds patience{3}; // she stands there
    if (options_.lists.keep().wait_for(patience) != std::future_status::ready) {
        options_.failed("a disk with backups takes long to answer; whoever was forgotten is not on its list yet");
    }
    request->done(Outcome::forgotten);
}

void Forgetting::look_at_days()
{
    const auto today = options_.now().day;
    if (options_.hub.is_locked() || looked_on_ == today) {
        return;
    }
    writer_.read([this, today](const store::Ledger& ledger) {
        if (ledger.line().day() == today) { // so that the day before it is over
            thread_.submit([this, today] { look_at_days_once(today); });
        }
    });
}

void Forgetting::look_at_days_once(domain::CentreDay today)
{
    if (looked_on_ != today) {
        looked_on_ = today; // also when it fails: once a day is often enough
        forget_what_is_over(first_day_kept(options_.retention, today));
        if (options_.hub.is_locked()) {
            looked_on_.reset(); // it may have been cut off: once it is open again, the day is looked at again
        }
    }
}

void Forgetting::go_on_unless_locked() const
{
    if (options_.hub.is_locked()) {
        throw std::runtime_error{"the hub was locked meanwhile"};
    }
}

void Forgetting::forget_what_is_over(domain::CentreDay first_kept)
{
    auto journal = options_.hub.read_journal(options_.paths.journal());
    if (!journal) {
        return;
    }
    try {
        store::Past past;
        do_when_idle([&] { past = store::read_past(*journal, options_.rules, [this] { go_on_unless_locked(); }); });
        journal.reset();
        forget_files(past.files.rows);
        forget_days_before(first_kept, past.days.known);
    } catch (const std::exception& fault) {
        options_.failed(fmt::format("what is over was not looked at: {}", fault.what()));
    }
}

void Forgetting::forget_days_before(domain::CentreDay first_kept, std::span<const store::DayPast> days)
{
    for (const auto& day : days) {
        if (day.totals.day >= first_kept) {
            continue;
        }
        if (const auto forgotten = forget_day(day); !forgotten) {
            options_.failed(fmt::format("old visits were not removed: {}", forgotten.error().detail));
            return;
        }
        options_.said("the visits of a day whose time was up were removed; its totals are kept");
    }
}

std::expected<void, Refusal> Forgetting::forget_day(const store::DayPast& day)
{
    return carry_out([&day](domain::Instant now) {
        return store::Forgetting{store::blots_of(day), store::forgetting_of(day, now)};
    });
}

/// They were for their day only: now their keys go, too.
void Forgetting::forget_files(const std::vector<store::Blot>& rows)
{
    if (rows.empty()) {
        return;
    }
    const auto forgotten =
        carry_out([&rows](domain::Instant now) { return store::Forgetting{rows, domain::DayFilesForgotten{now}}; });
    if (forgotten) {
        options_.said("what was for a past day only was removed");
    } else {
        options_.failed(fmt::format("what was for a past day only was not removed: {}", forgotten.error().detail));
    }
}

std::expected<void, Refusal> Forgetting::carry_out(const std::function<store::Forgetting(domain::Instant)>& what)
{
    const auto forgotten = std::make_shared<std::promise<std::expected<void, Refusal>>>();
    auto outcome = forgotten->get_future();
    writer_.forget(
        "hub", std::nullopt,
        [this, forgetting = what(options_.now().at)](const store::Ledger&,
                                                     domain::Moment) -> std::expected<store::Forgetting, Refusal> {
            std::filesystem::remove(options_.ledger_check);
            return forgetting;
        },
        [forgotten](std::expected<void, Refusal> done) { forgotten->set_value(std::move(done)); });
    constexpr std::chrono::seconds patience{30}; // a writer that has given up answers nothing
    if (outcome.wait_for(patience) != std::future_status::ready) {
        return domain::refuse(Why::conflict, "the hub did not come to it");
    }
    return outcome.get();
}

} // namespace verandah::hub
