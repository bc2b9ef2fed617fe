// SPDX-License-Identifier: Apache-2.0
// Members of staff, and a moment at which something is done by them or to them.
#pragma once

#include "shared/domain/code.hpp"
#include "shared/domain/time.hpp"

namespace verandah::test {

inline constexpr domain::Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 3} + std::chrono::hours{12}};
inline const auto ada = domain::AccountCode::make("ada").value();
inline const auto ben = domain::AccountCode::make("ben").value();

} // namespace verandah::test
