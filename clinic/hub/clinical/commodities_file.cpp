// SPDX-License-Identifier: Apache-2.0
// The sections of a catalogue.
#include "clinic/hub/clinical/commodities_file.hpp"

#include "clinic/hub/centre/sections.hpp"
#include "clinic/hub/centre/table_reader.hpp"
#include "clinic/hub/centre/toml_text.hpp"
#include "clinic/hub/clinical/built_in_files.hpp"
#include "clinic/hub/clinical/word_book.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace verandah::hub {
namespace {

using domain::Commodity;
using domain::CommodityKind;

constexpr std::size_t longest_label = 40;
constexpr std::size_t longest_unit = 16;
constexpr std::size_t longest_commodity_source = 200;
constexpr int most_offered = 4; ///< More do not fit on a kiosk's page of supplies.

CommodityKind read_kind(TableReader& section)
{
    const auto name = section.word("kind", {"medicine"});
    const auto kind = domain::commodity_kind_from(name.value);
    if (!kind && !name.value.empty()) {
        std::vector<std::string> known;
        std::ranges::transform(domain::every_commodity_kind, std::back_inserter(known),
                               [](CommodityKind each) { return std::string{word(each)}; });
        section.refuse(
            name.place, fmt::format("\"{}\" is no kind of commodity", name.value),
            advice_for_unknown(name.value, known, fmt::format("choose one of: {}.", fmt::join(known, ", "))));
    }
    return kind.value_or(CommodityKind::medicine);
}

std::optional<domain::TakeAway> read_take_away(TableReader& section, WordBook& words)
{
    constexpr int most_pieces = 100; // what one person carries away
    auto table = section.table("take_away");
    if (!table) {
        return std::nullopt;
    }
    table->rename(fmt::format("\"take_away\" of {}", section.title()));
    if (!table->has("pieces")) {
        table->refuse(table->place(), fmt::format("{} has no \"pieces\"", table->title()), "Add pieces = 12.");
    }
    const auto pieces = table->number("pieces", {.least = 1, .most = most_pieces, .usual = 1});
    auto label = words.read(*table, "label", {"Protection", longest_label});
    table->refuse_other_keys();
    return domain::TakeAway{pieces, std::move(label)};
}

std::optional<domain::FactCode> read_given_as(TableReader& section)
{
    if (!section.has("given_as")) {
        return std::nullopt;
    }
    return section.code_from<domain::FactCode>(section.word("given_as", {"given.condom", domain::FactCode::longest}));
}

std::vector<domain::DoseUnits> read_doses(TableReader& section)
{
    constexpr int most_units = 100; // of what is swallowed or injected at once
    constexpr std::size_t longest_dose = 40;
    std::vector<domain::DoseUnits> doses;
    for (auto& table : section.tables("doses")) {
        table.rename(fmt::format("a dose of {}", section.title()));
        if (!table.has("units")) {
            table.refuse(table.place(), fmt::format("{} does not say how many of the unit it takes", table.title()),
                         "Add units = 1.");
        }
        domain::DoseUnits dose{
            .drug = table.code_from<domain::DrugCode>(table.word("drug", {"doxycycline", domain::DrugCode::longest})),
            .dose = table.text("dose", {"100 mg", longest_dose}),
            .units = table.number("units", {.least = 1, .most = most_units, .usual = 1})};
        const bool is_there = std::ranges::any_of(
            doses, [&](const domain::DoseUnits& each) { return each.drug == dose.drug && each.dose == dose.dose; });
        if (is_there) {
            table.refuse(table.place(),
                         fmt::format("{} stands twice: {} of {}", table.title(), dose.dose, dose.drug.view()),
                         "Take one of them out.");
        }
        if (doses.size() == Commodity::most_doses) {
            table.refuse(table.place(), fmt::format("{} is one too many", table.title()), "Take some of them out.");
        }
        table.refuse_other_keys();
        doses.push_back(std::move(dose));
    }
    return doses;
}

Commodity read_commodity(TableReader& section, WordBook& words, OnlyOnce& codes)
{
    constexpr int most = 1'000'000;
    const auto code = section.word("code", {"condom.male", domain::CommodityCode::longest});
    codes.take(section, code);
    if (!code.value.empty()) {
        section.rename(fmt::format("the commodity \"{}\"", code.value));
    }
    if (!section.has("low")) {
        section.refuse(section.place(), fmt::format("{} has no \"low\"", section.title()),
                       "Add low = 100, the level at which it is time to order.");
    }
    Commodity commodity{.code = section.code_from<domain::CommodityCode>(code),
                        .kind = read_kind(section),
                        .label = words.read(section, "label", {"Male condoms", longest_label}),
                        .unit = words.read(section, "unit", {"pieces", longest_unit}),
                        .low = section.number("low", {.least = 0, .most = most, .usual = 0}),
                        .take_away = read_take_away(section, words),
                        .given_as = read_given_as(section),
                        .doses = read_doses(section),
                        .source =
                            section.text("source", {"Ministry of Health, list of 2026", longest_commodity_source}),
                        .to_confirm = section.is_true("to_confirm")};
    section.refuse_other_keys();
    return commodity;
}

domain::Catalogue read_sections(TableReader& root, WordBook& words)
{
    constexpr int most_versions = 9'999;
    domain::Catalogue catalogue;
    catalogue.about.edition.id = root.text("id", {"commodities"});
    if (!root.has("version")) {
        root.refuse(root.place(), "the file has no \"version\"", "Add version = 1.");
    }
    catalogue.about.edition.version = root.number("version", {.least = 1, .most = most_versions, .usual = 1});
    OnlyOnce codes{"the commodity code"};
    int offered = 0;
    auto sections = root.tables("commodity");
    for (auto& section : sections) {
        catalogue.commodities.push_back(read_commodity(section, words, codes));
        offered += catalogue.commodities.back().take_away ? 1 : 0;
        if (catalogue.commodities.back().take_away && offered > most_offered) {
            section.refuse(section.place("take_away"), "a kiosk has no room for more than four kinds of supplies",
                           "Take \"take_away\" out of one of them.");
        }
    }
    if (sections.empty() && !root.has("commodity")) {
        root.refuse({1, 1}, "there is no [[commodity]], so there is nothing to keep",
                    "Add [[commodity]] with code, kind, label, unit, low and source.");
    }
    return catalogue;
}

} // namespace

std::expected<domain::Catalogue, std::vector<Fault>> read_commodities(std::string_view toml)
{
    const auto table = parse_toml(toml);
    if (!table) {
        return std::unexpected{std::vector{table.error()}};
    }
    std::vector<Fault> faults;
    TableReader root{*table, "the file", faults};
    WordBook words{*table, root};
    auto catalogue = read_sections(root, words);
    words.refuse_unused(root);
    root.refuse_other_keys();
    if (!faults.empty()) {
        std::ranges::stable_sort(faults, {}, &Fault::place);
        return std::unexpected{std::move(faults)};
    }
    return catalogue;
}

std::string_view starting_commodities()
{
    const auto files = built_in_files();
    return std::ranges::find(files, std::string_view{"stock"}, &BuiltInFile::folder)->text;
}

domain::Catalogue starting_catalogue()
{
    auto catalogue = read_commodities(starting_commodities());
    if (!catalogue) {
        throw std::logic_error{catalogue.error().front().text("commodities.1.toml")};
    }
    return *std::move(catalogue);
}

} // namespace verandah::hub
