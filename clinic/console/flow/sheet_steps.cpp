// SPDX-License-Identifier: Apache-2.0
// What a press on each sheet changes, what it still needs, what it asks for.
#include "clinic/console/flow/sheet_steps.hpp"

#include "clinic/console/flow/ask.hpp"
#include "clinic/console/flow/outlook.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/stock_steps.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace verandah::console {

namespace {

constexpr std::size_t longest_name = 40;

/// Presses the option that is already pressed: off again.
template <class Value>
void toggle(std::optional<Value>& kept, const Value& value)
{
    kept = kept == value ? std::nullopt : std::optional{value};
}

struct Chooser {
    Console& console;
    const ChooseOption& option;

    [[nodiscard]] const domain::Centre& rules() const { return console.replica->line().rules(); }

    void operator()(StationSheet&) const
    {
        if (option.option < rules().stations.size()) {
            console.station = rules().stations[option.option].code;
            console.chosen.reset();
            console.sheet.reset();
        }
    }
    void operator()(SendOnSheet& sheet) const
    {
        const auto* ticket = console.replica->line().find(sheet.ticket);
        if (option.group == 0 && ticket != nullptr) {
            if (const auto ways = ways_on(console, *ticket); option.option < ways.size()) {
                sheet.service = ways[option.option];
            }
        } else if (option.group == 1) {
            using enum domain::SendOn::Place;
            constexpr std::array places{by_arrival, first, last};
            sheet.place = places.at(std::min(option.option, places.size() - 1));
        }
    }
    void operator()(HoldSheet& sheet) const
    {
        if (option.option < usual_holds.size()) {
            toggle(sheet.back_in, usual_holds.at(option.option));
            sheet.typed.clear();
        }
    }
    void operator()(CallThisSheet& sheet) const { choose_reason(sheet, option.option); }
    void operator()(ClassSheet& sheet) const
    {
        if (option.group == 0 && option.option < rules().classes.size()) {
            sheet.priority = rules().classes[option.option].code;
        } else if (option.group == 1) {
            choose_reason(sheet, option.option);
        }
    }
    void operator()(AddSheet& sheet) const
    {
        if (option.group == 0 && option.option < rules().services.size()) {
            const auto service = rules().services[option.option].code;
            if (std::erase(sheet.services, service) == 0) {
                sheet.services.push_back(service);
            }
        } else if (option.group == 1) {
            sheet.priority = option.option == 0 || option.option > rules().classes.size()
                                 ? std::nullopt
                                 : std::optional{rules().classes[option.option - 1].code};
        }
    }
    void operator()(DaySheet&) const {}
    void operator()(SaveSheet&) const {}
    void operator()(CounterfoilSheet&) const {}
    void operator()(StockSheet& sheet) const { console::choose(console, sheet, option); }
    void operator()(FilterSheet& sheet) const
    {
        if (option.group == 0) {
            sheet.kind = option.option == 0 || option.option > domain::every_deed_kind.size()
                             ? std::nullopt
                             : std::optional{domain::every_deed_kind.at(option.option - 1)};
        } else if (option.group == 1) {
            sheet.days = every_past_days.at(std::min(option.option, every_past_days.size() - 1));
        } else if (console.past) {
            const auto names = names_in(*console.past);
            sheet.typed = option.option == 0 || option.option > names.size() ? "" : names[option.option - 1];
        }
    }
    void operator()(SettingsSheet&) const
    {
        auto& settings = console.settings;
        const auto first = option.option == 0;
        switch (option.group) {
        case 0:
            if (option.option < rules().languages.size()) {
                settings.language = rules().languages[option.option];
            }
            break;
        case 1:
            settings.colours = std::array{Colours::day, Colours::night, Colours::high_contrast}.at(option.option);
            break;
        case 2: settings.text_size = first ? TextSize::usual : TextSize::large; break;
        case 3: settings.movement = first ? Movement::usual : Movement::reduced; break;
        default: settings.alert_sound = first ? AlertSound::silent : AlertSound::quiet; break;
        }
    }

    template <class ReasonSheet>
    static void choose_reason(ReasonSheet& sheet, std::size_t index)
    {
        if (index < usual_reasons.size()) {
            toggle(sheet.reason, usual_reasons.at(index));
            sheet.typed.clear();
        }
    }
};

/// Accounts and devices have names of small letters, digits and strokes.
std::string name_in(std::string typed)
{
    std::ranges::transform(typed, typed.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    std::erase_if(typed, [](char letter) {
        return !(letter >= 'a' && letter <= 'z') && !(letter >= '0' && letter <= '9') && letter != '-' && letter != '_';
    });
    typed.resize(std::min(typed.size(), longest_name));
    return typed;
}

std::optional<Missing> reason_missing(std::optional<UsualReason> reason, const std::string& typed)
{
    const bool is_blank = std::ranges::all_of(typed, [](char letter) { return letter == ' '; });
    return reason || !is_blank ? std::nullopt : std::optional{Missing::reason};
}

struct MissingIn {
    const Console& console;

    std::optional<Missing> operator()(const StationSheet&) const { return Missing::service; }
    std::optional<Missing> operator()(const SendOnSheet& sheet) const
    {
        return sheet.service ? std::nullopt : std::optional{Missing::service};
    }
    std::optional<Missing> operator()(const HoldSheet& sheet) const
    {
        return hold_minutes(console, sheet) ? std::nullopt : std::optional{Missing::minutes};
    }
    std::optional<Missing> operator()(const CallThisSheet& sheet) const
    {
        return reason_missing(sheet.reason, sheet.typed);
    }
    std::optional<Missing> operator()(const ClassSheet& sheet) const
    {
        return sheet.priority ? reason_missing(sheet.reason, sheet.typed) : std::optional{Missing::priority};
    }
    std::optional<Missing> operator()(const AddSheet& sheet) const
    {
        return sheet.services.empty() ? std::optional{Missing::service} : std::nullopt;
    }
    std::optional<Missing> operator()(const DaySheet&) const { return std::nullopt; }
    std::optional<Missing> operator()(const SettingsSheet&) const { return std::nullopt; }
    std::optional<Missing> operator()(const FilterSheet&) const { return std::nullopt; }
    std::optional<Missing> operator()(const CounterfoilSheet&) const { return std::nullopt; }
    std::optional<Missing> operator()(const SaveSheet& sheet) const
    {
        return sheet.folder.empty() ? std::optional{Missing::folder} : std::nullopt;
    }
    std::optional<Missing> operator()(const StockSheet& sheet) const { return console::missing(console, sheet); }
};

struct ConfirmedAs {
    const Console& console;

    [[nodiscard]] const domain::Ticket* find(domain::TicketId ticket) const
    {
        return console.replica->line().find(ticket);
    }
    std::optional<Write> operator()(const SendOnSheet& sheet) const
    {
        const auto* ticket = find(sheet.ticket);
        return ticket ? std::optional{send_on_write(*ticket, *sheet.service, sheet.place)} : std::nullopt;
    }
    std::optional<Write> operator()(const HoldSheet& sheet) const
    {
        const auto* ticket = find(sheet.ticket);
        return ticket ? std::optional{hold_write(*ticket, *hold_minutes(console, sheet))} : std::nullopt;
    }
    std::optional<Write> operator()(const CallThisSheet& sheet) const
    {
        const auto* ticket = find(sheet.ticket);
        return ticket && console.station
                   ? std::optional{call_this_write(*ticket, *console.station, reason_words(sheet.reason, sheet.typed))}
                   : std::nullopt;
    }
    std::optional<Write> operator()(const ClassSheet& sheet) const
    {
        const auto* ticket = find(sheet.ticket);
        return ticket ? std::optional{class_write(*ticket, *sheet.priority, reason_words(sheet.reason, sheet.typed))}
                      : std::nullopt;
    }
    std::optional<Write> operator()(const AddSheet& sheet) const { return add_write(sheet); }
    std::optional<Write> operator()(const DaySheet& sheet) const { return day_write(sheet.turn); }
    std::optional<Write> operator()(const StationSheet&) const { return std::nullopt; }
    std::optional<Write> operator()(const SettingsSheet&) const { return std::nullopt; }
    std::optional<Write> operator()(const FilterSheet&) const { return std::nullopt; }
    std::optional<Write> operator()(const SaveSheet&) const { return std::nullopt; }
    std::optional<Write> operator()(const StockSheet&) const { return std::nullopt; }
    std::optional<Write> operator()(const CounterfoilSheet&) const { return std::nullopt; }
};

} // namespace

void choose(Console& console, const ChooseOption& option)
{
    if (!console.sheet || !console.replica) {
        return;
    }
    auto sheet = *console.sheet; // the chooser may close it
    std::visit(Chooser{console, option}, sheet);
    if (console.sheet) {
        console.sheet = std::move(sheet);
    }
}

void type_words(Console& console, const std::string& words)
{
    if (!console.sheet) {
        return;
    }
    std::visit(
        [&](auto& sheet) {
            if constexpr (requires { sheet.typed; }) {
                sheet.typed = words;
                if constexpr (requires { sheet.reason; }) {
                    sheet.reason.reset();
                } else if constexpr (requires { sheet.back_in; }) {
                    sheet.back_in.reset();
                } else {
                    sheet.typed = name_in(words);
                }
            }
        },
        *console.sheet);
}

std::optional<Missing> missing(const Console& console)
{
    return console.sheet ? std::visit(MissingIn{console}, *console.sheet) : std::nullopt;
}

std::optional<Write> confirmed(const Console& console)
{
    return std::visit(ConfirmedAs{console}, *console.sheet);
}

std::optional<std::chrono::minutes> hold_minutes(const Console& console, const HoldSheet& sheet)
{
    if (sheet.typed.empty()) {
        return sheet.back_in;
    }
    int minutes = 0;
    const auto* end = sheet.typed.data() + sheet.typed.size();
    const auto [rest, fault] = std::from_chars(sheet.typed.data(), end, minutes);
    const auto longest = console.replica->line().rules().limits.longest_hold;
    if (fault != std::errc{} || rest != end || minutes < 1 || std::chrono::minutes{minutes} > longest) {
        return std::nullopt;
    }
    return std::chrono::minutes{minutes};
}

std::string reason_words(std::optional<UsualReason> reason, const std::string& typed)
{
    if (!reason) {
        return typed;
    }
    switch (*reason) {
    case UsualReason::asked_to: return "Asked to";
    case UsualReason::unwell: return "Unwell";
    case UsualReason::waited_outside: return "Waited outside";
    }
    std::unreachable();
}

} // namespace verandah::console
