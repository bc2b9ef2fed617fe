// SPDX-License-Identifier: Apache-2.0
// The letters of a batch.
#include "shared/domain/stock/batch_code.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

std::expected<BatchCode, Refusal> BatchCode::make(std::string_view text)
{
    std::string capital{text};
    std::ranges::transform(capital, capital.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    });
    const auto allowed = [](char letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '/' ||
               letter == '.' || letter == '_';
    };
    if (capital.empty() || capital.size() > longest || !std::ranges::all_of(capital, allowed)) {
        return refuse(Refusal::Why::invalid_input, "a batch is 1 to 24 of A-Z, 0-9, '-', '/', '.' and '_'");
    }
    return BatchCode{std::move(capital)};
}

} // namespace verandah::domain
