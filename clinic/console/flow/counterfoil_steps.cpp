// SPDX-License-Identifier: Apache-2.0
// From what a scanner types to what the hub said.
#include "clinic/console/flow/counterfoil_steps.hpp"

#include "clinic/console/flow/door.hpp"
#include "shared/domain/card/card_code.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using Effects = std::vector<Effect>;
using domain::CounterfoilCode;

constexpr std::string_view mark = "9"; // every slip's code begins with one, and has no other

template <class AnyConsole>
auto* sheet_of(AnyConsole& console)
{
    return console.sheet ? std::get_if<CounterfoilSheet>(&*console.sheet) : nullptr;
}

/// The key that opened the sheet and the scan that came then begin alike.
std::string without_doubled_mark(std::string typed)
{
    while (typed.starts_with("99")) {
        typed.erase(0, 1);
    }
    return typed;
}

/// One at a time, so that what is said is about the last one.
Effects send(const Console& console, CounterfoilSheet& sheet)
{
    if (sheet.to_send.empty() || sheet.is_asked) {
        return {};
    }
    if (console.link != Link::live) {
        sheet.said = CounterfoilSaid::hub_away;
        return {};
    }
    sheet.is_asked = true;
    return {WorkEffect{AskWork{AskWork::What::counterfoil, 0, "/v1/counterfoils/return",
                               files::SecretText{encode(wire::ReturnCounterfoilRequest{sheet.to_send.front()})}}}};
}

Effects take(const Console& console, CounterfoilSheet& sheet, const CounterfoilCode& code)
{
    sheet.typed.clear();
    if (std::ranges::find(sheet.to_send, code) == sheet.to_send.end()) {
        if (sheet.to_send.size() >= CounterfoilSheet::most_to_send) {
            sheet.said = CounterfoilSaid::too_many;
            return {};
        }
        sheet.to_send.push_back(code);
    }
    return send(console, sheet);
}

} // namespace

bool may_take_slips(const Console& console)
{
    return may(console, domain::Right::slip_return) && door(console) == Door::open &&
           front(console) == Front::nothing && !console.covered && !console.sheet && !console.work.sheet &&
           !console.work.slip;
}

std::optional<AskCounterfoil> slip_begun(const Console& console, std::string_view typed)
{
    if (console.page == Page::record || !typed.starts_with(mark) || !may_take_slips(console)) {
        return std::nullopt;
    }
    return AskCounterfoil{std::string{typed}};
}

std::vector<Effect> ask_for_slip(Console& console, const AskCounterfoil& wish)
{
    if (!may_take_slips(console)) {
        return {};
    }
    console.sheet = CounterfoilSheet{};
    return type_slip(console, wish.typed);
}

std::vector<Effect> type_slip(Console& console, const std::string& typed)
{
    auto& sheet = *sheet_of(console);
    if (typed.size() > CounterfoilSheet::longest_typed) {
        sheet.typed.clear();
        sheet.said = CounterfoilSaid::not_whole;
        return {};
    }
    sheet.typed = without_doubled_mark(typed);
    sheet.said = CounterfoilSaid::nothing;
    if (domain::CardCode::parse(sheet.typed)) {
        sheet.typed.clear();
        sheet.said = CounterfoilSaid::a_card;
        return {};
    }
    const auto code = CounterfoilCode::parse(sheet.typed);
    return code ? take(console, sheet, *code) : Effects{};
}

std::vector<Effect> confirm_slip(Console& console)
{
    auto& sheet = *sheet_of(console);
    if (sheet.typed.empty()) { // a scanner's last key after the code, or another try
        return send(console, sheet);
    }
    const auto code = CounterfoilCode::parse(sheet.typed);
    if (code) {
        return take(console, sheet, *code);
    }
    const bool is_wrong = code.error().why == domain::Refusal::Why::conflict;
    sheet.said = is_wrong ? CounterfoilSaid::wrong_character : CounterfoilSaid::not_whole;
    return {};
}

std::vector<Effect> slip_settled(Console& console, CounterfoilSaid said)
{
    auto* const sheet = sheet_of(console);
    if (sheet == nullptr || !std::exchange(sheet->is_asked, false)) {
        return {};
    }
    sheet->said = said;
    if (said == CounterfoilSaid::hub_away) { // one key tries it again
        return {};
    }
    sheet->to_send.erase(sheet->to_send.begin());
    return send(console, *sheet);
}

bool is_hidden(const CounterfoilSheet& sheet)
{
    return !sheet.typed.empty() && !domain::looks_like_counterfoil(sheet.typed);
}

const CounterfoilSheet* slip_sheet(const Console& console)
{
    return sheet_of(console);
}

} // namespace verandah::console
