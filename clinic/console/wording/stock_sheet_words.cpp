// SPDX-License-Identifier: Apache-2.0
// The questions of the page of stock, in the order in which flow/stock_sheet_steps.cpp counts them.
#include "clinic/console/flow/stock_steps.hpp"
#include "clinic/console/wording/stock_words.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

std::string title_words(const Scene& scene, const StockSheet& sheet)
{
    const auto& words = scene.words;
    switch (sheet.deed) {
    case StockDeed::hand_out: return words.translate("How many are handed out?");
    case StockDeed::receive: return words.translate("What came in?");
    case StockDeed::count: return words.translate("How many are there?");
    case StockDeed::waste: return words.translate("What cannot be used any more?");
    case StockDeed::adjust: return words.translate("What is wrong in the book?");
    case StockDeed::counter: return words.translate("Take this movement back?");
    }
    std::unreachable();
}

std::string note_words(const Scene& scene, const StockSheet& sheet, const wire::StockView::OfCommodity& kept)
{
    const auto& words = scene.words;
    auto name = commodity_label(scene, kept);
    const auto* movement = chosen_movement(scene.console);
    if (sheet.deed == StockDeed::counter && movement != nullptr) {
        return filled(words.translate("{name}: {amount} of batch {batch}. It stays in the list, and another movement "
                                      "takes it back."),
                      {{"name", name},
                       {"amount", left_to_right(scene, (movement->amount > 0 ? "+" : "") + grouped(movement->amount))},
                       {"batch", movement->batch.view()}});
    }
    if (sheet.deed == StockDeed::receive) {
        return name;
    }
    return filled(words.translate("{name}: {count} {unit} to give"),
                  {{"name", name}, {"count", grouped(kept.to_give)}, {"unit", label_of(scene, kept.unit)}});
}

OptionGroup batch_group(const Scene& scene, const StockSheet& sheet)
{
    OptionGroup group{scene.words.translate("Batch"), {}};
    for (const auto& batch : batches_for(scene.console, sheet)) {
        group.options.push_back(
            {.label = batch.batch.text(),
             .note = grouped(batch.balance) + " · " + left_to_right(scene, expiry_words(batch.expiry)),
             .icon = {},
             .chosen = sheet.batch == batch.batch});
    }
    return group;
}

OptionGroup direction_group(const Scene& scene, const StockSheet& sheet)
{
    using enum StockSheet::Direction;
    const auto& words = scene.words;
    return {words.translate("There are"),
            {{words.translate("fewer than the book says"), {}, {}, sheet.direction == fewer},
             {words.translate("more than the book says"), {}, {}, sheet.direction == more}}};
}

OptionGroup amount_group(const Scene& scene, const StockSheet& sheet)
{
    OptionGroup group{scene.words.translate("How many"), {}};
    const auto typed = amount_in(sheet.amount_typed);
    for (const auto amount : usual_amounts(sheet.deed)) {
        group.options.push_back({grouped(amount), {}, {}, typed == amount});
    }
    return group;
}

OptionGroup reason_group(const Scene& scene, const StockSheet& sheet)
{
    OptionGroup group{scene.words.translate("Reason"), {}};
    for (const auto reason : usual_stock_reasons(sheet.deed)) {
        group.options.push_back({stock_reason_words(scene, reason), {}, {}, sheet.reason == reason});
    }
    return group;
}

OptionGroup group_words(const Scene& scene, const StockSheet& sheet, StockGroup group)
{
    switch (group) {
    case StockGroup::batches: return batch_group(scene, sheet);
    case StockGroup::direction: return direction_group(scene, sheet);
    case StockGroup::amounts: return amount_group(scene, sheet);
    case StockGroup::reasons: return reason_group(scene, sheet);
    }
    std::unreachable();
}

SheetField field_words(const Scene& scene, const StockSheet& sheet, StockField field)
{
    const auto& words = scene.words;
    const std::string value{typed_in(sheet, field)};
    switch (field) {
    case StockField::batch: return {field, words.translate("Batch, as on the box"), value, "LX-2201", 24};
    case StockField::expiry: return {field, words.translate("May be given until"), value, "2028-03", 10};
    case StockField::amount:
        return {field,
                sheet.deed == StockDeed::count ? words.translate("So many are there")
                                               : words.translate("Or another amount"),
                value, "0", 8};
    case StockField::reason: return {field, words.translate("Or another reason"), value, {}, 120};
    }
    std::unreachable();
}

std::string confirm_words(const Scene& scene, StockDeed deed)
{
    const auto& words = scene.words;
    switch (deed) {
    case StockDeed::hand_out: return words.translate("Hand out");
    case StockDeed::receive: return words.translate("Receive");
    case StockDeed::count: return words.translate("Write it down");
    case StockDeed::waste: return words.translate("Waste");
    case StockDeed::adjust: return words.translate("Adjust");
    case StockDeed::counter: return words.translate("Take back");
    }
    std::unreachable();
}

} // namespace

SheetModel stock_sheet_words(const Scene& scene, const StockSheet& sheet)
{
    SheetModel model{.title = title_words(scene, sheet),
                     .note = {},
                     .groups = {},
                     .typed = {},
                     .field_label = {},
                     .confirm = confirm_words(scene, sheet.deed),
                     .cancel = scene.words.translate("Back"),
                     .missing = {}};
    if (const auto* kept = chosen_commodity(scene.console)) {
        model.note = note_words(scene, sheet, *kept);
    }
    for (const auto group : groups_of(sheet)) {
        model.groups.push_back(group_words(scene, sheet, group));
    }
    for (const auto field : fields_of(sheet)) {
        model.fields.push_back(field_words(scene, sheet, field));
    }
    return model;
}

} // namespace verandah::console
