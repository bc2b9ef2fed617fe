// SPDX-License-Identifier: Apache-2.0
// Keys of requests, made at a given time.
#pragma once

#include "shared/domain/request_key.hpp"

namespace verandah::test {

[[nodiscard]] inline domain::RequestKey key_made_at(domain::Instant at, std::uint8_t which = 0)
{
    return domain::RequestKey::make(at, {which});
}

} // namespace verandah::test
