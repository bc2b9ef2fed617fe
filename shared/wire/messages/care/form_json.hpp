// SPDX-License-Identifier: Apache-2.0
// One form as JSON. For form_messages.cpp only.
#pragma once

#include "shared/domain/care/form.hpp"
#include "shared/wire/messages/json_reader.hpp"

namespace verandah::wire {

[[nodiscard]] nlohmann::json form_json(const domain::Form& form);
[[nodiscard]] domain::Form read_form(ObjectReader& reader);

} // namespace verandah::wire
