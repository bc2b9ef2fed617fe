// SPDX-License-Identifier: Apache-2.0
// Guidelines as JSON.
#include "shared/wire/messages/care/guidance_messages.hpp"

#include "shared/wire/messages/care/care_parts.hpp"

namespace verandah::wire {
namespace {

using Json = nlohmann::json;
using domain::DrugGiven;
using domain::FactCode;
using domain::Regimen;

constexpr std::int64_t most_regimen_days = 365;

Json named_json(const domain::NamedFact& named)
{
    return {{"fact", named.fact.view()}, {"label", named.label}, {"codes", codings_json(named.codings)}};
}

domain::NamedFact read_named(ObjectReader& reader)
{
    return {reader.code<FactCode>("fact"), read_words_at(reader, "label"), read_codings(reader)};
}

Json drug_json(const DrugGiven& drug)
{
    return {{"drug", drug.drug.view()},
            {"name", drug.name},
            {"dose", drug.dose},
            {"route", domain::word(drug.route)},
            {"frequency", domain::word(drug.frequency)},
            {"days", drug.days},
            {"doses", drug.doses}};
}

DrugGiven read_drug(ObjectReader& reader)
{
    return {.drug = reader.code<domain::DrugCode>("drug"),
            .name = read_words_at(reader, "name"),
            .dose = reader.text("dose"),
            .route = reader.word("route", domain::route_from),
            .frequency = reader.word("frequency", domain::frequency_from),
            .days = static_cast<int>(reader.number("days", 1, most_regimen_days)),
            .doses = static_cast<int>(reader.number("doses", 1, most_regimen_days))};
}

Json regimen_json(const Regimen& regimen)
{
    Json json{{"id", regimen.id.view()},
              {"for", regimen.for_what.view()},
              {"line", regimen.line},
              {"drugs", list_json(regimen.drugs, drug_json)},
              {"only_with", codes_json(regimen.only_with)},
              {"not_with", codes_json(regimen.not_with)},
              {"careful_with", codes_json(regimen.careful_with)},
              {"note", regimen.note},
              {"facts", codes_json(regimen.amounts_to)}};
    if (regimen.longest_gap_days > 0) {
        json["longest_gap_days"] = regimen.longest_gap_days;
    }
    if (regimen.days_apart > 0) {
        json["days_apart"] = regimen.days_apart;
    }
    if (regimen.counts) {
        json["counts"] = regimen.counts->view();
    }
    return json;
}

Regimen read_regimen(ObjectReader& reader)
{
    constexpr std::int64_t most_lines = 9;
    return {.id = reader.code<domain::RegimenCode>("id"),
            .for_what = reader.code<FactCode>("for"),
            .line = static_cast<int>(reader.number("line", 1, most_lines)),
            .drugs = read_each(reader, "drugs", most_listed, read_drug),
            .only_with = reader.codes<FactCode>("only_with", most_listed),
            .not_with = reader.codes<FactCode>("not_with", most_listed),
            .careful_with = reader.codes<FactCode>("careful_with", most_listed),
            .note = read_words_at(reader, "note"),
            .amounts_to = reader.codes<FactCode>("facts", most_listed),
            .longest_gap_days =
                static_cast<int>(reader.optional_number("longest_gap_days", 1, most_regimen_days).value_or(0)),
            .days_apart = static_cast<int>(reader.optional_number("days_apart", 1, most_regimen_days).value_or(0)),
            .counts = reader.optional_code<FactCode>("counts")};
}

Json guideline_json(const domain::Guideline& guideline)
{
    Json json{{"title", guideline.title},
              {"causes", list_json(guideline.causes, named_json)},
              {"circumstances", list_json(guideline.circumstances, named_json)},
              {"regimens", list_json(guideline.regimens, regimen_json)}};
    put_source(json, guideline.about);
    return json;
}

domain::Guideline read_guideline(ObjectReader& reader)
{
    return {.about = read_source(reader),
            .title = read_words_at(reader, "title"),
            .causes = read_each(reader, "causes", most_listed, read_named),
            .circumstances = read_each(reader, "circumstances", most_listed, read_named),
            .regimens = read_each(reader, "regimens", most_listed, read_regimen)};
}

} // namespace

std::string encode(const GuidanceView& view)
{
    return Json{{"guidelines", list_json(view.guidelines, guideline_json)}, {"guideline", edition_json(view.guideline)}}
        .dump();
}

Decoded<GuidanceView> decode_guidance_view(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        return GuidanceView{.guidelines = read_each(reader, "guidelines", most_listed, read_guideline),
                            .guideline = read_edition(reader, "guideline")};
    });
}

} // namespace verandah::wire
