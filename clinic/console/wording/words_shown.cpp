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
    void add(const HeadModel& head)
    {
        add({head.title, head.station, head.skills, head.link.label});
        if (head.who) {
            add({head.who->account, head.who->ends});
        }
    }
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
        if (line.panel) {
            add(*line.panel);
        }
    }
    void add(const std::optional<DeedModel>& deed)
    {
        if (deed) {
            add({deed->label});
        }
    }
    void add(const PanelModel& panel)
    {
        if (panel.card) {
            const auto& card = *panel.card;
            add({card.title, card.since, card.number, card.needs, card.waited});
        }
        add({panel.notice, panel.take_slip});
        add(panel.call_next);
        add(panel.add_person);
        add(panel.undo);
        for (const auto& deed : panel.deeds) {
            add({deed.label});
        }
    }
    void add(const StaffModel& staff)
    {
        add(staff.head);
        for (const auto& row : staff.rows) {
            add({row.account.text(), row.role, row.last_signed_in, row.state, row.records});
        }
        if (staff.panel) {
            add({staff.panel->title, staff.panel->note, staff.panel->add.label});
            for (const auto& deed : staff.panel->deeds) {
                add({deed.label});
            }
        }
    }
    void add(const std::vector<RecordChoice>& choices)
    {
        for (const auto& choice : choices) {
            add({choice.label});
        }
    }
    /// Never what is in it: only that a record is open, and how far it is.
    void add(const RecordModel& record)
    {
        if (record.door) {
            add({record.door->title, record.door->note, record.door->spoken, record.door->trouble});
            add(record.door->choices);
        }
        if (record.form) {
            add({record.head.title, record.form->access, record.form->skip, record.form->next, record.form->notice});
            for (const auto& errand : record.form->errands) {
                add({errand.label});
            }
            for (const auto& pill : record.form->pills) {
                add({pill.label});
            }
        }
    }
    void add(const PastModel& past)
    {
        add(past.head);
        add({past.check.words, past.check.note, past.filter_label, past.save_label, past.foot, past.again});
        for (const auto& part : past.filters) {
            add({part.label});
        }
        if (past.saved) {
            add({past.saved->words, past.saved->close});
        }
        for (const auto& row : past.rows) {
            add({row.when, row.who, row.what, row.where});
        }
        if (past.rows.empty()) {
            add({past.empty_title, past.empty_note});
        }
    }
    void add(const WorkModel& work)
    {
        add(work.head);
        for (const auto& tab : work.tabs) {
            add({tab.label, tab.count});
        }
        add({work.narrow_label, work.narrowed});
        for (const auto& stage : work.cascade) {
            add({stage.value, stage.label, stage.note});
        }
        for (const auto& report : work.reports) {
            add({report});
        }
        for (const auto& row : work.rows) {
            for (const auto& cell : row.cells) {
                add({cell.words});
            }
        }
        if (work.rows.empty()) {
            add({work.empty_title, work.empty_note});
        }
        add({work.foot, work.again, work.panel.title, work.panel.lead, work.panel.notice});
        for (const auto& line : work.panel.lines) {
            add({line});
        }
        for (const auto& deed : work.panel.deeds) {
            add({deed.label});
        }
    }
    void add(const SlipModel& model)
    {
        const auto& slip = model.slips.front();
        add({model.title, model.note, model.keep, model.close, slip.title, slip.what, slip.where, slip.address});
    }
    void add(const DevicesModel& devices)
    {
        add(devices.head);
        for (const auto& row : devices.rows) {
            add({row.device.text(), row.kind, row.seen, row.until});
        }
        if (devices.panel) {
            add({devices.panel->title, devices.panel->note, devices.panel->add.label});
            for (const auto& deed : devices.panel->deeds) {
                add({deed.label});
            }
        }
    }
    void add(const OfferModel& offer)
    {
        add({offer.title, offer.note, std::string{offer.code.view()}, offer.address, offer.state, offer.done,
             offer.withdraw});
    }
    /// Never what somebody typed.
    void add(const FormModel& form)
    {
        add({form.title, form.note, form.fact, form.notice, form.missing, form.confirm, form.cancel, form.link,
             form.alert});
        for (const auto& line : form.lines) {
            add({line.label, line.note});
        }
        if (form.pad) {
            add({form.pad->title, form.pad->why});
        }
    }
    void add(const PinModel& pin)
    {
        add({pin.title, pin.whose, pin.note, pin.pad.title, pin.notice, pin.somebody_else, pin.sign_out, pin.alert,
             pin.link});
    }
    void add(const ToldModel& told)
    {
        add({told.title, told.account, std::string{told.words.view()}, told.warning, told.confirm});
    }
    void add(const TodayModel& today)
    {
        add(today.head);
        add(today.figures);
        add(today.more_figures);
        add({today.hours_title, today.classes_title, today.times_title, today.empty});
        add(today.turn_day);
        add(today.times);
    }
    /// Never the card.
    void add(const ForgettingModel& sheet)
    {
        add({sheet.title, sheet.note, sheet.warning, sheet.missing, sheet.agree, sheet.confirm, sheet.decline,
             sheet.cancel});
        for (const auto& list : sheet.lists) {
            add({list.heading});
            for (const auto& line : list.lines) {
                add({line});
            }
        }
    }
    void add(const SheetModel& sheet)
    {
        add({sheet.title, sheet.note, sheet.said, sheet.confirm, sheet.cancel, sheet.missing});
        for (const auto& group : sheet.groups) {
            add({group.heading});
            for (const auto& option : group.options) {
                add({option.label, option.note});
            }
        }
        for (const auto& field : sheet.fields) {
            add({field.label, field.value});
        }
    }
    void add(const StockModel& stock)
    {
        add(stock.head);
        if (stock.shelf) {
            add(*stock.shelf);
            return;
        }
        add(stock.figures);
        for (const auto& row : stock.rows) {
            add({row.label, row.balance, row.expires, row.without, row.mark.words});
        }
        if (stock.rows.empty()) {
            add({stock.empty.title, stock.empty.note, stock.empty.again});
        }
        add({stock.foot});
    }
    void add(const ShelfModel& shelf)
    {
        add({shelf.back, shelf.title, shelf.balance, shelf.unit, shelf.note, shelf.batches_title, shelf.said});
        for (const auto& mark : shelf.marks) {
            add({mark.words});
        }
        for (const auto& batch : shelf.batches) {
            add({batch.batch, batch.expires, batch.balance});
        }
        for (const auto& deed : shelf.deeds) {
            add({deed.label});
        }
        for (const auto& row : shelf.movements) {
            add({row.when, row.what, row.batch, row.amount, row.reason});
        }
        if (shelf.movements.empty()) {
            add({shelf.empty.title, shelf.empty.note, shelf.empty.again});
        }
        add({shelf.foot});
    }
};

} // namespace

std::vector<std::string> words_shown(const ScreenModel& model)
{
    Collector all;
    all.add({model.quiet_note});
    if (model.cover) {
        all.add({model.cover->title, model.cover->note, model.cover->alert});
        return all.words;
    }
    if (model.banner) {
        all.add({model.banner->words, model.banner->action});
    }
    if (model.staff) {
        all.add(*model.staff);
    }
    if (model.record) {
        all.add(*model.record);
    }
    if (model.past) {
        all.add(*model.past);
    }
    if (model.work) {
        all.add(*model.work);
    }
    if (model.slip) {
        all.add(*model.slip);
    }
    if (model.stock) {
        all.add(*model.stock);
    }
    if (model.devices) {
        all.add(*model.devices);
    }
    if (model.offer) {
        all.add(*model.offer);
    }
    if (model.form) {
        all.add(*model.form);
    }
    if (model.pin) {
        all.add(*model.pin);
    }
    if (model.told) {
        all.add(*model.told);
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
    if (model.asked_to_forget) {
        all.add({model.asked_to_forget->words, model.asked_to_forget->since, model.asked_to_forget->action});
    }
    if (model.sheet) {
        all.add(*model.sheet);
    }
    if (model.forgetting) {
        all.add(*model.forgetting);
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
