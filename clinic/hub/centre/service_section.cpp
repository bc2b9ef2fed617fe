// SPDX-License-Identifier: Apache-2.0
// [[service]]: what a visitor can come for.
#include "clinic/hub/centre/known_words.hpp"
#include "clinic/hub/centre/nearest_word.hpp"
#include "clinic/hub/centre/precedence.hpp"
#include "clinic/hub/centre/sections.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

namespace verandah::hub {
namespace {

using domain::Service;
using domain::ServiceCode;

std::string read_choice(TableReader& section, std::string_view key, std::span<const std::string> known)
{
    auto word = section.text(key, {known.front()});
    if (word.empty() || std::ranges::find(known, word) != known.end()) {
        return word;
    }
    const auto nearest = nearest_word(word, known);
    section.refuse(section.place(key), fmt::format("\"{}\" is no {} for a service", word, key),
                   nearest ? fmt::format("Did you mean \"{}\"?", *nearest)
                           : fmt::format("Choose one of: {}.", fmt::join(known, ", ")));
    return word;
}

domain::SkillCode read_skill(Reading& reading, TableReader& section)
{
    const auto skill = section.word("skill", {"nursing"});
    if (!is_known(skill, reading.names.skills)) {
        section.refuse(skill.place,
                       fmt::format("{} needs the skill \"{}\", which no station has", section.title(), skill.value),
                       advice_for_unknown(
                           skill.value, reading.names.skills,
                           fmt::format("give a station skills = [\"{}\", …] or choose another skill.", skill.value)));
    }
    return section.code_from<domain::SkillCode>(skill);
}

domain::PriorityCode read_class_of(Reading& reading, TableReader& section)
{
    const auto name = section.word("class", {"standard"});
    if (!is_known(name, reading.names.classes)) {
        section.refuse(name.place,
                       fmt::format("{} has the class \"{}\", which is not in this file", section.title(), name.value),
                       advice_for_unknown(name.value, reading.names.classes, "add a [[class]] with this code."));
    }
    return section.code_from<domain::PriorityCode>(name);
}

/// A service named by another one, under `key`.
ServiceCode read_other(Reading& reading, TableReader& section, std::string_view key, const Located<std::string>& name)
{
    if (!is_known(name, reading.names.services)) {
        section.refuse(name.place,
                       fmt::format("\"{}\" names the service \"{}\", which is not in this file", key, name.value),
                       advice_for_unknown(name.value, reading.names.services, "add a [[service]] with this code."));
    }
    return section.code_from<ServiceCode>(name);
}

std::vector<ServiceCode> read_after(Reading& reading, TableReader& section)
{
    std::vector<ServiceCode> after;
    OnlyOnce once{"the service"};
    for (const auto& name : section.texts("after", {"nurse"})) {
        once.take(section, name);
        after.push_back(read_other(reading, section, "after", name));
    }
    return after;
}

std::optional<Service::Timer> read_timer(Reading& reading, TableReader& section)
{
    auto timer = section.table("timer");
    if (!timer) {
        return std::nullopt;
    }
    timer->rename(fmt::format("the timer of {}", section.title()));
    const int minutes = timer->number("minutes", {.least = 1, .most = 240, .usual = 15});
    const auto code = read_other(reading, *timer, "then", timer->word("then", {"talk"}));
    timer->refuse_other_keys();
    return Service::Timer{std::chrono::minutes{minutes}, code};
}

Service read_service(Reading& reading, TableReader& section, OnlyOnce& codes)
{
    Service service{.code = read_own_code<ServiceCode>(section, "service", "nurse", codes),
                    .icon = read_choice(section, "icon", service_icons),
                    .colour = read_choice(section, "colour", service_colours),
                    .label = read_label(reading, section, "See a nurse"),
                    .expected = std::chrono::minutes{section.number("expected_minutes", {1, 480, 10})},
                    .skill = read_skill(reading, section),
                    .priority = read_class_of(reading, section),
                    .after = read_after(reading, section),
                    .timer = read_timer(reading, section)};
    section.refuse_other_keys();
    return service;
}

/// Where the file says that one service comes after another: in its "after", or in the timer of the other.
Place place_of_order(const std::vector<Service>& services, const std::vector<TableReader>& sections, std::size_t later,
                     std::size_t earlier)
{
    const auto& after = services[later].after;
    const bool named = std::ranges::find(after, services[earlier].code) != after.end();
    return named ? sections[later].place("after") : sections[earlier].place("timer");
}

void check_precedence(const std::vector<Service>& services, const std::vector<TableReader>& sections, TableReader& root)
{
    for (auto circle : find_circles(services)) {
        circle.push_back(circle.front());
        std::vector<std::string_view> codes;
        for (const auto index : circle) {
            codes.push_back(services[index].code.view());
        }
        root.refuse(place_of_order(services, sections, circle[0], circle[1]),
                    fmt::format("services wait for each other: {}", fmt::join(codes, " after ")),
                    "Take one of them out of \"after\", or end the timer with another service.");
    }
}

} // namespace

std::vector<Service> read_services(Reading& reading)
{
    std::vector<Service> services;
    OnlyOnce codes{"the service code"};
    auto sections = reading.root.tables("service");
    for (auto& section : sections) {
        services.push_back(read_service(reading, section, codes));
    }
    if (reading.names.services.empty()) {
        reading.root.refuse({1, 1}, "there is no [[service]], so there is nothing to come for",
                            "Add [[service]] with code, icon, colour, label, skill and class.");
    }
    if (codes.held()) { // else it is not clear which one an "after" means
        check_precedence(services, sections, reading.root);
    }
    return services;
}

} // namespace verandah::hub
