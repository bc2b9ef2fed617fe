// SPDX-License-Identifier: Apache-2.0
// The board of referrals: what presses first, and how many reach their end.
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/work_steps.hpp"
#include "clinic/console/wording/work_page.hpp"
#include "clinic/console/wording/work_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace verandah::console {

namespace {

using domain::Pressing;
using Voice = TableCell::Voice;

ui::Tone tone_of(Pressing pressing)
{
    switch (pressing) {
    case Pressing::overdue: return ui::Tone::care;
    case Pressing::near: return ui::Tone::soon;
    case Pressing::in_time: return ui::Tone::mist;
    case Pressing::over: return ui::Tone::quiet;
    }
    std::unreachable();
}

std::string tab_label(const Scene& scene, std::optional<Pressing> pressing)
{
    const auto& words = scene.words;
    if (!pressing) {
        return words.translate("All");
    }
    switch (*pressing) {
    case Pressing::overdue: return words.translate("Overdue");
    case Pressing::near: return words.translate("Nearly over");
    case Pressing::in_time: return words.translate("In time");
    case Pressing::over: return words.translate("Ended");
    }
    std::unreachable();
}

std::vector<WorkTab> referral_tab_words(const Scene& scene)
{
    constexpr std::array<char32_t, referral_tabs.size()> letters{'A', 'E', 'S', 'I', 'N'};
    const auto& board = scene.console.work.referrals;
    std::vector<WorkTab> tabs;
    for (std::size_t index = 0; index < referral_tabs.size(); ++index) {
        const auto pressing = referral_tabs.at(index);
        int count = 0;
        if (board.list) {
            for (const auto each : domain::every_pressing) {
                const bool is_of_all = !pressing && (board.query.phase || each != Pressing::over);
                count += is_of_all || pressing == each ? board.list->counts.at(static_cast<std::size_t>(each)) : 0;
            }
        }
        tabs.push_back({.label = tab_label(scene, pressing),
                        .count = board.list ? std::to_string(count) : std::string{},
                        .wish = WorkWish{ShowReferrals{pressing}},
                        .letter = letters.at(index),
                        .chosen = board.query.pressing == pressing,
                        .is_care = pressing == Pressing::overdue && count > 0});
    }
    return tabs;
}

/// How much of its time is left, or by how much it is over.
std::string time_words(const Scene& scene, const wire::ReferralRow& row)
{
    const auto& words = scene.words;
    const bool has_run_out = row.referral.status == domain::ReferralStatus::expired;
    if ((row.pressing == Pressing::over && !has_run_out) || !row.until) {
        return words.translate("no clock");
    }
    const auto left = *row.until - scene.now;
    return left >= std::chrono::milliseconds{0}
               ? filled(words.translate("{time} left"), {{"time", long_duration(scene, left)}})
               : filled(words.translate("{time} late"), {{"time", long_duration(scene, -left)}});
}

WorkRow row_words(const Scene& scene, const wire::ReferralRow& row, std::size_t index, bool chosen)
{
    const auto& referral = row.referral;
    const auto service = referral_label(scene, referral.service);
    const auto file = file_label(scene, row.file);
    const bool is_over = row.pressing == Pressing::over;
    WorkCell state{.words = status_label(scene, referral.status), .voice = is_over ? Voice::quiet : Voice::usual};
    if (row.has_come_back) {
        state = {.words = scene.words.translate("Its counterfoil came back"),
                 .voice = Voice::strong,
                 .icon = ui::icon::qr_code};
    }
    return {.id = "referral " + std::to_string(index),
            .label = file + " " + service,
            .cells = {{.words = file, .voice = Voice::strong},
                      {.words = service},
                      {.words = destination_label(scene, referral.to), .voice = Voice::quiet},
                      std::move(state),
                      {.words = time_words(scene, row), .badge = tone_of(row.pressing)}},
            .chosen = chosen,
            .pale = is_over};
}

std::vector<CascadeStage> cascade_words(const Scene& scene, const domain::ReferralCascade& cascade,
                                        std::optional<std::chrono::days> span)
{
    const auto& words = scene.words;
    const auto part = [&](std::size_t reached) {
        return cascade.issued == 0 ? 0 : static_cast<float>(reached) / static_cast<float>(cascade.issued);
    };
    const auto stage = [&](std::string label, const domain::ReferralCascade::Stage& each) {
        return CascadeStage{std::move(label), std::to_string(each.reached),
                            each.median ? filled(words.translate("in the middle after {time}"),
                                                 {{"time", long_duration(scene, *each.median)}})
                                        : words.translate("no time known yet"),
                            part(each.reached)};
    };
    return {{words.translate("issued"), std::to_string(cascade.issued), cascade_span_label(words, span),
             part(cascade.issued)},
            stage(words.translate("accepted"), cascade.accepted),
            stage(words.translate("was there"), cascade.attended),
            stage(words.translate("received"), cascade.received)};
}

/// "HIV treatment · received within 7 days: 3 of 9 · within 30 days: 5 of 9".
std::string report_words(const Scene& scene, const domain::ReferralReport& report)
{
    auto said = referral_label(scene, report.service);
    for (const auto& span : report.spans) {
        said += " · " + filled(scene.words.translate("received within {} day: {count} of {issued}",
                                                     "received within {} days: {count} of {issued}",
                                                     static_cast<long>(span.days.count())),
                               {{"count", std::to_string(span.received)}, {"issued", std::to_string(report.issued)}});
    }
    return said;
}

std::string narrowed_words_of(const Scene& scene, const wire::ReferralQuery& query)
{
    auto said = query.phase ? phase_label(scene.words, *query.phase) : std::string{};
    if (query.service) {
        said += (said.empty() ? "" : " · ") + referral_label(scene, *query.service);
    }
    return said;
}

WorkPanel referral_panel_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& work = scene.console.work;
    WorkPanel panel{.title = words.translate("Choose a referral"),
                    .lines = {words.translate("Then one key moves it on.")},
                    .deeds = {},
                    .notice = {}};
    if (const auto* row = chosen_referral(work)) {
        const auto& referral = row->referral;
        panel.title = referral_label(scene, referral.service);
        panel.lines = {file_label(scene, row->file), destination_label(scene, referral.to),
                       status_label(scene, referral.status), time_words(scene, *row)};
        if (referral.declined) {
            panel.lines.push_back(decline_label(scene, *referral.declined));
        }
        if (referral.booked_for) {
            panel.lines.push_back(day_label(scene, *referral.booked_for));
        }
        if (referral.evidence) {
            panel.lines.push_back(evidence_label(scene, *referral.evidence));
        }
        if (referral.welcome) {
            panel.lines.push_back(
                filled(words.translate("Received: {how}"), {{"how", welcome_label(scene, *referral.welcome)}}));
        }
        panel.lines.push_back(referral.escort == domain::Escort::accompanied ? words.translate("Somebody goes with her")
                                                                             : words.translate("She goes alone"));
    }
    panel.deeds = {
        {WorkDeed::move, words.translate("What happened?"), ui::icon::forward_to_inbox, 'M',
         is_possible(work, WorkDeed::move)},
        {WorkDeed::welcome, words.translate("How was it there?"), ui::icon::sentiment_satisfied, 'F',
         is_possible(work, WorkDeed::welcome)},
        {WorkDeed::make, words.translate("Refer her once more"), ui::icon::add, 'R', is_possible(work, WorkDeed::make)},
        {WorkDeed::counterfoil, words.translate("A slip came back"), ui::icon::qr_code_scanner, 'Q', true},
        {WorkDeed::directory, words.translate("Providers"), ui::icon::local_hospital, 'P', true}};
    return panel;
}

} // namespace

WorkModel referral_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& board = scene.console.work.referrals;
    auto model = work_page(scene, words.translate("Referrals"),
                           {{words.translate("File"), 0.12F},
                            {words.translate("What for"), 0.24F},
                            {words.translate("Where"), 0},
                            {words.translate("State"), 0.23F},
                            {words.translate("Time"), 0.15F}},
                           referral_panel_words(scene));
    model.tabs = referral_tab_words(scene);
    model.narrow_label = words.translate("Filter");
    model.narrowed = narrowed_words_of(scene, board.query);
    model.cascade =
        cascade_words(scene, board.list ? board.list->cascade : domain::ReferralCascade{}, board.query.issued_within);
    if (board.list) {
        std::ranges::transform(board.list->reports, std::back_inserter(model.reports),
                               [&](const domain::ReferralReport& report) { return report_words(scene, report); });
    }
    word_list(scene, board, words.translate("No referral of that kind"), model,
              [&](const wire::ReferralRow& row, std::size_t index) {
                  return row_words(scene, row, index, board.chosen == index);
              });
    return model;
}

} // namespace verandah::console
