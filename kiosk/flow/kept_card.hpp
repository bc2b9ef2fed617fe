// SPDX-License-Identifier: Apache-2.0
// A card's code for as long as a visitor stands at the kiosk, and no longer.
#pragma once

#include "shared/domain/card/card_code.hpp"

namespace verandah::kiosk {

/// Holds a card's code and overwrites it when it goes: a std::optional that is reset leaves its bytes behind.
class KeptCard {
public:
    explicit KeptCard(const domain::CardCode& code) : code_{code} {}
    KeptCard(const KeptCard&) = default;
    KeptCard& operator=(const KeptCard&) = default;
    ~KeptCard();

    [[nodiscard]] const domain::CardCode& code() const { return code_; }
    friend bool operator==(const KeptCard&, const KeptCard&) = default;

private:
    domain::CardCode code_;
};

} // namespace verandah::kiosk
