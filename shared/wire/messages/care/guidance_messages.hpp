// SPDX-License-Identifier: Apache-2.0
// What a console needs to suggest a treatment: guidelines, never anything of a visitor.
//
// GET /v1/guidance -> GuidanceView   consoles at which somebody may see guidance
#pragma once

#include "shared/domain/care/regimen.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

/// Every edition of every guideline, so that an old prescription can be read; and the one in use.
struct GuidanceView {
    std::vector<domain::Guideline> guidelines;
    domain::Edition guideline; ///< In use.
    friend bool operator==(const GuidanceView&, const GuidanceView&) = default;
};

[[nodiscard]] std::string encode(const GuidanceView& view);
[[nodiscard]] Decoded<GuidanceView> decode_guidance_view(std::string_view body);

} // namespace verandah::wire
