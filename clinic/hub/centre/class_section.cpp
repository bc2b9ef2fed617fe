// SPDX-License-Identifier: Apache-2.0
// [[class]]: the classes of the line, most urgent first.
#include "clinic/hub/centre/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace verandah::hub {
namespace {

using domain::PriorityClass;
using Discipline = PriorityClass::Discipline;

Discipline read_discipline(TableReader& section)
{
    const auto word = section.optional_text("discipline", {"accumulating"});
    if (word && *word != "urgent" && *word != "accumulating") {
        section.refuse(section.place("discipline"), fmt::format("\"{}\" is no discipline", *word),
                       "Write \"urgent\" (strictly first) or \"accumulating\" (gains weight points a minute).");
    }
    return word == "urgent" ? Discipline::urgent : Discipline::accumulating;
}

int read_weight(TableReader& section, Discipline discipline)
{
    const int weight = section.number("weight", {.least = 1, .most = 100, .usual = 1});
    if (discipline == Discipline::urgent && section.has("weight")) {
        section.refuse(section.place("weight"), fmt::format("{} is urgent and has a \"weight\"", section.title()),
                       "Take the weight out: urgent goes first whatever the others have gained.");
    }
    return weight;
}

PriorityClass read_class(Reading& reading, TableReader& section, OnlyOnce& codes)
{
    const auto code = read_own_code<domain::PriorityCode>(section, "class", "standard", codes);
    auto label = read_label(reading, section, "Standard");
    const auto discipline = read_discipline(section);
    const int weight = read_weight(section, discipline);
    section.refuse_other_keys();
    return {.code = code, .label = std::move(label), .discipline = discipline, .weight = weight};
}

/// Strictly first has to mean one class only, or which of two goes first would be nobody's decision.
void check_order(const PriorityClass* before, const PriorityClass& next, TableReader& section)
{
    if (next.discipline == Discipline::urgent && before != nullptr) {
        section.refuse(section.place("discipline"),
                       fmt::format("{} is urgent but not the first class", section.title()),
                       "Exactly one class is urgent, and it stands first.");
    } else if (next.discipline == Discipline::accumulating && before == nullptr) {
        section.refuse(section.place(), fmt::format("{} stands first but is not urgent", section.title()),
                       "Put a class with discipline = \"urgent\" before it.");
    } else if (before != nullptr && before->discipline == Discipline::accumulating && before->weight < next.weight) {
        section.refuse(
            section.place("weight"),
            fmt::format("{} weighs more than the class \"{}\" before it", section.title(), before->code.view()),
            "Put the heavier class first: they stand most urgent first.");
    }
}

} // namespace

std::vector<PriorityClass> read_classes(Reading& reading)
{
    std::vector<PriorityClass> classes;
    OnlyOnce codes{"the class code"};
    for (auto& section : reading.root.tables("class")) {
        auto next = read_class(reading, section, codes);
        check_order(classes.empty() ? nullptr : &classes.back(), next, section);
        classes.push_back(std::move(next));
    }
    if (reading.names.classes.empty()) {
        reading.root.refuse(
            {1, 1}, "there is no [[class]]",
            "Add [[class]] code = \"urgent\" with discipline = \"urgent\", then [[class]] code = \"standard\".");
    } else if (classes.size() == 1) {
        reading.root.refuse({1, 1}, "there is only one [[class]]",
                            "Add an urgent one or an ordinary one, so that there are at least both.");
    }
    return classes;
}

} // namespace verandah::hub
