// SPDX-License-Identifier: Apache-2.0
// What a worker told, as a part of other messages. For shared/wire/messages/care/*.cpp only.
#pragma once

#include "shared/wire/messages/care/tracing_messages.hpp"
#include "shared/wire/messages/json_reader.hpp"

namespace verandah::wire {

inline constexpr std::int64_t most_told = 1'000'000; ///< In one tracing.

[[nodiscard]] nlohmann::json as_json(const WaitingAnswer& told);
[[nodiscard]] WaitingAnswer read_waiting_answer(ObjectReader& reader);

} // namespace verandah::wire
