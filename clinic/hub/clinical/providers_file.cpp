// SPDX-License-Identifier: Apache-2.0
// The sections of providers.toml.
#include "clinic/hub/clinical/clinical_reading.hpp"
#include "clinic/hub/clinical/referral_file.hpp"
#include "shared/wire/messages/day_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace verandah::hub {
namespace {

constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_address = 200;
constexpr std::size_t longest_language = 40;

std::vector<domain::ReferralServiceCode> read_offered(TableReader& section, const std::vector<std::string>& services)
{
    std::vector<domain::ReferralServiceCode> offered;
    OnlyOnce once{"the service"};
    for (const auto& word : section.some_texts("services", {"art"})) {
        once.take(section, word);
        if (!is_known(word, services)) {
            section.refuse(
                word.place, fmt::format("nobody is referred for \"{}\" here", word.value),
                advice_for_unknown(word.value, services, fmt::format("choose from: {}.", fmt::join(services, ", "))));
        }
        offered.push_back(section.code_from<domain::ReferralServiceCode>(word));
    }
    return offered;
}

std::vector<domain::OpenSpan> read_hours(TableReader& section)
{
    std::vector<domain::OpenSpan> hours;
    for (auto& each : section.tables("hours")) {
        each.rename(fmt::format("\"hours\" of {}", section.title()));
        const auto spans = read_spans(each);
        hours.insert(hours.end(), spans.begin(), spans.end());
        each.refuse_other_keys();
    }
    return hours;
}

domain::CentreDay read_last_checked(TableReader& section)
{
    constexpr domain::CentreDay stand_in{std::chrono::year{2000} / 1 / 1};
    const auto word = section.word("last_checked", {"2026-11-24"});
    const auto day = wire::day_from(word.value);
    if (!day && !word.value.empty()) {
        section.refuse(word.place, fmt::format("\"{}\" is no day", word.value),
                       "Write year, month and day in quotes, such as last_checked = \"2026-11-24\".");
    }
    return day.value_or(stand_in);
}

domain::Provider read_provider(TableReader& section, OnlyOnce& codes, const std::vector<std::string>& services)
{
    domain::Provider provider{.code = read_own_code<domain::ProviderCode>(section, "provider", "city-hospital", codes),
                              .name = section.text("name", {"The city hospital, room 12", longest_name}),
                              .address =
                                  section.text("address", {"12 Station Road, by the post office", longest_address}),
                              .services = read_offered(section, services),
                              .hours = read_hours(section),
                              .last_checked = read_last_checked(section)};
    for (const auto& language : section.texts("languages", {"en", longest_language})) {
        provider.languages.push_back(language.value);
    }
    section.refuse_other_keys();
    return provider;
}

} // namespace

std::expected<domain::ProviderDirectory, std::vector<Fault>> read_providers(std::string_view text,
                                                                            const domain::ReferralClocks& clocks)
{
    std::vector<std::string> services;
    for (const auto& service : clocks.services) {
        services.push_back(service.code.text());
    }
    return read_clinical(text, [&](ClinicalReading& reading) {
        domain::ProviderDirectory directory;
        OnlyOnce codes{"the provider code"};
        for (auto& section : reading.root.tables("provider")) {
            directory.providers.push_back(read_provider(section, codes, services));
        }
        return directory;
    });
}

} // namespace verandah::hub
