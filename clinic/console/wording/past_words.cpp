// SPDX-License-Identifier: Apache-2.0
// When, who, what, where; whether it can be believed; and where the file went.
#include "clinic/console/wording/past_words.hpp"

#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/wording/deed_words.hpp"
#include "clinic/console/wording/words.hpp"
#include "shared/wire/messages/day_text.hpp"

#include <fmt/format.h>

#include <utility>

namespace verandah::console {

namespace {

/// The centre's wall clock.
struct WallTime {
    domain::CentreDay date;
    std::string clock; ///< "18:05"
};

WallTime wall_time(const Scene& scene, domain::Instant at)
{
    const auto local = at + scene.console.centre->utc_offset;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::minutes>(local - day)};
    return {domain::CentreDay{day}, fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count())};
}

/// "18:05" today, "yesterday 18:05", "2026-02-27 18:05".
std::string when_words(const Scene& scene, domain::Instant at, const domain::CentreDay& date_now)
{
    const auto [date, clock] = wall_time(scene, at);
    if (date == date_now) {
        return clock;
    }
    if (std::chrono::sys_days{date} + std::chrono::days{1} == std::chrono::sys_days{date_now}) {
        return filled(scene.words.translate("yesterday {time}"), {{"time", clock}});
    }
    return wire::day_text(date) + " " + clock;
}

std::string when_words(const Scene& scene, domain::Instant at)
{
    return when_words(scene, at, wall_time(scene, scene.now).date);
}

std::string days_label(const Scene& scene, PastDays days)
{
    const auto& words = scene.words;
    switch (days) {
    case PastDays::all: return words.translate("Any day");
    case PastDays::today: return words.translate("Today");
    case PastDays::yesterday: return words.translate("Yesterday");
    case PastDays::week: return words.translate("Last 7 days");
    case PastDays::month: return words.translate("Last 30 days");
    }
    std::unreachable();
}

std::vector<FilterPart> filter_words(const Scene& scene, const Past& past)
{
    std::vector<FilterPart> parts;
    if (past.filter.kind) {
        parts.push_back({PastPart::kind, deed_kind_label(scene, *past.filter.kind)});
    }
    if (past.days != PastDays::all) {
        parts.push_back({PastPart::days, days_label(scene, past.days)});
    }
    if (past.filter.who) {
        parts.push_back({PastPart::who, *past.filter.who});
    }
    return parts;
}

/// Trouble first; then how far the past is signed.
CheckModel check_words(const Scene& scene, const Past& past)
{
    const auto& words = scene.words;
    const auto& check = past.check;
    if (past.damaged || (check && !check->findings.empty())) {
        return {ui::icon::warning, ui::Tone::care,
                past.damaged ? filled(words.translate("Event {event} is not as it was written."),
                                      {{"event", std::to_string(*past.damaged)}})
                             : words.translate("The past is not as it was signed."),
                words.translate("Leave the hub as it is, and call whoever looks after it: “verandah-hub audit verify” "
                                "says what was found.")};
    }
    if (past.check_failed) {
        return {ui::icon::info, ui::Tone::soon, words.translate("It could not be checked just now."), {}};
    }
    if (!check) {
        return {ui::icon::hourglass_empty,
                ui::Tone::quiet,
                words.translate("Checking whether everything is as it was…"),
                {}};
    }
    if (!check->is_signing) {
        return {ui::icon::warning, ui::Tone::soon, words.translate("Nothing is signed just now."),
                words.translate("The hub's disk may be full. Call whoever looks after it.")};
    }
    const auto events = std::to_string(check->events);
    if (!check->signed_at) {
        return {ui::icon::verified_user, ui::Tone::mist,
                filled(words.translate("Nothing was changed: {count} events."), {{"count", events}}),
                words.translate("None is signed yet; the first signature comes within a quarter of an hour.")};
    }
    return {ui::icon::verified_user, ui::Tone::mist,
            filled(words.translate("Nothing was changed: {count} events."), {{"count", events}}),
            filled(words.translate("Signed up to {time}; {count} since then."),
                   {{"time", when_words(scene, *check->signed_at)},
                    {"count", std::to_string(check->events - check->signed_event.value_or(0))}})};
}

std::optional<SavedModel> saved_words(const Scene& scene, const Past& past)
{
    const auto& words = scene.words;
    if (past.saving) {
        return SavedModel{
            filled(words.translate("Saving… {count} so far"), {{"count", std::to_string(past.saving->deeds)}}), {}};
    }
    if (!past.saved) {
        return std::nullopt;
    }
    if (past.saved->where.empty()) {
        return SavedModel{words.translate("It was not saved: the stick is full or gone, or the hub is away. Nothing of "
                                          "it is left there."),
                          words.translate("Close"), true};
    }
    return SavedModel{filled(words.translate("{count} lines are in {file}. Whoever has the file can read it."),
                             {{"count", std::to_string(past.saved->deeds)}, {"file", past.saved->where}}),
                      words.translate("Close")};
}

std::string foot_words(const Scene& scene, const Past& past)
{
    const auto& words = scene.words;
    if (past.deeds.empty()) {
        return {};
    }
    const auto count = std::to_string(past.deeds.size());
    if (past.deeds.size() >= Past::most) {
        return filled(words.translate("{count} lines are shown, and there are more. A filter finds the others."),
                      {{"count", count}});
    }
    if (past.page_failed) {
        return words.translate("The hub does not answer just now. What is older is not shown.");
    }
    if (past.is_at_end) {
        return filled(words.translate("{count} lines, and that is all."), {{"count", count}});
    }
    return filled(words.translate("{count} lines so far, back to {time}. More comes as you go down."),
                  {{"count", count}, {"time", past.looked_back_to ? when_words(scene, *past.looked_back_to) : ""}});
}

void word_emptiness(const Scene& scene, const Past& past, PastModel& model)
{
    const auto& words = scene.words;
    if (past.page_failed) {
        model.why_empty = TableNote::Why::failed;
        model.empty_title = words.translate("The hub does not answer just now");
        model.empty_note = words.translate("Nothing is lost. Try it again in a moment.");
        model.again = words.translate("Try again");
    } else if (past.is_at_end) {
        model.why_empty = TableNote::Why::nothing_there;
        model.empty_title = words.translate("Nothing of that kind happened");
        model.empty_note = words.translate("Take a part of the filter away to see more.");
    } else {
        model.empty_title = words.translate("Looking back…");
        model.empty_note = past.looked_back_to ? filled(words.translate("Nothing yet, back to {time}."),
                                                        {{"time", when_words(scene, *past.looked_back_to)}})
                                               : std::string{};
    }
}

} // namespace

PastModel past_words(const Scene& scene)
{
    const auto& words = scene.words;
    PastModel model{.head = head_words(scene, words.translate("Who did what")),
                    .filter_label = words.translate("Filter"),
                    .save_label = words.translate("Save to a file"),
                    .filters = {},
                    .check = {},
                    .saved = {},
                    .headings = {words.translate("When"), words.translate("Who"), words.translate("What"),
                                 words.translate("Where")},
                    .rows = {},
                    .foot = {},
                    .empty_title = {},
                    .empty_note = {},
                    .again = {}};
    if (!scene.console.past) {
        return model;
    }
    const auto& past = *scene.console.past;
    model.filters = filter_words(scene, past);
    model.check = check_words(scene, past);
    model.saved = saved_words(scene, past);
    model.foot = foot_words(scene, past);
    model.goes_on = !past.is_at_end && !past.page_failed && !past.asked && past.deeds.size() < Past::most;
    word_emptiness(scene, past, model);
    const DeedWords deeds{scene};
    const auto date_now = wall_time(scene, scene.now).date;
    const auto by_itself = words.translate("by itself");
    model.rows.reserve(past.deeds.size());
    for (const auto& deed : past.deeds) {
        model.rows.push_back({.when = when_words(scene, deed.at, date_now),
                              .who = deed.staff             ? deed.staff->text()
                                     : deed.device == "hub" ? by_itself
                                                            : std::string{},
                              .what = deeds.text(deed),
                              .where = deed.device,
                              .is_care = deed.kind.ends_with("_refused")});
    }
    return model;
}

SheetModel filter_sheet_words(const Scene& scene, const FilterSheet& sheet)
{
    const auto& words = scene.words;
    SheetModel model{.title = words.translate("What are you looking for?"),
                     .note = {},
                     .groups = {},
                     .typed = sheet.typed,
                     .field_label = words.translate("Or type an account or a device"),
                     .confirm = words.translate("Show"),
                     .cancel = words.translate("Back"),
                     .missing = {}};
    OptionGroup kinds{words.translate("What"), {{words.translate("Everything"), {}, {}, !sheet.kind}}};
    for (const auto kind : domain::every_deed_kind) {
        kinds.options.push_back({deed_kind_label(scene, kind), {}, {}, sheet.kind == kind});
    }
    OptionGroup days{words.translate("When"), {}};
    for (const auto each : every_past_days) {
        days.options.push_back({days_label(scene, each), {}, {}, sheet.days == each});
    }
    OptionGroup names{words.translate("Who"), {{words.translate("Anybody"), {}, {}, sheet.typed.empty()}}};
    if (scene.console.past) {
        for (const auto& name : names_in(*scene.console.past)) {
            names.options.push_back({name, {}, {}, sheet.typed == name});
        }
    }
    model.groups = {std::move(kinds), std::move(days), std::move(names)};
    return model;
}

SheetModel save_sheet_words(const Scene& scene, const SaveSheet& sheet)
{
    const auto& words = scene.words;
    return {.title = words.translate("Save who did what to a file?"),
            .note =
                sheet.folder.empty()
                    ? std::string{}
                    : filled(words.translate("It goes to {folder}, as a table for a spreadsheet, with the filter as it "
                                             "is. No visitor is named in it. That it was saved is written down."),
                             {{"folder", sheet.folder}}),
            .groups = {},
            .typed = {},
            .field_label = {},
            .confirm = words.translate("Save"),
            .cancel = words.translate("Back"),
            .missing = {}};
}

} // namespace verandah::console
