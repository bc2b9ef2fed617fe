// SPDX-License-Identifier: Apache-2.0
// Beside the form: how long PEP can be begun, what waits, what belongs together, what was before.
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"
#include "clinic/console/wording/work_words.hpp"
#include "shared/domain/care/pep_clock.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <span>
#include <utility>

namespace verandah::console {

namespace {

using domain::PepClock;

/// So many stand large beside the form, when they are near; whatever is more stands below, line by line.
constexpr std::ptrdiff_t most_large = 3;

/// Results that nobody told her yet, from earlier visits, too.
std::vector<SideItem> waiting_words(const Scene& scene)
{
    std::vector<SideItem> items;
    const auto& sheet = *tests_of(scene.console);
    for (const auto& each : results_to_tell(scene.console)) {
        const auto* kind = domain::find_test(sheet, each.course->kind);
        const bool is_critical = kind != nullptr && domain::is_critical(*kind, *each.course->result);
        items.push_back({filled(scene.words.translate("To tell: {test}"),
                                {{"test", kind == nullptr ? each.course->kind.text() : text_of(scene, kind->label)}}),
                         result_words(scene, *each.course->result), is_critical ? ui::Tone::care : ui::Tone::soon});
    }
    return items;
}

/// What an earlier visit was about: why, what came out, what was given.
std::string visit_summary(const Scene& scene, const domain::Encounter& encounter)
{
    const auto* form = form_in(scene.console, encounter.saved.form);
    if (form == nullptr) {
        return encounter.saved.form.id;
    }
    std::string text;
    for (const auto* field : domain::shown_fields(*form, encounter.saved.answers)) {
        const auto answer = encounter.saved.answers.find(field->code);
        const bool is_told =
            answer != encounter.saved.answers.end() &&
            (field == domain::fields_of(*form).front() ||
             (field->role == domain::Field::Role::cause && !domain::telling_choices(*field, answer->second).empty()));
        if (is_told) {
            text += (text.empty() ? "" : " · ") + answer_words(scene, *field, &answer->second);
        }
    }
    return text;
}

/// What has to be done about her again: overdue first, as it comes by its day.
std::vector<SideItem> item_words(const Scene& scene)
{
    constexpr std::chrono::days soon{28};
    const auto now = std::chrono::sys_days{today(scene.console, scene.now)};
    std::vector<SideItem> items;
    for (const auto& each : scene.console.record->due) {
        const bool is_late = each.state == domain::DueState::overdue || each.state == domain::DueState::lost;
        const bool is_far = std::chrono::sys_days{each.due} - now > soon;
        items.push_back({rule_label(scene, each.rule), day_label(scene, each.due),
                         is_late  ? ui::Tone::care
                         : is_far ? ui::Tone::quiet
                                  : ui::Tone::soon});
    }
    return items;
}

/// Referrals that go on still, the latest first.
std::vector<SideItem> referral_items(const Scene& scene)
{
    std::vector<SideItem> items;
    const auto& referrals = scene.console.record->file.referrals;
    for (auto each = referrals.rbegin(); each != referrals.rend(); ++each) {
        const auto& referral = each->second;
        const auto status = status_now(scene, referral);
        if (domain::is_open(status)) {
            items.push_back(
                {filled(scene.words.translate("Referral: {what}"), {{"what", referral_label(scene, referral.service)}}),
                 status_label(scene, status)});
        }
    }
    return items;
}

/// What she cannot have, as she said the last time she was asked.
std::vector<SideItem> allergy_items(const Scene& scene)
{
    std::vector<SideItem> items;
    for (const auto& each : lasting_answers(scene.console)) {
        if (each.has_facts) {
            items.push_back({text_of(scene, each.field->label) + ": " + answer_words(scene, *each.field, &each.answer),
                             each.said_on ? filled(scene.words.translate("as she said on {day}"),
                                                   {{"day", day_words(scene, *each.said_on)}})
                                          : scene.words.translate("as she says today"),
                             ui::Tone::care});
        }
    }
    return items;
}

/// What waits: results first, then what is due, then referrals.
std::vector<SideItem> everything_waiting(const Scene& scene)
{
    auto items = waiting_words(scene);
    std::ranges::move(item_words(scene), std::back_inserter(items));
    std::ranges::move(referral_items(scene), std::back_inserter(items));
    return items;
}

/// What waits and is not among the large ones.
void add_waiting(const Scene& scene, std::span<SideItem> items, std::vector<BeforeRow>& rows)
{
    if (!items.empty()) {
        rows.push_back({{}, scene.words.translate("Waiting, too"), BeforeRow::Voice::title});
    }
    for (auto& item : items) {
        rows.push_back({std::move(item.note), std::move(item.title)});
    }
}

/// What belongs together over several visits.
void add_episodes(const Scene& scene, std::vector<BeforeRow>& rows)
{
    const auto& record = *scene.console.record;
    const auto episodes = domain::episodes_of(record.file, record.returned);
    if (!episodes.empty()) {
        rows.push_back({{}, scene.words.translate("What goes on"), BeforeRow::Voice::title});
    }
    for (const auto& episode : episodes) {
        rows.push_back({day_words(scene, domain::last_day_of(episode)), episode_words(scene, episode)});
    }
}

/// Visits and results, the latest first: those of earlier days, and today's that are done.
void add_visits(const Scene& scene, std::vector<BeforeRow>& rows)
{
    const auto& record = *scene.console.record;
    const auto& file = record.file;
    const auto now = today(scene.console, scene.now);
    std::multimap<domain::CentreDay, BeforeRow, std::greater<>> all;
    for (const auto& [id, encounter] : file.encounters) {
        const bool is_over = encounter.day < now || encounter.saved.state == domain::EncounterSaved::State::done;
        if (!is_over) {
            continue;
        }
        auto what = visit_summary(scene, encounter);
        if (encounter.saved.state == domain::EncounterSaved::State::done && !encounter.saved.why.empty()) {
            what += " · " + scene.words.translate("corrected");
        }
        all.emplace(encounter.day,
                    BeforeRow{day_words(scene, encounter.day), std::move(what), BeforeRow::Voice::usual,
                              record.correcting ? std::nullopt : std::optional<RecordWish>{ShowVisit{id}},
                              "visit." + std::to_string(id.value())});
    }
    for (const auto& [id, course] : file.tests) {
        const auto day = today(scene.console, course.ordered_at);
        const auto* kind = domain::find_test(*tests_of(scene.console), course.kind);
        if (day < now && course.result && kind != nullptr) {
            all.emplace(day, BeforeRow{day_words(scene, day),
                                       text_of(scene, kind->label) + " · " + result_words(scene, *course.result)});
        }
    }
    for (const auto& [id, prescription] : file.prescriptions) {
        if (prescription.day < now) {
            all.emplace(prescription.day,
                        BeforeRow{day_words(scene, prescription.day), treatment_words(scene, prescription)});
        }
    }
    for (const auto& [id, referral] : file.referrals) {
        const auto day = today(scene.console, referral.made_at);
        const auto status = status_now(scene, referral);
        if (!domain::is_open(status)) {
            all.emplace(day,
                        BeforeRow{day_words(scene, day), filled(scene.words.translate("Referral: {what}"),
                                                                {{"what", referral_label(scene, referral.service)}}) +
                                                             " · " + status_label(scene, status)});
        }
    }
    if (!all.empty()) {
        rows.push_back({{}, scene.words.translate("Before"), BeforeRow::Voice::title});
    }
    std::ranges::transform(all, std::back_inserter(rows), [](auto& each) { return std::move(each.second); });
}

/// What she has agreed to, and the way to take it back.
void add_consent(const Scene& scene, std::vector<BeforeRow>& rows)
{
    const auto& words = scene.words;
    const auto& record = *scene.console.record;
    if (!record.file.consent) {
        return;
    }
    rows.push_back({{}, words.translate("What she agreed to"), BeforeRow::Voice::title});
    rows.push_back(
        {day_words(scene, record.file.consent->day),
         record.is_of_today ? words.translate("A record for today only") : words.translate("A record that is kept"),
         BeforeRow::Voice::usual, record.correcting ? std::nullopt : std::optional<RecordWish>{AskWithdrawal{}},
         "consent.ask_withdrawal"});
}

/// After a sentence; nothing when everything can be read here.
std::string unread_words(const Scene& scene)
{
    const auto unread = static_cast<long>(scene.console.record->file.unread.size());
    return unread == 0
               ? std::string{}
               : ' ' + scene.words.translate("{} entry is kept but not shown: a newer version wrote it.",
                                             "{} entries are kept but not shown: a newer version wrote them.", unread);
}

} // namespace

SideItem pep_words(const Scene& scene, domain::Instant at)
{
    const auto& words = scene.words;
    const auto clock = domain::pep_clock(at, scene.now);
    const auto hours = [](std::chrono::minutes span) {
        return std::to_string(std::chrono::floor<std::chrono::hours>(span).count());
    };
    const auto since = filled(words.translate("Exposure {hours} h ago"), {{"hours", hours(clock.since)}});
    switch (clock.state) {
    case PepClock::State::running:
        return {since,
                clock.left < std::chrono::hours{1}
                    ? filled(words.translate("{minutes} min left for PEP"),
                             {{"minutes", std::to_string(clock.left.count())}})
                    : filled(words.translate("{hours} h left for PEP"), {{"hours", hours(clock.left)}}),
                ui::Tone::plum};
    case PepClock::State::stopped: return {since, words.translate("Too late for PEP"), ui::Tone::care};
    case PepClock::State::not_begun:
        return {words.translate("Exposure"), words.translate("That is in the future"), ui::Tone::care};
    }
    std::unreachable();
}

SideModel side_words(const Scene& scene)
{
    const auto& words = scene.words;
    auto items = allergy_items(scene);
    auto waiting = everything_waiting(scene);
    const auto is_near = [](const SideItem& item) { return item.tone != ui::Tone::quiet; };
    const auto far = std::ranges::stable_partition(waiting, is_near).begin();
    const auto large = std::min(far - waiting.begin(), most_large);
    std::move(waiting.begin(), waiting.begin() + large, std::back_inserter(items));
    std::vector<BeforeRow> before;
    add_waiting(scene, std::span{waiting}.subspan(static_cast<std::size_t>(large)), before);
    add_episodes(scene, before);
    add_visits(scene, before);
    const bool is_new = before.empty();
    add_consent(scene, before);
    const auto at = exposure(scene.console);
    return {.clock = at ? std::optional{pep_words(scene, *at)} : std::nullopt,
            .items = std::move(items),
            .before = std::move(before),
            .before_empty = is_new ? words.translate("Nothing is written from before.") : std::string{},
            .foot = filled(words.translate("Open because number {number} is with you. Every opening is written down."),
                           {{"number", scene.console.record->number.text()}}) +
                    unread_words(scene)};
}

} // namespace verandah::console
