// SPDX-License-Identifier: Apache-2.0
// Holds docs/api/openapi.yaml against the hub's table of routes: the same paths, methods, kinds of device
// and rights.
#include "clinic/hub/routes/route.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <string_view>

namespace verandah::hub {
namespace {

/// "POST /v1/check-ins for kiosk console by line.add"
using Operations = std::set<std::string>;

/// What stands after `begin` in `line`, or nothing.
std::string_view after(std::string_view line, std::string_view begin)
{
    return line.starts_with(begin) ? line.substr(begin.size()) : std::string_view{};
}

/// Reads the four kinds of line that name an operation: a path at two spaces, a method at four, x-devices and x-right
/// at six. Not YAML in general; the document is ours, and another shape of it makes the test below fail.
Operations documented()
{
    std::ifstream document{VERANDAH_SOURCE_DIR "/docs/api/openapi.yaml"};
    Operations operations;
    std::string path;
    std::string method;
    std::string kinds;
    for (std::string line; std::getline(document, line);) {
        if (line.starts_with("  /v1/")) {
            path = line.substr(2, line.size() - 3);
        } else if (line == "    get:" || line == "    post:") {
            method = line == "    get:" ? "GET" : "POST";
        } else if (auto devices = after(line, "      x-devices: ["); !devices.empty()) {
            kinds.clear();
            std::ranges::remove_copy(devices.substr(0, devices.find(']')), std::back_inserter(kinds), ',');
        } else if (const auto right = after(line, "      x-right: "); !right.empty()) {
            operations.insert(method + " " + path + " for " + kinds + " by " + std::string{right});
        }
    }
    return operations;
}

Operations offered()
{
    Operations operations;
    for (const auto& route : routes()) {
        auto operation = std::string{route.method} + " " + std::string{route.path} + " for";
        operation += route.devices.kiosk ? " kiosk" : "";
        operation += route.devices.console ? " console" : "";
        operation += route.devices.board ? " board" : "";
        operation += " by " + std::string{domain::word(route.right)};
        operations.insert(std::move(operation));
    }
    return operations;
}

TEST(ApiDocument, NamesEveryRouteWithItsMethodDevicesAndRight)
{
    EXPECT_EQ(documented(), offered());
}

} // namespace
} // namespace verandah::hub
