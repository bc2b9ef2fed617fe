// SPDX-License-Identifier: Apache-2.0
// QR codes: version 3, level Q, alphanumeric, so that every card has the same size and reads from a scratched screen.
#pragma once

#include "shared/domain/refusal.hpp"

#include <cstdint>
#include <expected>
#include <string_view>
#include <vector>

namespace verandah::ui {

/// The modules of one code, without its quiet zone.
class QrCode {
public:
    static constexpr int quiet_modules = 4; ///< White on every side.

    /// invalid_input unless `text` is QR alphanumeric (0-9 A-Z space $%*+-./:) and fits (at most 47 characters).
    /// A card's: always of version 3, so that cards look alike.
    static std::expected<QrCode, domain::Refusal> make(std::string_view text);
    /// As small as the text allows, up to version 10 (311 characters), for what is shown once on a large screen.
    static std::expected<QrCode, domain::Refusal> fitting(std::string_view text);

    [[nodiscard]] int side() const { return side_; } ///< Modules.
    [[nodiscard]] bool dark(int column, int row) const;

    QrCode(QrCode&&) noexcept = default;
    QrCode& operator=(QrCode&&) noexcept = default;
    QrCode(const QrCode&) = default;
    QrCode& operator=(const QrCode&) = default;
    ~QrCode(); ///< Overwrites the modules: they are a card.

private:
    explicit QrCode(int side) : side_{side} {}
    struct Size; ///< A version and a level.
    static std::expected<QrCode, domain::Refusal> encoded(std::string_view text, const Size& size);

    int side_;
    std::vector<std::uint8_t> dark_;
};

} // namespace verandah::ui
