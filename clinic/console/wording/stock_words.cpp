// SPDX-License-Identifier: Apache-2.0
// What is there, what needs attention, and how it came to be so.
#include "clinic/console/wording/stock_words.hpp"

#include "clinic/console/flow/stock_steps.hpp"
#include "clinic/console/wording/words.hpp"
#include "shared/wire/messages/day_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace verandah::console {

namespace {

using domain::CommodityKind;
using domain::Movement;
using domain::MovementKind;
using domain::StockWarning;
using OfCommodity = wire::StockView::OfCommodity;

/// Behind all warnings, in the order of the list.
constexpr std::size_t no_warning = domain::every_stock_warning.size();

ui::Icon icon_of(const OfCommodity& kept)
{
    if (!kept.kind) {
        return ui::icon::inventory;
    }
    switch (*kept.kind) {
    case CommodityKind::condom: return ui::icon::security;
    case CommodityKind::lubricant: return ui::icon::opacity;
    case CommodityKind::injecting: return ui::icon::vaccines;
    case CommodityKind::test: return ui::icon::science;
    case CommodityKind::medicine: return ui::icon::medical_services;
    }
    std::unreachable();
}

StockMark mark_of(const Scene& scene, StockWarning warning)
{
    const auto& words = scene.words;
    switch (warning) {
    case StockWarning::out: return {words.translate("Out of stock"), ui::Tone::care};
    case StockWarning::expired: return {words.translate("Expired ones left"), ui::Tone::care};
    case StockWarning::low: return {words.translate("Low"), ui::Tone::soon};
    case StockWarning::expires_in_30: return {words.translate("Expires within 30 days"), ui::Tone::soon};
    case StockWarning::expires_in_60: return {words.translate("Expires within 60 days"), ui::Tone::quiet};
    case StockWarning::to_count: return {words.translate("To be counted"), ui::Tone::quiet};
    }
    std::unreachable();
}

bool is_kept(const OfCommodity& kept)
{
    return !kept.batches.empty() || kept.taken_beyond > 0;
}

std::size_t urgency(const OfCommodity& kept)
{
    return kept.warnings.empty() ? no_warning + (is_kept(kept) ? 0U : 1U)
                                 : static_cast<std::size_t>(kept.warnings.front());
}

std::string days_without(const Scene& scene, const OfCommodity& kept)
{
    return kept.days_without == 0
               ? std::string{}
               : scene.words.translate("{} day without", "{} days without", static_cast<long>(kept.days_without));
}

CommodityRow row_of(const Scene& scene, const OfCommodity& kept)
{
    const auto& words = scene.words;
    const bool kept_here = is_kept(kept);
    return {.commodity = kept.commodity,
            .icon = icon_of(kept),
            .label = commodity_label(scene, kept),
            .balance = kept_here ? grouped(kept.to_give) + " " + label_of(scene, kept.unit)
                                 : words.translate("never received"),
            .expires = kept.nearest_expiry ? left_to_right(scene, expiry_words(*kept.nearest_expiry)) : std::string{},
            .without = days_without(scene, kept),
            .mark = kept.warnings.empty() ? StockMark{} : mark_of(scene, kept.warnings.front()),
            .is_kept = kept_here};
}

std::vector<Figure> figures_of(const Scene& scene, const wire::StockView& view)
{
    const auto& words = scene.words;
    const auto with = [&](std::initializer_list<StockWarning> warnings) {
        return std::to_string(std::ranges::count_if(view.commodities, [&](const OfCommodity& kept) {
            return std::ranges::find_first_of(kept.warnings, warnings) != kept.warnings.end();
        }));
    };
    return {
        {with({StockWarning::out}), words.translate("out of stock")},
        {with({StockWarning::low}), words.translate("low")},
        {with({StockWarning::expires_in_30, StockWarning::expires_in_60}), words.translate("expire within 60 days")},
        {with({StockWarning::expired}), words.translate("with expired ones")}};
}

EmptyStock list_emptiness(const Scene& scene, const StockRoom& room)
{
    const auto& words = scene.words;
    if (room.has_failed) {
        return {TableNote::Why::failed, words.translate("The hub does not answer just now"),
                words.translate("Nothing is lost. Try it again in a moment."), words.translate("Try again")};
    }
    if (!room.view) {
        return {TableNote::Why::loading, words.translate("Looking into the cupboard…"), {}, {}};
    }
    return {TableNote::Why::nothing_there,
            words.translate("The catalogue is empty"),
            words.translate("Whoever looks after the hub can fill it."),
            {}};
}

EmptyStock movements_emptiness(const Scene& scene, const StockRoom& room)
{
    const auto& words = scene.words;
    if (room.has_page_failed) {
        return {TableNote::Why::failed, words.translate("The hub does not answer just now"),
                words.translate("Nothing is lost. Try it again in a moment."), words.translate("Try again")};
    }
    if (!room.is_at_end) {
        return {TableNote::Why::loading, words.translate("Looking back…"), {}, {}};
    }
    return {TableNote::Why::nothing_there,
            words.translate("Nothing of it was ever here"),
            words.translate("Receive the first batch: what it says on the box, and until when it may be given."),
            {}};
}

std::string kind_words(const Scene& scene, MovementKind kind)
{
    const auto& words = scene.words;
    switch (kind) {
    case MovementKind::received: return words.translate("Came in");
    case MovementKind::dispensed: return words.translate("Dispensed");
    case MovementKind::handed_out: return words.translate("Handed out");
    case MovementKind::adjusted: return words.translate("Adjusted");
    case MovementKind::wasted: return words.translate("Wasted");
    case MovementKind::counted: return words.translate("Counted");
    case MovementKind::countered: return words.translate("Taken back");
    }
    std::unreachable();
}

/// "2026-03-03 18:05", by the centre's wall clock.
std::string date_and_time(const Scene& scene, domain::Instant at)
{
    const auto local = at + scene.console.centre->utc_offset;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::minutes>(local - day)};
    return fmt::format("{} {:02}:{:02}", wire::day_text(domain::CentreDay{day}), time.hours().count(),
                       time.minutes().count());
}

/// What is kept with it: reasons that were chosen in the reader's language, typed ones as they are.
std::string reason_in(const Scene& scene, const Movement& movement)
{
    const auto& words = scene.words;
    if (movement.countered_by) {
        return words.translate("was taken back");
    }
    for (const auto deed : every_stock_deed) {
        for (const auto reason : usual_stock_reasons(deed)) {
            if (movement.reason == english_of(reason)) {
                return stock_reason_words(scene, reason);
            }
        }
    }
    return movement.reason;
}

MovementRow row_of(const Scene& scene, const Movement& movement)
{
    return {.movement = movement.id,
            .when = left_to_right(scene, date_and_time(scene, movement.at)),
            .what = kind_words(scene, movement.kind),
            .batch = movement.batch.text(),
            .amount = left_to_right(scene, (movement.amount > 0 ? "+" : "") + grouped(movement.amount)),
            .reason = reason_in(scene, movement),
            .is_over = movement.countered_by.has_value(),
            .chosen = scene.console.stock.movement == movement.id};
}

StockDeedModel deed_words(const Scene& scene, StockDeed deed)
{
    const auto& words = scene.words;
    const bool possible = can(scene.console, deed);
    switch (deed) {
    case StockDeed::hand_out: return {deed, words.translate("Hand out"), ui::icon::shopping_bag, U'H', possible};
    case StockDeed::receive: return {deed, words.translate("Receive"), ui::icon::add, U'R', possible};
    case StockDeed::count: return {deed, words.translate("Count"), ui::icon::check, U'C', possible};
    case StockDeed::waste: return {deed, words.translate("Waste"), ui::icon::block, U'W', possible};
    case StockDeed::adjust: return {deed, words.translate("Adjust"), ui::icon::swap_horiz, U'A', possible};
    case StockDeed::counter: return {deed, words.translate("Take back"), ui::icon::undo, U'T', possible};
    }
    std::unreachable();
}

std::string done_words(const Scene& scene, StockDeed deed)
{
    const auto& words = scene.words;
    switch (deed) {
    case StockDeed::hand_out: return words.translate("Handed out and written down.");
    case StockDeed::receive: return words.translate("Received and written down.");
    case StockDeed::count: return words.translate("Counted and written down.");
    case StockDeed::waste: return words.translate("Wasted and written down.");
    case StockDeed::adjust: return words.translate("Adjusted and written down.");
    case StockDeed::counter: return words.translate("Taken back by a movement of its own.");
    }
    std::unreachable();
}

std::string refused_words(const Scene& scene, domain::Refusal::Why why)
{
    const auto& words = scene.words;
    switch (why) {
    case domain::Refusal::Why::not_allowed: return words.translate("That is not allowed here, or not any more.");
    case domain::Refusal::Why::conflict:
        return words.translate("It does not fit what is there by now. Look at the balances, and try again.");
    case domain::Refusal::Why::not_found:
    case domain::Refusal::Why::not_open:
    case domain::Refusal::Why::invalid_input:
        return words.translate("The hub does not take it. Look at what was typed, and try again.");
    }
    std::unreachable();
}

void word_said(const Scene& scene, ShelfModel& shelf)
{
    const auto& said = scene.console.stock.said;
    if (!said) {
        return;
    }
    if (const auto* done = std::get_if<StockDeed>(&*said)) {
        shelf.said = done_words(scene, *done);
        return;
    }
    const auto* why = std::get_if<domain::Refusal::Why>(&*said);
    shelf.said_is_care = true;
    shelf.said = why != nullptr ? refused_words(scene, *why)
                                : scene.words.translate("The hub did not answer. The list tells whether it was done.");
}

std::string note_words(const Scene& scene, const OfCommodity& kept)
{
    const auto& words = scene.words;
    if (kept.taken_beyond > 0) {
        return filled(words.translate("{count} more were taken than the book had. Count what is there."),
                      {{"count", grouped(kept.taken_beyond)}});
    }
    if (!kept.kind) {
        return words.translate("The catalogue does not name it any more.");
    }
    return kept.to_confirm ? words.translate("Your clinician has to confirm this entry of the catalogue.")
                           : std::string{};
}

std::vector<BatchRow> batch_rows(const Scene& scene, const OfCommodity& kept)
{
    const auto today = scene.console.stock.view->day;
    std::vector<BatchRow> rows;
    for (const auto& batch : kept.batches) {
        const bool is_expired = batch.expiry < today;
        const auto words = is_expired ? scene.words.translate("expired {day}") : scene.words.translate("until {day}");
        rows.push_back({.batch = batch.batch.text(),
                        .expires = filled(words, {{"day", left_to_right(scene, expiry_words(batch.expiry))}}),
                        .balance = grouped(batch.balance),
                        .tone = is_expired && batch.balance > 0 ? ui::Tone::care : ui::Tone::plain});
    }
    return rows;
}

std::string foot_words(const Scene& scene, const StockRoom& room)
{
    const auto& words = scene.words;
    const auto count = grouped(static_cast<std::int64_t>(room.movements.size()));
    if (room.movements.empty()) {
        return {};
    }
    if (room.has_page_failed) {
        return words.translate("The hub does not answer just now. What is older is not shown.");
    }
    return room.is_at_end
               ? filled(words.translate("{count} movements, and that is all."), {{"count", count}})
               : filled(words.translate("{count} movements so far. More comes as you go down."), {{"count", count}});
}

ShelfModel shelf_words(const Scene& scene, const OfCommodity& kept)
{
    const auto& words = scene.words;
    const auto& room = scene.console.stock;
    ShelfModel shelf{.back = words.translate("All stock"),
                     .title = commodity_label(scene, kept),
                     .balance = grouped(kept.to_give),
                     .unit = label_of(scene, kept.unit),
                     .marks = {},
                     .note = note_words(scene, kept),
                     .batches_title = words.translate("Batches, the first to go on top"),
                     .batches = batch_rows(scene, kept),
                     .deeds = {},
                     .said = {},
                     .headings = {words.translate("When"), words.translate("What"), words.translate("Batch"),
                                  words.translate("Amount"), words.translate("Why")},
                     .movements = {},
                     .empty = movements_emptiness(scene, room),
                     .foot = foot_words(scene, room)};
    for (const auto warning : kept.warnings) {
        shelf.marks.push_back(mark_of(scene, warning));
    }
    for (const auto deed : every_stock_deed) {
        if (may(scene.console, deed)) {
            shelf.deeds.push_back(deed_words(scene, deed));
        }
    }
    if (kept.to_give == 0) { // then what helps stands first
        std::ranges::stable_partition(shelf.deeds, [](const auto& deed) { return deed.deed == StockDeed::receive; });
    }
    word_said(scene, shelf);
    shelf.goes_on =
        !room.is_at_end && !room.has_page_failed && !room.is_page_asked && room.movements.size() < StockRoom::most;
    shelf.movements.reserve(room.movements.size());
    for (const auto& movement : room.movements) {
        shelf.movements.push_back(row_of(scene, movement));
    }
    return shelf;
}

} // namespace

std::string grouped(std::int64_t number)
{
    auto digits = std::to_string(number < 0 ? -number : number);
    for (auto place = std::ssize(digits) - 3; place > 0; place -= 3) {
        digits.insert(static_cast<std::size_t>(place), ",");
    }
    return (number < 0 ? "−" : "") + digits;
}

std::string left_to_right(const Scene& scene, std::string text)
{
    constexpr std::string_view mark =
        "\u200e"; // where letters around go the other way, it keeps the parts in their order
    return scene.words.language().direction == ui::Direction::right_to_left
               ? std::string{mark} + std::move(text) + std::string{mark}
               : text;
}

std::string expiry_words(domain::CentreDay expiry)
{
    const bool is_whole_month = expiry == domain::CentreDay{expiry.year() / expiry.month() / std::chrono::last};
    return wire::day_text(expiry).substr(0, is_whole_month ? 7 : 10);
}

std::string commodity_label(const Scene& scene, const OfCommodity& kept)
{
    return kept.label.empty() ? kept.commodity.text() : label_of(scene, kept.label);
}

std::string stock_reason_words(const Scene& scene, StockReason reason)
{
    const auto& words = scene.words;
    switch (reason) {
    case StockReason::expired: return words.translate("Expired");
    case StockReason::damaged: return words.translate("Damaged");
    case StockReason::spoilt: return words.translate("Spoilt");
    case StockReason::mistyped: return words.translate("Mistyped");
    case StockReason::wrong_batch: return words.translate("Wrong batch");
    case StockReason::found: return words.translate("Found again");
    }
    std::unreachable();
}

StockModel stock_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& room = scene.console.stock;
    StockModel model{.head = head_words(scene, words.translate("Stock")),
                     .figures = {},
                     .headings = {words.translate("What"), words.translate("To give"), words.translate("Expires first"),
                                  words.translate("Last 30 days"), words.translate("To look at")},
                     .rows = {},
                     .empty = list_emptiness(scene, room),
                     .foot = {}};
    if (const auto* kept = chosen_commodity(scene.console)) {
        model.shelf = shelf_words(scene, *kept);
        return model;
    }
    model.figures = figures_of(scene, room.view.value_or(wire::StockView{}));
    if (!room.view || room.has_failed) {
        return model;
    }
    std::vector<const OfCommodity*> order;
    for (const auto& kept : room.view->commodities) {
        order.push_back(&kept);
    }
    std::ranges::stable_sort(order, {}, [](const auto* kept) { return urgency(*kept); });
    std::ranges::transform(order, std::back_inserter(model.rows),
                           [&](const auto* kept) { return row_of(scene, *kept); });
    model.foot = words.translate("Choose one to see its batches and to change it. What expires first is given first.");
    return model;
}

} // namespace verandah::console
