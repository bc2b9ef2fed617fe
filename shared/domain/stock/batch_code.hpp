// SPDX-License-Identifier: Apache-2.0
// What is printed on a box: by it one delivery is told from another, and called back when something is wrong with it.
#pragma once

#include "shared/domain/refusal.hpp"

#include <compare>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace verandah::domain {

/// A maker's batch, such as "LX-2201/B".
/// Invariant: 1 to 24 of A–Z, 0–9, '-', '/', '.' and '_'. Small letters are taken for capitals, so that nobody makes
/// two batches of one.
class BatchCode {
public:
    static constexpr std::size_t longest = 24;

    /// invalid_input when `text` is not such a code.
    [[nodiscard]] static std::expected<BatchCode, Refusal> make(std::string_view text);

    [[nodiscard]] std::string_view view() const { return text_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    friend auto operator<=>(const BatchCode&, const BatchCode&) = default;

private:
    explicit BatchCode(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

} // namespace verandah::domain
