// SPDX-License-Identifier: Apache-2.0
// One measured figure beside its reference and its goal, and how all of them are shown.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace verandah::bench {

/// What a figure is compared with, measured in the same run unless `what` says otherwise.
struct Reference {
    double value;
    std::string what;
};

struct Goal {
    enum class Bound { at_least, at_most };
    Bound bound;
    double value;
};

struct Figure {
    std::string name;
    double value;
    std::string unit;
    Reference reference;
    std::optional<Goal> goal = {}; ///< design.md §4; nullopt where none is set.

    [[nodiscard]] std::optional<double> ratio() const; ///< value ÷ reference; nullopt when the reference is 0.
    [[nodiscard]] std::optional<bool> is_met() const;  ///< nullopt without a goal.
};

using Figures = std::vector<Figure>;

/// A table for people: name, value, unit, reference, ratio, goal, met.
[[nodiscard]] std::string table_of(const Figures& figures);

/// A JSON list of {name, value, unit, reference, ratio, reference_is, goal, met}. Throws std::system_error when the
/// file cannot be written.
void write_json(const std::filesystem::path& file, const Figures& figures);

} // namespace verandah::bench
