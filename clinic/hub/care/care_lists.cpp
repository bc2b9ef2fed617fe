// SPDX-License-Identifier: Apache-2.0
// Rows from files: gathered, ordered, cut to a page.
#include "clinic/hub/care/care_lists.hpp"

#include "shared/domain/referral/run_out.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace verandah::hub {

namespace {

using domain::Channel;

/// The rows from `from` on, `most` at the most.
template <class Row>
std::vector<Row> part_of(std::vector<Row> rows, std::size_t from, std::size_t most)
{
    const auto begin = std::min(from, rows.size());
    const auto end = std::min(begin + most, rows.size());
    return {std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(begin)),
            std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(end))};
}

template <class Every, class Value>
std::size_t place_in(const Every& every, Value value)
{
    return static_cast<std::size_t>(std::ranges::find(every, value) - every.begin());
}

/// nullopt: nobody waits for anything of it any more.
std::optional<wire::ResultWait> wait_of(const domain::TestCourse& course)
{
    using enum domain::TestStep;
    switch (course.step) {
    case ordered:
    case taken: return wire::ResultWait::awaited;
    case resulted: return wire::ResultWait::to_tell;
    case told:
    case cancelled: return std::nullopt;
    }
    std::unreachable();
}

/// `kind` may be nullptr: no sheet has it any more.
wire::ResultRow result_row(const OpenedFile& opened, domain::TestId id, const domain::TestCourse& course,
                           const domain::TestKind* kind)
{
    const bool is_there = course.step == domain::TestStep::resulted;
    return {.file = opened.id(),
            .test = id,
            .kind = course.kind,
            .specimen = course.specimen,
            .result = is_there ? course.result : std::nullopt,
            .is_critical = is_there && kind != nullptr && course.result && is_critical(*kind, *course.result),
            .since = course.moves.empty() ? course.ordered_at : course.moves.back().at};
}

/// Few answers point at people, so they are not told at all.
std::vector<wire::ReferralList::Opinion> opinions_in(const std::vector<domain::Referral>& referrals,
                                                     const domain::ProviderDirectory& providers)
{
    std::vector<wire::ReferralList::Opinion> opinions;
    for (const auto& provider : providers.providers) {
        const auto quality = domain::quality_of(provider.code, referrals);
        if (domain::verdict(quality)) {
            opinions.push_back({provider.code, quality});
        }
    }
    return opinions;
}

struct Aged {
    domain::ReferralAge age;
    wire::ReferralRow row;
};

bool is_narrowed_to(const wire::ReferralQuery& query, const domain::Referral& referral)
{
    return (!query.service || referral.service == *query.service) &&
           (!query.phase || phase_of(referral.status) == *query.phase);
}

/// A phase is asked for whole; otherwise what nobody has to see to is left out.
bool is_asked_for(const wire::ReferralQuery& query, domain::Pressing pressing)
{
    return query.pressing ? pressing == *query.pressing : query.phase || pressing != domain::Pressing::over;
}

/// Of the service and the span that are asked for.
void count_what_came_of(const std::vector<domain::Referral>& all, const domain::ReferralClocks& clocks,
                        const wire::ReferralQuery& query, domain::Instant now, wire::ReferralList& list)
{
    std::vector<domain::Referral> counted;
    std::ranges::copy_if(all, std::back_inserter(counted), [&](const domain::Referral& each) {
        const bool is_recent =
            !query.issued_within || (each.issued_at && now - *each.issued_at <= *query.issued_within);
        return is_recent && (!query.service || each.service == *query.service);
    });
    list.cascade = cascade_of(counted);
    list.reports = reports_of(counted, clocks);
}

std::optional<wire::DueRow::WithWorker> with_worker_of(const domain::DueItem& item, const WithWorkers& tracings)
{
    const auto found = item.tracing ? tracings.find(*item.tracing) : tracings.end();
    return found == tracings.end() ? std::nullopt : std::optional{found->second};
}

bool is_asked_for(const wire::DueQuery& query, domain::DueState state, bool was_told)
{
    if (query.told == wire::DueQuery::Told::waiting && !was_told) {
        return false;
    }
    return query.state ? state == *query.state : was_told || is_open(state);
}

} // namespace

wire::DueList due_list(const FilesOpened& files, const domain::CareRules& rules, const wire::DueQuery& query,
                       domain::CentreDay today, const OfWorkers& of_workers, std::size_t most)
{
    wire::DueList list;
    list.workers = of_workers.workers;
    std::vector<wire::DueRow> rows;
    for (const auto& opened : files) {
        for (auto& item : opened->due(rules.followup, today)) {
            if ((query.service && item.service != *query.service) || (query.worker && item.given_to != query.worker)) {
                continue;
            }
            ++list.counts.at(place_in(domain::every_due_state, item.state));
            const auto with_worker = with_worker_of(item, of_workers.tracings);
            const bool was_told = with_worker && with_worker->told;
            list.told += was_told ? 1 : 0;
            if (is_asked_for(query, item.state, was_told)) {
                rows.push_back({opened->id(), item, opened->file().channel.value_or(Channel::none), with_worker});
            }
        }
    }
    std::ranges::sort(rows, {}, [](const wire::DueRow& row) {
        return std::tuple{std::chrono::sys_days{row.item.due}, row.file, row.item.key.rule.view()};
    });
    list.rows_in_all = static_cast<int>(rows.size());
    list.rows = part_of(std::move(rows), query.from, most);
    return list;
}

wire::ReferralList referral_list(const FilesOpened& files, const domain::CareRules& rules,
                                 const wire::ReferralQuery& query, domain::Moment now, std::size_t most)
{
    wire::ReferralList list;
    std::vector<Aged> rows;
    std::vector<domain::Referral> all;
    for (const auto& opened : files) {
        for (const auto& [id, kept] : opened->file().referrals) {
            all.push_back(kept);
            const auto referral = domain::as_of(kept, rules.referrals, now);
            if (!is_narrowed_to(query, referral)) {
                continue;
            }
            const auto age = age_of(referral, rules.referrals, now.at);
            ++list.counts.at(place_in(domain::every_pressing, age.pressing));
            if (is_asked_for(query, age.pressing)) {
                rows.push_back({age,
                                {.file = opened->id(),
                                 .referral = referral,
                                 .pressing = age.pressing,
                                 .until = age.until,
                                 .channel = opened->file().channel.value_or(domain::Channel::none)}});
            }
        }
    }
    std::ranges::sort(rows, [](const Aged& one, const Aged& other) {
        return one.age != other.age
                   ? one.age < other.age
                   : std::tuple{one.row.file, one.row.referral.id} < std::tuple{other.row.file, other.row.referral.id};
    });
    count_what_came_of(all, rules.referrals, query, now.at, list);
    list.opinions = opinions_in(all, rules.providers);
    list.rows_in_all = static_cast<int>(rows.size());
    for (const auto& aged : part_of(std::move(rows), query.from, most)) {
        list.rows.push_back(aged.row);
    }
    return list;
}

wire::ResultList result_list(const FilesOpened& files, const domain::CareRules& rules, const wire::ResultQuery& query,
                             std::size_t most)
{
    wire::ResultList list;
    std::vector<wire::ResultRow> rows;
    for (const auto& opened : files) {
        for (const auto& [id, course] : opened->file().tests) {
            const auto wait = wait_of(course);
            if (!wait) {
                continue;
            }
            ++list.counts.at(place_in(wire::every_result_wait, *wait));
            if (wait == query.wait) {
                rows.push_back(result_row(*opened, id, course, test_of(rules, course.kind)));
            }
        }
    }
    std::ranges::sort(rows, {}, [](const wire::ResultRow& row) {
        return std::tuple{!row.is_critical, row.since, row.file, row.test};
    });
    list.rows_in_all = static_cast<int>(rows.size());
    list.rows = part_of(std::move(rows), query.from, most);
    return list;
}

} // namespace verandah::hub
