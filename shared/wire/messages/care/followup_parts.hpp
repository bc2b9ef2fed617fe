// SPDX-License-Identifier: Apache-2.0
// Acts on due items, tracing and the agreed channel in a file's entries, as JSON with permanent words.
#pragma once

#include "shared/domain/followup/due_act.hpp"
#include "shared/wire/messages/json_reader.hpp"

namespace verandah::wire {

[[nodiscard]] nlohmann::json as_json(const domain::DueActed& acted);
[[nodiscard]] nlohmann::json as_json(const domain::TracingTried& tried);
[[nodiscard]] nlohmann::json as_json(const domain::ChannelAgreed& agreed);

/// Each reads its own fields, and leaves finish() to whoever asked.
[[nodiscard]] domain::DueActed read_due_acted(ObjectReader& reader);
[[nodiscard]] domain::TracingTried read_tracing_tried(ObjectReader& reader);
[[nodiscard]] domain::ChannelAgreed read_channel_agreed(ObjectReader& reader);

/// "rule" and "triggered_on".
[[nodiscard]] domain::DueItemKey read_due_item_key(ObjectReader& reader);

} // namespace verandah::wire
