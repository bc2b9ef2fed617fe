// SPDX-License-Identifier: Apache-2.0
// Text from a file: valid UTF-8, and nothing in it that a person cannot see.
#pragma once

#include "clinic/hub/centre/fault.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace verandah::hub {

/// Where `text` stops being UTF-8 (RFC 3629: no overlong forms, no surrogates), if it does.
[[nodiscard]] std::optional<Place> first_invalid_utf8(std::string_view text);

/// Whether valid UTF-8 `text` has a character that would not show as itself on a screen: a control character, a line or
/// paragraph separator, or an override of the writing direction, with which a label could read other than it is
/// written.
[[nodiscard]] bool has_invisible_control(std::string_view text);

/// How many characters (code points) valid UTF-8 `text` has.
[[nodiscard]] std::size_t count_characters(std::string_view text);

} // namespace verandah::hub
