// SPDX-License-Identifier: Apache-2.0
// The head of the words, and the words.
#include "clinic/hub/clinical/consent_file.hpp"

#include "clinic/hub/clinical/clinical_reading.hpp"

#include <fmt/format.h>

namespace verandah::hub {

std::expected<domain::ConsentText, std::vector<Fault>> read_consent_text(std::string_view text)
{
    return read_clinical(text, [](ClinicalReading& reading) {
        domain::ConsentText consent{.about = read_source(reading.root), .ask = {}};
        if (const auto& id = consent.about.edition.id; !id.empty() && id != "consent") {
            reading.root.refuse(reading.root.place("id"), fmt::format("these words are called \"{}\"", id),
                                "Call them \"consent\": a version is told from another by its number.");
        }
        consent.ask = reading.words.read(reading.root, "ask",
                                         {"We can keep notes about your health.", domain::ConsentText::longest});
        return consent;
    });
}

} // namespace verandah::hub
