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

std::string period_text(domain::CentreDay day)
{
    return fmt::format("{:04}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()));
}

} // namespace

domain::FactsCounted seal_counted(domain::FileId file, const domain::Counted& counted, domain::Instant at,
                                  const vault::ClinicKey& clinic)
{
    const auto period = period_text(counted.day);
    const auto names = vault::pseudonym_key(clinic);
    nlohmann::json json{
        {"who", vault::hexadecimal(vault::pseudonym_of(file, period, names))},
        {"period", period},
        {"thing", vault::hexadecimal(vault::pseudonym_of(file, period, counted.thing, names))},
        {"facts", wire::list_json(counted.facts, [](const domain::Fact& fact) { return wire::as_json(fact); })}};
    if (counted.age) {
        json["age"] = counted.age->view();
    }
    if (counted.group) {
        json["group"] = counted.group->view();
    }
    const auto text = json.dump();
    domain::FactsCounted sealed{{}, at};
    const vault::CountsSealer sealer{vault::counts_key(clinic), vault::counts_block};
    sealer.seal(std::as_bytes(std::span{text}), {}, sealed.sealed);
    return sealed;
}

} // namespace verandah::hub
