// SPDX-License-Identifier: Apache-2.0
// The words of each sheet. Groups and options stand in the order in which flow/sheet_steps.cpp counts them.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/sheet_steps.hpp"
#include "clinic/console/wording/counterfoil_words.hpp"
#include "clinic/console/wording/past_words.hpp"
#include "clinic/console/wording/stock_words.hpp"
#include "clinic/console/wording/words.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

struct SheetWording {
    const Scene& scene;
    const ui::Translator& words{scene.words};

    [[nodiscard]] const domain::Centre& rules() const { return scene.console.replica->line().rules(); }
    [[nodiscard]] std::string number(domain::TicketId id) const
    {
        const auto* ticket = scene.console.replica->line().find(id);
        return ticket == nullptr ? std::string{} : ticket->number.text();
    }
    [[nodiscard]] std::string titled(const std::string& text, domain::TicketId id) const
    {
        return filled(text, {{"number", number(id)}});
    }
    [[nodiscard]] static ui::Icon icon_of(const domain::Service& service)
    {
        return ui::find_icon(service.icon).value_or(ui::Icon{});
    }
    [[nodiscard]] OptionGroup reasons(std::optional<UsualReason> chosen) const
    {
        OptionGroup group{words.translate("Reason"), {}};
        for (const auto reason : usual_reasons) {
            group.options.push_back({usual_reason_words(scene, reason), {}, {}, chosen == reason});
        }
        return group;
    }
    [[nodiscard]] SheetModel asking(std::string title, std::string confirm) const
    {
        return {.title = std::move(title),
                .note = {},
                .groups = {},
                .typed = {},
                .field_label = {},
                .confirm = std::move(confirm),
                .cancel = words.translate("Back"),
                .missing = {}};
    }

    SheetModel operator()(const StationSheet&) const
    {
        auto model = asking(words.translate("Which room is this?"), {});
        model.note = words.translate("People are called to the room you choose.");
        OptionGroup group;
        for (const auto& station : rules().stations) {
            std::string gives;
            for (const auto& service : scene.console.replica->line().services_of(station.code)) {
                gives += (gives.empty() ? "" : " · ") + service_label(scene, service);
            }
            group.options.push_back(
                {room(words, station.sign), gives, ui::icon::meeting_room, scene.console.station == station.code});
        }
        model.groups.push_back(std::move(group));
        if (!scene.console.station) {
            model.cancel.clear();
        }
        return model;
    }
    SheetModel operator()(const SendOnSheet& sheet) const
    {
        auto model = asking(titled(words.translate("Send {number} on"), sheet.ticket), words.translate("Send on"));
        const auto* ticket = scene.console.replica->line().find(sheet.ticket);
        const auto suggested = domain::suggested_step(scene.console.replica->line(), *ticket);
        OptionGroup where{words.translate("Where to"), {}};
        for (const auto& code : ways_on(scene.console, *ticket)) {
            const auto& service = *std::ranges::find(rules().services, code, &domain::Service::code);
            where.options.push_back({service_label(scene, code),
                                     code == suggested ? words.translate("next on the way") : std::string{},
                                     icon_of(service), sheet.service == code});
        }
        using enum domain::SendOn::Place;
        OptionGroup place{words.translate("Place in that line"), {}};
        place.options = {{words.translate("By arrival"), {}, {}, sheet.place == by_arrival},
                         {words.translate("First"), {}, {}, sheet.place == first},
                         {words.translate("Last"), {}, {}, sheet.place == last}};
        model.groups = {std::move(where), std::move(place)};
        return model;
    }
    SheetModel operator()(const HoldSheet& sheet) const
    {
        auto model = asking(titled(words.translate("{number} on hold"), sheet.ticket), words.translate("Hold"));
        model.note = words.translate("They keep their place and are in line again by themselves.");
        OptionGroup group{words.translate("Back in"), {}};
        for (const auto minutes : usual_holds) {
            group.options.push_back(
                {duration(scene, minutes), {}, {}, sheet.typed.empty() && sheet.back_in == minutes});
        }
        model.groups.push_back(std::move(group));
        model.typed = sheet.typed;
        model.field_label = words.translate("Other minutes");
        return model;
    }
    SheetModel operator()(const CallThisSheet& sheet) const
    {
        auto model = asking(titled(words.translate("Call {number} now"), sheet.ticket), words.translate("Call"));
        model.note = words.translate("This is out of turn, so the line keeps the reason.");
        model.groups.push_back(reasons(sheet.reason));
        model.typed = sheet.typed;
        model.field_label = words.translate("In your own words");
        return model;
    }
    SheetModel operator()(const ClassSheet& sheet) const
    {
        auto model = asking(titled(words.translate("Change the class of {number}"), sheet.ticket),
                            words.translate("Change class"));
        const auto* ticket = scene.console.replica->line().find(sheet.ticket);
        OptionGroup classes{words.translate("Class"), {}};
        for (const auto& priority : rules().classes) {
            const bool is_now = ticket->now.priority == priority.code;
            classes.options.push_back({class_label(scene, priority.code),
                                       is_now ? words.translate("as it is now") : std::string{},
                                       {},
                                       sheet.priority == priority.code});
        }
        model.groups = {std::move(classes), reasons(sheet.reason)};
        model.typed = sheet.typed;
        model.field_label = words.translate("In your own words");
        return model;
    }
    SheetModel operator()(const AddSheet& sheet) const
    {
        auto model = asking(words.translate("Add someone at the desk"), words.translate("Give a number"));
        OptionGroup services{words.translate("Here for"), {}};
        for (const auto& service : rules().services) {
            const bool chosen = std::ranges::find(sheet.services, service.code) != sheet.services.end();
            services.options.push_back({service_label(scene, service.code), {}, icon_of(service), chosen});
        }
        OptionGroup classes{words.translate("Class"), {}};
        classes.options.push_back({words.translate("As usual"), {}, {}, !sheet.priority});
        for (const auto& priority : rules().classes) {
            classes.options.push_back({class_label(scene, priority.code), {}, {}, sheet.priority == priority.code});
        }
        model.groups.push_back(std::move(services));
        if (may(scene.console, domain::Right::line_class)) {
            model.groups.push_back(std::move(classes));
        }
        return model;
    }
    SheetModel operator()(const DaySheet& sheet) const
    {
        const bool closes = sheet.turn == DaySheet::Turn::close;
        auto model = closes ? asking(words.translate("Close the day?"), words.translate("Close the day"))
                            : asking(words.translate("Open the day again?"), words.translate("Open the day again"));
        const int waiting = day_figures(scene.console.replica->line(), scene.now).waiting;
        model.note = closes ? filled(words.translate("No more numbers today. Still waiting: {count}."),
                                     {{"count", std::to_string(waiting)}})
                            : words.translate("Everybody is again where they were.");
        return model;
    }
    SheetModel operator()(const FilterSheet& sheet) const { return filter_sheet_words(scene, sheet); }
    SheetModel operator()(const SaveSheet& sheet) const { return save_sheet_words(scene, sheet); }
    SheetModel operator()(const StockSheet& sheet) const { return stock_sheet_words(scene, sheet); }
    SheetModel operator()(const CounterfoilSheet& sheet) const { return counterfoil_words(scene, sheet); }
    SheetModel operator()(const SettingsSheet&) const
    {
        auto model = asking(words.translate("How it looks"), words.translate("Done"));
        const auto& settings = scene.console.settings;
        const auto option = [](std::string label, bool chosen) {
            return OptionModel{std::move(label), {}, {}, chosen};
        };
        OptionGroup languages{words.translate("Language"), {}};
        for (const auto& code : rules().languages) {
            const auto known = ui::find_language(code);
            languages.options.push_back(option(known ? std::string{known->own_name} : code, settings.language == code));
        }
        model.groups = {std::move(languages),
                        {words.translate("Colours"),
                         {option(words.translate("Day"), settings.colours == Colours::day),
                          option(words.translate("Night"), settings.colours == Colours::night),
                          option(words.translate("High contrast"), settings.colours == Colours::high_contrast)}},
                        {words.translate("Text"),
                         {option(words.translate("Usual"), settings.text_size == TextSize::usual),
                          option(words.translate("Large"), settings.text_size == TextSize::large)}},
                        {words.translate("Movement"),
                         {option(words.translate("Usual"), settings.movement == Movement::usual),
                          option(words.translate("Reduced"), settings.movement == Movement::reduced)}},
                        {words.translate("Sound of alerts"),
                         {option(words.translate("Silent"), settings.alert_sound == AlertSound::silent),
                          option(words.translate("Quiet"), settings.alert_sound == AlertSound::quiet)}}};
        model.cancel.clear();
        return model;
    }
};

std::string missing_words(const Scene& scene, Missing missing)
{
    switch (missing) {
    case Missing::service: return scene.words.translate("Choose at least one.");
    case Missing::minutes: return scene.words.translate("Choose a time.");
    case Missing::reason: return scene.words.translate("Please say why.");
    case Missing::priority: return scene.words.translate("Choose a class.");
    case Missing::folder: return scene.words.translate("Nothing can be written here. Put a stick in.");
    case Missing::batch: return scene.words.translate("Which batch is it?");
    case Missing::expiry: return scene.words.translate("Until when? Year and month, such as 2028-03.");
    case Missing::amount: return scene.words.translate("How many?");
    case Missing::stock: return scene.words.translate("There are not so many.");
    }
    std::unreachable();
}

} // namespace

std::string usual_reason_words(const Scene& scene, UsualReason reason)
{
    switch (reason) {
    case UsualReason::asked_to: return scene.words.translate("Asked to");
    case UsualReason::unwell: return scene.words.translate("Unwell");
    case UsualReason::waited_outside: return scene.words.translate("Waited outside");
    }
    std::unreachable();
}

SheetModel sheet_words(const Scene& scene)
{
    SheetModel model = std::visit(SheetWording{scene}, *scene.console.sheet);
    const auto needed = missing(scene.console);
    if (needed && !model.confirm.empty()) {
        model.missing = missing_words(scene, *needed);
    }
    return model;
}

} // namespace verandah::console
