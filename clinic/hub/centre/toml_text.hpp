// SPDX-License-Identifier: Apache-2.0
// A TOML file as it comes from outside: every reader of one begins here.
#pragma once

#include "clinic/hub/centre/fault.hpp"

#include <toml++/toml.h>

#include <expected>
#include <string_view>

namespace verandah::hub {

/// The root of `text`, with the place of every value in it; or the first thing that makes it no TOML: bytes that are
/// not UTF-8, a line the parser does not understand, a line with so many dots that the parser would not come back from
/// it.
[[nodiscard]] std::expected<toml::table, Fault> parse_toml(std::string_view text);

} // namespace verandah::hub
