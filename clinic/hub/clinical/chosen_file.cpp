// SPDX-License-Identifier: Apache-2.0
// Finding the editions that chosen.toml names.
#include "clinic/hub/clinical/chosen_file.hpp"

#include "clinic/hub/clinical/clinical_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace verandah::hub {
namespace {

template <class Things>
domain::Edition read_edition(TableReader& root, std::string_view key, const Things& things)
{
    std::vector<std::string> known;
    for (const auto& each : things) {
        known.push_back(name_of(each.about.edition));
    }
    const auto word = root.word(key, {known.empty() ? "sti_service.1" : known.back()});
    const auto found = std::ranges::find(known, word.value);
    if (found != known.end()) {
        return things[static_cast<std::size_t>(found - known.begin())].about.edition;
    }
    if (!word.value.empty()) {
        root.refuse(word.place, fmt::format("there is no {} \"{}\"", key, word.value),
                    advice_for_unknown(word.value, known, "put its file into clinical/."));
    }
    return {};
}

/// A chosen.toml from before these were a file of their own names none; then it is the newest.
domain::Edition read_consent(TableReader& root, const std::vector<domain::ConsentText>& consents)
{
    const bool is_unnamed = !consents.empty() && !root.has("consent");
    return is_unnamed ? consents.back().about.edition : read_edition(root, "consent", consents);
}

} // namespace

std::string name_of(const domain::Edition& edition)
{
    return fmt::format("{}.{}", edition.id, edition.version);
}

std::expected<ChosenEditions, std::vector<Fault>> read_chosen(std::string_view text, const ClinicalData& data)
{
    return read_clinical(text, [&data](ClinicalReading& reading) {
        return ChosenEditions{.form = read_edition(reading.root, "form", data.forms),
                              .guideline = read_edition(reading.root, "guideline", data.guidelines),
                              .tests = read_edition(reading.root, "tests", data.tests),
                              .followup = read_edition(reading.root, "followup", data.followup),
                              .referrals = read_edition(reading.root, "referrals", data.referrals),
                              .partners = read_edition(reading.root, "partners", data.partners),
                              .stock = read_edition(reading.root, "stock", data.stock),
                              .consent = read_consent(reading.root, data.consents)};
    });
}

} // namespace verandah::hub
