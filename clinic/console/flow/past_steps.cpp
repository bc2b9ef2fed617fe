// SPDX-License-Identifier: Apache-2.0
// Looking back, a page at a time; one request under way.
#include "clinic/console/flow/past_steps.hpp"

#include "clinic/console/flow/door.hpp"
#include "shared/wire/messages/day_text.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace verandah::console {

namespace {

using Effects = std::vector<Effect>;
using domain::CentreDay;

constexpr std::size_t most_names = 8;

bool wants_page(const Past& past)
{
    return !past.page_failed && !past.is_at_end && past.deeds.size() < std::min(past.wanted, Past::most);
}

/// The next request, when none is under way: the file first, then the list, then the check.
Effects ask_on(Past& past)
{
    if (past.asked) {
        return {};
    }
    if (past.saving && !past.saving->is_whole) {
        past.asked = Past::Asked::part;
        return {PastEffect{FetchPart{past.look, {past.filter, past.saving->next.value_or(0)}}}};
    }
    if (wants_page(past)) {
        past.asked = Past::Asked::page;
        return {PastEffect{FetchPast{past.look, {past.filter, past.next.value_or(0)}}}};
    }
    if (!past.check && !past.check_failed) {
        past.asked = Past::Asked::check;
        return {PastEffect{FetchCheck{past.look}}};
    }
    return {};
}

struct PastHandler {
    Console& console;

    [[nodiscard]] Past* answered(std::size_t look) const
    {
        auto& past = console.past;
        if (!past || past->look != look || !past->asked) {
            return nullptr; // somebody looks at something else by now
        }
        past->asked.reset();
        return &*past;
    }

    Effects operator()(const PastCame& event) const
    {
        auto* past = answered(event.look);
        if (past == nullptr) {
            return {};
        }
        past->deeds.insert(past->deeds.end(), event.view.deeds.begin(), event.view.deeds.end());
        past->next = event.view.next;
        past->is_at_end = !event.view.next;
        past->looked_back_to = event.view.looked_back_to ? event.view.looked_back_to : past->looked_back_to;
        past->damaged = past->damaged ? past->damaged : event.view.damaged;
        return ask_on(*past);
    }
    Effects operator()(const CheckCame& event) const
    {
        auto* past = answered(event.look);
        if (past == nullptr) {
            return {};
        }
        past->check = event.check;
        return ask_on(*past);
    }
    Effects operator()(const PartCame& event) const
    {
        auto* past = answered(event.look);
        if (past == nullptr || !past->saving) {
            return {};
        }
        using enum SavePart::Place;
        auto& saving = *past->saving;
        const bool is_first = !saving.next;
        const bool is_last = !event.part.next;
        saving.deeds += event.part.deeds;
        saving.next = event.part.next;
        saving.is_whole = is_last;
        Effects effects{PastEffect{SavePart{saving.name, event.part.csv,
                                            is_first  ? (is_last ? only : first)
                                            : is_last ? last
                                                      : more}}};
        if (!is_last) {
            std::ranges::move(ask_on(*past), std::back_inserter(effects));
        }
        return effects;
    }
    Effects operator()(const PastLost& event) const
    {
        const auto asked = console.past ? console.past->asked : std::nullopt;
        auto* past = answered(event.look);
        if (past == nullptr) {
            return {};
        }
        switch (*asked) {
        case Past::Asked::page: past->page_failed = true; return {};
        case Past::Asked::check: past->check_failed = true; return ask_on(*past);
        case Past::Asked::part: return fail(*past);
        }
        std::unreachable();
    }
    Effects operator()(const SaveFolderCame& event) const
    {
        auto* sheet = console.sheet ? std::get_if<SaveSheet>(&*console.sheet) : nullptr;
        if (sheet != nullptr) {
            sheet->folder = event.folder;
        }
        return {};
    }
    Effects operator()(const FileSaved& event) const
    {
        if (!console.past || !console.past->saving) {
            return {};
        }
        console.past->saved = Past::Saved{event.where, console.past->saving->deeds};
        console.past->saving.reset();
        return ask_on(*console.past);
    }
    Effects operator()(const FileFailed&) const { return console.past ? fail(*console.past) : Effects{}; }

    static Effects fail(Past& past)
    {
        if (!past.saving) {
            return {};
        }
        past.saving.reset();
        past.saved = Past::Saved{};
        Effects effects{PastEffect{DropFile{}}};
        std::ranges::move(ask_on(past), std::back_inserter(effects));
        return effects;
    }
};

struct PastWisher {
    Console& console;
    domain::Instant now;

    Effects operator()(const ReadOn&) const
    {
        auto& past = *console.past;
        past.wanted = std::max(past.wanted, past.deeds.size() + Past::page);
        return ask_on(past);
    }
    Effects operator()(const LookAgain&) const { return look_back(console, console.past->filter, console.past->days); }
    Effects operator()(const AskFilter&) const
    {
        const auto& past = *console.past;
        console.sheet = FilterSheet{past.filter.kind, past.days, past.filter.who.value_or(std::string{})};
        return {};
    }
    Effects operator()(const LeaveOut& wish) const
    {
        auto filter = console.past->filter;
        auto days = console.past->days;
        switch (wish.part) {
        case PastPart::kind: filter.kind.reset(); break;
        case PastPart::who: filter.who.reset(); break;
        case PastPart::days:
            filter.from.reset();
            filter.to.reset();
            days = PastDays::all;
            break;
        }
        return look_back(console, filter, days);
    }
    Effects operator()(const AskSave&) const
    {
        if (console.past->saving) {
            return {};
        }
        console.sheet = SaveSheet{};
        return {PastEffect{FindSaveFolder{}}};
    }
    Effects operator()(const CloseSaved&) const
    {
        console.past->saved.reset();
        return {};
    }
};

std::optional<CentreDay> first_day(PastDays days, CentreDay today)
{
    const auto before = [&](int count) { return CentreDay{std::chrono::sys_days{today} - std::chrono::days{count}}; };
    switch (days) {
    case PastDays::all: return std::nullopt;
    case PastDays::today: return today;
    case PastDays::yesterday: return before(1);
    case PastDays::week: return before(6);
    case PastDays::month: return before(29);
    }
    std::unreachable();
}

} // namespace

std::vector<Effect> look_back(Console& console, const wire::AuditFilter& filter, PastDays days)
{
    Effects effects;
    if (console.past && console.past->saving) {
        effects.emplace_back(PastEffect{DropFile{}});
    }
    console.past.emplace(Past{.look = ++console.looks, .filter = filter, .days = days});
    std::ranges::move(ask_on(*console.past), std::back_inserter(effects));
    return effects;
}

bool needs_to_look_back(const Console& console)
{
    return console.page == Page::past && may(console, Page::past) && (!console.past || console.past->page_failed);
}

std::vector<Effect> handle_past(Console& console, const PastHappening& happening)
{
    return std::visit(PastHandler{console}, happening);
}

std::vector<Effect> handle_past_wish(Console& console, const PastWish& wish, domain::Instant now)
{
    return console.past && may(console, Page::past) ? std::visit(PastWisher{console, now}, wish) : Effects{};
}

std::vector<Effect> confirm_past(Console& console, const FilterSheet& sheet, domain::Instant now)
{
    const auto day = today(console, now);
    wire::AuditFilter filter{.kind = sheet.kind, .from = first_day(sheet.days, day)};
    if (!sheet.typed.empty()) {
        filter.who = sheet.typed;
    }
    if (sheet.days == PastDays::yesterday) {
        filter.to = filter.from;
    }
    console.sheet.reset();
    return look_back(console, filter, sheet.days);
}

std::vector<Effect> confirm_past(Console& console, const SaveSheet&, domain::Instant now)
{
    console.sheet.reset();
    if (!console.past || console.past->saving) {
        return {};
    }
    auto& past = *console.past;
    past.saved.reset();
    past.saving = Past::Saving{.name = "verandah-who-did-what-" + wire::day_text(today(console, now)) + ".csv"};
    return ask_on(past);
}

CentreDay today(const Console& console, domain::Instant now)
{
    if (!console.centre) {
        return CentreDay{std::chrono::floor<std::chrono::days>(now)};
    }
    const auto& centre = *console.centre;
    return CentreDay{std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>{(now + centre.utc_offset).time_since_epoch()} -
        centre.centre.day_boundary)};
}

std::vector<std::string> names_in(const Past& past)
{
    std::set<std::string> names;
    for (const auto& deed : past.deeds) {
        if (names.size() >= most_names) {
            break;
        }
        names.insert(deed.staff ? deed.staff->text() : deed.device);
    }
    return {names.begin(), names.end()};
}

} // namespace verandah::console
