// SPDX-License-Identifier: Apache-2.0
// What a visitor is asked before anything is kept about her.
#pragma once

#include "shared/domain/care/clinical_source.hpp"
#include "shared/domain/centre/centre.hpp"

#include <cstddef>

namespace verandah::domain {

/// One version of the words. What she answered names the version that was spoken to her (ConsentSaid).
struct ConsentText {
    static constexpr std::size_t longest = 400; ///< Characters: it is spoken, not read.

    ClinicalSource about;
    Words ask;
    friend bool operator==(const ConsentText&, const ConsentText&) = default;
};

} // namespace verandah::domain
