// SPDX-License-Identifier: Apache-2.0
// Collects the words of a screen in reading order.
#include "clinic/console/wording/words_shown.hpp"

#include <initializer_list>

namespace verandah::console {

namespace {

struct Collector {
    std::vector<std::string> words{};

    void add(std::initializer_list<std::string> more)
    {
        for (const auto& each : more) {
            if (!each.empty()) {
                words.push_back(each);
            }
        }
    }
    void add(const HeadModel& head) { add({head.title, head.station, head.skills, head.link.label}); }
    void add(const std::vector<Figure>& figures)
    {
        for (const auto& figure : figures) {
            add({figure.value, figure.caption});
        }
    }
    void add(const LineModel& line)
    {
        add(line.head);
        add(line.figures);
        for (const auto& row : line.list.rows) {
            add({row.number, row.needs, row.waiting, row.class_label, row.reason});
        }
        if (line.list.rows.empty()) {
            add({line.list.empty_title, line.list.empty_note});
        }
        const auto& panel = line.panel;
        add({panel.card.title, panel.card.since, panel.card.number, panel.card.needs, panel.card.waited, panel.notice,
             panel.call_next.label, panel.add_person.label, panel.undo.label});
        for (const auto& deed : panel.deeds) {
            add({deed.label});
        }
    }
    void add(const TodayModel& today)
    {
        add(today.head);
        add(today.figures);
        add({today.hours_title, today.classes_title, today.times_title, today.empty, today.turn_day.label});
        add(today.times);
    }
    void add(const SheetModel& sheet)
    {
        add({sheet.title, sheet.note, sheet.confirm, sheet.cancel, sheet.missing});
        for (const auto& group : sheet.groups) {
            add({group.heading});
            for (const auto& option : group.options) {
                add({option.label, option.note});
            }
        }
    }
};

} // namespace

std::vector<std::string> words_shown(const ScreenModel& model)
{
    Collector all;
    if (model.cover) {
        all.add({model.cover->title, model.cover->note, model.cover->alert});
        return all.words;
    }
    if (model.opening) {
        all.add({model.opening->title, model.opening->note});
    }
    if (model.line) {
        all.add(*model.line);
    }
    if (model.today) {
        all.add(*model.today);
    }
    if (model.alert) {
        all.add({model.alert->where, model.alert->since, model.alert->going, model.alert->more});
    }
    if (model.sheet) {
        all.add(*model.sheet);
    }
    return all.words;
}

std::vector<std::string> words_shown(const BoardModel& model)
{
    Collector all;
    if (model.call) {
        all.add({model.invitation, model.call->number, model.call->room});
    } else {
        all.add({model.resting_title, model.resting_note});
    }
    for (const auto& call : model.before) {
        all.add({call.number, call.room});
    }
    all.add({model.waiting, model.reconnecting, model.without_sound});
    return all.words;
}

} // namespace verandah::console
