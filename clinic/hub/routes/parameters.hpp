// SPDX-License-Identifier: Apache-2.0
// What stands in the {…} of a route's path, as what it means. An impossible one is simply not found.
#pragma once

#include "clinic/hub/routes/route.hpp"

#include <charconv>
#include <cstdint>
#include <expected>

namespace verandah::hub {

template <class Id>
[[nodiscard]] std::expected<Id, domain::Refusal> id_in_path(const Asked& asked)
{
    const auto text = asked.parameters.front();
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || value < 1) {
        return domain::refuse(domain::Refusal::Why::not_found, "no such number in the path");
    }
    return Id{value};
}

template <class Code>
[[nodiscard]] std::expected<Code, domain::Refusal> code_in_path(const Asked& asked)
{
    const auto code = Code::make(asked.parameters.front());
    if (!code) {
        return domain::refuse(domain::Refusal::Why::not_found, "no such code in the path");
    }
    return *code;
}

} // namespace verandah::hub
