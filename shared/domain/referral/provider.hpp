// SPDX-License-Identifier: Apache-2.0
// Where somebody can be referred to: institutions, never persons. The centre keeps the list (clinical/providers.toml).
#pragma once

#include "shared/domain/centre/centre.hpp"
#include "shared/domain/followup/period.hpp"
#include "shared/domain/referral/referral.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace verandah::domain {

struct Provider {
    ProviderCode code;
    std::string name;
    std::string address;
    std::vector<ReferralServiceCode> services;
    std::vector<OpenSpan> hours{}; ///< None: not known; the slip says to ask.
    std::vector<std::string> languages{};
    CentreDay last_checked; ///< When somebody of the centre last asked whether all this is still so.
    friend bool operator==(const Provider&, const Provider&) = default;
};

/// After this long somebody should ask again.
inline constexpr Period checked_for{6, Period::Unit::months};
[[nodiscard]] bool should_be_checked(const Provider& provider, CentreDay today);

struct ProviderDirectory {
    std::vector<Provider> providers; ///< Each code once.
    /// nullptr when there is no such provider.
    [[nodiscard]] const Provider* find(ProviderCode code) const;
    /// Those who offer it, in the order of the file. They stay there while the directory does.
    [[nodiscard]] std::vector<const Provider*> offering(ReferralServiceCode service) const;
    friend bool operator==(const ProviderDirectory&, const ProviderDirectory&) = default;
};

} // namespace verandah::domain
