// SPDX-License-Identifier: Apache-2.0
// The table and the JSON of the figures.
#include "bench/figure.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <iterator>
#include <system_error>

namespace verandah::bench {

namespace {

/// About four digits that count, without an exponent.
std::string short_number(double value)
{
    const double size = std::abs(value);
    if (size == 0 || size >= 1'000) {
        return fmt::format("{:.0f}", value);
    }
    return fmt::format("{:.{}f}", value, size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.1 ? 3 : 5);
}

std::string goal_text(const Figure& figure)
{
    if (!figure.goal) {
        return "-";
    }
    return fmt::format("{} {}",
                       figure.goal->bound == Goal::Bound::at_least ? ">=" : "<=", short_number(figure.goal->value));
}

std::string met_text(const Figure& figure)
{
    const auto met = figure.is_met();
    return !met ? "-" : *met ? "yes" : "NO";
}

} // namespace

std::optional<double> Figure::ratio() const
{
    return reference.value == 0 ? std::nullopt : std::optional{value / reference.value};
}

std::optional<bool> Figure::is_met() const
{
    if (!goal) {
        return std::nullopt;
    }
    return goal->bound == Goal::Bound::at_least ? value >= goal->value : value <= goal->value;
}

std::string table_of(const Figures& figures)
{
    std::string text = fmt::format("{:<24} {:>9} {:<11} {:>10} {:>8} {:>9} {:>4}  {}\n", "figure", "value", "unit",
                                   "reference", "ratio", "goal", "met", "the reference is");
    for (const auto& figure : figures) {
        const auto ratio = figure.ratio();
        fmt::format_to(std::back_inserter(text), "{:<24} {:>9} {:<11} {:>10} {:>8} {:>9} {:>4}  {}\n", figure.name,
                       short_number(figure.value), figure.unit, short_number(figure.reference.value),
                       ratio ? short_number(*ratio) : "-", goal_text(figure), met_text(figure), figure.reference.what);
    }
    return text;
}

void write_json(const std::filesystem::path& file, const Figures& figures)
{
    auto list = nlohmann::ordered_json::array();
    for (const auto& figure : figures) {
        const auto ratio = figure.ratio();
        const auto met = figure.is_met();
        nlohmann::ordered_json json{{"name", figure.name},
                                    {"value", figure.value},
                                    {"unit", figure.unit},
                                    {"reference", figure.reference.value},
                                    {"ratio", ratio ? nlohmann::ordered_json(*ratio) : nullptr},
                                    {"reference_is", figure.reference.what},
                                    {"goal", figure.goal ? nlohmann::ordered_json(goal_text(figure)) : nullptr},
                                    {"met", met ? nlohmann::ordered_json(*met) : nullptr}};
        list.push_back(std::move(json));
    }
    std::ofstream out{file};
    out << list.dump(2) << '\n';
    if (!out.flush()) {
        throw std::system_error{errno, std::generic_category(), file.string()};
    }
}

} // namespace verandah::bench
