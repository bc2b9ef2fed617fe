// SPDX-License-Identifier: Apache-2.0
// A regimen of a guideline by its id; what stands in no table, whole.
#include "shared/wire/messages/care/prescription_parts.hpp"

#include "shared/wire/messages/care/care_parts.hpp"
#include "shared/wire/messages/care/entry_fields.hpp"

#include <limits>

namespace verandah::wire {
namespace {

using Json = nlohmann::json;
using domain::OwnDose;
using domain::OwnTreatment;

constexpr std::int64_t largest_prescription = std::int64_t{1} << 53U; // what every JSON reader holds exactly
constexpr std::size_t longest_choice_reason = 500;

Json own_json(const OwnTreatment& own)
{
    Json json{{"words", own.words}};
    if (own.commodity) {
        json["commodity"] = own.commodity->view();
        json["units"] = own.units;
    }
    if (own.dose) {
        json["dose"] = {{"drug", own.dose->drug.view()},
                        {"dose", own.dose->dose},
                        {"frequency", word(own.dose->frequency)},
                        {"days", own.dose->days}};
    }
    return json;
}

OwnDose read_own_dose(ObjectReader& reader)
{
    return {.drug = reader.code<domain::DrugCode>("drug"),
            .dose = reader.text("dose"),
            .frequency = reader.word("frequency", domain::frequency_from),
            .days = static_cast<int>(reader.number("days", 1, OwnDose::most_days))};
}

OwnTreatment read_own(ObjectReader& reader)
{
    OwnTreatment own;
    if (reader.has("commodity")) {
        own.commodity = reader.code<domain::CommodityCode>("commodity");
        own.units = reader.number("units", 1, OwnTreatment::most_units);
    }
    if (reader.has("dose")) {
        own.dose = read_within(reader, "dose", read_own_dose);
    }
    own.words = reader.text("words", OwnTreatment::longest_words);
    return own;
}

} // namespace

Json as_json(const domain::Prescribed& prescribed)
{
    Json json{{"prescription", prescribed.prescription.value()},
              {"guideline", edition_json(prescribed.guideline)},
              {"regimen", prescribed.regimen.view()},
              {"for_what", prescribed.for_what.view()},
              {"doses", prescribed.doses},
              {"against", prescribed.against}};
    if (prescribed.own) { // as prescriptions were written before there was any
        json["own"] = own_json(*prescribed.own);
    }
    return json;
}

domain::Prescribed read_prescribed(ObjectReader& reader)
{
    domain::Prescribed prescribed{domain::PrescriptionId{reader.number("prescription", 1, largest_prescription)},
                                  read_edition(reader, "guideline"),
                                  reader.code<domain::RegimenCode>("regimen"),
                                  reader.code<domain::FactCode>("for_what"),
                                  static_cast<int>(reader.number("doses", 1, std::numeric_limits<std::int32_t>::max())),
                                  reader.text("against", longest_choice_reason)};
    if (reader.has("own")) {
        prescribed.own = read_within(reader, "own", read_own);
    }
    return prescribed;
}

} // namespace verandah::wire
