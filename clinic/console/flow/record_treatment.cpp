// SPDX-License-Identifier: Apache-2.0
// What is prescribed: what the guideline suggests with one touch, anything else, in a table or not, with a reason. How
// it is given is in record_dispensing.cpp.
#include "clinic/console/flow/otherwise_view.hpp"
#include "clinic/console/flow/record_care.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/flow/session_acts.hpp"
#include "clinic/console/flow/stock_steps.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

constexpr std::size_t longest_why = 400;

/// How many times it is given: the longest course of weekly doses among its drugs.
int doses_of(const domain::Regimen& regimen)
{
    int doses = 1;
    for (const auto& drug : regimen.drugs) {
        doses = std::max(doses, drug.doses);
    }
    return doses;
}

Effects prescribe(Console& console, const domain::FactCode& cause, const domain::RegimenCode& chosen, std::string why,
                  domain::Instant now)
{
    const auto* guideline = guideline_of(console);
    const auto* regimen = guideline == nullptr ? nullptr : domain::find_regimen(*guideline, chosen);
    if (regimen == nullptr) {
        return {};
    }
    console.record->otherwise.reset();
    return write(console,
                 domain::Prescribed{next_prescription(*console.record), guideline->about.edition, chosen, cause,
                                    doses_of(*regimen), std::move(why)},
                 now);
}

/// Asked for already, and on its way.
bool is_on_its_way(const Record& record, const domain::FactCode& cause)
{
    const auto is_it = [&](const domain::FileEvent& event) {
        const auto* made = std::get_if<domain::Prescribed>(&event);
        return made != nullptr && made->for_what == cause;
    };
    return std::ranges::any_of(record.to_write, is_it) || (record.under_way && is_it(*record.under_way));
}

} // namespace

std::vector<Effect> handle_care(Console& console, const PrescribeThis& wish, domain::Instant now)
{
    const auto all = suggestions(console, now);
    const auto found = std::ranges::find(all, wish.cause, &domain::Suggestion::for_what);
    if (found == all.end() || domain::against({*found}, wish.regimen) != domain::Against::nothing ||
        is_on_its_way(*console.record, wish.cause)) {
        return {};
    }
    return prescribe(console, wish.cause, wish.regimen, {}, now);
}

std::vector<Effect> handle_care(Console& console, const AgreeChannel& wish, domain::Instant now)
{
    return agreed_channel(*console.record) == wish.channel || console.record->is_of_today
               ? Effects{}
               : write(console, domain::ChannelAgreed{wish.channel}, now);
}

std::vector<Effect> handle_care(Console& console, const BeginAnew& wish, domain::Instant now)
{
    const auto begun = courses_begun(console, now);
    if (std::ranges::find(begun, wish.prescription) == begun.end()) {
        return {}; // or was begun anew already
    }
    const auto& prescription = console.record->file.prescriptions.at(wish.prescription);
    if (!can_begin_anew(console, prescription, now) ||
        is_on_its_way(*console.record, prescription.prescribed.for_what)) {
        return {};
    }
    auto anew = prescription.prescribed;
    anew.prescription = next_prescription(*console.record);
    return write(console, anew, now);
}

std::vector<Effect> handle_care(Console& console, const AskOtherwise& wish, domain::Instant now)
{
    Otherwise otherwise{.cause = wish.cause};
    const auto found = causes_found(console, now);
    if (!otherwise.cause && found.size() == 1) {
        otherwise.cause = found.front().fact;
    }
    const auto all = suggestions(console, now);
    if (otherwise.cause && std::ranges::find(all, *otherwise.cause, &domain::Suggestion::for_what) == all.end()) {
        otherwise.from = Otherwise::From::cupboard; // no row was written for it
    }
    console.record->otherwise = std::move(otherwise);
    return look_at_balances(console, now);
}

std::vector<Effect> handle_care(Console& console, const ChooseOtherwise& wish, domain::Instant)
{
    if (console.record->otherwise) {
        console.record->otherwise->chosen = wish.regimen;
    }
    return {};
}

std::vector<Effect> handle_care(Console& console, const ChangeOtherwise& wish, domain::Instant)
{
    if (console.record->otherwise) {
        console.record->otherwise = wish.changed;
    }
    return {};
}

std::vector<Effect> handle_care(Console& console, const TypeOwnWords& wish, domain::Instant)
{
    if (console.record->otherwise && wish.words.size() <= domain::OwnTreatment::longest_words) {
        console.record->otherwise->words = wish.words;
    }
    return {};
}

std::vector<Effect> handle_care(Console& console, const TypeWhy& wish, domain::Instant)
{
    if (console.record->otherwise && wish.why.size() <= longest_why) {
        console.record->otherwise->why = wish.why;
    }
    return {};
}

std::vector<Effect> handle_care(Console& console, const PrescribeOtherwise&, domain::Instant now)
{
    const auto otherwise = console.record->otherwise;
    if (!otherwise || lacks(*otherwise) != OtherwiseLacks::nothing ||
        is_on_its_way(*console.record, *otherwise->cause)) {
        return {};
    }
    if (otherwise->from == Otherwise::From::guideline) {
        return prescribe(console, *otherwise->cause, *otherwise->chosen, otherwise->why, now);
    }
    const auto* guideline = guideline_of(console);
    auto own = own_of(console, *otherwise);
    if (guideline == nullptr || !own) {
        return {};
    }
    console.record->otherwise.reset();
    return write(console,
                 domain::Prescribed{.prescription = next_prescription(*console.record),
                                    .guideline = guideline->about.edition,
                                    .regimen = domain::RegimenCode::make(domain::own_regimen_word).value(),
                                    .for_what = *otherwise->cause,
                                    .doses = 1,
                                    .against = otherwise->why,
                                    .own = std::move(own)},
                 now);
}

std::vector<Effect> handle_care(Console& console, const CloseOtherwise&, domain::Instant)
{
    console.record->otherwise.reset();
    return {};
}

} // namespace verandah::console
