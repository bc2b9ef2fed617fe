// SPDX-License-Identifier: Apache-2.0
// Referrals in a file's entries, as JSON with permanent words: sealed in a file as they travel over the wire.
#pragma once

#include "shared/domain/referral/referral.hpp"
#include "shared/wire/messages/json_reader.hpp"

namespace verandah::wire {

/// "provider" or "line_service", and just one of them.
void put_destination(nlohmann::json& json, const domain::ReferralDestination& to);
[[nodiscard]] domain::ReferralDestination read_destination(ObjectReader& reader);

[[nodiscard]] nlohmann::json as_json(const domain::ReferralMade& made);
[[nodiscard]] nlohmann::json as_json(const domain::ReferralMoved& moved);
[[nodiscard]] nlohmann::json as_json(const domain::FeedbackSeen& said);

/// Each reads its own fields of the object that `reader` reads, which is `json`, and leaves finish() to whoever asked.
[[nodiscard]] domain::ReferralMade read_referral_made(ObjectReader& reader, const nlohmann::json& json);
[[nodiscard]] domain::ReferralMoved read_referral_moved(ObjectReader& reader, const nlohmann::json& json);
[[nodiscard]] domain::FeedbackSeen read_feedback_seen(ObjectReader& reader);

} // namespace verandah::wire
