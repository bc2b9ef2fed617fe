// SPDX-License-Identifier: Apache-2.0
// The sheet on which something else is prescribed than the guideline suggests.
#include "clinic/console/flow/otherwise_view.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace verandah::console {

namespace {

using From = Otherwise::From;
using Block = OtherwiseModel::Block;

/// What one touch chooses; anything else is written.
constexpr std::array<int, 9> days_to_touch{1, 3, 5, 7, 10, 14, 21, 28, 30};
constexpr std::array<std::int64_t, 12> units_to_touch{1, 2, 3, 4, 5, 6, 10, 14, 20, 28, 42, 60};
constexpr std::array frequencies{domain::Frequency::once, domain::Frequency::daily, domain::Frequency::twice_daily,
                                 domain::Frequency::three_daily, domain::Frequency::four_daily};

RecordChoice change(std::string label, const Otherwise& changed, const std::string& id, bool chosen)
{
    return {std::move(label), RecordWish{ChangeOtherwise{changed}}, "otherwise." + id, chosen, false, 0};
}

Block cause_block(const Scene& scene, const Otherwise& asked)
{
    const auto& words = scene.words;
    Block block{.label = words.translate("What for")};
    auto causes = causes_to_choose(scene.console, scene.now);
    const bool is_listed = !asked.cause || std::ranges::find(causes, *asked.cause, &Cause::fact) != causes.end();
    if (const auto* label = is_listed ? nullptr : label_of_cause(scene.console, *asked.cause)) {
        causes.insert(causes.begin(), {*asked.cause, label});
    }
    for (const auto& cause : causes) {
        auto next = asked;
        next.cause = cause.fact;
        block.choices.push_back(
            change(text_of(scene, *cause.label), next, "for." + cause.fact.text(), asked.cause == cause.fact));
    }
    return block;
}

Block from_block(const Scene& scene, const Otherwise& asked)
{
    const auto& words = scene.words;
    Block block{.label = words.translate("From where")};
    const std::array rows{std::tuple{From::guideline, words.translate("A row of the guideline"), "guideline"},
                          std::tuple{From::cupboard, words.translate("The cupboard"), "cupboard"},
                          std::tuple{From::elsewhere, words.translate("Elsewhere"), "elsewhere"}};
    for (const auto& [from, label, id] : rows) {
        auto next = asked;
        next.from = from;
        block.choices.push_back(change(label, next, id, asked.from == from));
    }
    return block;
}

/// Those of the cause as the guideline has them for her, then all others.
Block row_block(const Scene& scene, const Otherwise& asked)
{
    Block block{.label = scene.words.translate("Row")};
    std::vector<const domain::Regimen*> added;
    const auto add = [&](const domain::Regimen& regimen, const std::string& behind, bool is_care) {
        added.push_back(&regimen);
        block.choices.push_back({regimen_words(scene, regimen) + (behind.empty() ? "" : " · " + behind),
                                 RecordWish{ChooseOtherwise{regimen.id}}, "otherwise." + regimen.id.text(),
                                 asked.chosen == regimen.id, is_care, 0});
    };
    for (const auto& suggestion : suggestions(scene.console, scene.now)) {
        if (suggestion.for_what != asked.cause) {
            continue;
        }
        for (const auto& offer : suggestion.offers) {
            add(*offer.regimen, {}, false);
        }
        for (const auto& left_out : suggestion.left_out) {
            add(*left_out.regimen, fact_words(scene, left_out.because), true);
        }
    }
    const auto circumstances = circumstances_now(scene.console, scene.now);
    for (const auto& regimen : guideline_of(scene.console)->regimens) {
        if (std::ranges::find(added, &regimen) == added.end()) {
            const auto against = domain::those_there(regimen.not_with, circumstances);
            const auto why_not = against.empty() ? std::string{} : " · " + fact_words(scene, against);
            add(regimen, fact_words(scene, {regimen.for_what}) + why_not, !against.empty());
        }
    }
    return block;
}

/// All that are kept; once one is chosen only that one, which a touch takes back.
Block medicine_block(const Scene& scene, const Otherwise& asked)
{
    const auto& words = scene.words;
    Block block{.label = words.translate("Medicine")};
    const auto kept = medicines_kept(scene.console);
    if (kept.empty()) {
        block.note = words.translate("The cupboard cannot be seen just now");
    }
    for (const auto* each : kept) {
        const bool is_chosen = asked.medicine == each->commodity;
        if (asked.medicine && !is_chosen) {
            continue;
        }
        Otherwise next{.cause = asked.cause,
                       .chosen = asked.chosen,
                       .why = asked.why,
                       .from = From::cupboard,
                       .medicine = is_chosen ? std::nullopt : std::optional{each->commodity},
                       .words = asked.words};
        if (!is_chosen && each->doses.size() == 1) {
            next.dose = each->doses.front(); // there is no other to choose
        }
        block.choices.push_back(change(label_of_kept(scene, each->commodity), next, each->commodity.text(), is_chosen));
    }
    return block;
}

Block dose_block(const Scene& scene, const Otherwise& asked, const wire::StockView::OfCommodity& kept)
{
    const auto& words = scene.words;
    Block block{.label = words.translate("Dose")};
    for (const auto& dose : kept.doses) {
        auto next = asked;
        next.dose = dose;
        block.choices.push_back(change(dose.dose, next, "dose." + dose.dose, asked.dose == dose));
    }
    auto next = asked;
    next.dose.reset();
    block.choices.push_back(change(words.translate("In words"), next, "dose.words", !asked.dose));
    return block;
}

Block frequency_block(const Scene& scene, const Otherwise& asked)
{
    Block block{.label = scene.words.translate("How often")};
    for (const auto frequency : frequencies) {
        auto next = asked;
        next.frequency = frequency;
        block.choices.push_back(change(frequency_words(scene, frequency), next, std::string{domain::word(frequency)},
                                       asked.frequency == frequency));
    }
    return block;
}

template <class Numbers, class Change>
Block number_block(const Otherwise& asked, std::string label, const Numbers& numbers, const std::string& id,
                   Change into)
{
    Block block{.label = std::move(label)};
    for (const auto number : numbers) {
        auto next = asked;
        const bool is_chosen = std::exchange(into(next), number) == number;
        block.choices.push_back(change(std::to_string(number), next, id + "." + std::to_string(number), is_chosen));
        block.choices.back().is_short = true;
    }
    return block;
}

void add_medicine(const Scene& scene, const Otherwise& asked, OtherwiseModel& model)
{
    const auto& words = scene.words;
    model.blocks.push_back(medicine_block(scene, asked));
    const auto* kept = asked.medicine ? find_kept(scene.console, *asked.medicine) : nullptr;
    if (kept == nullptr) {
        return;
    }
    if (!kept->doses.empty()) {
        model.blocks.push_back(dose_block(scene, asked, *kept));
    }
    if (!asked.dose) {
        model.blocks.push_back(
            number_block(asked, filled(words.translate("How many {unit}"), {{"unit", text_of(scene, kept->unit)}}),
                         units_to_touch, "units", [](Otherwise& each) -> auto& { return each.units; }));
        return;
    }
    model.blocks.push_back(frequency_block(scene, asked));
    if (asked.frequency && asked.frequency != domain::Frequency::once) {
        model.blocks.push_back(number_block(asked, words.translate("Days"), days_to_touch, "days",
                                            [](Otherwise& each) -> auto& { return each.days; }));
    }
}

std::string lacking_words(const Scene& scene, const Otherwise& asked)
{
    const auto& words = scene.words;
    switch (lacks(asked)) {
    case OtherwiseLacks::nothing: return {};
    case OtherwiseLacks::cause: return words.translate("Choose what it is for.");
    case OtherwiseLacks::choice: return words.translate("Choose one first.");
    case OtherwiseLacks::words: return words.translate("Write how it is taken.");
    case OtherwiseLacks::frequency: return words.translate("Choose how often.");
    case OtherwiseLacks::days: return words.translate("Choose for how many days.");
    case OtherwiseLacks::units: return words.translate("Choose how many she gets.");
    case OtherwiseLacks::why: return words.translate("Write in a few words why.");
    }
    std::unreachable();
}

} // namespace

OtherwiseModel otherwise_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& asked = *scene.console.record->otherwise;
    OtherwiseModel model;
    model.title = words.translate("Something else");
    model.note = words.translate("What you choose against the guideline is kept with your reason.");
    model.blocks = {cause_block(scene, asked), from_block(scene, asked)};
    switch (asked.from) {
    case From::guideline: model.blocks.push_back(row_block(scene, asked)); break;
    case From::cupboard:
        add_medicine(scene, asked, model);
        model.words_label = words.translate("How it is taken");
        break;
    case From::elsewhere: model.words_label = words.translate("Which, how much, how often"); break;
    }
    if (const auto own = own_of(scene.console, asked)) {
        model.warnings = warning_words(scene, said_of_own(scene.console, *own, scene.now));
    }
    model.words = asked.words;
    model.why_label = words.translate("Why");
    model.why = asked.why;
    model.confirm = words.translate("Prescribe this");
    model.cancel = words.translate("Back");
    model.missing = lacking_words(scene, asked);
    return model;
}

} // namespace verandah::console
