// SPDX-License-Identifier: Apache-2.0
// How a question about the cupboard is answered, what it still needs, and what it asks for.
#include "clinic/console/flow/form.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/stock_steps.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace verandah::console {

namespace {

using domain::BatchCode;
using OfBatch = wire::StockView::OfBatch;

constexpr std::size_t longest_amount = 8;

std::string& typed_of(StockSheet& sheet, StockField field)
{
    switch (field) {
    case StockField::batch: return sheet.batch_typed;
    case StockField::expiry: return sheet.expiry_typed;
    case StockField::amount: return sheet.amount_typed;
    case StockField::reason: return sheet.reason_typed;
    }
    std::unreachable();
}

std::string reason_of(const StockSheet& sheet)
{
    return sheet.reason ? std::string{english_of(*sheet.reason)} : sheet.reason_typed;
}

bool has_reason(const StockSheet& sheet)
{
    return sheet.reason || !std::ranges::all_of(sheet.reason_typed, [](char letter) { return letter == ' '; });
}

/// What is there of the batch that was chosen.
std::int64_t balance_of(const Console& console, const StockSheet& sheet)
{
    const auto* kept = chosen_commodity(console);
    if (kept == nullptr || !sheet.batch) {
        return 0;
    }
    const auto found = std::ranges::find(kept->batches, *sheet.batch, &OfBatch::batch);
    return found == kept->batches.end() ? 0 : found->balance;
}

std::optional<Missing> receipt_missing(const Console& console, const StockSheet& sheet)
{
    const auto expiry = expiry_in(sheet.expiry_typed);
    if (!BatchCode::make(sheet.batch_typed)) {
        return Missing::batch;
    }
    if (!expiry || (console.stock.view && *expiry < console.stock.view->day)) {
        return Missing::expiry;
    }
    return amount_in(sheet.amount_typed).value_or(0) < 1 ? std::optional{Missing::amount} : std::nullopt;
}

/// An amount that goes out, of what there is.
std::optional<Missing> amount_missing(const StockSheet& sheet, std::int64_t most)
{
    const auto amount = amount_in(sheet.amount_typed).value_or(0);
    if (amount < 1) {
        return Missing::amount;
    }
    return amount > most ? std::optional{Missing::stock} : std::nullopt;
}

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

/// "2028-03-31" as 2028, 3, 31; "3/2028" as 3, 2028. Nothing else stands between the numbers than one stroke.
std::vector<int> numbers_in(std::string_view text)
{
    std::vector<int> numbers;
    while (true) {
        const auto end = std::min(text.find_first_of("-/."), text.size());
        const auto number = number_in(digits_in(text.substr(0, end)));
        if (!number) {
            return {};
        }
        numbers.push_back(*number);
        if (end == text.size()) {
            return numbers;
        }
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::string_view english_of(StockReason reason)
{
    switch (reason) {
    case StockReason::expired: return "Expired";
    case StockReason::damaged: return "Damaged";
    case StockReason::spoilt: return "Spoilt";
    case StockReason::mistyped: return "Mistyped";
    case StockReason::wrong_batch: return "Wrong batch";
    case StockReason::found: return "Found again";
    }
    std::unreachable();
}

std::vector<std::int64_t> usual_amounts(StockDeed deed)
{
    switch (deed) {
    case StockDeed::receive: return {50, 100, 500, 1'000};
    case StockDeed::hand_out: return {1, 6, 12, 24, 50};
    case StockDeed::waste:
    case StockDeed::adjust: return {1, 5, 10, 50};
    case StockDeed::count:
    case StockDeed::counter: return {};
    }
    std::unreachable();
}

std::vector<StockReason> usual_stock_reasons(StockDeed deed)
{
    using enum StockReason;
    switch (deed) {
    case StockDeed::waste: return {expired, damaged, spoilt};
    case StockDeed::adjust: return {mistyped, found};
    case StockDeed::counter: return {mistyped, wrong_batch};
    case StockDeed::receive:
    case StockDeed::hand_out:
    case StockDeed::count: return {};
    }
    std::unreachable();
}

std::vector<StockGroup> groups_of(const StockSheet& sheet)
{
    using enum StockGroup;
    switch (sheet.deed) {
    case StockDeed::receive:
    case StockDeed::hand_out: return {amounts};
    case StockDeed::count: return {batches};
    case StockDeed::waste: return {batches, amounts, reasons};
    case StockDeed::adjust: return {batches, direction, amounts, reasons};
    case StockDeed::counter: return {reasons};
    }
    std::unreachable();
}

std::vector<StockField> fields_of(const StockSheet& sheet)
{
    using enum StockField;
    switch (sheet.deed) {
    case StockDeed::receive: return {batch, expiry, amount};
    case StockDeed::hand_out:
    case StockDeed::count: return {amount};
    case StockDeed::waste:
    case StockDeed::adjust: return {amount, reason};
    case StockDeed::counter: return {reason};
    }
    std::unreachable();
}

std::string_view typed_in(const StockSheet& sheet, StockField field)
{
    switch (field) {
    case StockField::batch: return sheet.batch_typed;
    case StockField::expiry: return sheet.expiry_typed;
    case StockField::amount: return sheet.amount_typed;
    case StockField::reason: return sheet.reason_typed;
    }
    std::unreachable();
}

std::vector<OfBatch> batches_for(const Console& console, const StockSheet& sheet)
{
    constexpr std::size_t most = 8; // what there is room for; the first are those that expire first
    std::vector<OfBatch> batches;
    if (const auto* kept = chosen_commodity(console)) {
        std::ranges::copy_if(kept->batches, std::back_inserter(batches),
                             [&](const OfBatch& batch) { return sheet.deed != StockDeed::waste || batch.balance > 0; });
    }
    if (batches.size() > most) {
        batches.erase(batches.begin() + static_cast<std::ptrdiff_t>(most), batches.end());
    }
    return batches;
}

StockSheet sheet_for(const Console& console, StockDeed deed)
{
    StockSheet sheet{.deed = deed, .commodity = *console.stock.chosen};
    if (const auto batches = batches_for(console, sheet); !batches.empty()) {
        sheet.batch = batches.front().batch;
    }
    if (deed == StockDeed::counter) {
        sheet.movement = console.stock.movement;
    }
    return sheet;
}

void choose(const Console& console, StockSheet& sheet, const ChooseOption& option)
{
    const auto groups = groups_of(sheet);
    if (option.group >= groups.size()) {
        return;
    }
    switch (groups[option.group]) {
    case StockGroup::batches:
        if (const auto batches = batches_for(console, sheet); option.option < batches.size()) {
            sheet.batch = batches[option.option].batch;
        }
        break;
    case StockGroup::direction:
        sheet.direction = option.option == 0 ? StockSheet::Direction::fewer : StockSheet::Direction::more;
        break;
    case StockGroup::amounts:
        if (const auto amounts = usual_amounts(sheet.deed); option.option < amounts.size()) {
            sheet.amount_typed = std::to_string(amounts[option.option]);
        }
        break;
    case StockGroup::reasons:
        if (const auto reasons = usual_stock_reasons(sheet.deed); option.option < reasons.size()) {
            sheet.reason =
                sheet.reason == reasons[option.option] ? std::nullopt : std::optional{reasons[option.option]};
            sheet.reason_typed.clear();
        }
        break;
    }
}

void type_into(StockSheet& sheet, const TypeStock& typed)
{
    auto& into = typed_of(sheet, typed.field);
    into = typed.field == StockField::amount ? digits_in(typed.words) : typed.words;
    if (typed.field == StockField::amount) {
        into.resize(std::min(into.size(), longest_amount));
    }
    if (typed.field == StockField::reason) {
        sheet.reason.reset();
    }
}

std::optional<Missing> missing(const Console& console, const StockSheet& sheet)
{
    const auto* kept = chosen_commodity(console);
    if (kept == nullptr) {
        return Missing::stock;
    }
    const bool takes = sheet.deed == StockDeed::waste ||
                       (sheet.deed == StockDeed::adjust && sheet.direction == StockSheet::Direction::fewer);
    switch (sheet.deed) {
    case StockDeed::receive: return receipt_missing(console, sheet);
    case StockDeed::hand_out: return amount_missing(sheet, kept->to_give);
    case StockDeed::count:
        if (!sheet.batch) {
            return Missing::batch;
        }
        return amount_in(sheet.amount_typed) ? std::nullopt : std::optional{Missing::amount};
    case StockDeed::waste:
    case StockDeed::adjust:
        if (!sheet.batch) {
            return Missing::batch;
        }
        if (const auto amount = amount_missing(sheet, takes ? balance_of(console, sheet) : domain::most_moved)) {
            return amount;
        }
        break;
    case StockDeed::counter: break;
    }
    return has_reason(sheet) ? std::nullopt : std::optional{Missing::reason};
}

ChangeStock change_of(const StockSheet& sheet)
{
    const auto amount = amount_in(sheet.amount_typed).value_or(0);
    const auto& commodity = sheet.commodity;
    switch (sheet.deed) {
    case StockDeed::receive:
        return {"/v1/stock/receive",
                wire::encode(domain::ReceiveStock{commodity, BatchCode::make(sheet.batch_typed).value(),
                                                  expiry_in(sheet.expiry_typed).value(), amount})};
    case StockDeed::hand_out: return {"/v1/stock/hand-out", wire::encode(wire::GiveRequest{commodity, amount})};
    case StockDeed::count:
        return {"/v1/stock/count", wire::encode(domain::CountStock{commodity, sheet.batch.value(), amount})};
    case StockDeed::waste:
        return {"/v1/stock/waste",
                wire::encode(domain::WasteStock{commodity, sheet.batch.value(), amount, reason_of(sheet)})};
    case StockDeed::adjust: {
        const auto by = sheet.direction == StockSheet::Direction::fewer ? -amount : amount;
        return {"/v1/stock/adjust",
                wire::encode(domain::AdjustStock{commodity, sheet.batch.value(), by, reason_of(sheet)})};
    }
    case StockDeed::counter:
        return {"/v1/stock/counter", wire::encode(domain::CounterMovement{sheet.movement.value(), reason_of(sheet)})};
    }
    std::unreachable();
}

std::optional<domain::CentreDay> expiry_in(std::string_view typed)
{
    const auto numbers = numbers_in(typed);
    constexpr int first_year = 1'000; // so that a year is told from a month
    if (numbers.size() < 2 || numbers.size() > 3) {
        return std::nullopt;
    }
    const bool year_first = numbers.front() >= first_year;
    const int year = year_first ? numbers.front() : numbers.back();
    const int month = year_first || numbers.size() == 2 ? numbers[year_first ? 1 : 0] : numbers[1];
    const int day = numbers.size() == 2 ? 0 : year_first ? numbers[2] : numbers[0];
    if (year < first_year || year > 9'999 || month < 1 || month > 12) {
        return std::nullopt;
    }
    const auto of_month = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)};
    const domain::CentreDay date = numbers.size() == 2
                                       ? domain::CentreDay{of_month / std::chrono::last}
                                       : of_month / std::chrono::day{static_cast<unsigned>(std::max(day, 0))};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<std::int64_t> amount_in(std::string_view typed)
{
    const auto number = number_in(digits_in(typed));
    return number && *number <= domain::most_in_a_batch ? std::optional{std::int64_t{*number}} : std::nullopt;
}

} // namespace verandah::console
