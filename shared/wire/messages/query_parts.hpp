// SPDX-License-Identifier: Apache-2.0
// What stands behind a path: "?name=value&…". For shared/wire/messages/*.cpp only.
#pragma once

#include "shared/domain/refusal.hpp"

#include <algorithm>
#include <cstddef>
#include <expected>
#include <set>
#include <string>
#include <string_view>

namespace verandah::wire {

inline constexpr std::size_t longest_query = 200;

/// Names and values must need no escaping: codes, days, numbers.
class QueryText {
public:
    void add(std::string_view name, std::string_view value)
    {
        text_ += text_.empty() ? "?" : "&";
        text_.append(name).append("=").append(value);
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

/// Takes `text`, with its question mark or empty, apart: `take(query, name, value)` is false for what is not known.
/// Refuses with invalid_input that, a name said twice, and whatever is no query at all.
template <class Query, class Take>
[[nodiscard]] std::expected<Query, domain::Refusal> read_query(std::string_view text, Take take)
{
    const auto unknown = [] {
        return domain::refuse(domain::Refusal::Why::invalid_input,
                              "the query says something that is not known here, or twice");
    };
    Query query;
    if (text.empty()) {
        return query;
    }
    if (text.size() > longest_query || !text.starts_with('?')) {
        return unknown();
    }
    text.remove_prefix(1);
    std::set<std::string_view> seen;
    for (bool is_more = true; is_more;) {
        const auto end = std::min(text.find('&'), text.size());
        const auto part = text.substr(0, end);
        const auto equals = std::min(part.find('='), part.size());
        const auto name = part.substr(0, equals);
        if (equals == part.size() || !seen.insert(name).second || !take(query, name, part.substr(equals + 1))) {
            return unknown();
        }
        is_more = end < text.size();
        text.remove_prefix(is_more ? end + 1 : end);
    }
    return query;
}

} // namespace verandah::wire
