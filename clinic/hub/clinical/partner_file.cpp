// SPDX-License-Identifier: Apache-2.0
// The sections of the rules of partner services.
#include "clinic/hub/clinical/partner_file.hpp"

#include "clinic/hub/clinical/clinical_reading.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace verandah::hub {
namespace {

using domain::PartnerMode;

constexpr std::size_t longest_reason_label = 60;
constexpr int most_look_back = 730;
constexpr int most_slips = 50;

std::vector<PartnerMode> read_modes(TableReader& root, std::string_view key)
{
    std::vector<PartnerMode> modes;
    OnlyOnce once{"the mode"};
    for (const auto& word : root.texts(key, {"client"})) {
        once.take(root, word);
        modes.push_back(read_known_word<PartnerMode>(root, word, domain::every_partner_mode,
                                                     [](PartnerMode mode) { return domain::word(mode); }));
    }
    return modes;
}

domain::PartnerReason read_reason(ClinicalReading& reading, TableReader& section, OnlyOnce& codes)
{
    using Standing = domain::ClinicalSource::Standing;
    domain::PartnerReason reason{
        .code = read_own_code<domain::PartnerReasonCode>(section, "reason", "urethral_discharge", codes),
        .label = {},
        .look_back_days = 0,
        .source = {}};
    reason.label = reading.words.read(section, "label", {"Urethral discharge", longest_reason_label});
    if (!section.has("look_back_days")) {
        section.refuse(section.place(), fmt::format("{} has no \"look_back_days\"", section.title()),
                       "Add look_back_days = 60.");
    }
    reason.look_back_days = section.number("look_back_days", {.least = 1, .most = most_look_back, .usual = 60});
    reason.source = section.text("source", {"Ministry of Health, guideline of 2024", longest_source});
    reason.standing = section.is_true("to_confirm") ? Standing::to_confirm : Standing::confirmed;
    section.refuse_other_keys();
    return reason;
}

void check_modes(TableReader& root, const domain::PartnerRules& rules)
{
    for (const auto mode : rules.modes_when_violence_feared) {
        if (std::ranges::count(rules.modes, mode) == 0) {
            root.refuse(root.place("modes_when_violence_feared"),
                        fmt::format("\"{}\" is offered to who fears violence, and to nobody else", domain::word(mode)),
                        "Take it out, or add it to \"modes\".");
        }
        if (mode != PartnerMode::client) {
            root.refuse(
                root.place("modes_when_violence_feared"),
                fmt::format("\"{}\" would take it out of her hands when she fears violence", domain::word(mode)),
                "Only \"client\" can stand here; leave the list empty to give no slips then.");
        }
    }
}

domain::PartnerRules read_partner_table(ClinicalReading& reading)
{
    auto& root = reading.root;
    domain::PartnerRules rules{.about = read_source(root), .reasons = {}};
    if (root.has("modes")) {
        rules.modes = read_modes(root, "modes");
    }
    if (root.has("modes_when_violence_feared")) {
        rules.modes_when_violence_feared = read_modes(root, "modes_when_violence_feared");
    }
    rules.most_slips = root.number("most_slips", {.least = 1, .most = most_slips, .usual = rules.most_slips});
    OnlyOnce codes{"the reason code"};
    for (auto& section : root.tables("reason")) {
        rules.reasons.push_back(read_reason(reading, section, codes));
    }
    check_modes(root, rules);
    return rules;
}

} // namespace

std::expected<domain::PartnerRules, std::vector<Fault>> read_partner_rules(std::string_view text)
{
    return read_clinical(text, read_partner_table);
}

} // namespace verandah::hub
