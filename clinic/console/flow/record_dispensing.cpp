// SPDX-License-Identifier: Apache-2.0
// One request after another, each under its own number: a number asked again is the same request.
#include "clinic/console/flow/record_dispensing.hpp"

#include "clinic/console/flow/otherwise_view.hpp"
#include "clinic/console/flow/record_care.hpp"
#include "clinic/console/flow/session_acts.hpp"
#include "clinic/console/flow/stock_steps.hpp"
#include "shared/domain/stock/dose_units.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using Step = Dispensing::Step;
using OfCommodity = wire::StockView::OfCommodity;

/// Stays in the book of the cupboard for good, so it is not in anybody's language.
constexpr std::string_view why_put_back = "Not given after all";

Supply::State state_of(const OfCommodity& kept, std::int64_t units)
{
    return kept.to_give >= units ? Supply::State::there
           : kept.to_give > 0    ? Supply::State::too_few
                                 : Supply::State::out;
}

Supply supply_of(const wire::StockView& cupboard, const domain::DrugGiven& drug)
{
    Supply best{.drug = &drug, .state = Supply::State::not_kept};
    for (const auto& kept : cupboard.commodities) {
        const auto units = domain::units_for(drug, kept.doses);
        if (!units) {
            continue;
        }
        const Supply found{&drug, &kept, *units, state_of(kept, *units)};
        if (best.kept == nullptr || found.state < best.state) {
            best = found;
        }
    }
    return best;
}

/// A medicine in no table. Precondition: it is one of the cupboard.
Supply supply_of(const Console& console, const domain::OwnTreatment& own)
{
    Supply supply{.drug = nullptr, .units = own.units, .own = own.commodity};
    if (console.stock.view) {
        supply.kept = find_kept(console, *own.commodity);
        supply.state = supply.kept == nullptr ? Supply::State::not_kept : state_of(*supply.kept, own.units);
    }
    return supply;
}

Effects ask(const Record& record, const Dispensing& dispensing)
{
    const bool takes = dispensing.step == Step::taking;
    const auto body =
        takes ? wire::encode(wire::GiveRequest{dispensing.to_take.front().commodity, dispensing.to_take.front().amount})
              : wire::encode(domain::CounterMovement{dispensing.taken.back(), std::string{why_put_back}});
    return {
        RecordEffect{MoveStock{record.look, dispensing.ask, takes ? "/v1/stock/dispense" : "/v1/stock/counter", body}}};
}

/// The dose is over, one way or the other; the cupboard is not as it was seen.
Effects end_dose(Console& console, domain::Instant now)
{
    console.record->dispensing.reset();
    auto effects = look_at_balances(console, now);
    add_to(effects, write_on(console, now));
    return effects;
}

/// The next request, when there is one; else the entry, or the end.
Effects go_on(Console& console, domain::Instant now)
{
    auto& record = *console.record;
    auto& dispensing = *record.dispensing;
    dispensing.lost_at.reset();
    switch (dispensing.step) {
    case Step::taking:
        if (dispensing.to_take.empty()) {
            dispensing.step = Step::writing;
            return write(console, domain::Dispensed{dispensing.prescription, dispensing.dose, dispensing.taken}, now);
        }
        break;
    case Step::putting_back:
        if (dispensing.taken.empty()) {
            tell(record,
                 dispensing.because == Dispensing::Because::too_few ? RecordNotice::too_few : RecordNotice::put_back,
                 now);
            return end_dose(console, now);
        }
        break;
    case Step::writing: return {};
    }
    dispensing.ask = ++record.asks;
    return ask(record, dispensing);
}

Effects put_back(Console& console, Dispensing::Because because, domain::Instant now)
{
    auto& dispensing = *console.record->dispensing;
    dispensing.step = Step::putting_back;
    dispensing.because = because;
    console.record->finishing = false;
    return go_on(console, now);
}

bool is_about(const std::optional<Dispensing>& dispensing, std::size_t ask)
{
    return dispensing && dispensing->step != Step::writing && dispensing->ask == ask;
}

} // namespace

std::vector<Supply> supplies_of(const Console& console, const domain::Regimen& regimen, int dose)
{
    std::vector<Supply> supplies;
    for (const auto* drug : domain::drugs_of_dose(regimen, dose)) {
        supplies.push_back(console.stock.view ? supply_of(*console.stock.view, *drug) : Supply{.drug = drug});
    }
    return supplies;
}

std::optional<std::vector<Supply>> supplies_of(const Console& console, const domain::Prescribed& prescribed, int dose)
{
    if (prescribed.own) {
        return prescribed.own->commodity ? std::vector{supply_of(console, *prescribed.own)} : std::vector<Supply>{};
    }
    const auto* regimen = regimen_of(console, prescribed);
    return regimen == nullptr ? std::nullopt : std::optional{supplies_of(console, *regimen, dose)};
}

bool is_all_there(const std::vector<Supply>& supplies)
{
    return std::ranges::all_of(supplies, [](const Supply& each) { return each.state == Supply::State::there; });
}

const domain::Regimen* regimen_of(const Console& console, const domain::Prescribed& prescribed)
{
    const auto& guidance = console.knowledge.guidance;
    if (!guidance) {
        return nullptr;
    }
    const auto found = std::ranges::find(guidance->guidelines, prescribed.guideline,
                                         [](const domain::Guideline& each) { return each.about.edition; });
    return found == guidance->guidelines.end() ? nullptr : domain::find_regimen(*found, prescribed.regimen);
}

std::vector<Effect> handle_care(Console& console, const GiveDose& wish, domain::Instant now)
{
    auto& record = *console.record;
    const auto found = record.file.prescriptions.find(wish.prescription);
    if (found == record.file.prescriptions.end() || record.under_way || !record.to_write.empty() || record.dispensing) {
        return {};
    }
    const auto dose = static_cast<int>(found->second.doses.size()) + 1;
    if (dose > found->second.prescribed.doses) {
        return {};
    }
    const auto supplies = supplies_of(console, found->second.prescribed, dose);
    if ((!supplies || !is_all_there(*supplies)) && record.elsewhere != wish.prescription) {
        record.elsewhere = wish.prescription;
        return look_at_balances(console, now);
    }
    record.elsewhere.reset();
    Dispensing dispensing{.prescription = wish.prescription, .dose = dose, .to_take = {}};
    for (const auto& each : supplies.value_or(std::vector<Supply>{})) {
        if (each.state == Supply::State::there) {
            dispensing.to_take.push_back({each.kept->commodity, each.units});
        }
    }
    record.dispensing = std::move(dispensing);
    return go_on(console, now);
}

std::vector<Effect> handle_care(Console& console, const LeaveDose&, domain::Instant)
{
    console.record->elsewhere.reset();
    return {};
}

std::vector<Effect> stock_answered(Console& console, const StockAnswered& event, domain::Instant now)
{
    auto& dispensing = console.record->dispensing;
    if (!is_about(dispensing, event.ask)) {
        return {};
    }
    if (dispensing->step == Step::taking) {
        for (const auto& moved : event.receipt.movements) {
            dispensing->taken.push_back(moved.movement);
        }
        dispensing->to_take.pop_front();
    } else {
        dispensing->taken.pop_back();
    }
    return go_on(console, now);
}

std::vector<Effect> stock_refused(Console& console, const StockAskRefused& event, domain::Instant now)
{
    using enum domain::Refusal::Why;
    auto& record = *console.record;
    auto& dispensing = record.dispensing;
    if (!is_about(dispensing, event.ask)) {
        return {};
    }
    if (dispensing->step == Step::taking) {
        return put_back(console,
                        event.why == conflict ? Dispensing::Because::too_few : Dispensing::Because::not_written, now);
    }
    if (event.why == conflict) { // somebody has put it back by hand
        dispensing->taken.pop_back();
        return go_on(console, now);
    }
    tell(record, RecordNotice::not_put_back, now);
    return end_dose(console, now);
}

std::vector<Effect> stock_lost(Console& console, const StockAskLost& event, domain::Instant now)
{
    auto& record = *console.record;
    if (is_about(record.dispensing, event.ask)) {
        record.dispensing->lost_at = now;
        tell(record, RecordNotice::hub_away, now);
    }
    return {};
}

std::vector<Effect> settle_dose(Console& console, domain::Instant now)
{
    const auto& record = *console.record;
    const auto& dispensing = record.dispensing;
    if (!dispensing || dispensing->step != Step::writing) {
        return {};
    }
    const domain::Dispensed ours{dispensing->prescription, dispensing->dose, dispensing->taken};
    const auto prescription = record.file.prescriptions.find(ours.prescription);
    const bool is_there = prescription != record.file.prescriptions.end() &&
                          std::ranges::find(prescription->second.doses, ours, &domain::Prescription::Dose::dispensed) !=
                              prescription->second.doses.end();
    return is_there ? end_dose(console, now) : Effects{};
}

std::vector<Effect> give_up_dose(Console& console, domain::Instant now)
{
    const auto& dispensing = console.record->dispensing;
    if (!dispensing || dispensing->step != Step::writing) {
        return {};
    }
    return dispensing->taken.empty() ? end_dose(console, now)
                                     : put_back(console, Dispensing::Because::not_written, now);
}

std::vector<Effect> dispensing_time_passed(Console& console, domain::Instant now)
{
    auto& dispensing = console.record->dispensing;
    if (!dispensing || !dispensing->lost_at || console.link != Link::live) {
        return {};
    }
    const bool is_time = now - *dispensing->lost_at >= stock_asked_again_after || now < *dispensing->lost_at;
    if (!is_time) {
        return {};
    }
    dispensing->lost_at.reset();
    return ask(*console.record, *dispensing);
}

} // namespace verandah::console
