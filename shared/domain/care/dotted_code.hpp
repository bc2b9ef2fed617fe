// SPDX-License-Identifier: Apache-2.0
// The permanent words by which clinical data names its own: "syphilis.rpr.positive". They come from versioned files
// (assets/), never from code.
#pragma once

#include "shared/domain/refusal.hpp"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace verandah::domain {

/// Words between dots, from the general to the particular. It stays the same on disk and on the wire for good.
/// Invariant: 1 to 48 characters of a–z, 0–9, '-', '_' and '.'; no dot at either end, and no two together.
template <class Tag>
class DottedCode {
public:
    static constexpr std::size_t longest = 48;

    /// invalid_input when `text` is not such a code.
    [[nodiscard]] static std::expected<DottedCode, Refusal> make(std::string_view text)
    {
        const auto allowed = [](char letter) {
            return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
                   letter == '_' || letter == '.';
        };
        if (text.empty() || text.size() > longest || !std::ranges::all_of(text, allowed) || text.starts_with('.') ||
            text.ends_with('.') || text.contains("..")) {
            return refuse(Refusal::Why::invalid_input,
                          "a code is 1 to 48 of a-z, 0-9, '-', '_' and single dots between");
        }
        return DottedCode{text};
    }

    [[nodiscard]] std::string_view view() const { return text_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    /// Whether this is `general` or something particular of it: "hiv.test.negative" is within "hiv" and "hiv.test".
    [[nodiscard]] bool is_within(const DottedCode& general) const
    {
        return text_.starts_with(general.text_) &&
               (text_.size() == general.text_.size() || text_[general.text_.size()] == '.');
    }
    friend auto operator<=>(const DottedCode&, const DottedCode&) = default;

private:
    explicit DottedCode(std::string_view text) : text_{text} {}
    std::string text_;
};

using FactCode = DottedCode<struct FactTag>;
using FormCode = DottedCode<struct FormTag>;
using FieldCode = DottedCode<struct FieldTag>;
using ChoiceCode = DottedCode<struct ChoiceTag>;
using TestCode = DottedCode<struct TestTag>;         ///< A kind of test: "syphilis.rapid".
using SpecimenCode = DottedCode<struct SpecimenTag>; ///< Where a sample is from: "blood", "rectal".
using RegimenCode = DottedCode<struct RegimenTag>;

} // namespace verandah::domain
