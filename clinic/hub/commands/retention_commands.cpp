// SPDX-License-Identifier: Apache-2.0
// retention: each day with its totals, and what becomes of its visits. Changes nothing.
#include "clinic/hub/centre/centre_clock.hpp"
#include "clinic/hub/commands/commands.hpp"
#include "clinic/hub/commands/say.hpp"
#include "clinic/hub/forgetting/forgetting.hpp"
#include "clinic/store/forgetting/past.hpp"

namespace verandah::hub {
namespace {

std::string day_text(domain::CentreDay day)
{
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

void say_day(const domain::DayTotals& totals, std::string_view visits)
{
    const auto wait = totals.wait ? fmt::format("{} min", totals.wait->count()) : std::string{"-"};
    say("{}  {:>6}  {:>6}  {:>6}  {:>6}  {:>8}  {}", day_text(totals.day), totals.visits, totals.served, totals.left,
        totals.alerts, wait, visits);
}

/// Answers on how many days visits would go.
std::size_t say_days(const store::DaysPast& days, const RetentionSettings& retention, domain::CentreDay first_kept)
{
    say("{:<10}  {:>6}  {:>6}  {:>6}  {:>6}  {:>8}  {}", "day", "visits", "served", "left", "alerts", "wait",
        "what is kept");
    for (const auto& totals : days.forgotten) {
        say_day(totals, "these totals; the visits were removed");
    }
    std::size_t going = 0;
    for (const auto& day : days.known) {
        const bool goes = day.totals.day < first_kept;
        going += goes ? 1 : 0;
        const domain::CentreDay until{std::chrono::sys_days{day.totals.day} + retention.visit_detail};
        say_day(day.totals, goes ? "these totals; the visits GO when the hub next looks"
                                 : fmt::format("everything until {}", day_text(until)));
    }
    return going;
}

} // namespace

int show_retention(const RetentionOptions& options)
{
    const auto folder = open_with_key(options.folder, options.key);
    if (!folder) {
        return refuse_with(folder.error());
    }
    const CentreClock clock{folder->file.centre.time_zone, folder->file.centre.day_boundary};
    auto retention = folder->file.hub.retention;
    retention.visit_detail = options.visit_detail.value_or(retention.visit_detail);
    store::Past past;
    if (std::filesystem::exists(folder->paths.journal())) {
        try {
            store::Journal journal{folder->paths.journal(), *folder->hub_key, store::Access::read_only};
            past = store::read_past(journal, folder->file.centre);
        } catch (const store::DamagedJournal& damage) {
            return refuse_with(fmt::format("{}: {}", folder->paths.journal().string(), damage.what()));
        }
    }
    const auto& [days, files] = past;
    if (days.known.empty() && days.forgotten.empty()) {
        say("No day is over yet: there is nothing to keep or to remove.");
        return succeeded;
    }
    const auto going = say_days(days, retention, first_day_kept(retention, clock.now().day));
    say("Records of past visits without a card, which are for their day only: {} {} when the hub next looks.",
        files.files, files.files == 1 ? "goes" : "go");
    say("By visit_detail_days = {}, the visits of {} of {} days go. Nothing was changed.",
        retention.visit_detail.count(), going, days.known.size());
    return succeeded;
}

} // namespace verandah::hub
