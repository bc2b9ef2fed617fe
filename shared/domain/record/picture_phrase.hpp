// SPDX-License-Identifier: Apache-2.0
// A visitor's own second secret: pictures that she chose, in their order. Nobody has to read for it.
#pragma once

#include "shared/domain/refusal.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace verandah::domain {

/// Four pictures of twenty-four. It opens her file in place of her card, at a console where she is being served by a
/// number that was given for that card; it finds nobody. So 331,776 phrases and a few tries are enough.
class PicturePhrase {
public:
    static constexpr int pictures = 24; ///< Numbered from 1. What each shows is the console's business, and permanent.
    static constexpr std::size_t length = 4;

    /// invalid_input for any other length, for a number that is no picture's, and for one picture four times.
    [[nodiscard]] static std::expected<PicturePhrase, Refusal> make(std::span<const int> numbers);
    /// Of what text() wrote; the same refusals.
    [[nodiscard]] static std::expected<PicturePhrase, Refusal> parse(std::string_view text);
    [[nodiscard]] std::string text() const; ///< Two digits for each: "03170422".

    [[nodiscard]] const std::array<std::uint8_t, length>& numbers() const { return numbers_; }
    friend bool operator==(const PicturePhrase&, const PicturePhrase&) = default;

private:
    explicit PicturePhrase(const std::array<std::uint8_t, length>& numbers) : numbers_{numbers} {}
    std::array<std::uint8_t, length> numbers_;
};

/// How many wrong phrases are heard while one visitor is served. After that only her card opens her file.
inline constexpr int most_wrong_phrases = 5;

/// By which her phrase is known again (vault/picture_lock.hpp). It stands in her file, sealed like the rest, and is
/// shown to nobody, so that who read her file does not know it.
struct PictureLock {
    std::array<std::byte, 16> salt;
    std::array<std::byte, 16> digest;
    friend bool operator==(const PictureLock&, const PictureLock&) = default;
};

} // namespace verandah::domain
