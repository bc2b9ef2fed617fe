// SPDX-License-Identifier: Apache-2.0
// The sections of a table of referral services.
#include "clinic/hub/clinical/referral_file.hpp"

#include "clinic/hub/clinical/clinical_reading.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

namespace verandah::hub {
namespace {

using domain::ReferralService;
using Runs = ReferralService::Runs;

constexpr std::size_t longest_service_label = 60;
constexpr int most_hours = 8784; // a leap year
constexpr int most_grace_days = 366;

std::string_view word(Runs runs)
{
    return runs == Runs::from_exposure ? "exposure" : "issue";
}

Runs read_runs(TableReader& section)
{
    constexpr std::array known{Runs::from_issue, Runs::from_exposure};
    return section.has("clock_from")
               ? read_known_word<Runs>(section, section.word("clock_from", {"exposure"}), known, word)
               : Runs::from_issue;
}

std::vector<int> read_report_days(TableReader& section)
{
    constexpr std::array known{7, 30, 90};
    std::vector<int> days;
    for (const auto& word : section.texts("reported_at", {"7 days", 10})) {
        const auto* const found =
            std::ranges::find_if(known, [&](int each) { return word.value == fmt::format("{} days", each); });
        if (found != known.end()) {
            days.push_back(*found);
        } else if (!word.value.empty()) {
            section.refuse(word.place, fmt::format("\"{}\" is no span that is reported", word.value),
                           "Choose from: \"7 days\", \"30 days\", \"90 days\".");
        }
    }
    return days;
}

ReferralService read_service(ClinicalReading& reading, TableReader& section, OnlyOnce& codes)
{
    using Standing = domain::ClinicalSource::Standing;
    ReferralService service{.code = read_own_code<domain::ReferralServiceCode>(section, "service", "art", codes),
                            .label = {},
                            .slip = {},
                            .within = std::chrono::hours{0},
                            .source = {}};
    service.label = reading.words.read(section, "label", {"HIV treatment", longest_service_label});
    service.slip = reading.words.read(section, "slip", {"An appointment at a clinic", longest_service_label});
    if (!section.has("within_hours")) {
        section.refuse(section.place(), fmt::format("{} has no \"within_hours\"", section.title()),
                       "Add within_hours = 336, which is fourteen days.");
    }
    service.within = std::chrono::hours{section.number("within_hours", {.least = 1, .most = most_hours, .usual = 336})};
    service.runs = read_runs(section);
    constexpr int usual = ReferralService::usual_grace.count();
    service.grace = std::chrono::days{
        section.has("grace_days") ? section.number("grace_days", {.least = 0, .most = most_grace_days, .usual = usual})
                                  : usual};
    service.reported_at_days = read_report_days(section);
    service.source = section.text("source", {"Ministry of Health, guideline of 2024", longest_source});
    service.standing = section.is_true("to_confirm") ? Standing::to_confirm : Standing::confirmed;
    section.refuse_other_keys();
    return service;
}

domain::ReferralClocks read_referral_table(ClinicalReading& reading)
{
    domain::ReferralClocks table{
        .about = read_source(reading.root), .services = {}, .codings = read_codings(reading.root)};
    OnlyOnce codes{"the service code"};
    for (auto& section : reading.root.tables("service")) {
        table.services.push_back(read_service(reading, section, codes));
    }
    if (table.services.empty()) {
        reading.root.refuse({1, 1}, "there is no [[service]]",
                            "Add [[service]] with code, label, slip, within_hours and source.");
    }
    return table;
}

} // namespace

std::expected<domain::ReferralClocks, std::vector<Fault>> read_referral_clocks(std::string_view text)
{
    return read_clinical(text, read_referral_table);
}

} // namespace verandah::hub
