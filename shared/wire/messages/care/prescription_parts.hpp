// SPDX-License-Identifier: Apache-2.0
// What was prescribed, in a file's entries, as JSON with permanent words.
#pragma once

#include "shared/domain/record/file_event.hpp"
#include "shared/wire/messages/json_reader.hpp"

namespace verandah::wire {

[[nodiscard]] nlohmann::json as_json(const domain::Prescribed& prescribed);

/// Reads its own fields, and leaves finish() to whoever asked.
[[nodiscard]] domain::Prescribed read_prescribed(ObjectReader& reader);

} // namespace verandah::wire
