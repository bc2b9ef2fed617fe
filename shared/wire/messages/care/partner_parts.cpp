// SPDX-License-Identifier: Apache-2.0
// Slips for partners as JSON.
#include "shared/wire/messages/care/partner_parts.hpp"

#include "shared/wire/messages/care/entry_fields.hpp"

namespace verandah::wire {
namespace {

using Json = nlohmann::json;

// What can be read at all; what may be given is for the rules to say (partner_rules.hpp).
constexpr std::int64_t most_look_back = 3650;
constexpr std::int64_t most_slips_given = 50;

std::vector<domain::CounterfoilHash> read_counterfoils(ObjectReader& reader)
{
    return read_each(reader, "counterfoils", most_slips_given,
                     [](ObjectReader& each) { return counterfoil_hash(each, "counterfoil"); });
}

} // namespace

Json as_json(const domain::SlipsGiven& slips)
{
    return {{"reason", slips.reason.view()},
            {"look_back_days", slips.look_back_days},
            {"mode", word(slips.mode)},
            {"count", slips.count},
            {"opt_in", word(slips.opt_in)},
            {"violence", word(slips.violence)},
            {"counterfoils", list_json(slips.counterfoils, [](const domain::CounterfoilHash& each) {
                 return Json{{"counterfoil", hexadecimal(each)}};
             })}};
}

domain::SlipsGiven read_slips_given(ObjectReader& reader)
{
    return {.reason = reader.code<domain::PartnerReasonCode>("reason"),
            .look_back_days = static_cast<int>(reader.number("look_back_days", 1, most_look_back)),
            .mode = reader.word("mode", domain::partner_mode_from),
            .count = static_cast<int>(reader.number("count", 1, most_slips_given)),
            .opt_in = reader.word("opt_in", domain::opt_in_from),
            .violence = reader.word("violence", domain::violence_enquiry_from),
            .counterfoils = read_counterfoils(reader)};
}

} // namespace verandah::wire
