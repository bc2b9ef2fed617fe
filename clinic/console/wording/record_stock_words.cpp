// SPDX-License-Identifier: Apache-2.0
// What a dose takes out of the cupboard, and what is not in it.
#include "clinic/console/flow/record_dispensing.hpp"
#include "clinic/console/wording/record_words.hpp"
#include "clinic/console/wording/stock_words.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

StockLine supply_line(const Scene& scene, const Supply& supply)
{
    const auto& words = scene.words;
    if (supply.kept == nullptr) {
        const auto drug = supply.drug == nullptr ? label_of_kept(scene, *supply.own)
                                                 : text_of(scene, supply.drug->name) + " " + supply.drug->dose;
        return {filled(words.translate("{what}: not kept here"), {{"what", drug}}), ui::Tone::care};
    }
    const auto& kept = *supply.kept;
    const auto what = text_of(scene, kept.label);
    const auto unit = text_of(scene, kept.unit);
    switch (supply.state) {
    case Supply::State::there:
        return {filled(words.translate("{what}: takes {units}, {left} {unit} are left then, batch to {day}"),
                       {{"what", what},
                        {"units", std::to_string(supply.units)},
                        {"unit", unit},
                        {"left", std::to_string(kept.to_give - supply.units)},
                        {"day", kept.nearest_expiry ? day_words(scene, *kept.nearest_expiry) : "–"}}),
                ui::Tone::quiet};
    case Supply::State::too_few:
        return {filled(words.translate("{what}: takes {units}, only {left} {unit} in the cupboard"),
                       {{"what", what},
                        {"units", std::to_string(supply.units)},
                        {"unit", unit},
                        {"left", std::to_string(kept.to_give)}}),
                ui::Tone::care};
    case Supply::State::out:
        return {filled(words.translate("{what}: none left in the cupboard"), {{"what", what}}), ui::Tone::care};
    case Supply::State::not_kept:
    case Supply::State::unknown: break; // they have nothing that is kept
    }
    std::unreachable();
}

} // namespace

std::vector<StockLine> supply_words(const Scene& scene, const std::vector<Supply>& supplies)
{
    std::vector<StockLine> lines;
    for (const auto& supply : supplies) {
        if (supply.state == Supply::State::unknown) {
            return {{scene.words.translate("The cupboard cannot be seen just now"), ui::Tone::soon}};
        }
        lines.push_back(supply_line(scene, supply));
    }
    return lines;
}

std::string beyond_words(const Scene& scene)
{
    const auto& record = *scene.console.record;
    const auto& entries = record.file.entries;
    const auto last = std::find_if(entries.rbegin(), entries.rend(), [&](const domain::FileEntry& each) {
        const auto* saved = std::get_if<domain::EncounterSaved>(&each.event);
        return saved != nullptr && saved->encounter == record.encounter;
    });
    std::string what;
    for (const auto& each : last == entries.rend() ? std::vector<domain::SuppliesMoved>{} : last->supplies) {
        if (each.beyond > 0) {
            what += (what.empty() ? "" : " · ") + label_of_kept(scene, each.commodity);
        }
    }
    return what.empty()
               ? std::string{}
               : filled(scene.words.translate("The cupboard's book had fewer than she was given: {what}. Count "
                                              "what is there."),
                        {{"what", what}});
}

} // namespace verandah::console
