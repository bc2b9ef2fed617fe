// SPDX-License-Identifier: Apache-2.0
// One of the console's states, by the name that the gallery knows it by.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verandah::test {

/// Throws std::runtime_error when there is no such state.
inline console::Console state_named(std::string_view name, std::vector<std::pair<std::string, console::Console>> states)
{
    for (auto& [each, console] : states) {
        if (each == name) {
            return std::move(console);
        }
    }
    throw std::runtime_error{"there is no such state"};
}

} // namespace verandah::test
