// SPDX-License-Identifier: Apache-2.0
// assets/referrals/*.toml and clinical/providers.toml: what somebody can be referred for, how long that may take, and
// where to.
#pragma once

#include "clinic/hub/centre/fault.hpp"
#include "shared/domain/referral/provider.hpp"
#include "shared/domain/referral/referral_clock.hpp"

#include <expected>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Reads and checks one table of referral services with their clocks, or lists everything that is wrong with it.
[[nodiscard]] std::expected<domain::ReferralClocks, std::vector<Fault>> read_referral_clocks(std::string_view text);

/// Reads and checks the centre's directory of providers against the services there are. One without any provider is
/// right: a new centre knows none yet.
[[nodiscard]] std::expected<domain::ProviderDirectory, std::vector<Fault>>
read_providers(std::string_view text, const domain::ReferralClocks& clocks);

} // namespace verandah::hub
