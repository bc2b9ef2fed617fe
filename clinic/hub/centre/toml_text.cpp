// SPDX-License-Identifier: Apache-2.0
// From bytes to TOML, refusing what the parser could not bear.
#include "clinic/hub/centre/toml_text.hpp"

#include "clinic/hub/centre/plain_text.hpp"

#include <algorithm>
#include <optional>

namespace verandah::hub {
namespace {

/// toml++ 3.3 limits nested values to 256, but builds and destroys dotted keys (a.b.c…) by recursion without a limit: a
/// line with 50,000 dots ends in a stack overflow. 256 values of 100 dots each stay far below.
std::optional<Place> first_line_of_dots(std::string_view text)
{
    constexpr std::ptrdiff_t most_dots = 100;
    for (int line = 1; !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        if (text.front() != '#' && std::ranges::count(text.substr(0, end), '.') > most_dots) {
            return Place{line, 1};
        }
        text.remove_prefix(end);
    }
    return std::nullopt;
}

} // namespace

std::expected<toml::table, Fault> parse_toml(std::string_view text)
{
    if (const auto place = first_invalid_utf8(text)) {
        return std::unexpected{Fault{*place, "the file is not UTF-8 text from here on",
                                     "Save it again in your editor with the encoding UTF-8."}};
    }
    if (const auto place = first_line_of_dots(text)) {
        return std::unexpected{Fault{*place, "this line has more than 100 dots", "Take it out; is it the right file?"}};
    }
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) { // toml++ has no other way to say it here
        const auto begin = error.source().begin;
        return std::unexpected{Fault{{static_cast<int>(begin.line), static_cast<int>(begin.column)},
                                     std::string{error.description()},
                                     "This line is not TOML; compare it with its neighbours or with https://toml.io."}};
    }
}

} // namespace verandah::hub
