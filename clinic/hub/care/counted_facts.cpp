// SPDX-License-Identifier: Apache-2.0
// What counts, as JSON in a box of its own.
#include "clinic/hub/care/counted_facts.hpp"

#include "shared/vault/counts.hpp"
#include "shared/vault/hexadecimal.hpp"
#include "shared/wire/messages/care/file_parts.hpp"
#include "shared/wire/messages/parts.hpp"

#include <fmt/format.h>

namespace verandah::hub {

namespace {

std::string period_of(domain::CentreDay day)
{
    return fmt::format("{:04}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()));
}

} // namespace

domain::FactsCounted count_facts(domain::FileId file, const domain::FileEntry& entry, const vault::ClinicKey& clinic)
{
    const auto period = period_of(entry.day);
    const auto who = vault::pseudonym_of(file, period, vault::pseudonym_key(clinic));
    nlohmann::json json{
        {"who", vault::hexadecimal(who)},
        {"period", period},
        {"facts", wire::list_json(entry.facts, [](const domain::Fact& fact) { return wire::as_json(fact); })}};
    if (const auto* saved = std::get_if<domain::EncounterSaved>(&entry.event)) {
        json["encounter"] = saved->encounter.value();
    }
    const auto text = json.dump();
    domain::FactsCounted counted{{}, entry.at};
    const vault::CountsSealer sealer{vault::counts_key(clinic), vault::counts_block};
    sealer.seal(std::as_bytes(std::span{text}), {}, counted.sealed);
    return counted;
}

} // namespace verandah::hub
