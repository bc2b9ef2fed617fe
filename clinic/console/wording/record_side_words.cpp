// SPDX-License-Identifier: Apache-2.0
// Beside the form: how long PEP can be begun, what waits, what was before; and what two have answered.
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"
#include "clinic/console/wording/work_words.hpp"
#include "shared/domain/care/pep_clock.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <utility>

namespace verandah::console {

namespace {

using domain::PepClock;

constexpr std::size_t most_rows = 8;

std::optional<SideItem> clock_words(const Scene& scene)
{
    const auto at = exposure(scene.console);
    if (!at) {
        return std::nullopt;
    }
    const auto& words = scene.words;
    const auto clock = domain::pep_clock(*at, scene.now);
    const auto hours = [](std::chrono::minutes span) {
        return std::to_string(std::chrono::floor<std::chrono::hours>(span).count());
    };
    const auto since = filled(words.translate("Exposure {hours} h ago"), {{"hours", hours(clock.since)}});
    switch (clock.state) {
    case PepClock::State::running:
        return SideItem{since,
                        clock.left < std::chrono::hours{1}
                            ? filled(words.translate("{minutes} min left for PEP"),
                                     {{"minutes", std::to_string(clock.left.count())}})
                            : filled(words.translate("{hours} h left for PEP"), {{"hours", hours(clock.left)}}),
                        ui::Tone::plum};
    case PepClock::State::stopped: return SideItem{since, words.translate("Too late for PEP"), ui::Tone::care};
    case PepClock::State::not_begun:
        return SideItem{words.translate("Exposure"), words.translate("That is in the future"), ui::Tone::care};
    }
    std::unreachable();
}

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
        if (items.size() >= 3) {
            break;
        }
    }
    return items;
}

/// What an earlier visit was about: why, what came out, what was given.
std::string visit_words(const Scene& scene, const domain::Encounter& encounter)
{
    const auto& forms = scene.console.knowledge.forms->forms;
    const auto form =
        std::ranges::find(forms, encounter.saved.form, [](const domain::Form& each) { return each.about.edition; });
    if (form == forms.end()) {
        return encounter.saved.form.id;
    }
    std::string text;
    for (const auto* field : domain::shown_fields(*form, encounter.saved.answers)) {
        const auto answer = encounter.saved.answers.find(field->code);
        const auto* kind = std::get_if<domain::ChoiceField>(&field->kind);
        const bool is_told =
            answer != encounter.saved.answers.end() && kind != nullptr &&
            (field == domain::fields_of(*form).front() ||
             std::ranges::any_of(kind->choices, [](const domain::Choice& each) {
                 return std::ranges::any_of(each.facts, [](const domain::FactCode& fact) {
                     return fact.view().starts_with("syndrome.") || fact.view().starts_with("diagnosis.");
                 });
             }));
        if (is_told) {
            text += (text.empty() ? "" : " · ") + answer_words(scene, *field, &answer->second);
        }
    }
    return text;
}

/// What has to be done about her again: overdue first, as it comes by its day.
std::vector<SideItem> item_words(const Scene& scene)
{
    constexpr std::size_t most_items = 3;
    std::vector<SideItem> items;
    for (const auto& each : scene.console.record->due) {
        const bool is_late = each.state == domain::DueState::overdue || each.state == domain::DueState::lost;
        if (items.size() < most_items) {
            items.push_back(
                {rule_label(scene, each.rule), day_label(scene, each.due), is_late ? ui::Tone::care : ui::Tone::soon});
        }
    }
    return items;
}

std::vector<BeforeRow> before_words(const Scene& scene)
{
    const auto& file = scene.console.record->file;
    const auto now = today(scene.console, scene.now);
    std::multimap<domain::CentreDay, std::string, std::greater<>> rows;
    for (const auto& [id, encounter] : file.encounters) {
        if (encounter.day < now) {
            rows.emplace(encounter.day, visit_words(scene, encounter));
        }
    }
    for (const auto& [id, course] : file.tests) {
        const auto day = today(scene.console, course.ordered_at);
        const auto* kind = domain::find_test(*tests_of(scene.console), course.kind);
        if (day < now && course.result && kind != nullptr) {
            rows.emplace(day, text_of(scene, kind->label) + " · " + result_words(scene, *course.result));
        }
    }
    std::vector<BeforeRow> shown;
    for (const auto& [day, what] : rows) {
        if (shown.size() < most_rows) {
            shown.push_back({day_words(scene, day), what});
        }
    }
    return shown;
}

} // namespace

SideModel side_words(const Scene& scene)
{
    const auto& words = scene.words;
    auto items = waiting_words(scene);
    std::ranges::move(item_words(scene), std::back_inserter(items));
    return {.clock = clock_words(scene),
            .items = std::move(items),
            .before_title = words.translate("Before"),
            .before = before_words(scene),
            .before_empty = words.translate("Nothing is written from before."),
            .foot = filled(words.translate("Open because number {number} is with you. Every opening is written down."),
                           {{"number", scene.console.record->number.text()}})};
}

ClashModel clash_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& record = *scene.console.record;
    const auto& clash = *record.clash;
    ClashModel model;
    model.title = words.translate("Two of you have answered this");
    model.note =
        filled(words.translate("{who} answered it, too, at {time}. Choose what is right; both stay in the history."),
               {{"who", clash.by.view()}, {"time", time_words(scene, clash.at)}});
    model.mine_label = words.translate("Yours");
    model.theirs_label = clash.by.text();
    const auto value = [](const domain::Answers& answers, const domain::FieldCode& field) {
        const auto found = answers.find(field);
        return found == answers.end() ? nullptr : &found->second;
    };
    bool is_decided = true;
    for (const auto& [code, take] : clash.fields) {
        const auto* field = domain::find_field(*form_of(scene.console), code);
        if (field == nullptr) {
            continue;
        }
        is_decided = is_decided && take != Clash::Take::undecided;
        const auto choice = [&](const domain::Answers& answers, Clash::Take which, const char* id) {
            return RecordChoice{answer_words(scene, *field, value(answers, code)),
                                RecordWish{SettleField{code, which}},
                                code.text() + id,
                                take == which,
                                false,
                                0};
        };
        model.lines.push_back({text_of(scene, field->label), choice(record.answers, Clash::Take::mine, ".mine"),
                               choice(clash.theirs, Clash::Take::theirs, ".theirs")});
    }
    model.confirm = words.translate("Keep these");
    model.missing = is_decided ? std::string{} : words.translate("Choose one in each line.");
    return model;
}

} // namespace verandah::console
