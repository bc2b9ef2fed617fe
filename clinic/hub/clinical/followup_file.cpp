// SPDX-License-Identifier: Apache-2.0
// The sections of a table of follow-up rules.
#include "clinic/hub/clinical/followup_file.hpp"

#include "clinic/hub/clinical/clinical_reading.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

namespace verandah::hub {
namespace {

using domain::FactPattern;
using domain::FollowupRule;
using domain::Period;

constexpr std::size_t longest_rule_label = 60;
constexpr std::size_t longest_pattern = domain::FactCode::longest + 12;
constexpr int most_days = 3650;
constexpr int most_months = 120;
constexpr int most_overdue = 366;

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::optional<int> whole_number(std::string_view text)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return is_whole ? std::optional{number} : std::nullopt;
}

std::optional<Period> period_from(std::string_view text)
{
    const auto space = text.find(' ');
    const auto count = whole_number(text.substr(0, space));
    const auto unit = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
    if (!count || *count < 0) {
        return std::nullopt;
    }
    if ((unit == "days" || unit == "day") && *count <= most_days) {
        return Period{*count, Period::Unit::days};
    }
    if ((unit == "months" || unit == "month") && *count <= most_months) {
        return Period{*count, Period::Unit::months};
    }
    return std::nullopt;
}

Period read_period(TableReader& section, std::string_view key, std::string_view example)
{
    const auto word = section.word(key, {example, 20});
    const auto period = period_from(word.value);
    if (!period && !word.value.empty()) {
        section.refuse(
            word.place, fmt::format("\"{}\" is no span of days or months", word.value),
            fmt::format("Write whole days or calendar months up to {} days or {} months, such as {} = \"{}\".",
                        most_days, most_months, key, example));
    }
    return period.value_or(Period{0});
}

std::optional<Period> read_optional_period(TableReader& section, std::string_view key, std::string_view example)
{
    return section.has(key) ? std::optional{read_period(section, key, example)} : std::nullopt;
}

/// "syphilis.dose = 1", or a code alone.
FactPattern read_pattern(TableReader& section, const Located<std::string>& word)
{
    const std::string_view text{word.value};
    const auto equals = text.find('=');
    const Located<std::string> code{std::string{trimmed(text.substr(0, equals))}, word.place};
    FactPattern pattern{section.code_from<domain::FactCode>(code)};
    if (equals == std::string_view::npos) {
        return pattern;
    }
    pattern.value = whole_number(trimmed(text.substr(equals + 1)));
    if (!pattern.value || code.value.empty()) {
        section.refuse(word.place, fmt::format("\"{}\" is no fact with a value", text),
                       "Write the code and a whole number, such as \"syphilis.dose = 1\".");
    }
    return pattern;
}

std::vector<FactPattern> read_patterns(TableReader& section, const std::vector<Located<std::string>>& words)
{
    std::vector<FactPattern> patterns;
    for (const auto& word : words) {
        patterns.push_back(read_pattern(section, word));
    }
    return patterns;
}

std::vector<domain::Spell> read_conditions(TableReader& section, std::string_view key)
{
    std::vector<domain::Spell> conditions;
    for (auto& each : section.tables(key)) {
        each.rename(fmt::format("\"{}\" of {}", key, section.title()));
        domain::Spell condition;
        condition.since = read_patterns(each, each.some_texts("since", {"prep.started", longest_pattern}));
        condition.until = read_patterns(each, each.texts("until", {"prep.stopped", longest_pattern}));
        each.refuse_other_keys();
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

domain::FollowupServiceCode read_service_of(TableReader& section, const std::vector<std::string>& services)
{
    const auto word = section.word("service", {"hiv"});
    if (!is_known(word, services)) {
        section.refuse(word.place, fmt::format("there is no service \"{}\" in this file", word.value),
                       advice_for_unknown(word.value, services, "add a [[service]] with this code."));
    }
    return section.code_from<domain::FollowupServiceCode>(word);
}

/// Roughly, in days: a month is at least 28 and at most 31 of them.
int least_days(const Period& period)
{
    return period.unit == Period::Unit::days ? period.count : period.count * 28;
}
int most_days_of(const Period& period)
{
    return period.unit == Period::Unit::days ? period.count : period.count * 31;
}

void check_it_can_be_done(TableReader& section, const FollowupRule& rule)
{
    if (!rule.counts_from) {
        return;
    }
    const int last = rule.expires ? most_days_of(rule.due) + most_days_of(*rule.expires) : most_days_of(rule.due);
    if (least_days(*rule.counts_from) > last) {
        section.refuse(section.place("counts_from"),
                       fmt::format("{} counts only what is done after it is due or expired", section.title()),
                       "Make \"counts_from\" earlier than \"due\", or take it out.");
    }
}

FollowupRule read_rule(ClinicalReading& reading, TableReader& section, OnlyOnce& codes,
                       const std::vector<std::string>& services)
{
    using Standing = domain::ClinicalSource::Standing;
    const auto code = read_own_code<domain::FollowupRuleCode>(section, "rule", "hiv.retest", codes);
    const auto service = read_service_of(section, services);
    FollowupRule rule{
        .code = code, .service = service, .label = {}, .triggers = {}, .due = {0}, .completed_by = {}, .source = {}};
    rule.label = reading.words.read(section, "label", {"HIV test again", longest_rule_label});
    rule.triggers = read_patterns(section, section.some_texts("trigger", {"test.hiv.negative", longest_pattern}));
    rule.when = read_conditions(section, "when");
    rule.unless = read_conditions(section, "unless");
    rule.due = read_period(section, "due", "12 months");
    rule.overdue_after =
        std::chrono::days{section.number("overdue_after_days", {.least = 1, .most = most_overdue, .usual = 28})};
    rule.expires = read_optional_period(section, "expires_after", "6 months");
    rule.completed_by = read_patterns(section, section.some_texts("completed_by", {"test.hiv.taken", longest_pattern}));
    rule.counts_from = read_optional_period(section, "counts_from", "2 months");
    rule.source = section.text("source", {"Ministry of Health, guideline of 2024", longest_source});
    rule.standing = section.is_true("to_confirm") ? Standing::to_confirm : Standing::confirmed;
    check_it_can_be_done(section, rule);
    section.refuse_other_keys();
    return rule;
}

domain::FollowupRules read_rules(ClinicalReading& reading)
{
    domain::FollowupRules table{.about = read_source(reading.root), .services = {}, .rules = {}};
    OnlyOnce service_codes{"the service code"};
    std::vector<std::string> services;
    for (auto& section : reading.root.tables("service")) {
        table.services.push_back({read_own_code<domain::FollowupServiceCode>(section, "service", "hiv", service_codes),
                                  reading.words.read(section, "label", {"HIV", longest_rule_label})});
        services.push_back(table.services.back().code.text());
        section.refuse_other_keys();
    }
    OnlyOnce rule_codes{"the rule code"};
    for (auto& section : reading.root.tables("rule")) {
        table.rules.push_back(read_rule(reading, section, rule_codes, services));
    }
    if (table.rules.empty()) {
        reading.root.refuse({1, 1}, "there is no [[rule]]",
                            "Add [[rule]] with code, service, label, trigger, due, completed_by and source.");
    }
    return table;
}

} // namespace

std::expected<domain::FollowupRules, std::vector<Fault>> read_followup_rules(std::string_view text)
{
    return read_clinical(text, read_rules);
}

} // namespace verandah::hub
